"""conflicting-role: somebody is the home secretary here and the foreign secretary there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import Check
from ...match import Match, Note

if TYPE_CHECKING:
    from ...story import Story


class ConflictingRole(Check):
    """Flags an office, a rank or a calling that doesn't go with the one that the story gives the same person.

    Which exclude each other is a table (``lintnews/data/roles.json``). "The home secretary" is held against the one person with a
    role of its class, where the story names no home secretary. Titles before names, as far as agencies abbreviate them, are
    compared by ``title-change``.
    """

    kind: ClassVar[str] = "conflicting-role"
    values: ClassVar[tuple[str, ...]] = ("role", "name")

    def matches(self, story: Story) -> Iterator[Match]:
        from .role_conflicts import role_conflicts

        for conflict in sorted(role_conflicts(story), key=lambda found: found.odd.span):
            yield Match(
                conflict.odd.span,
                (("role", story.words(conflict.told.span)), ("name", conflict.told.holder or "the person")),
                (Note("the other role", conflict.told.span),),
                certainty=conflict.certainty,
            )
