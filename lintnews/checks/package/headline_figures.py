"""Figures of headlines, decks and captions that the body does not have, or has otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from ...mentions.numbers.counted import PEOPLE
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.intervals import Interval, exactly, rounded
from ...mentions.numbers.numbered_sentences import content
from ...mentions.numbers.quantities import Quantity
from ...mentions.numbers.tolls import Toll
from ...mentions.words.cardinals import ONE_TO_TWELVE, ONES
from ...mentions.words.lazy_pattern import LazyPattern
from ...mentions.words.sentences import Sentence
from ...story import is_above, is_body
from ..numbers.repeats import Repeat
from .headline_tolls import toll_faults

if TYPE_CHECKING:
    from ...source import Span
    from ...story import Block, Story

_LEAST_WORDS = 60
"""A body of fewer words may be cut: of it, only figures of the same kind and subject are held against the headline."""


_FEW = 100
"""A smaller number of ships or children may count others than the body's nearest one."""


class FigureFault(NamedTuple):
    """A figure above the body, the body's own (None where it has none of the kind), and whether the two surely are one."""

    stated: Span
    found: Span | None
    certain: bool


def figure_faults(story: Story, blocks: tuple[Block, ...]) -> Iterator[FigureFault]:
    """For ``story.once``: tolls, sums of money, percentages, counts, scores and votes."""
    seen = {repeat.first.span for repeat in story.mentions(Repeat) if repeat.is_slip_of_scale}
    for toll in toll_faults(story):
        seen.add(toll.stated.quantity.span)
        yield FigureFault(toll.stated.quantity.span, toll.found.span, toll.certain)
    yield from _plain(story, seen)
    yield from _scores(story, blocks)


def _plain(story: Story, seen: set[Span]) -> Iterator[FigureFault]:
    quantities = story.mentions(Quantity)
    above = [q for q in quantities if q.span not in seen and is_above(story, q.span) and _is_looked_for(q)]
    if not above:
        return
    tolls = {toll.quantity.span: toll.what for toll in story.mentions(Toll)}
    body = [quantity for quantity in quantities if is_body(story, quantity.span)]
    short = is_short(story)
    for stated in above:
        what = tolls.get(stated.span)
        alike = [quantity for quantity in body if _counts_the_same(stated, quantity)]
        if what:
            alike = [quantity for quantity in alike if tolls.get(quantity.span, what) == what]
        if (
            any(_agrees(stated, quantity) for quantity in body)
            or _is_sum(stated, alike)
            or _is_worked_out(stated, body)
        ):
            continue
        if not alike:
            if not short and not (stated.measure == "count" and stated.value <= 20):
                yield FigureFault(stated.span, None, False)
            continue
        alike = [quantity for quantity in alike if quantity.noun == stated.noun] or alike
        nearest = _nearest(story, stated, alike, short)
        if nearest is not None and nearest[0].value:
            sure = nearest[1] and not what and (stated.measure != "count" or stated.value >= _FEW)
            yield FigureFault(stated.span, nearest[0].span, sure)


def is_short(story: Story) -> bool:
    return sum(len(story.words(block.span).split()) for block in story.body) < _LEAST_WORDS


def _nearest(story: Story, stated: Quantity, alike: list[Quantity], short: bool) -> tuple[Quantity, bool] | None:
    """The figure of the body that is probably meant, and whether it surely is; None where a short body may have none."""
    lede = [quantity for quantity in alike if quantity.span.start < story.body[0].span.end]
    nearest = min(lede or alike, key=lambda quantity: abs(quantity.value - stated.value))
    if not short:
        return nearest, len({quantity.value for quantity in lede or alike}) == 1
    if nearest.noun != stated.noun:
        return None
    about = content(_sentence(story, stated.span))
    subject = about & content(_sentence(story, nearest.span))
    sure = len({quantity.value for quantity in alike}) == 1 and nearest.hedge is Hedge.EXACT
    return (nearest, sure and (len(subject) >= 2 or 2 * len(subject) >= len(about))) if subject else None


def _sentence(story: Story, span: Span) -> str:
    return next((story.words(s.span) for s in story.mentions(Sentence) if s.span.start <= span.start < s.span.end), "")


_PERIODS = frozenset(("mths", "months", "yrs", "years", "qtrs", "quarters", "weeks", "days", "hours", "minutes"))


def _is_looked_for(stated: Quantity) -> bool:
    if stated.measure in ("multiple", "share", "duration") or stated.noun.casefold() in _PERIODS:
        return False
    return stated.measure != "count" or bool(stated.noun)


def _agrees(stated: Quantity, quantity: Quantity) -> bool:
    """Whether a number of the body may be the one stated, as headlines round."""
    if stated.measure == quantity.measure:
        shown = _shown(stated)
        if quantity.is_range:
            return quantity.true.meets(shown)
        said = exactly(quantity.value)
        if stated.measure == "count" and stated.value < 100:
            return said.meets(shown)
        return said.widened(0.03).meets(shown) or rounded(quantity.value, quantity.step).meets(exactly(stated.value))
    if stated.measure != "count" and quantity.measure == "count" and quantity.noun:
        return False
    return "count" in (stated.measure, quantity.measure) and quantity.value == stated.value


def _shown(stated: Quantity) -> Interval:
    """The values that a headline's number may stand for; round ones may be cut off instead of rounded."""
    if stated.hedge is not Hedge.EXACT:
        return stated.true
    if stated.measure == "count" and stated.value < 100:
        return exactly(stated.value)
    shown = rounded(stated.value, stated.step)
    cut = stated.measure == "count" and stated.value >= 100 and stated.value % 100 == 0
    return Interval(shown.low, stated.value * 1.06) if cut else shown


def _counts_the_same(stated: Quantity, quantity: Quantity) -> bool:
    if (stated.measure, stated.unit) != (quantity.measure, quantity.unit):
        return False
    a, b = stated.noun.casefold(), quantity.noun.casefold()
    return a == b or (a in PEOPLE and b in PEOPLE)


def _is_sum(stated: Quantity, alike: list[Quantity]) -> bool:
    """Whether two of a few numbers of the body add up to the one stated."""
    if stated.measure not in ("count", "money") or len(alike) > 6:
        return False
    shown = _shown(stated)
    return any(exactly(a.value + b.value).meets(shown) for a, b in combinations(alike, 2))


def _is_worked_out(stated: Quantity, body: list[Quantity]) -> bool:
    """Whether two numbers of the body make the one stated: a percentage of a sum, or one count as a percentage of another."""
    if stated.measure == "money":
        wholes = [q for q in body if q.measure == "money" and q.unit == stated.unit][:_MOST]
        parts = [q for q in body if q.measure == "percent"][:_MOST]
        return any((whole.true * part.true).times(0.01).meets(_shown(stated)) for whole in wholes for part in parts)
    if stated.measure != "percent":
        return False
    counts = [q for q in body if q.measure == "count" and q.value >= _FEW][:_MOST]
    shown = rounded(stated.value, stated.step)
    return any(
        exactly(100 * part.value / whole.value).meets(shown)
        for part in counts
        for whole in counts
        if part.value < whole.value
    )


_MOST = 12
"""So many figures of a body are tried in pairs: of more, some pair always fits."""
_PAIR = LazyPattern(
    r"(?<![\w.,:/$£€–-])(?P<a>\d{1,3})(?:\s?[-–]\s?| (?:votes )?to )(?P<b>\d{1,3})(?![\w%/]|[-–.,:]\d|\s?[-–]\s?\d| (?:percent|per cent|million|years|days|months|weeks|hours|minutes|degrees|people|miles|points|feet))"
)
_SPELLED = LazyPattern(rf"(?i)\b(?P<a>{ONE_TO_TWELVE})(?:-| (?:votes )?to )(?P<b>zero|nil|none|{ONE_TO_TWELVE})\b")
_SCORED = LazyPattern(
    r"(?i)\b(?:beat|beats|win|wins|won|defeat|defeats|lose|loses|lost|draw|draws|drew|hold|tie|tied|votes?|voted|council|board|senate|court|panel|committee|"
    r"victory|thrash|edge|crush|rout|stun|hammer|ruled?|rules|rejects?|approves?|backs?|"
    r"down|downs|sink|sinks|topple|topples|upset|upsets|overcome|pip|outlast|blank|blanks|sweep|swept|trounce)\b"
)
_DIGIT = {word: str(number) for word, number in ONES.items()} | {"nil": "0", "none": "0"}


_INTERIM = LazyPattern(
    r"(?i)\b(?:led|lead|leading|leads|ahead|half|trail\w*|down|behind|break|interval|set|sets|previous|last|first|second|earlier|"
    r"record|aggregate|season|period|inning|quarter|made it|pulled|went|cut|level|equali\w*)\b"
)


def _scores(story: Story, blocks: tuple[Block, ...]) -> Iterator[FigureFault]:
    """The one score or vote above, and the one of the body."""
    from ...source import Span

    for block in blocks:
        words = story.words(block.span)
        pairs = list(_PAIR.finditer(words))
        if len(pairs) != 1 or not _SCORED.search(words):
            continue
        found: dict[tuple[int, int], Span] = {}
        for part in story.body:
            text = story.words(part.span)
            for pattern in (_PAIR, _SPELLED):
                for match in pattern.finditer(text):
                    a, b = (int(_DIGIT.get(match[name].lower(), match[name])) for name in "ab")
                    start = part.span.start
                    found.setdefault((min(a, b), max(a, b)), Span(start + match.start(), start + match.end()))
        low, high = sorted((int(pairs[0]["a"]), int(pairs[0]["b"])))
        if not found or (low, high) in found:
            continue
        numbers = {quantity.value for quantity in story.mentions(Quantity) if is_body(story, quantity.span)}
        if {low, high} <= numbers:
            continue
        start = block.span.start + pairs[0].start()
        near = next(iter(found.values()))
        certain = len(found) == 1 and _SCORED.search(_sentence(story, near)) is not None
        if _INTERIM.search(story.text[max(story.body[0].span.start, near.start - 40) : near.end + 30]):
            continue
        yield FigureFault(Span(start, start + len(pairs[0].group())), near, certain)
