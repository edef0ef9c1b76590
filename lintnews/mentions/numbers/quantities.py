"""Quantities: every number that measures or counts something, with what it may truly be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import MONTH_IN_FULL
from ..words.lazy_pattern import LazyPattern
from . import currencies
from .counted import counted_noun
from .figures import FIGURE, LONGEST, figure
from .hedges import Hedge, hedge_after, hedge_before, hedged
from .intervals import Interval, rounded
from .number_words import CARDINAL, FRACTION, cardinal, fraction
from .quantity_limits import is_label, is_range_start, is_time_or_date
from .unit_words import AddedUnits, Tail, added_units, tail

if TYPE_CHECKING:
    from ...story import Story

Q = TypeVar("Q", bound="Quantity")


class Quantity(Mention, frozen=True):
    """A number with its unit. ``span`` runs from the hedge to the unit, ``figure`` is number and unit alone.

    ``value`` is the number as stated, in units of ``unit`` (the middle of a range); ``true`` are all values that it may
    stand for. ``measure`` is count, money, percent, points, basis points, share (of one), multiple, length, area, mass,
    volume, speed, temperature or duration; ``unit`` the currency or unit, ``counted`` the words of what is counted and
    ``noun`` their head. ``step`` is what the last digit counts in; ``coarse`` where that is a guess from final zeros.
    """

    kind: ClassVar[str] = "quantity"
    figure: Annotated[Span, "Number and unit, without the words that hedge it."]
    value: Annotated[float, "The number as stated, in the unit; of a range, its middle."]
    true: Annotated[Interval, "All values that it may stand for."]
    measure: Annotated[
        str,
        "count, money, percent, points, basis points, share, multiple, length, area, mass, volume, speed, temperature or duration.",
    ]
    unit: Annotated[str, "The unit or currency: km, $, percent; empty for a plain count."] = ""
    unit_words: Annotated[str, "The unit as it is written."] = ""
    counted: Annotated[str, "The words of what is counted."] = ""
    noun: Annotated[str, "Their main word."] = ""
    hedge: Annotated[Hedge, "How the number is hedged."] = Hedge.EXACT
    step: Annotated[float, "What its last digit counts in."] = 1.0
    is_range: Annotated[bool, "Whether it is a range: 10 to 20."] = False
    coarse: Annotated[bool, "Whether that step is a guess from final zeros."] = False

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        yield from find_quantities(cls, story.text, added_units(story.house.words))


def alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities have one unit, or one of them leaves it out ("to 2.2 billion dlrs from 1.8 billion")."""
    if one.measure == other.measure and one.unit == other.unit:
        return one.measure != "count" or not one.noun or not other.noun or one.noun == other.noun
    bare, full = (one, other) if one.measure == "count" and not one.noun else (other, one)
    if bare.measure != "count" or bare.noun or full.measure in _NO_LEVELS:
        return False
    return bare.value * 20 > full.value and full.value * 20 > bare.value


_NO_LEVELS = frozenset(["percent", "points", "basis points", "share", "multiple"])
_DIGITS = re.compile(r"[0-9¼-¾⅓⅔⅛⅜⅝⅞]+")
_FIGURE = re.compile(FIGURE)
_MULTIPLES = {
    "doubl": 2.0, "twice": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5, "twofold": 2.0, "threefold": 3.0,
    "fourfold": 4.0, "fivefold": 5.0, "sixfold": 6.0, "tenfold": 10.0, "three times": 3.0, "four times": 4.0, "five times": 5.0, "six times": 6.0, "ten times": 10.0,
}  # fmt: skip
_MULTIPLE = r"(?:doubl|tripl|trebl|quadrupl|halv)(?:ed|es?|ing)|twice|(?:two|three|four|five|six|ten)-?fold|(?:three|four|five|six|ten) times(?= (?:as|the|its|that|last)\b)"
_WORDS = re.compile(rf"[\s\"“‘'(—–](?:(?P<m>{_MULTIPLE})\b|(?P<f>{FRACTION})|(?P<c>{CARDINAL}))")
_UNIT_SLASH = LazyPattern(
    r"(?:km|miles?|hectares?|acres?|lit(?:re|er)s?|gallons?|feet|ft|met(?:re|er)s?|kg|lbs?|pounds|tonnes?|tons|mph|kph|knots|inches|cm)/$"
)
_IN = LazyPattern(
    rf"(?:[ \n]in[ \n]|-in-|[ \n]out of[ \n])(?:every )?(?:(\d{{1,4}})(?![\d,.:]\d|\w)|({CARDINAL}))", re.I
)
_AFTER_IN = LazyPattern(
    r"[ \n](?:minutes?|hours?|days?|weeks?|months?|years?|games?|matches|starts|races|seconds|million|seasons|attempts|"
    rf"{MONTH_IN_FULL})\b"
)
_SIGN = re.compile(currencies.SIGN)
_POINT = LazyPattern(r"(?:[ -]of)?(?:[ -]an?| one)?[ -](?:full )?(?:percentage[ -])?points?\b", re.IGNORECASE)
_FRACTION_TAIL = LazyPattern(r"(?=\s+(?:of|the|its|their|his|her|in|from|to|less|more|fewer|higher|lower|as|were|are|said|have|had|"
                            r"voted|owned|took|take|thought|think|want|wanted|believed?|live|lived|work|worked|came|went|left|chose|agreed|opposed|supported|backed|refused|accepted|or|and|rise|increase|fall|drop|cut|decline)\b|\s*[,.;:)\"”—–]|\s*$|\s\(|\s[-–]\s)")  # fmt: skip
_RANGE_STARTS = (" ", "-", "–", "\n")
_RANGE = LazyPattern(rf"(?:[ \n](?:to|and|or)[ \n](?:about )?|[-–]|[ \n][-–][ \n])(?P<sign>(?:US|A|C)?[$£€])?({FIGURE}|{CARDINAL})", re.I)  # fmt: skip


class _Number(NamedTuple):
    """A bare number in the text before its unit is known."""

    start: int
    end: int
    value: float
    step: float
    written: bool


def find_quantities(cls: type[Q], text: str, added: AddedUnits) -> Iterator[Q]:
    """All quantities in *text*, in order."""
    end = -1
    for number in _numbers(text):
        if number is None:
            continue
        if isinstance(number, _Number):
            if number.start < end:
                continue
            found = _read(cls, text, number, added)
        else:
            if number[0] < end:
                continue
            found = _share_or_multiple(cls, text, number)
        if found is not None:
            end = found.span.end
            yield found


_Special = tuple[int, int, str]


def _numbers(text: str) -> list[_Number | _Special]:
    found: list[_Number | _Special] = []
    end = 0
    for match in _DIGITS.finditer(text):
        start = match.start()
        if start < end:
            continue
        number = _FIGURE.match(text, start)
        if number is None:
            continue
        end = number.end()
        if end - start > LONGEST:
            continue
        before = text[start - 1] if start else " "
        if before == "/" and _UNIT_SLASH.search(text, max(0, start - 10), start):
            before = " "
        if (
            before.isalnum()
            or before in "/_:@#"
            or (before in ".,-–’'" and text[max(0, start - 2) : start - 1].isalnum())
        ) and not (before.isalpha() and _SIGN.search(text, max(0, start - 6), start)):
            continue
        value = figure(number.group())
        if value is not None and before != ".":
            found.append(_Number(start, end, *value, False))
    lower = "\n" + text.lower()
    if len(lower) != len(text) + 1:
        return found
    for match in _WORDS.finditer(lower):
        start, end = match.start(), match.end() - 1
        kind = match.lastgroup or ""
        if kind == "c":
            value = cardinal(match["c"])
            if value is not None:
                found.append(_Number(start, end, *value, True))
        else:
            found.append((start, end, match[kind]))
    found.sort(key=lambda item: item.start if isinstance(item, _Number) else item[0])
    return found


def _read(cls: type[Q], text: str, number: _Number, added: AddedUnits) -> Q | None:
    """The quantity whose number is *number*; None for a year, a time, a label and the like."""
    if number.value <= 12 and (ratio := _ratio(cls, text, number)):
        return ratio
    sign = None if number.written else _SIGN.search(text, max(0, number.start - 6), number.start)
    behind = tail(text, number.end, added)
    if sign and behind.unit:
        behind = Tail(behind.scale_end or number.end, behind.factor, behind.scale_end)
    told = bool(behind.unit or behind.money)
    marked = bool(sign) or told or behind.scale_end > 0
    if _is_no_quantity(text, number, behind, told, marked):
        return None
    begin = sign.start() if sign else number.start
    low, reading = None, _Reading(number, behind)
    if not told and text[behind.end : behind.end + 1] in _RANGE_STARTS:
        upper = _upper_end(text, begin, number, behind, added)
        if upper is _NO_NUMBER:
            return None
        if upper is not None:
            low, reading = number.value * (behind.factor if behind.scale_end else upper.behind.factor), upper
    return _quantity(cls, text, begin, sign, low, reading, marked)


class _Reading(NamedTuple):
    """A number and what stands behind it."""

    number: _Number
    behind: Tail


_NO_NUMBER = _Reading(_Number(0, 0, 0.0, 1.0, False), Tail(0))


def _is_no_quantity(text: str, number: _Number, behind: Tail, told: bool, marked: bool) -> bool:
    after = text[behind.end : behind.end + 1]
    if after.isalnum() or (after == "/" and not number.written and not told):
        return True
    return not marked and is_time_or_date(text, number.start, number.end, number.written)


def _upper_end(text: str, begin: int, number: _Number, behind: Tail, added: AddedUnits) -> _Reading | None:
    """The number and unit that end a range which begins with *number*; None for no range, ``_NO_NUMBER`` for no quantity at all."""
    other = _RANGE.match(text, behind.end)
    if not other or not is_range_start(text, begin, other.group()):
        return None
    if len(other[2]) > LONGEST:
        return _NO_NUMBER
    second = figure(other[2]) if other[2][0].isdigit() else cardinal(other[2])
    upper = tail(text, other.end(), added)
    if second is None or text[upper.end : upper.end + 1].isalnum():
        return _NO_NUMBER
    lower = behind.factor if behind.scale_end else upper.factor
    if not upper.scale_end and other["sign"] is None and second[0] < 1000:
        upper = upper._replace(factor=behind.factor, scale_end=behind.scale_end)
    if number.value * lower >= second[0] * upper.factor:
        return None if behind.scale_end or number.value >= 1000 else _NO_NUMBER
    return _Reading(_Number(number.start, other.end(), *second, number.written), upper)


def _quantity(
    cls: type[Q], text: str, begin: int, sign: re.Match[str] | None, low: float | None, reading: _Reading, marked: bool
) -> Q | None:
    """The quantity of a number and its tail; ``low`` is the lower end of a range, scaled."""
    number, behind = reading
    measure, name, size = _measure(sign, behind)
    value, step = number.value * behind.factor * size, number.step * behind.factor * size
    scale, end = behind.scale_end > 0, behind.end
    if (measure == "duration" and text[end : end + 4] in ("-old", " old")) or (
        measure == "count" and "/" in text[begin:end]
    ):
        return None
    counted, noun = "", ""
    hedge, hedge_start = hedge_before(text, begin)
    if measure == "count":
        counted, noun = counted_noun(text, end, value)
        if not marked and hedge is Hedge.EXACT and is_label(text, begin, number, noun):
            return None
        if number.written and value == 1 and not scale and not noun:
            return None
    elif measure == "duration" and text[hedge_start : hedge_start + 6].lower().startswith(
        ("over", "within", "under", "some")
    ):
        hedge, hedge_start = Hedge.EXACT, begin  # "over two years" says when, not how long
    if hedge is Hedge.EXACT:
        hedge, end = hedge_after(text, end)
    true = _plain(value, step, measure, scale)
    if low is not None:
        low *= size
        true = Interval(rounded(low, step).low, rounded(value, step).high)
    return cls(
        Span(hedge_start if hedge_start < begin else begin, end),
        Span(begin, behind.end),
        value if low is None else (low + value) / 2,
        hedged(true, value, hedge, measure == "percent" and low is None),
        measure,
        name,
        behind.words,
        counted,
        noun,
        hedge,
        step,
        low is not None,
        not scale and step > 1,
    )


def _plain(value: float, step: float, measure: str, scale: bool) -> Interval:
    """What the figure may stand for without a hedge: people and years are whole, and few write "$5 million" for 5.4."""
    if not scale and step == 1 and measure in ("count", "duration"):
        return Interval(value, value)
    if scale and value <= 10 * step:
        return rounded(value, step / 2)
    return rounded(value, step)


def _measure(sign: re.Match[str] | None, behind: Tail) -> tuple[str, str, float]:
    """Measure, unit, and how many units one of the figure is."""
    if behind.money:
        return "money", *behind.money
    if sign:
        return "money", currencies.SIGNS[sign.group().strip()], 1.0
    if behind.unit:
        return behind.unit.measure, behind.unit.name, 1.0
    return "count", "", 1.0


def _ratio(cls: type[Q], text: str, number: _Number) -> Q | None:
    """ "One in five", "3 out of 10": a share."""
    if text[number.end : number.end + 4] not in (" in ", "-in-", "\nin ", " out"):
        return None
    found = _IN.match(text, number.end)
    if not found or _AFTER_IN.match(text, found.end()):
        return None
    below = float(found[1]) if found[1] else (cardinal(found[2]) or (0.0, 1.0))[0]
    if not (number.value < below and (below <= 10 or below in (12, 20, 25, 50, 100, 1000))):
        return None
    if text[found.end() : found.end() + 1].isalnum():
        return None
    hedge, start = hedge_before(text, number.start)
    value = number.value / below
    true = hedged(_vague(value), value, hedge)
    return cls(Span(start, found.end()), Span(number.start, found.end()), value, true, "share", "in", hedge=hedge)


def _share_or_multiple(cls: type[Q], text: str, special: _Special) -> Q | None:
    start, end, words = special
    for stem, factor in _MULTIPLES.items():
        if words.replace("-", "").startswith(stem):
            hedge, begin = hedge_before(text, start)
            true = hedged(Interval(0.9 * factor, 1.12 * factor), factor, hedge)
            if hedge is Hedge.BELOW:
                true = Interval(0.8 * factor, 1.02 * factor)
            if hedge is Hedge.OVER:
                true = Interval(factor, (factor + 1) * 1.05)
            return cls(Span(begin, end), Span(start, end), factor, true, "multiple", words, hedge=hedge)
    parts = fraction(words)
    if parts is None:
        return None
    value = parts[0] / parts[1]
    hedge, begin = hedge_before(text, start)
    points = _POINT.match(text, end)
    if points:
        true = hedged(Interval(value, value), value, hedge)
        return cls(
            Span(begin, points.end()),
            Span(start, points.end()),
            value,
            true,
            "points",
            "percentage point",
            "point",
            hedge=hedge,
            step=0.05,
        )
    if not _FRACTION_TAIL.match(text, end):
        return None
    true = hedged(_vague(value), value, hedge)
    return cls(Span(begin, end), Span(start, end), value, true, "share", words, hedge=hedge)


def _vague(value: float) -> Interval:
    """The shares that news writes as a simple fraction: within a fourteenth of it, or of what it leaves."""
    reach = 0.07 * min(value, 1 - value) if value > 0.5 else 0.07 * value
    return Interval(value - max(reach, 0.002), value + max(reach, 0.002))
