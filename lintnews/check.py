"""The base that every kind of check extends."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from .declared import option

if TYPE_CHECKING:
    from .match import Match
    from .story import Story

__all__ = ["Check", "option"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One kind of check. Its fields, made with ``option``, are the YAML that a rule may write.

    Fields hold plain immutable values: str, int, float, bool, None, tuples of them, ``dict[str, str]``, a ``Literal``.
    A mistake that types can't tell (a bad pattern) is a ``ValueError`` in ``__post_init__``, raised when the rule loads.

    ``kind`` is the name in YAML. ``values`` are the ``{names}`` that a message may use beside ``{text}``.
    """

    kind: ClassVar[str] = ""
    values: ClassVar[tuple[str, ...]] = ()

    def matches(self, story: Story) -> Iterator[Match]:
        """What this check finds in *story*, in any order."""
        raise NotImplementedError
