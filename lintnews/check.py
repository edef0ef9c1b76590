"""The base that every kind of check extends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from .declared import Declared, option
from .match import Case

if TYPE_CHECKING:
    from .match import Match
    from .story import Story

__all__ = ["Case", "Check", "PlannedCheck", "option"]


class Check(Declared):
    """One kind of check, as a rule declares it. Its options are the YAML that a rule may write.

    Options hold plain immutable values: str, int, float, bool, None, tuples of them, ``dict[str, str]``, a ``Literal``.
    A mistake that types can't tell is a ``ValueError`` in ``__post_init__``, raised when the rule loads. A check is made
    of its fields in every run; what is costly to work out from them is the plan of a ``PlannedCheck``.

    ``kind`` is the name in YAML. ``values`` are the ``{names}`` that a message may use beside ``{text}``. ``cases`` are
    what a rule may word one by one under ``messages``; each may offer more names than ``values``. ``late`` kinds are asked
    when all others have been, and suppressions are settled.
    """

    kind: ClassVar[str] = ""
    values: ClassVar[tuple[str, ...]] = ()
    cases: ClassVar[Mapping[str, Case]] = {}
    late: ClassVar[bool] = False

    def offers(self) -> tuple[str, ...]:
        """The ``{names}`` that a message may use beside ``{text}``: ``values``, unless the rule's keys decide it."""
        return self.values

    def told_cases(self) -> Mapping[str, Case]:
        """What the check tells apart: ``cases``, unless the rule's keys decide it."""
        return self.cases

    def matches(self, story: Story) -> Iterator[Match]:
        """What this check finds in *story*, in any order."""
        raise NotImplementedError


class PlannedCheck(Check):
    """A kind of check that is compiled: ``plan`` is worked out when the rule loads and kept with it between runs."""

    def plan(self) -> Any:
        """The compiled form: plain values that marshal can hold. ValueError for mistakes that types can't tell."""
        raise NotImplementedError

    def matches_by(self, plan: Any, story: Story) -> Iterator[Match]:
        """What this check finds in *story* by its *plan*, in any order."""
        raise NotImplementedError

    def matches(self, story: Story) -> Iterator[Match]:
        return self.matches_by(self.plan(), story)
