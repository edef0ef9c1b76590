"""What the text refers to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from .record import Record
from .source import Span

if TYPE_CHECKING:
    from .story import Story


class Mention(Record, frozen=True):
    """Something that the text refers to: a person, a date, an age, a sum of money, a quotation.

    A subclass is one kind of mention. ``kind`` is its name in YAML (``of: age``); ``find`` yields all
    mentions of the kind in text order, and runs once a story, when a check first asks. Each field says in its annotation
    what it means: ``value: Annotated[int, "Full years."]``; docs/mentions.md is made from that.
    """

    kind: ClassVar[str] = ""
    span: Annotated[Span, "The words themselves."]

    part_names: ClassVar[Mapping[str, str]] = {}
    """What it may be written with (``{Month}``, ``{day}``), and what each is; none for kinds that have no form."""

    def parts_in(self, story: Story) -> Mapping[str, str | None]:
        """The parts that it is written with, as *story* has them; None for what is missing."""
        return {}

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        raise NotImplementedError(cls)
