"""Conversions: one amount in two units, "80 km (50 miles)", "5 feet, or 1.5 metres", "£75m ($141m)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from msgspec.structs import replace

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .glances import PHYSICAL
from .intervals import Interval
from .quantities import Quantity
from .units import UNITS

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Conversion")


class Conversion(Mention, frozen=True):
    """``first`` and ``second`` measure the same, each in its own unit; ``difference`` where they are degrees of change,
    ``dated`` where the words around speak of another time, with its own exchange rate."""

    kind: ClassVar[str] = "conversion"
    first: Annotated[Quantity, "The amount in its first unit."]
    second: Annotated[Quantity, "The same amount in another unit."]
    difference: Annotated[bool, "Whether they are degrees by which it grew warmer or colder."] = False
    dated: Annotated[bool, "Whether the words around speak of another time, with its own exchange rate."] = False

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        beside = list(_conversions(cls, story))
        yield from beside
        yield from _told_apart(cls, story, {conversion.second.span.start for conversion in beside})


_OPEN = LazyPattern(r" ?[(\[] ?(?:or |i\.?e\.? |that is |equivalent to |the equivalent of |equal to )?$")
_DASH = LazyPattern(r"(?: - |\s?[—–]\s?)$")
_DASH_END = LazyPattern(r" - |\s?[—–]|\.")
_OR = LazyPattern(
    r"(?: (?:long|wide|high|tall|deep|across|away|thick|above sea level))?,? (?:or|which is|equivalent to|the equivalent of|equal to) $|/$"
)
_NEXT = LazyPattern(r"(?:[;,/]| or|,? and) ?$")
_CLOSE = LazyPattern(r" ?(?:[a-z]+ ?){0,3}[)\];,]|/| or")
_OR_END = LazyPattern(
    r"\s*(?:[.,;:)\]—–]|$)| (?:[a-z]+ )?(?:of|from|to|in|at|above|below|long|wide|high|tall|deep|away|north|south|east|west|each|per|a|off|across|along|into|and|on|for|by|up|down|thick|heavy)\b"
)
_CHANGE_WORDS = LazyPattern(
    r"\b(?:rise|rose|rises|warm(?:ed|er|ing)|cool(?:ed|er|ing)|increase|drop|dropped|fell|fall|above|below|higher|lower|hotter|colder|"
    r"difference|up|down|limit|risen|rising|warming|cooling|target|goal|since|by)\b"
)


_DATED = LazyPattern(
    r"\b(?:19|20)\d\d\b|\blast year\b|\byears? (?:ago|earlier|before)\b|\bat the time\b|\bthen worth\b|\bprevious(?:ly)?\b"
)


def _conversions(cls: type[M], story: Story) -> Iterator[M]:
    text, quantities = story.text, story.mentions(Quantity)
    part_of_last = 0
    for index, first in enumerate(quantities[:-1]):
        if index < part_of_last:
            continue
        if first.measure not in PHYSICAL and first.measure != "money" and first.measure != "count":
            continue
        joined, taken = _feet_and_inches(text, quantities, index)
        at = part_of_last = index + taken
        opened, last = "", joined.span.end
        previous: Quantity | None = None
        while at < len(quantities) and quantities[at].span.start - last < 24:
            between = text[last : quantities[at].span.start]
            found = (
                (_OPEN.match(between) or _OR.match(between) or _DASH.match(between))
                if last == joined.span.end
                else (_NEXT.match(between) if opened == "(" else None)
            )
            if not found:
                break
            opened = opened or _opening(between)
            second, width = _feet_and_inches(text, quantities, at)
            after = text[second.span.end : second.span.end + 30]
            if _ENDS[opened].match(after):
                pair = _pair(joined, second)
                if pair:
                    changing = pair[0].measure == "temperature" and bool(
                        _CHANGE_WORDS.search(text[max(0, joined.span.start - 40) : joined.span.start] + after)
                    )
                    yield cls(
                        Span(joined.span.start, second.span.end),
                        *pair,
                        changing,
                        _is_dated(text, joined.span.start, second.span.end),
                    )
                if previous is not None and previous.measure == "money" and (pair := _pair(previous, second)):
                    dated = _is_dated(text, previous.span.start, second.span.end)
                    yield cls(Span(previous.span.start, second.span.end), *pair, False, dated)
            previous, last = second, second.span.end
            at += width
            if opened != "(":
                break


_THAT_IS = LazyPattern(
    r"(?:[.!?;:—–][”\"’]?\s+[“\"‘]?|, )(?:[Tt]hat is|[Tt]hat['’]s|[Ii]t['’]s|[Ii]t is|[Tt]his is|which is) (?:an? )?\Z"
)
_BACK = 160
"""Characters before "That is", within which the amount stands."""


def _told_apart(cls: type[M], story: Story, known: set[int]) -> Iterator[M]:
    """ "It read 60 knots and then broke. That is 69 mph" """
    text, quantities = story.text, story.mentions(Quantity)
    for index, second in enumerate(quantities):
        if second.measure not in PHYSICAL or second.span.start in known:
            continue
        told = _THAT_IS.search(text, max(0, second.span.start - 30), second.span.start)
        if told is None:
            continue
        for first in reversed(quantities[max(0, index - 4) : index]):
            if first.span.end < told.start() - _BACK:
                break
            if first.measure == second.measure:
                pair = _pair(first, second)
                if pair and _may_convert(*pair):
                    yield cls(Span(first.span.start, second.span.end), *pair)
                break


def _may_convert(first: Quantity, second: Quantity) -> bool:
    """Whether the two are of one size, as a slip leaves them; a length further on may be of something else."""
    if first.measure == "temperature":
        return True
    one, other = (first.value * size for size in sizes(first.unit)), sizes(second.unit)
    return any(0.4 < value / (second.value * size) < 2.5 for value in one for size in other if second.value)


def _is_dated(text: str, start: int, end: int) -> bool:
    before = re.split(r"[.;]\s|\n", text[max(0, start - 120) : start])[-1]
    after = re.split(r"[.;]\s|\n", text[end : end + 80])[0]
    return _DATED.search(before + " " + after) is not None


def _opening(between: str) -> str:
    """How the second amount is joined on: in brackets, with "or", between dashes."""
    if "(" in between or "[" in between:
        return "("
    return "-" if _DASH.match(between) else "or"


_ENDS = {"(": _CLOSE, "or": _OR_END, "-": _DASH_END}


_PARTS = {("foot", "inch"): 1 / 12, ("pound", "ounce"): 1 / 16, ("stone", "pound"): 1 / 14}
_LESSER = LazyPattern(
    r"(?:,? | and |-)?(\d{1,2}(?:\.\d)?)[ -]?(ins?\b|\"|″|inch(?:es)?\b|ounces?\b|oz\b|pounds?\b|lbs?\b)"
)


def _feet_and_inches(text: str, quantities: tuple[Quantity, ...], index: int) -> tuple[Quantity, int]:
    """The quantity, with inches that follow feet (ounces that follow pounds) added to it, and how many quantities that is."""
    whole = quantities[index]
    unit = "pound" if whole.unit_words in ("pounds", "pound") else whole.unit
    if unit not in ("foot", "pound", "stone"):
        return whole, 1
    rest = _LESSER.match(text, whole.span.end)
    size = _PARTS.get((unit, _lesser(rest[2]))) if rest else None
    if not rest or not size:
        return whole, 1
    value = whole.value + float(rest[1]) * size
    joined = replace(
        whole, span=Span(whole.span.start, rest.end()), figure=Span(whole.figure.start, rest.end()), value=value,
        true=Interval(value - size / 2, value + size / 2), step=size, unit=unit, measure="length" if unit == "foot" else "mass",
    )  # fmt: skip
    taken = 1
    while index + taken < len(quantities) and quantities[index + taken].span.start < rest.end():
        taken += 1
    return joined, taken


def _lesser(word: str) -> str:
    if word.startswith(("o",)):
        return "ounce"
    return "pound" if word.startswith(("p", "l")) else "inch"


def _pair(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity] | None:
    """The two as amounts of one measure in different units; None where they are not."""
    if first.is_range or second.is_range:
        return None
    first, second = _as_read_beside(first, second), _as_read_beside(second, first)
    if first.measure != second.measure or first.unit == second.unit or not first.unit or not second.unit:
        return None
    return (first, second) if first.measure in PHYSICAL or first.measure == "money" else None


def _as_read_beside(quantity: Quantity, other: Quantity) -> Quantity:
    """*quantity* where its unit is only told by *other*: "1.8m" beside feet, "pounds" beside kilograms, degrees beside F."""
    if quantity.measure == "count" and other.measure == "length" and other.unit != "metre" and not quantity.noun:
        in_metres = quantity.value >= 1e4 and quantity.step >= 1e3 and quantity.value < 1e10
        return _scaled(quantity, 1e-6, "length", "metre") if in_metres else quantity
    if quantity.unit == "£" and quantity.unit_words == "pounds" and other.measure == "mass":
        return replace(quantity, measure="mass", unit="pound")
    if quantity.unit == "degree" and other.unit in ("Fahrenheit", "Celsius"):
        return replace(quantity, unit="Celsius" if other.unit == "Fahrenheit" else "Fahrenheit")
    return quantity


def _scaled(quantity: Quantity, factor: float, measure: str, unit: str) -> Quantity:
    return replace(
        quantity,
        value=quantity.value * factor,
        true=quantity.true.times(factor),
        step=quantity.step * factor,
        measure=measure,
        unit=unit,
    )


def news_rounding(quantity: Quantity) -> Interval:
    """What a converted figure may truly be: conversions are rounded to their last digit other than zero, but by at most 5%."""
    digit = quantity.step
    while (
        quantity.value
        and quantity.step >= 1
        and round(quantity.value / (digit * 10)) * digit * 10 == round(quantity.value)
    ):
        digit *= 10
    reach = min(digit / 2, 0.05 * abs(quantity.value))
    return Interval(min(quantity.true.low, quantity.value - reach), max(quantity.true.high, quantity.value + reach))


def sizes(unit: str) -> tuple[float, ...]:
    """The sizes that *unit* (its canonical name) may have, in the unit of its measure."""
    return _SIZES.get(unit, ())


_SIZES = {unit.name: unit.sizes for unit in UNITS.values()}
