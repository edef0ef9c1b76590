"""What a headline says and the body does not, with what the body says in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from ...facts.figures import Figure
from ...facts.words import Word, dull, telling
from ...knowledge.kinds import are_listed, kin
from ...knowledge.lands import bears_out, is_group, is_land, meet
from ...knowledge.relations import lemma
from ...mentions.words.sentences import Sentence as Stop
from ...record import Record
from ...source import Span
from .headline_features import features_of, is_pair_lost, likelihood
from .headline_support import HEADS, Body, other_words
from .headline_values import (
    DAY,
    FIGURE,
    KIND,
    NAME,
    OPPOSITE,
    PLACE,
    Sentence,
    are_of_a_kind,
    are_opposite,
    day,
    families,
    is_month_of_may,
    may_have,
    without_ending,
)

if TYPE_CHECKING:
    from ...story import Story

LEADS = 3
"""In how many of the body's first sentences a word that stands elsewhere in the body is missed."""
_SAYING = frozenset(["said", "says", "told", "announced", "reported", "added", "confirmed", "wrote"])
_NOT = frozenset(
    ["not", "no", "never", "isn't", "wasn't", "aren't", "weren't", "didn't", "doesn't", "don't", "won't", "without"]
)


class Candidate(Record, frozen=True):
    """A word above the body, and the body's word that stands in its place.

    ``family`` is what the two are: names, places, days, figures, opposites, or words for things of one kind. ``lost`` says
    that the body bears the word out nowhere, and not only not where it tells the same. ``features`` speak for and
    against their telling of one thing, by name.
    """

    stated: Word
    found: Word
    whole: Span
    """The name that ``found`` is part of; its own span where the headline shares that name's other words."""
    family: str
    lost: bool
    shared: tuple[str, ...]
    """Other words of the headline that the body's sentence has."""
    features: dict[str, float]

    @property
    def model(self) -> str:
        """Which weights and limits it is judged by."""
        return self.family if self.lost else f"{self.family}, kept"


class Head:
    """A headline's sentence with its content words, the body's forms of each, and which of them the body lacks."""

    def __init__(self, sentence: Sentence, body: Body) -> None:
        self.sentence, self.body = sentence, body
        self._untold: dict[int, list[Word]] = {}
        first = sentence.words[0] if sentence.words else None
        if first is not None and sentence.cased and first.at not in sentence.named and body.names(first.text):
            sentence.named.add(first.at)
        self.content = sentence.content()
        self.forms = {w.at: set() if w.plain in dull() else body.forms(w.plain) for w in self.content}
        for word in self.content:
            self.forms[word.at] |= {other for other in other_words(word.plain) if other in body.count}
        for at, figure in sentence.figures.items():
            if at in self.forms and not figure.scored:
                self.forms[at] = body.bears_out(figure)
        self.lemmas = {lemma(w.plain) for w in self.content}
        self.told = {plain for found in self.forms.values() for plain in found} | sentence.plain
        self.lost = {w.at for w in self.content if not self.forms[w.at] and not self._is_meant(w)}

    def untold(self, sentence: Sentence) -> list[Word]:
        """The words of a sentence of the body that could stand for one of the headline, which has none of them."""
        found = self._untold.get(sentence.telling.number)
        if found is None:
            found = self._untold[sentence.telling.number] = [
                word
                for word in sentence.words
                if word.plain not in self.told
                and len(word.plain) > 1
                and word.text[0].isalpha()
                and (word.plain not in dull() or word.at in sentence.lands or day(word))
                and word.span.start >= self.body.begins  # a dateline is the place of filing
            ]
        return found

    @cached_property
    def most_named(self) -> int:
        """How often the body has the name that it has most of those in its first sentences and not in the headline."""
        named = (s.words[at].plain for s in islice(self.body.in_turn(), LEADS) for at in s.named)
        return max((self.body.count[plain] for plain in named if plain not in self.told), default=0)

    def _is_meant(self, word: Word) -> bool:
        """Whether the body says the same in other words."""
        figure = self.sentence.figures.get(word.at)
        if figure is not None:
            return self.body.adds_up_to(figure)
        found = self.sentence.lands.get(word.at)
        if found:
            return self.body.lies_in(found)
        body = self.body
        if (
            body.means(word.plain)
            or body.has_initials(word.text)
            or any(other in body.count for other in kin(word.plain))
        ):
            return True
        if word.at not in self.sentence.named:
            return False
        return body.abbreviates(word.text) or self._is_abbreviated(word) or self._is_inflected(word)

    def _is_abbreviated(self, word: Word) -> bool:
        """Whether the body has the initials of the two-word name that *word* is a part of: New Hampshire, N.H."""
        for first, second in pairwise(self.sentence.words):
            if word in (first, second) and first.text[0].isupper() and second.text[0].isupper():
                letters = first.plain[0] + second.plain[0]
                if letters in self.body.count or f"{letters[0]}.{letters[1]}." in self.body.count:
                    return True
        return False

    def _is_inflected(self, word: Word) -> bool:
        """Whether the body has the name that *word* ends with another ending: Puerto Rico, Puerto Rican."""
        before = self.sentence.plain_at(word.at - 1)
        if len(word.plain) < 4 or not before or before not in self.body.count:
            return False
        return self.body.has_phrase(f"{before} {word.plain[:-1]}")


def candidates(story: Story) -> Iterator[tuple[float, Candidate]]:
    """Every word above the body that its sentences don't bear out but tell otherwise: the likeliest other word, how likely."""
    best: dict[int, tuple[float, Candidate]] = {}
    for rival in rivals(story):
        found = likelihood(rival.model, rival.features), rival
        other = best.setdefault(rival.stated.span.start, found)
        if _rank(*found) > _rank(*other):
            best[rival.stated.span.start] = found
    yield from best.values()


def _rank(likelihood: float, rival: Candidate) -> float:
    """Of two that are nearly as likely, the earlier is shown."""
    return likelihood - 0.01 * rival.features["rank"]


def rivals(story: Story) -> Iterator[Candidate]:
    """Every word of the body that could stand for one above it that the body does not bear out."""
    for head in story.once(heads):
        for stated in head.content:
            if kinds := families(stated, head.sentence):
                yield from _rivals(stated, kinds, head)


_SLUG_END = "///"
"""What agencies end a slug with; it is no sentence on the story."""


def heads(story: Story) -> Iterator[Head]:
    """The sentences of headlines and decks, each with what the body bears out of it; read once a story."""
    spans = [block.span for block in story.blocks if block.kind in HEADS and _SLUG_END not in story.words(block.span)]
    if not spans or not story.body:
        return
    body = Body(story)
    for span in spans:
        for number, stop in enumerate(s.span for s in story.mentions(Stop) if span.start <= s.span.start < span.end):
            yield Head(Sentence(telling(story, stop, number), story.text), body)


def _rivals(stated: Word, kinds: tuple[str, ...], head: Head) -> Iterator[Candidate]:
    """The other tellings of *stated*; of a word that the body has, only before the first sentence that has it.

    In that sentence too, where it has the other word beside one that the headline has *stated* beside: "Ireland coach"
    over "England coach … in the defeat to Ireland".
    """
    lost = stated.at in head.lost
    kinds = tuple(kind for kind in kinds if may_have(stated.plain, kind, lost))
    if not kinds:
        return
    for rank, sentence in enumerate(head.body.in_turn()):
        if not lost and rank >= LEADS:
            break
        has = not lost and _bears_out(stated, sentence, head)
        if has and not _may_have_pair(stated, sentence, head):
            break
        shared = [w for w in head.content if w is not stated and head.forms[w.at] & sentence.plain]
        for word, family in _others(stated, kinds, sentence, head, lost):
            if has and not is_pair_lost(stated, word, sentence, head):
                continue
            features = features_of(stated, word, family, lost, rank, shared, sentence, head)
            whole = _whole(word, sentence, head) if family == NAME else word.span
            yield Candidate(stated, word, whole, family, lost, tuple(w.text for w in shared), features)
        if has:
            break


def _may_have_pair(stated: Word, sentence: Sentence, head: Head) -> bool:
    """Whether the sentence has a word that stands beside *stated* in the headline."""
    return any(head.forms.get(stated.at + step, frozenset()) & sentence.plain for step in (-1, 1))


def _whole(word: Word, sentence: Sentence, head: Head) -> Span:
    run = sentence.run(word.at)
    if any(sentence.words[at].plain in head.told for at in run):
        return word.span
    return Span(sentence.words[run[0]].span.start, sentence.words[run[-1]].span.end)


def _bears_out(stated: Word, sentence: Sentence, head: Head) -> bool:
    """Whether the sentence has the word, a form of it, or its land."""
    if head.forms[stated.at] & sentence.plain:
        return True
    found = head.sentence.lands.get(stated.at)
    return found is not None and any(bears_out(found, other) for other in sentence.lands.values())


def _others(
    stated: Word, kinds: tuple[str, ...], sentence: Sentence, head: Head, lost: bool
) -> Iterator[tuple[Word, str]]:
    """The words of *sentence* that could stand for *stated*, with what the two are."""
    if kinds[0] == FIGURE:
        figure = head.sentence.figures[stated.at]
        yield from (
            (told.word, FIGURE)
            for told in sentence.figures.values()
            if told.word.plain not in head.told and _may_stand_for(figure, told)
        )
        return
    for word in head.untold(sentence):
        family = _family(stated, word, kinds, sentence, head)
        if family and (lost or family != KIND or are_listed(stated.plain, word.plain)):
            yield word, family


def _family(stated: Word, word: Word, kinds: tuple[str, ...], sentence: Sentence, head: Head) -> str:
    """What the two words are, "" where one can't stand for the other."""
    if DAY in kinds or day(word):
        if day(stated) != day(word) or (word.plain == "may" and not is_month_of_may(word, sentence)):
            return ""
        return "" if _is_day_of_speaking(word, sentence) else DAY
    if PLACE in kinds and word.at in sentence.lands:
        return PLACE if _is_other_land(stated, word, sentence, head) else ""
    if word.at in sentence.named:
        return NAME if NAME in kinds and _is_other_name(stated, word, sentence, head) else ""
    if lemma(word.plain) in head.lemmas:
        return ""
    if OPPOSITE in kinds and are_opposite(stated.plain, word.plain):
        return "" if _is_denied(word, sentence) else OPPOSITE
    if KIND in kinds and are_of_a_kind(stated.plain, word.plain):
        return "" if _is_denied(word, sentence) else KIND
    return ""


def _is_other_land(stated: Word, word: Word, sentence: Sentence, head: Head) -> bool:
    """Whether the sentence names a land that the headline does not."""
    found = sentence.lands[word.at]
    if meet(found, head.sentence.lands[stated.at]):
        return False
    return not any(meet(found, told) and is_group(found) <= is_group(told) for told in head.sentence.lands.values())


def _is_other_name(stated: Word, word: Word, sentence: Sentence, head: Head) -> bool:
    """Whether *word* is no part of a name that the headline has in another part: the Arsene of Wenger."""
    if word.at in sentence.lands and is_land(without_ending(word.text)):
        return False
    for at in sentence.run(word.at):
        if at != word.at and sentence.words[at].plain in head.told:
            there = head.sentence.plain_at(stated.at + at - word.at)
            if there not in (sentence.words[at].plain, *head.body.forms(there)):
                return False
    return True


def _may_stand_for(stated: Figure, told: Figure) -> bool:
    """Whether two figures are of one unit and differ, but not as a year does from its last two digits or 7,000 from 7 thousand."""
    if told.unit != stated.unit or told.value == stated.value or told.scored:
        return False
    short, long = sorted((stated.digits, told.digits), key=len)
    return not short or len(short) == len(long) or not (long.startswith(short) or long.endswith(short))


def _is_denied(word: Word, sentence: Sentence) -> bool:
    """Whether *word* is said not to be so."""
    return any(near.plain in _NOT for near in sentence.words[max(0, word.at - 4) : word.at])


def _is_day_of_speaking(word: Word, sentence: Sentence) -> bool:
    """Whether the day is that of what somebody said rather than of what happened."""
    return any(near.plain in _SAYING for near in sentence.words[max(0, word.at - 3) : word.at])
