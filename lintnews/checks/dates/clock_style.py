"""clock-style: 8pm for 8 p.m."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Edit, Fix, Match, Safety
from ...source import Span
from ..datelines.ap_copy import is_ap_copy

if TYPE_CHECKING:
    from ...mentions.dates.clock_times import ClockTime
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockStyle(Check):
    """Flags times of the 12-hour clock without points, space or colon where AP has them."""

    kind: ClassVar[str] = "clock-style"
    values: ClassVar[tuple[str, ...]] = ("right",)

    def matches(self, story: Story) -> Iterator[Match]:
        if not is_ap_copy(story):
            return
        from ...mentions.dates.clock_times import ClockTime

        for time in story.mentions(ClockTime):
            if not time.half or not time.possible:
                continue
            end = time.zone_span.start if time.zone_span else time.span.end
            written = story.text[time.span.start : end].rstrip(" ,(")
            right = _right(time, zeros="00" in written)
            if written.rstrip(".") != right.rstrip("."):
                span = Span(time.span.start, time.span.start + len(written))
                yield Match(span, values=(("right", right),), fixes=(Fix((Edit(span, right),), Safety.SAFE),))


def _right(time: ClockTime, *, zeros: bool) -> str:
    return f"{time.hour}" + (f":{time.minute:02}" if time.minute or zeros else "") + f" {time.half}.m."
