"""Judges: what follows from the mentions of one kind, and which of them can't be so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Protocol, TypeVar

from ..match import Case, Match
from ..mention import Mention

if TYPE_CHECKING:
    from ..story import Story

M = TypeVar("M", bound=Mention)


class Chosen(Protocol):
    """The mentions of a kind that a rule is about: ``chosen(DatedWeekday)``."""

    def __call__(self, kind: type[M], /) -> tuple[M, ...]: ...


class Verdict(NamedTuple):
    """A mention that can't be so, and the match that says why."""

    mention: Mention
    match: Match


class Judge:
    """Judges statements: mentions from which something follows that can be told apart from what they say.

    Its docstring says when a statement is found wrong. ``values`` are what a message may use beside the mention's own
    fields; ``cases`` are what a rule may word one by one.
    """

    values: ClassVar[tuple[str, ...]] = ()
    cases: ClassVar[Mapping[str, Case]] = {}

    def verdicts(self, story: Story, chosen: Chosen) -> Iterator[Verdict]:
        """The statements among those *chosen* that can't be so."""
        raise NotImplementedError
