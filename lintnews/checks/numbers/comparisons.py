"""Comparisons: two values of which a word between them says which is the greater, beyond the plain "rose to 14 from 16"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ...datafiles import load_data
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.movements import directions, movements
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from .changes import DOUBTFUL
from .evidence.words import CURRENCIES
from .relations import alike, is_level

if TYPE_CHECKING:
    from ...story import Story


class Comparison(NamedTuple):
    """``after`` is greater than ``before`` where ``way`` is +1, less where it is -1, by what ``word`` says; ``form`` is how it is worded."""

    before: Placed
    after: Placed
    way: int
    word: str
    form: str

    @property
    def fails(self) -> bool:
        """Whether the values go the other way as they are written: who compares two roundings writes them so that they tell."""
        return (self.after.value - self.before.value) * self.way < 0


_MOST = 3
"""Figures of other units that may stand between two values."""
_ADVERB = r"(?:slightly |sharply |a little |marginally |just |only |strongly |significantly |considerably |far |well )?"
_WORDS = r"(?:(?:the|an?|its|their|his|her|last|previous|prior|earlier|year|month|week|quarter|year['’]s|month['’]s|week['’]s|quarter['’]s|level|rate|figure|total|estimate|forecast|reading|of|in|a|revised|record|just|only|about|around|some|nearly|almost|[a-z]+['’]s)(?: |-))*"
_UP_FROM = LazyPattern(rf"(?:^|[ ,(–-])(up|down) {_ADVERB}(?:from|on) {_WORDS}\Z")
_A_RISE_FROM = LazyPattern(
    rf"(?:^|[ ,(–-])an? (?:[a-z-]+ )?(increase|rise|gain|jump|improvement|fall|drop|decline|decrease|reduction) (?:from|over|on) {_WORDS}\Z"
)
_ABOVE = LazyPattern(
    r"^(?:(?:(?! and | but )[^;(]){0,30}?[ ,])?(?:well |just |far |slightly |still |comfortably |also |much |some way )?"
    r"(above|below|beating|beat|exceeding|exceeded|topping|topped|surpassing|ahead of|short of|higher than|lower than|better than|worse than|weaker than|stronger than|"
    r"more than|less than|fewer than|outstripp(?:ed|ing)|outpac(?:ed|ing))"
    r" (?:(?!and |but |while |in |at |for |on |to )[\w'’-]+ ){0,5}\Z"
)
_OLD_FRACTIONS = frozenset("{}[]~|\\\\]")
"""Signs of old wire copy that stand for a fraction right behind a figure."""
_LESSER = frozenset(["below", "short of", "lower than", "less than", "fewer than", "weaker than", "worse than"])
_MARK = LazyPattern(r"[ -](?:marks?|barriers?|levels?|thresholds?)\b")
_THROUGH = LazyPattern(
    r"\b(above|over|through|past|passed|topped|exceeded|surpassed|crossed|below|under|beneath)(?: the| a| its)*(?: psychological\w*| key| crucial)? ?\Z"
)
_NEGATED = LazyPattern(
    r"\b(?:not|never|failed to|unable to|almost|nearly|could|would|may|might|if|until|before|since|first|briefly|earlier)\b"
)
_THIS = LazyPattern(r"\b(?:this|that|it|which|but|and) (?:has|have|had|is|was|will)\b|\b(?:has|have) since |\bnow\b")
_COMPARED = LazyPattern(r"compared (?:with|to)|\bagainst\b|\bversus\b")
_RANK = LazyPattern(
    r"\b(?:rank\w*|place|position|no\.|seed\w*|odds|number (?!of)|dollar|yen|sterling|pound|franc|currency|peso|rupee|exchange|lira|rand|loss\w*|deficit\w*|shortfall)\b"
)
_OTHER_SIGN = LazyPattern(
    r"(?: [\w-]+){0,2} (?:loss|losses|deficit|shortfall|surplus|fall|drop|decline|rise|increase|decrease|contraction|slump|gain)\b"
)


def comparisons(story: Story) -> Iterator[Comparison]:
    """Every comparison that the story makes in one sentence, whether or not it holds."""
    for passage in story.mentions(Passage):
        for one, other in _pairs(passage):
            yield from _compared(one, other)
        yield from _in_next_sentence(passage)


def _pairs(passage: Passage) -> Iterator[tuple[Placed, Placed]]:
    """Two values of one unit in one sentence, between which no other of the unit stands."""
    told = [placed for placed in passage.figures if not placed.aside]
    for at, one in enumerate(told):
        for other in told[at + 1 : at + 2 + _MOST]:
            if other.sentence != one.sentence:
                break
            if _are_values(one, other):
                yield one, other
                break
            if alike(one, other):
                break


def _in_next_sentence(passage: Passage) -> Iterator[Comparison]:
    """ "Sales rose to 264. A year earlier they were 241."."""
    told = [placed for placed in passage.figures if not placed.aside]
    for one, other in pairwise(told):
        if other.place != one.place + 1 or one.level not in ("to", "at") or other.level not in ("earlier", "against"):
            continue
        words = list(movements(one.before))
        if len(words) != 1 or words[0] in _LOOSE or any(movements(other.before)) or not _are_values(one, other):
            continue
        if not _RANK.search(one.before) and not _RANK.search(other.before):
            yield Comparison(other, one, directions()[words[0]], words[0], "next-sentence")


_OTHER_SENSES = frozenset(["gains", "losses", "narrow", "devaluation", "devalued", "depreciation", "depreciated"])
"""Words that say how a currency is quoted, what is entered in the books, or how wide something is."""
_LOOSE = DOUBTFUL | {"gains", "losses"} | frozenset(load_data("directions")["measure"])


def _are_values(one: Placed, other: Placed) -> bool:
    if not (is_level(one) and is_level(other)) or one.value == other.value:
        return False
    if all(p.quantity.measure == "count" and not p.quantity.noun and p.value <= 100 for p in (one, other)):
        return False  # places in a table
    return _same_unit(one, other) and 0.1 < one.value / other.value < 10


def _same_unit(one: Placed, other: Placed) -> bool:
    if _MARK.match(one.after) or one.quantity.unit == "mark":
        return one.quantity.measure in ("money", "count") and other.quantity.measure in ("money", "count")
    return alike(one, other)


def _compared(one: Placed, other: Placed) -> Iterator[Comparison]:
    between = other.before
    if one.after[:1] in _OLD_FRACTIONS or other.after[:1] in _OLD_FRACTIONS:
        return
    if (
        _RANK.search(one.before)
        or _RANK.search(between)
        or _OTHER_SIGN.match(other.after)
        or _OTHER_SIGN.match(one.after)
    ):
        return
    if CURRENCIES.search(other.after) or CURRENCIES.search(one.after) or CURRENCIES.search(one.before):
        return
    for form in (_up_from, _a_rise_from, _above, _from_to, _this_has, _mark, _compared_to):
        found = form(one, other, between)
        if found is not None:
            yield found
            return


def _up_from(one: Placed, other: Placed, between: str) -> Comparison | None:
    """ "5.4%, up from 4.9%"."""
    found = _UP_FROM.search(between)
    if found is None or one.direction < 0:
        return None
    return Comparison(other, one, directions()[found[1]], f"{found[1]} from", "up-from")


def _a_rise_from(one: Placed, other: Placed, between: str) -> Comparison | None:
    """ "$70, an increase over its earlier estimate of $55"."""
    found = _A_RISE_FROM.search(between)
    if found is None or one.change:
        return None
    return Comparison(other, one, directions()[found[1]], found[1], "a-rise-from")


def _above(one: Placed, other: Placed, between: str) -> Comparison | None:
    """ "at 6.4%, above the target of 6%"."""
    found = _ABOVE.search(between)
    if found is None or one.direction < 0 or other.index != one.index + 1 or other.level == "earlier":
        return None
    return Comparison(other, one, -1 if found[1] in _LESSER else 1, found[1], "above")


def _from_to(one: Placed, other: Placed, between: str) -> Comparison | None:
    """ "dropped from 614 paintings worth £52m to 577", "rose to 264 in June from 241"."""
    if one.level == "from" and other.level == "to":
        before, after = one, other
        if any(movements(between)):
            return None
    elif one.level == "to" and other.level in ("from", "against"):
        before, after = other, one
        if any(movements(between)):
            return None
    else:
        return None
    words = list(movements(one.before))
    if not words or words[-1] in DOUBTFUL or words[-1] in _OTHER_SENSES or one.change in ("by", "of", "moved"):
        return None
    return Comparison(before, after, directions()[words[-1]], words[-1], "from-to")


def _this_has(one: Placed, other: Placed, between: str) -> Comparison | None:
    """ "was 48% in 2011; this has dropped to 37%"."""
    words = list(movements(between))
    if one.level not in ("dated", "earlier", "be", "") or other.level != "to" or len(words) != 1:
        return None
    if words[0] in ("up", "down", "more", "less") or not _THIS.search(between):
        return None
    return Comparison(one, other, directions()[words[0]], words[0], "this-has")


def _mark(one: Placed, other: Placed, between: str) -> Comparison | None:
    """ "rose to above the 7,000 mark at 7,413"."""
    if other.level not in ("at", "to") or not (_MARK.match(one.after) or one.quantity.unit == "mark"):
        return None
    hedge = one.quantity.hedge
    found = _THROUGH.search(one.before)
    word = found[1] if found else "above" if hedge is Hedge.OVER else "below" if hedge is Hedge.UNDER else ""
    if not word or _NEGATED.search(one.before) or any(movements(between)):
        return None
    return Comparison(one, other, -1 if word in ("below", "under", "beneath") else 1, word, "mark")


def _compared_to(one: Placed, other: Placed, between: str) -> Comparison | None:
    """ "dipped below six million, compared with 6.2 million in May"."""
    if other.level != "against" or any(movements(between)) or not _COMPARED.search(between):
        return None
    words = list(movements(one.before))
    if one.quantity.hedge not in (Hedge.OVER, Hedge.UNDER) or len(words) != 1 or one.change != "moved":
        return None
    way = 1 if one.quantity.hedge is Hedge.OVER else -1
    return Comparison(other, one, way, words[0], "compared-to") if directions()[words[0]] == way else None
