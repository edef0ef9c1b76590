"""Clock times: 8 p.m., 8:30pm, 0100 GMT, 15.30 hrs, noon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.calendar_words import BLANK
from ..words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

T = TypeVar("T", bound="ClockTime")
_ZONE_WORDS = (
    "GMT|UTC|BST|IST|JST|KST|HKT|SGT|CEST|CET|EEST|EET|WEST|WET|MSK|AEST|AEDT|NZST|NZDT|"
    "EST|EDT|CST|CDT|MST|MDT|PST|PDT|AKST|AKDT|HST|ET|CT|PT"
)
_ZONE = (
    rf"(?P<zone>(?:{_ZONE_WORDS}|{_ZONE_WORDS.lower()})\b(?!-\w|/[A-Za-z])|(?:[Ll]ocal|[A-Z][a-z]+(?: [A-Z][a-z]+)?)[ \t\xa0\u2009\u202f]"
    r"(?:[Ss]tandard |[Dd]aylight )?[Tt]ime\b|(?:Eastern|Central|Mountain|Pacific)\b(?! [A-Z]))"
)
_TWELVE = LazyPattern(
    rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))?[ \t\xa0\u2009\u202f-]?(?P<half>[apAP])(?:\.[ ]?[mM]\b\.?|[mM]\b(?!-))(?:[ \t\xa0\u2009\u202f,]{{1,2}}\(?{_ZONE}\)?)?"
)
_TWENTY_FOUR = LazyPattern(
    rf"(?P<hour>\d{{1,2}})[:.]?(?P<minute>\d\d)[ \t\xa0\u2009\u202f]?(?:(?P<hours>h|hrs|hours)\b[ \t\xa0\u2009\u202f]?)?(?:\(?{_ZONE}\)?)?"
)
_SHORT_ZONES = ("ET", "CT", "PT", "MT")
_HOURS_AFTER_AT = LazyPattern(r"\b(?:[Aa]t|until|till) $")
_NUMBER = LazyPattern(
    r"\d{1,4}(?=[:.]?\d?\d?[ \t\xa0\u2009\u202f-]?(?:[aApP]\.?[ ]?[mM]\b|[A-Zghelu(]|hrs)|:\d\d(?![\d:]))"
)
_NAME_NEXT = LazyPattern(r" [A-Z][a-z]+(?! [Tt]ime)")
_WORD_TIME = LazyPattern(rf"\b(?P<word>noon|midnight)\b(?: {_ZONE})?", needs=("noon", "midnight"))


class ClockTime(Mention, frozen=True):
    """A time of day as written: maybe an impossible one.

    ``half`` is ``a`` or ``p`` for a.m. and p.m., empty for the 24-hour clock; ``word`` is "noon" or "midnight".
    ``zone`` is as written: ``GMT``, ``EST``, "local time"; its span is ``zone_span``.
    """

    kind: ClassVar[str] = "clock-time"
    hour: Annotated[int, "The hour, as written."]
    minute: Annotated[int, "The minute, 0 where none is written."]
    half: Annotated[str, "a or p for a.m. and p.m.; empty for the 24-hour clock."]
    word: Annotated[str, "noon, midnight, or empty."]
    zone: Annotated[str, "The time zone as written: GMT, EST, local time; empty where none is."]
    zone_span: Annotated[Span | None, "Where the zone stands."]

    part_names: ClassVar[Mapping[str, str]] = {
        "hour": "The hour as written: 8, 20.",
        "hh": "The hour on the 24-hour clock, in two figures: 20.",
        "h": "The hour on the 12-hour clock: 8.",
        "mm": "The minutes in two figures; missing at the full hour, unless they are written with the 24-hour clock.",
        "half": "a or p.",
        "HALF": "A or P.",
        "zone": "The time zone as written: GMT.",
    }

    def parts_in(self, story: Story) -> Mapping[str, str | None]:
        if self.word:
            return dict.fromkeys(self.part_names)
        hour = self.minutes // 60
        half = "p" if hour >= 12 else "a"
        return {
            "hour": str(self.hour),
            "hh": f"{hour:02}",
            "h": str(hour % 12 or 12),
            "mm": f"{self.minute:02}" if self.minute or not self.half else None,
            "half": half,
            "HALF": half.upper(),
            "zone": self.zone or None,
        }

    @property
    def possible(self) -> bool:
        """Whether a clock can show it."""
        if self.minute > 59:
            return False
        if self.half:
            return 1 <= self.hour <= 12
        return self.hour < 24 or (self.hour == 24 and self.minute == 0)

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        hour = self.hour % 12 + 12 * (self.half == "p") if self.half else self.hour % 24
        return hour * 60 + self.minute

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = [*_figures(cls, story.text), *_words(cls, story.text)]
        return sorted(found, key=lambda time: time.span)


def _figures(cls: type[T], text: str) -> Iterator[T]:
    for number in _NUMBER.finditer(text):
        start = number.start()
        if not _may_begin(text, start):
            continue
        match = _TWELVE.match(text, start) or _TWENTY_FOUR.match(text, start)
        if match is None:
            continue
        half = (match.groupdict().get("half") or "").lower()
        if not (_is_twelve_hour(text, match) if half else _is_time(text, match)):
            continue
        yield cls(
            Span(start, match.end("zone") if match["zone"] else start + len(match.group().rstrip("(" + BLANK))),
            int(match["hour"]),
            int(match["minute"] or 0),
            half,
            "",
            (match["zone"] or "").strip(),
            Span(*match.span("zone")) if match["zone"] else None,
        )


def _may_begin(text: str, start: int) -> bool:
    """Whether the figure at *start* begins there, rather than going on from what is before it."""
    before = text[start - 1 : start]
    if before and before in "-–/":
        earlier = text[max(0, start - 2)]
        return (
            earlier.isdigit()
            or earlier in "mM."
            or (before == "/" and text[max(0, start - 3) : start - 1] in _SHORT_ZONES)
        )
    return not before or not (before.isalnum() or before in ".,:$£€+'")


def _is_time(text: str, match: re.Match[str]) -> bool:
    """Whether figures of the 24-hour clock are one: a zone or "hours" says so, or a colon after "at".

    Goals are scored at 54:30 and pilots fly 3500 hours, so those give no impossible times.
    """
    if len(match.group("hour") + match.group("minute")) == len(match.group().split()[0]) == 3:
        return False
    if text[match.end() : match.end() + 1] in (":", "%") and not match["zone"]:
        return False
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["zone"]:
        return True
    if match["hours"]:
        return hour < 24 and minute < 60
    after_at = ":" in match.group() and _HOURS_AFTER_AT.search(text, max(0, match.start() - 8), match.start())
    return bool(after_at) and (hour < 25 or (hour < 30 and minute % 15 == 0))


def _is_twelve_hour(text: str, match: re.Match[str]) -> bool:
    """Whether PM is a time of day rather than a prime minister."""
    written = match.group()
    if "PM" not in written and "AM" not in written:
        return True
    named = not match["zone"] and _NAME_NEXT.match(text, match.end())
    return int(match["hour"]) <= 12 and int(match["hour"]) > 0 and not named


def _words(cls: type[T], text: str) -> Iterator[T]:
    for match in _WORD_TIME.finditer(text):
        hour = 12 if match["word"] == "noon" else 0
        zone_span = Span(*match.span("zone")) if match["zone"] else None
        yield cls(Span(*match.span()), hour, 0, "", match["word"], (match["zone"] or "").strip(), zone_span)
