"""What speaks for and against two words of headline and body telling one thing in two ways, and how likely that makes it."""

from __future__ import annotations

from math import exp, log2
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...facts.words import Word, dull, is_common
from ...knowledge.kinds import are_listed
from ...knowledge.lands import meet
from ...mentions.names.word_frequency import familiarity
from .headline_support import classes
from .headline_values import FIGURE, NAME, PLACE, WEAK, Sentence, direction

if TYPE_CHECKING:
    from .headline_candidates import Candidate, Head

_NEAR = 4
_LEAD = 2
"""In so many of the body's first sentences stands what surely tells otherwise."""


def features_of(
    stated: Word, word: Word, family: str, lost: bool, rank: int, shared: list[Word], sentence: Sentence, head: Head
) -> dict[str, float]:
    """The evidence by name. Shares and flags lie between 0 and 1, counts are capped."""
    body = head.body
    whole = sum(_weight(w) for w in head.content if w is not stated)
    overlap = sum(map(_weight, shared)) / whole if whole else 0.0
    found = {
        "lost": float(lost),
        "overlap": overlap,
        "shared": float(min(len(shared), 5)),
        "close": _close(word, shared, sentence, head),
        "subjects": float(stated.at <= 1 and word.at <= 3),
        "words": float(min(len(head.content), 9)),
        "rank": float(min(rank, 6)),
        "in lead": float(_is_in_lead(word, family, sentence, head)),
        "sides": float(_sides(stated, word, sentence, head)),
        "next": float(_beside(stated, word, sentence, head, 1)),
        "before": float(_beside(stated, word, sentence, head, -1)),
        "preposition": _leads_to_both(stated, word, sentence, head),
        "others lost": float(min(len(head.lost - {stated.at}), 4)),
        "lost near": float(stated.at + 1 in head.lost or stated.at - 1 in head.lost),
        "repeated": log2(1 + min(body.count[word.plain], 15)),
        "borne out": log2(1 + min(sum(body.count[form] for form in head.forms[stated.at]), 15)),
        "short": float(len(body.sentences) < 5),
        "zipf": familiarity(stated.plain).zipf,
        "zipf other": familiarity(word.plain).zipf,
        "first": float(stated.at == 0),
        "uncased": float(not head.sentence.cased),
        "title case": float(not head.sentence.cased and any(w.text[1:].islower() for w in head.sentence.words)),
        "quoted": float(head.sentence.text[stated.span.start - 1] in "'\"‘“" or stated.text[-1] in "'’"),
        "place in sentence": float(min(word.at, 12)),
        "listed": float(are_listed(stated.plain, word.plain)),
        "pair lost": float(is_pair_lost(stated, word, sentence, head)),
    }
    if not lost:
        found |= _of_kept(stated, word, rank, head)
    if family in (NAME, PLACE):
        found |= _of_names(stated, word, sentence, head)
    elif stated.at in head.sentence.figures:
        found |= _of_figures(stated, word, sentence, head)
    else:
        found |= _of_words(stated, word, sentence)
    return found


def _of_kept(stated: Word, word: Word, rank: int, head: Head) -> dict[str, float]:
    """What tells of a word that the body has, though not where it is looked for."""
    forms = head.forms[stated.at]
    having = [number for number, sentence in enumerate(head.body.in_turn()) if forms & sentence.plain]
    leads = [s for s in head.body.sentences if any(w.plain in forms for w in s.words[:4])]
    count = sum(head.body.count[form] for form in forms)
    return {
        "kept late": float(min(having[0] if having else 12, 8)),
        "kept behind": float(min((having[0] if having else 12) - rank, 8)),
        "kept leads": float(min(len(leads), 3)),
        "kept less": log2((1 + head.body.count[word.plain]) / (1 + count)),
        "kept once": float(count == 1),
    }


def _of_names(stated: Word, word: Word, sentence: Sentence, head: Head) -> dict[str, float]:
    one, other = classes(stated.text), classes(word.text)
    run, own = sentence.run(word.at), head.sentence.run(stated.at)
    spoken = sum(at != stated.at and bool(head.forms.get(at)) for at in head.sentence.named)
    named = {w for s in head.body.sentences[:1] for w in s.named if s.words[w].plain not in head.told}
    return {
        **{
            f"both {kind}": float(kind in one & other)
            for kind in ("surname", "firm", "city", "acronym", "code", "land")
        },
        "known": float(bool(one)),
        "known other": float(bool(other)),
        "strange": float(bool(one) and bool(other) and not one & other),
        "acronym": float("acronym" in one and head.sentence.cased),
        "acronym other": float("acronym" in other),
        "code": float("code" in one),
        "surname": float("surname" in one),
        "letters": float(min(len(stated.plain), 9)),
        "common": float(is_common(stated.plain)),
        "common other": float(is_common(word.plain)),
        "last of name": float(word.at == run[-1]),
        "name length": float(min(len(run), 4)),
        "own length": float(min(len(own), 4)),
        "told name": float(any(at != word.at and sentence.words[at].plain in head.told for at in run)),
        "behind given": float(word.at > run[0] and "given" in classes(sentence.words[word.at - 1].text)),
        "rivals": float(min(len(named), 6)),
        "names told": float(min(spoken, 3)),
        "most named": float(head.body.count[word.plain] >= head.most_named),
        "land": float("land" in one),
        "land other": float("land" in other),
        "first, common": float(stated.at == 0 and is_common(stated.plain)),
        "alike": _alike(stated.plain, word.plain),
        "possessive": float(stated.text.endswith("s") == word.text.endswith("s")),
    }


def _of_figures(stated: Word, word: Word, sentence: Sentence, head: Head) -> dict[str, float]:
    one, other = head.sentence.figures[stated.at], sentence.figures[word.at]
    same = sum(f.unit == other.unit for f in sentence.figures.values())
    ratio = abs(log2(max(one.value, 0.01) / max(other.value, 0.01)))
    return {
        "digits": digits_apart(one.digits, other.digits),
        "length": float(min(len(one.digits), 5)),
        "both digits": float(bool(one.digits) and bool(other.digits)),
        "as long": float(len(one.digits) == len(other.digits)),
        "unit": float(bool(one.unit)),
        "small": float(one.value <= 12),
        "year": float(1800 < one.value < 2100 and one.step == 1.0 and not one.unit),
        "year other": float(1800 < other.value < 2100 and other.step == 1.0 and not other.unit),
        "dated": float(one.dated),
        "dated other": float(other.dated),
        "same noun": float(bool(_nouns(head.sentence, stated.at) & _nouns(sentence, word.at))),
        "noun told": float(_noun_is_told(stated, head)),
        "lead has none": float(
            not any(f.unit == one.unit for s in head.body.sentences[:1] for f in s.figures.values())
        ),
        "rivals": float(min(same, 5)),
        "ratio": min(ratio, 6.0),
        "scaled": float(one.step >= 1000),
        "behind name": float(stated.at - 1 in head.sentence.named),
        "behind name other": float(word.at - 1 in sentence.named),
    }


def _nouns(sentence: Sentence, at: int) -> set[str]:
    """What a figure may count: the two words behind it, without their plural ending."""
    near = (sentence.plain_at(at + step) for step in (1, 2))
    return {word.rstrip("s") for word in near if word and word not in dull()}


def _noun_is_told(stated: Word, head: Head) -> bool:
    return bool(head.forms.get(stated.at + 1)) or bool(head.forms.get(stated.at + 2))


def _of_words(stated: Word, word: Word, sentence: Sentence) -> dict[str, float]:
    way = direction(stated.plain)
    ways = [direction(w.plain) for w in sentence.words]
    return {
        "weak": float(word.plain in WEAK),
        "weak headline": float(stated.plain in WEAK),
        "directions": float(way * direction(word.plain) < 0),
        "ways alike": float(min(3, sum(way * other > 0 for other in ways))),
        "ways against": float(min(3, sum(way * other < 0 for other in ways))),
        "alike": _alike(stated.plain, word.plain),
    }


def _weight(word: Word) -> float:
    """How much a shared word says: rare words more."""
    return max(0.5, 7.5 - familiarity(word.plain).zipf) if word.plain[0].isalpha() else 3.0


def _is_in_lead(word: Word, family: str, sentence: Sentence, head: Head) -> bool:
    """Whether the body says the word, or names its land, in the very first sentences too."""
    for early in head.body.sentences[:_LEAD]:
        if early is sentence or word.plain in early.plain:
            return True
        if family == PLACE and any(meet(sentence.lands[word.at], found) for found in early.lands.values()):
            return True
    return False


def _close(word: Word, shared: list[Word], sentence: Sentence, head: Head) -> float:
    """How near to the body's word those stand that the headline has too, the rare ones counting more."""
    near = 0.0
    for other in shared:
        forms = head.forms[other.at]
        apart = min((abs(w.at - word.at) for w in sentence.words if w.plain in forms), default=20)
        near += _weight(other) / (3 + apart)
    return min(near, 4.0)


def is_pair_lost(stated: Word, word: Word, sentence: Sentence, head: Head) -> bool:
    """Whether a word beside *stated* stands beside *word* too, but nowhere in the body beside what bears out *stated*."""
    for step in (-1, 1):
        beside = head.forms.get(stated.at + step)
        if not beside or sentence.plain_at(word.at + step) not in beside:
            continue
        own = head.forms[stated.at] | {stated.plain}
        pairs = head.body.pairs
        if not any((a, b) in pairs or (b, a) in pairs for a in own for b in beside):
            return True
    return False


def _beside(stated: Word, word: Word, sentence: Sentence, head: Head, step: int) -> bool:
    """Whether forms of one word stand right behind both, or right before both."""
    return sentence.plain_at(word.at + step) in head.forms.get(stated.at + step, ())


def _leads_to_both(stated: Word, word: Word, sentence: Sentence, head: Head) -> float:
    """Whether one word of place, time or manner stands before both."""
    before = head.sentence.plain_at(stated.at - 1)
    return float(bool(before) and before == sentence.plain_at(word.at - 1) and before in dull())


def _sides(stated: Word, word: Word, sentence: Sentence, head: Head) -> int:
    """On how many sides the two have a common neighbour."""
    sides = 0
    for step in (-1, 1):
        forms = next((found for n in (1, 2) if (found := head.forms.get(stated.at + n * step))), None)
        near = range(word.at + step, word.at + step * (_NEAR + 1), step)
        sides += forms is not None and any(sentence.plain_at(at) in forms for at in near)
    return sides


def _alike(one: str, other: str) -> float:
    """Which part of the shorter word's first letters the two share."""
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count / min(len(one), len(other))


def digits_apart(one: str, other: str) -> float:
    """1 where two figures of two digits and more are one slip of the keys apart."""
    one, other = (figure.replace(".", "") for figure in (one, other))
    if min(len(one), len(other)) < 2:
        return 0.0
    if sorted(one) == sorted(other):
        return 1.0
    return float(len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1)


def likelihood(model: str, features: dict[str, float]) -> float:
    """How likely the two words tell one thing in two ways, 0 to 1, by the weights of *model*."""
    weights: dict[str, float] = load_data("fact_evidence")["headline"][model]["weights"]
    total = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-total))


_MET = 2.5
"""How often (Zipf) a name is met that is no nickname of the few."""
_LETTERS = 3
"""An acronym of fewer letters may be a short word for an office: FM, PM."""
_TIMES = 2.0
"""How many times (logarithm to the base of 2) one figure may be the other."""


def is_plain(candidate: Candidate) -> bool:
    """Whether nothing that no weight makes up for speaks against being sure.

    That is: the body's word only stands late; a word that the body has elsewhere, unless what stands beside it here never does there; a
    name that capitals don't show, that is a common word unless it is known as the other is, hardly ever met (a nickname, mostly) or of another class; a land that is none of a
    land's own names; a year, the day of a month, a figure many times another, a small number that counts something else.
    """
    features = candidate.features
    if not features["in lead"]:
        return False
    missed = candidate.lost or bool(features["pair lost"])
    if candidate.family == FIGURE:
        return missed and _is_plain_figure(features)
    if candidate.family == PLACE:  # a capital may stand for its government or a union
        return candidate.lost and bool(features["land"]) and features["rank"] <= (not features["uncased"])
    if candidate.family == NAME:
        if not candidate.lost:
            return bool(features["listed"]) and not features["rank"] and not features["uncased"]
        return _is_plain_name(features)
    return bool(features["listed"]) or (candidate.lost and not features["uncased"])


def _is_plain_name(features: dict[str, float]) -> bool:
    if features["uncased"] or (features["acronym"] and not features["both acronym"]):
        return False
    if features["both code"] or features["listed"]:
        return True
    if features["both acronym"] and features["letters"] < _LETTERS:
        return False
    if features["common"]:  # a word of the dictionary may be a name too: Brown, Murray, Sunderland
        known = features["both surname"] or features["both city"] or features["both firm"]
        return bool(known) and not features["rank"] and features["zipf"] >= _MET
    alike = any(value for name, value in features.items() if name.startswith("both "))
    return bool(alike or features["pair lost"]) and features["zipf"] >= _MET


def _is_plain_figure(features: dict[str, float]) -> bool:
    if features["year"] or features["dated"] or features["ratio"] > _TIMES:
        return False
    return not features["small"] or bool(features["pair lost"])
