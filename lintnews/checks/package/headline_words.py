"""What a headline says and the body does not, with what the body says in its place: candidates, and what speaks for them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from math import exp
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...facts.figures import Figure, bears_out, figures
from ...facts.words import Telling, Word, dull, is_common, is_one_word, tellings
from ...knowledge.gazetteer import is_surname
from ...knowledge.relations import lemma, opposites, same, siblings
from ...mentions.datelines.datelines import Dateline
from ...mentions.dates.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from ...mentions.names.word_frequency import familiarity
from ...mentions.numbers.movements import directions
from ...record import Record
from ...story import BlockKind

if TYPE_CHECKING:
    from ...story import Story

NAME, PLACE, DAY, FIGURE, OPPOSITE, KIND = FAMILIES = ("name", "place", "day", "figure", "opposite", "kind")
HEADS = (BlockKind.HEADLINE, BlockKind.DECK)
_NEAR = 4
_SAYING = frozenset(["said", "says", "told", "announced", "reported", "added", "confirmed", "wrote"])
_WEAK = frozenset(
    [
        "up",
        "down",
        "off",
        "out",
        "over",
        "more",
        "less",
        "above",
        "below",
        "high",
        "low",
        "higher",
        "lower",
        "back",
        "away",
        "in",
    ]
)
"""Words that say a direction, but mostly another thing."""
_MOST_SENTENCES = 60
_LEADS = 3
"""In how many of the body's first sentences a word that stands elsewhere in the body is missed."""


class Candidate(Record, frozen=True):
    """A word above the body, and the body's word that stands in its place.

    ``family`` is what the two are: names, places, days, figures, opposites, or words for things of one kind. ``lost`` says
    that the body bears the word out nowhere, and not only not where it tells the same. ``features`` speak for and
    against their telling of one thing, by name.
    """

    stated: Word
    found: Word
    family: str
    lost: bool
    shared: tuple[str, ...]
    """Other words of the headline that the body's sentence has."""
    features: dict[str, float]


def all_features(candidate: Candidate) -> dict[str, float]:
    """The features of *candidate* with those that count together, as the model weighs them."""
    found, lost = candidate.features, float(candidate.lost)
    together = {
        "overlap, sides": found["overlap"] * found["sides"],
        "overlap, lead": found["overlap"] * found["lead"],
        "overlap, lost": found["overlap"] * lost,
    }
    return {**found, **together, "lost": lost}


def likelihood(candidate: Candidate) -> float:
    """How likely the two words tell one thing in two ways, 0 to 1, by the model of their family."""
    weights = load_data("fact_evidence")["headline"][candidate.family]["weights"]
    total = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in all_features(candidate).items())
    return 1 / (1 + exp(-total))


class Body:
    """The words of the body, and where they stand."""

    def __init__(self, sentences: list[Telling], begins: int = 0) -> None:
        self.sentences = sentences
        self.words = {word.plain for sentence in sentences for word in sentence.words}
        self._by_head: dict[str, set[str]] = defaultdict(set)
        for word in self.words:
            self._by_head[word[:3]].add(word)
        self.text = " " + " ".join(word.plain for sentence in sentences for word in sentence.words) + " "

        self.begins = begins
        self.sets = [{word.plain for word in sentence.words} for sentence in sentences]
        self._figures: list[Figure] | None = None

    def figures(self, text: str) -> list[Figure]:
        if self._figures is None:
            self._figures = [figure for sentence in self.sentences for figure in figures(sentence, text)]
        return self._figures

    def adds_up_to(self, stated: Figure, text: str) -> bool:
        """Whether two of the body's figures make the stated one, or it is one of them rounded freely."""
        if stated.value < 13:
            return False
        told = [figure for figure in self.figures(text) if figure.unit == stated.unit][:40]
        return any(stated.value in (a.value + b.value, abs(a.value - b.value)) for a, b in pairwise(told))

    def forms(self, word: str) -> set[str]:
        """The words of the body that are *word* or a form of it."""
        found = {word} & self.words
        for part in re.split("[-']", word):
            found |= {other for other in self._by_head.get(part[:3], ()) if is_one_word(part, other)}
        return found

    def meant(self, word: str) -> bool:
        """Whether the body has another word for the same."""
        for phrase in _other_words(word):
            if f" {phrase} " in self.text or (" " not in phrase and self.forms(phrase)):
                return True
        other = same(word)
        return bool(other & self.words) or any(self.forms(meaning) for meaning in other if len(meaning) > 3)

    def has_initials(self, word: str) -> bool:
        letters = word.rstrip("s").replace(".", "").casefold()
        if not 2 <= len(letters) <= 6 or not word.rstrip("s").isupper():
            return False
        return (
            re.search(r"\s" + r"\S*\s(?:of |and |the |for )?".join(map(re.escape, letters)) + r"\S*\s", self.text)
            is not None
        )


@cache
def _groups() -> dict[str, list[list[str]]]:
    found: dict[str, list[list[str]]] = defaultdict(list)
    for group in load_data("facts")["groups"]:
        for phrase in group:
            found[phrase].append(group)
    return found


def _other_words(word: str) -> Iterator[str]:
    for group in _groups().get(word, ()):
        yield from group


@cache
def nations() -> dict[str, str]:
    """A country's name, its adjective, its people or a city of it, in small letters → the country."""
    found: dict[str, str] = {}
    for country, words in load_data("countries")["countries"].items():
        for word in (country, *words):
            if " " not in word:
                found.setdefault(word.casefold(), country.casefold())
    for group in load_data("facts")["nations"]:
        known = next((found[word] for word in group if word in found), group[0])
        found.update(dict.fromkeys(group, known))
    return found


def country(word: str) -> str:
    """The country that *word* names or is an adjective of, in small letters; "" for none."""
    known = nations()
    if word in known:
        return known[word]
    return next((known[word[:-cut]] for cut in (1, 2, 3) if len(word) - cut > 4 and word[:-cut] in known), "")


def _within(one: str, other: str) -> bool:
    """Whether one of two nations is a part of the other."""
    return any(
        whole in (one, other) and {one, other} - {whole} <= set(parts)
        for whole, parts in load_data("facts")["parts"].items()
    )


def candidates(story: Story) -> Iterator[Candidate]:
    """Every word above the body that its sentences don't bear out but tell otherwise, the likeliest other word for each."""
    every = tellings(story)
    heads = [t for t in every if (block := story.block_at(t.span.start)) and block.kind in HEADS]
    if not heads:
        return
    datelines = story.mentions(Dateline)
    body = Body([t for t in every if t not in heads][:_MOST_SENTENCES], datelines[0].span.end if datelines else 0)
    if not body.sentences:
        return
    for head in heads:
        yield from _of_head(head, body, story)


def _of_head(head: Telling, body: Body, story: Story) -> Iterator[Candidate]:
    content = [
        word
        for word in head.words
        if (word.plain not in dull() or _day(word)) and (len(word.plain) > 1 or word.text.isdigit())
    ]
    numbers = {figure.word.at: figure for figure in figures(head, story.text) if not figure.scored}
    forms = {w.at: body.forms(w.plain) for w in content}
    for at, figure in numbers.items():
        if at in forms:
            forms[at] = {told.word.plain for told in body.figures(story.text) if bears_out(figure, told)}
    context = _Head(head, content, forms, numbers, is_sentence_case(head), body, story.text)
    lost = [w for w in content if not forms[w.at] and not context.is_meant(w)]
    for stated in content:
        is_lost = stated in lost
        best = _best(stated, context, is_lost, len(lost) - is_lost)
        if best is not None:
            yield best


class _Head:
    """A headline's sentence with its content words, the body's forms of each, and its figures."""

    def __init__(self, head: Telling, content: list[Word], forms: dict[int, set[str]], numbers: dict[int, Figure], cased: bool, body: Body, text: str) -> None:  # fmt: skip
        self.head, self.content, self.forms, self.numbers, self.cased, self.body, self.text = (
            head,
            content,
            forms,
            numbers,
            cased,
            body,
            text,
        )
        self.told = {plain for found in forms.values() for plain in found} | {w.plain for w in head.words}
        self.weight = {w.at: _weight(w.plain) for w in content}

    def has_beside(self, stated: Word, word: Word, sentence: Telling, step: int) -> bool:
        """Whether forms of one word stand right behind both, or right before both."""
        beside = self.forms.get(stated.at + step, set())
        return 0 <= word.at + step < len(sentence.words) and sentence.words[word.at + step].plain in beside

    def is_meant(self, word: Word) -> bool:
        """Whether the body says the same in other words."""
        figure = self.numbers.get(word.at)
        if figure is not None:
            return self.body.adds_up_to(figure, self.text)
        return self.body.meant(word.plain) or self.body.has_initials(word.text) or self._is_abbreviated(word)

    def _is_abbreviated(self, word: Word) -> bool:
        """Whether the body has the initials of the two-word name that *word* is a part of: New Hampshire, N.H."""
        for first, second in pairwise(self.head.words):
            if word in (first, second) and first.text[0].isupper() and second.text[0].isupper():
                letters = (first.plain[0] + second.plain[0], f"{first.plain[0]}.{second.plain[0]}.")
                if self.body.words & set(letters):
                    return True
        return False


def is_sentence_case(head: Telling) -> bool:
    longer = [w for w in head.words if len(w.text) > 3 and w.text[0].isalpha()]
    return bool(longer) and sum(w.text[0].isupper() for w in longer) <= 0.7 * len(longer)


def _weight(word: str) -> float:
    """How much a shared word says: rare words more."""
    return max(0.5, 7.5 - familiarity(word).zipf) if word[0].isalpha() else 3.0


def _best(stated: Word, head: _Head, lost: bool, others_lost: int) -> Candidate | None:
    """The likeliest other telling of *stated* in the body; of a word that the body has, only where its first sentences miss it."""
    whole = sum(head.weight[w.at] for w in head.content if w is not stated)
    if not whole:
        return None
    best: tuple[float, Candidate] | None = None
    sentences = head.body.sentences if lost else head.body.sentences[:_LEADS]
    for rank, sentence in enumerate(sentences):
        plain = head.body.sets[rank]
        if not lost and head.forms[stated.at] & plain:
            continue
        shared = [w for w in head.content if w is not stated and head.forms[w.at] & plain]
        overlap = sum(head.weight[w.at] for w in shared) / whole
        if not shared or (not lost and overlap < 0.4):
            continue
        for word, family in _others(stated, sentence, head, lost):
            sides, prepositions = _sides(stated, word, sentence, head)
            beside = sum(head.has_beside(stated, word, sentence, step) for step in (-1, 1))
            score = overlap + 0.5 * sides + 0.4 * beside + 0.3 * prepositions + (0.2 if rank == 0 else 0)
            if best is None or score > best[0]:
                features = {
                    "overlap": overlap,
                    "shared": float(min(len(shared), 5)),
                    "sides": float(sides),
                    "preposition": float(prepositions),
                    "lead": float(rank == 0),
                    "late": float(rank > 4),
                    "others lost": float(min(others_lost, 4)),
                    "repeated": float(min(3, sum(word.plain in words for words in head.body.sets) - 1)),
                    "short": float(len(head.body.sentences) < 5),
                    "rare": max(0.0, 5 - familiarity(stated.plain).zipf),
                    "rare other": max(0.0, 5 - familiarity(word.plain).zipf),
                    "acronym": float(stated.text.isupper() and head.cased),
                    "first": float(stated.at == 0),
                    "uncased": float(not head.cased),
                    "common": float(family == NAME and (is_common(stated.plain) or is_common(word.plain))),
                    "next": float(head.has_beside(stated, word, sentence, 1)),
                    "before": float(head.has_beside(stated, word, sentence, -1)),
                    "weak": float(word.plain in _WEAK),
                    "people": float(is_surname(stated.plain) and is_surname(word.plain)),
                    "strange": float(is_surname(stated.plain) != is_surname(word.plain)),
                    "digits": _digits_apart(stated, word, head),
                    "borne out": float(
                        0 if lost else min(4, sum(bool(head.forms[stated.at] & s) for s in head.body.sets))
                    ),
                }
                best = score, Candidate(stated, word, family, lost, tuple(w.text for w in shared), features)
    return best[1] if best else None


def _others(stated: Word, sentence: Telling, head: _Head, lost: bool) -> Iterator[tuple[Word, str]]:
    """The words of *sentence* that could stand for *stated*, with what the two are."""
    figure = head.numbers.get(stated.at)
    if figure is not None:
        for told in figures(sentence, head.text):
            if (
                told.word.plain not in head.told
                and told.unit == figure.unit
                and told.value != figure.value
                and not told.scored
            ):
                yield told.word, FIGURE
        return
    for word in sentence.words:
        if (
            word.plain in head.told
            or (word.plain in dull() and not _day(word))
            or len(word.plain) < 2
            or not word.text[0].isalpha()
        ):
            continue
        if word.span.start < head.body.begins:  # a dateline is the place of filing
            continue
        family = _family(stated, word, head.cased)
        if family in (OPPOSITE, KIND) and _is_denied(word, sentence):
            continue
        if family == DAY and _is_day_of_speaking(word, sentence):
            continue
        if family == NAME and _is_of_a_told_name(stated, word, sentence, head):
            continue
        if family and (lost or family != KIND):
            yield word, family


def _may_stand_for(stated: Figure, told: Figure) -> bool:
    """Whether two figures are of one unit and differ, but not as a year does from its last two digits or 7,000 from 7 thousand."""
    if told.unit != stated.unit or told.value == stated.value or told.scored or told.dated:
        return False
    short, long = sorted((stated.digits, told.digits), key=len)
    return not short or len(short) == len(long) or not (long.startswith(short) or long.endswith(short))


_NOT = frozenset(
    ["not", "no", "never", "isn't", "wasn't", "aren't", "weren't", "didn't", "doesn't", "don't", "won't", "without"]
)


def _is_denied(word: Word, sentence: Telling) -> bool:
    """Whether *word* is said not to be so."""
    return any(near.plain in _NOT for near in sentence.words[max(0, word.at - 4) : word.at])


def _is_day_of_speaking(word: Word, sentence: Telling) -> bool:
    """Whether the day is that of what somebody said rather than of what happened."""
    before = sentence.words[max(0, word.at - 3) : word.at]
    return any(near.plain in _SAYING for near in before)


def _is_of_a_told_name(stated: Word, word: Word, sentence: Telling, head: _Head) -> bool:
    """Whether *word* is a part of a name that the headline has in another part: the Arsene of Wenger."""
    for step in (-1, 1):
        beside = sentence.words[word.at + step] if 0 <= word.at + step < len(sentence.words) else None
        if (
            beside is not None
            and beside.capital
            and beside.plain in head.told
            and abs(beside.span.start - word.span.end) < 3 + len(beside.text) + len(word.text)
        ):
            there = head.head.words[stated.at + step].plain if 0 <= stated.at + step < len(head.head.words) else ""
            if there != beside.plain:
                return True
    return False


def _digits_apart(stated: Word, word: Word, head: _Head) -> float:
    """1 where two figures of three digits and more are one slip of the keys apart."""
    one, other = (re.sub(r"\D", "", w.text) for w in (stated, word))
    if min(len(one), len(other)) < 2:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    return float(len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1)


def _family(stated: Word, word: Word, cased: bool) -> str:
    if _day(stated) or _day(word):
        return DAY if _day(stated) == _day(word) else ""
    one, other = country(stated.plain), country(word.plain)
    if one or other:
        return PLACE if one and other and one != other and not _within(one, other) else ""
    if word.capital:
        return NAME if cased and stated.capital else ""
    if stated.capital and cased:
        return ""
    if _are_opposite(stated.plain, word.plain):
        return OPPOSITE
    if any(plain.endswith(("ed", "ing")) for plain in (stated.plain, word.plain)):  # of verbs, kinds say little
        return ""
    if stated.plain.endswith("s") != word.plain.endswith("s"):  # one is a verb, or of another number
        return ""
    return KIND if _is_among(word.plain, siblings(stated.plain)) else ""


DAYS = dict.fromkeys((name.casefold() for name in WEEKDAY_NAMES), "weekday") | dict.fromkeys(
    (name.casefold() for name in MONTH_NAMES if name), "month"
)


def _day(word: Word) -> str:
    """Whether *word* is a weekday or a month; "" for neither, and for "may" where its capital doesn't say so."""
    return (
        ""
        if word.text in ("may", "MAY", "march", "MARCH")
        else DAYS.get(word.plain, "")
        if word.text[0].isupper()
        else ""
    )


def _are_opposite(one: str, other: str) -> bool:
    up, down = directions().get(one, 0), directions().get(other, 0)
    return up * down < 0 or _is_among(other, opposites(one))


def _is_among(word: str, words: frozenset[str]) -> bool:
    """Whether *word* is a form of one of *words*; its own base is looked up only if one of them begins like it."""
    return word in words or (word[:2] in _heads(words) and lemma(word) in words)


@lru_cache(maxsize=5_000)
def _heads(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:2] for word in words)


def _sides(stated: Word, word: Word, sentence: Telling, head: _Head) -> tuple[int, int]:
    """On how many sides the two have a common neighbour, and whether one word of place leads to both."""
    sides = 0
    for step in (-1, 1):
        neighbour = _neighbour(stated.at, step, head)
        if neighbour is not None:
            near = range(word.at + step, word.at + step * (_NEAR + 1), step)
            if any(
                0 <= at < len(sentence.words) and sentence.words[at].plain in head.forms[neighbour.at] for at in near
            ):
                sides += 1
    before = head.head.words[stated.at - 1].plain if stated.at else ""
    there = sentence.words[word.at - 1].plain if word.at else ""
    return sides, int(bool(before) and before == there and before in dull())


def _neighbour(at: int, step: int, head: _Head) -> Word | None:
    """The nearest word beside, at most two away, that the body has."""
    for near in (at + step, at + 2 * step):
        if 0 <= near < len(head.head.words) and head.forms.get(near):
            return head.head.words[near]
    return None
