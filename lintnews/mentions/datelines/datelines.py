"""Datelines: the place, and in some houses the date and the credit, with which a story opens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...datafiles import load_data
from ...mention import Mention
from ...source import Span
from ...story import BlockKind
from ..dates.date_forms import DATE_PARTS, date_parts
from ..dates.misspellings import month_meant
from ..words.calendar_words import MONTH_NAMES, MONTHS, WEEKDAYS
from .opening import REACH

if TYPE_CHECKING:
    from ...story import Block, Story
    from ..dates.dates import Date

D = TypeVar("D", bound="Dateline")
AGENCIES = frozenset(name for name in load_data("agencies")["names"] if " " not in name)
_DASH = r"(?:—|–|--+|-|_)"
"""The underscore is the dash of old wires."""
_WORD = r"[*]{0,4}[^\W\d_][\w.'’}{&/-]*"
_PLACE = rf"(?P<place>{_WORD}(?: {_WORD}){{0,4}}?)"
_REGIONS = r"(?P<regions>(?:,[. ]? ?[^\W\d_][\w.'’ -]{0,28}?){0,2}?)"
_LEAD = re.compile(rf"{_PLACE}{_REGIONS}(?P<joint> ?,[., ]{{0,3}}| {{1,2}})?")
_DATE_START = re.compile(r"(?<![\w'’-])\w")
_DATE = re.compile(
    r"(?:(?P<month>[A-Za-z]{3,9}\.?)(?P<joint>,? {0,2})(?P<day>\d{1,3}|[lI]\d?|\d[lO])?"
    r"|(?P<first>\d{1,2}) (?P<last>[A-Za-z]{3,9}\.?))(?![\w'’])"
)
_TAIL = re.compile(
    rf"(?P<stray>,?)\s{{0,2}}(?:(?P<credit>\([^()\n]{{2,30}}\))\s{{0,2}})?(?:(?P<dash>{_DASH})(?=\s|$))?"
)
_BARE_END = re.compile(rf"\s*(?:(?P<credit>\([^()\n]{{2,30}}\))\s{{0,2}})?(?P<dash>(?<=[\s)]){_DASH}(?=\s|$))?")
_END_OF_LEAD = re.compile(rf" \(|\s{_DASH}(?:\s|$)|$")
_SMALL_WORDS_TEXT = "de del de da do la las le los of the am an upon sur and di du el und on"
_SMALL_WORDS = frozenset(_SMALL_WORDS_TEXT.split())
_NO_PLACE_TEXT = (
    "in on at by from since after the for until before it this that a an as but and of to between through updated "
    "published posted note editor editors buy watch read photo file last first late early mid"
)
_NO_PLACE = frozenset(_NO_PLACE_TEXT.split())


class Dateline(Mention, frozen=True):
    """A dateline up to and with its dash.

    ``regions`` are what stands between place and date: a state, a country. ``month`` is the month's word, ``day`` its
    figure, both as written; ``date`` is there where they can be read. ``joints`` are the marks before the date, inside
    it and behind it.
    """

    kind: ClassVar[str] = "dateline"
    place: Annotated[Span, "The city."]
    regions: Annotated[tuple[Span, ...], "States and countries behind it."]
    month: Annotated[Span | None, "The month's word."]
    day: Annotated[Span | None, "The day's figure."]
    date: Annotated[Date | None, "The two read as a date."]
    day_first: Annotated[bool, "Whether the day stands before the month."]
    joints: Annotated[tuple[str, str, str], "The marks before the date, inside it and behind it."]
    credit: Annotated[Span | None, "The agency in its brackets."]
    dash: Annotated[Span | None, "The dash at its end."]

    part_names: ClassVar[Mapping[str, str]] = {
        "CITY": "The city in capitals.",
        "City": "The city with capital initials.",
        "region": "The states and countries behind it.",
        **DATE_PARTS,
        "credit": "The agency in the brackets.",
        "dash": "The dash as it is written.",
    }

    def parts_in(self, story: Story) -> Mapping[str, str | None]:
        place = story.words(self.place).strip("*")
        date = self.date if self.date and self.date.possible else None
        return {
            "CITY": place.upper(),
            "City": place.title() if place.isupper() else place,
            "region": ", ".join(story.words(region) for region in self.regions) or None,
            **date_parts(date.day if date else None, date.month if date else None, None),
            "credit": story.words(self.credit)[1:-1] if self.credit else None,
            "dash": story.words(self.dash) if self.dash else None,
        }

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        blocks = story.blocks_of(BlockKind.DATELINE)
        for block in blocks:
            found = _read(cls, story, block, set_off=True)
            if found:
                yield found
        if not blocks:
            yield from _opening(cls, story)


def _opening(cls: type[D], story: Story) -> Iterator[D]:
    """The dateline that opens the copy: in the first paragraph, or behind a title or a photo line or two."""
    for number, block in enumerate(story.body[:3]):
        found = _read(cls, story, block, set_off=False)
        if found and (number == 0 or found.month or found.credit):
            yield found
        if found or len(block.span) > 90:
            return


def _read(cls: type[D], story: Story, block: Block, *, set_off: bool) -> D | None:
    start, end = block.span.start, min(block.span.end, block.span.start + REACH)
    head = story.text[start:end].partition("\n")[0]
    for word in _DATE_START.finditer(head):
        date = _DATE.match(head, word.start())
        if not date or not _is_month(date):
            continue
        lead = _LEAD.fullmatch(head, 0, date.start())
        tail = _TAIL.match(head, date.end())
        if (
            lead
            and tail
            and lead["joint"]
            and (tail["dash"] or tail["credit"] or (set_off and tail.end() == len(head)))
        ):
            return _dated(cls, lead, date, tail, start) if _is_place(lead, strict=False) else None
    return _bare(cls, head, start, set_off, story.house.words.agencies)


def _is_month(date: re.Match[str]) -> bool:
    word = date["month"] or date["last"]
    if word.rstrip(".").lower() in MONTHS:
        return True
    return bool(date["day"] or date["first"]) and month_meant(word) is not None


def _is_place(lead: re.Match[str], *, strict: bool) -> bool:
    words = lead["place"].split()
    first = words[0].lower().strip("*.")
    if first in WEEKDAYS or first in MONTHS or any(len(w) > 24 for w in words):
        return False
    if all(word.upper() == word for word in words):
        return sum(map(str.isalpha, lead["place"])) > 2
    if strict or lead["joint"] == " " or first in _NO_PLACE:
        return False
    lower = lead["place"][1:].islower() and len(words) < 3
    return lower or all(word[:1].isupper() or word in _SMALL_WORDS for word in words)


def _dated(cls: type[D], lead: re.Match[str], date: re.Match[str], tail: re.Match[str], at: int) -> D:
    month_group, day_group = ("month", "day") if date["month"] else ("last", "first")
    month = Span(*date.span(month_group)).shifted(at)
    day = Span(*date.span(day_group)).shifted(at) if date[day_group] else None
    return cls(
        span=Span(0, tail.end()).shifted(at) if tail["dash"] else Span(0, _last(date, tail)).shifted(at),
        place=Span(*lead.span("place")).shifted(at),
        regions=_regions(lead, at),
        month=month,
        day=day,
        date=_date(date[month_group], date[day_group] or "", month, day),
        day_first=day_group == "first",
        joints=(lead["joint"] or "", date["joint"] or "", tail["stray"]),
        credit=Span(*tail.span("credit")).shifted(at) if tail["credit"] else None,
        dash=Span(*tail.span("dash")).shifted(at) if tail["dash"] else None,
    )


def _last(date: re.Match[str], tail: re.Match[str]) -> int:
    return max(date.end(), tail.end("stray"), tail.end("credit"))


def _date(word: str, figure: str, month: Span, day: Span | None) -> Date | None:
    from ..dates.dates import Date

    plain = word.rstrip(".").lower()
    number = MONTHS.get(plain) or (MONTH_NAMES.index(m) + 1 if (m := month_meant(word)) else None)
    if not figure.isdigit() or number is None or day is None:
        return None
    order = "mdy" if month < day else "dmy"
    return Date(
        Span(min(month.start, day.start), max(month.end, day.end)), None, number, int(figure), order, day, month, None
    )


def _regions(lead: re.Match[str], at: int) -> tuple[Span, ...]:
    begin = lead.start("regions")
    return tuple(
        Span(begin + m.start(), begin + m.end()).shifted(at) for m in re.finditer(r"[^\W\d_][^,]*", lead["regions"])
    )


def _bare(cls: type[D], head: str, at: int, set_off: bool, own: tuple[str, ...]) -> D | None:
    """A dateline without a date: a place in capitals before a dash, or any place before a credit."""
    stop = _END_OF_LEAD.search(head)
    lead = _LEAD.fullmatch(head, 0, stop.start()) if stop else None
    tail = _BARE_END.match(head, stop.start()) if stop else None
    if lead is None or tail is None:
        return None
    agency = tail["credit"] is not None and _is_credit(tail["credit"], own)
    if not (tail["dash"] or agency or (set_off and tail.end() == len(head))) or (tail["credit"] and not agency):
        return None
    if not _is_place(lead, strict=not (agency or set_off)):
        return None
    return cls(
        span=Span(0, len(head[: tail.end()].rstrip())).shifted(at),
        place=Span(*lead.span("place")).shifted(at),
        regions=_regions(lead, at),
        month=None,
        day=None,
        date=None,
        day_first=False,
        joints=("", "", ""),
        credit=Span(*tail.span("credit")).shifted(at) if tail["credit"] else None,
        dash=Span(*tail.span("dash")).shifted(at) if tail["dash"] else None,
    )


def _is_credit(words: str, own: tuple[str, ...]) -> bool:
    return words[1:-1].strip() in own or bool(AGENCIES.intersection(re.split(r"[^\w]+", words)))
