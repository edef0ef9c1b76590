"""suppression: what is wrong with the suppressions in a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option

if TYPE_CHECKING:
    from ...match import Match
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class SuppressionFault(Check):
    """Flags suppressions (``<!-- lintnews: allow … -->``) that should not stand in the story.

    It is decided after all other rules have run, since only then is it known which suppressions serve.
    """

    kind: ClassVar[str] = "suppression"
    values: ClassVar[tuple[str, ...]] = ("allowed", "until", "fault")
    fault: Literal["unused", "expired", "unknown", "without-reason"] = option(
        "unused: it suppresses nothing; expired: its `until` day is past; unknown: it can't be followed, or names no rule; "
        "without-reason: it doesn't say why."
    )

    def matches(self, story: Story) -> Iterator[Match]:
        return iter(())
