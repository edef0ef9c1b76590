"""clock-style: 8pm for 8 p.m., in AP copy or among times written otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from ...check import Check
from ...match import Edit, Fix, Match, Note, Safety
from ...mentions.datelines.ap_copy import is_ap_copy, style_safety
from ...source import Span
from ...story import BlockKind

if TYPE_CHECKING:
    from ...mentions.dates.clock_times import ClockTime
    from ...story import Story

_SET_OFF = (BlockKind.TABLE_CELL, BlockKind.LIST_ITEM)


class _Form(NamedTuple):
    """How a time is written: what stands between the hour and minutes, before the half of the day, and as the half."""

    colon: str
    space: str
    half: str


_AP = _Form(":", " ", "{}.m.")


class _Written(NamedTuple):
    time: ClockTime
    span: Span
    form: _Form


class ClockStyle(Check):
    """Flags times of the 12-hour clock that AP writes otherwise, in AP copy; in other copy those that are written
    otherwise than most in the story.
    """

    kind: ClassVar[str] = "clock-style"
    values: ClassVar[tuple[str, ...]] = ("right",)

    def matches(self, story: Story) -> Iterator[Match]:
        times = list(_times(story))
        if is_ap_copy(story):
            for one in times:
                zeros = "00" in story.words(one.span) and one.time.hour == 12
                right = _in_form(one.time, _AP, zeros=zeros)
                if story.words(one.span).rstrip(".") != right.rstrip("."):
                    fix = Fix((Edit(one.span, right),), style_safety(story))
                    yield Match(one.span, values=(("right", right),), fixes=(fix,))
        elif story.house.date_style != "none":
            yield from _odd(story, times)


def _times(story: Story) -> Iterator[_Written]:
    from ...mentions.dates.clock_times import ClockTime

    for time in story.mentions(ClockTime):
        block = story.block_at(time.span.start)
        if not time.half or not time.possible or block is None or block.kind in _SET_OFF:
            continue
        end = time.zone_span.start if time.zone_span else time.span.end
        words = story.text[time.span.start : end].rstrip(" ,(")
        span = Span(time.span.start, time.span.start + len(words))
        colon = "." if "." in words[: words.lower().index(time.half)] else ":"
        half = words[words.lower().index(time.half) :]
        dotted = half.replace(time.half, "{}").replace(time.half.upper(), "{}")
        space = " " if words[: -len(half)].endswith(" ") else ""
        yield _Written(time, span, _Form(colon, space, dotted if "." not in dotted else dotted.rstrip(".") + "."))


def _in_form(time: ClockTime, form: _Form, *, zeros: bool) -> str:
    minutes = f"{form.colon}{time.minute:02}" if time.minute or zeros else ""
    return f"{time.hour}{minutes}{form.space}{form.half.format(time.half)}"


def _odd(story: Story, times: list[_Written]) -> Iterator[Match]:
    """The times that are written otherwise than most, where at least two are written one way."""
    forms = Counter((one.form.space, one.form.half) for one in times)
    if len(forms) < 2:
        return
    (most, count), (_, next_count) = forms.most_common(2)
    if count == next_count:
        return
    model = next(one for one in times if (one.form.space, one.form.half) == most)
    for one in times:
        if (one.form.space, one.form.half) != most:
            zeros = "00" in story.words(one.span)
            right = _in_form(one.time, _Form(one.form.colon, *most), zeros=zeros)
            note = Note("written so elsewhere", model.span)
            yield Match(one.span, (("right", right),), (note,), (Fix((Edit(one.span, right),), Safety.SHOWN),))
