"""What the kinds over mentions share: which mentions they are about, and what a message may use of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from ...check import PlannedCheck, option
from ...declared import Mistake, Mistakes
from ...described import open_fields, shown, value_at
from ...mentions import mention_class, mention_kinds
from ...source import Span
from .conditions import Test, holds, tests_of

if TYPE_CHECKING:
    from ...described import Described
    from ...mention import Mention
    from ...story import Story

PLACES = ("words", "mention")
"""Types of fields that are places in the story."""


class OfMention(PlannedCheck):
    """Base of the kinds of check that are about the mentions of one kind. The plan is conditions and names of fields."""

    of: str = option("The kind of mention; docs/mentions.md lists them with their fields.")
    where: dict[str, Any] = option(
        "Only mentions whose fields are so: `field: value`, `field: [value, value]`, or a mapping of what is asked: `is`, "
        "`not`, `above`, `below`, `least`, `most`, `matches`, `present`.",
        dict,
    )

    def offers(self) -> tuple[str, ...]:
        return (*self.values, *open_fields(mention_class(self.of)))

    def plan(self) -> tuple[Any, ...]:
        try:
            cls = mention_class(self.of)
        except KeyError:
            mistake = Mistake(f"`{self.of}` is not a kind of mention", ("of",), word=self.of, known=mention_kinds())
            raise Mistakes(mistake) from None
        fields = open_fields(cls)
        mistakes = [*self.field_mistakes(fields)]
        try:
            tests = tests_of(self.where, fields, self.of)
        except Mistakes as error:
            mistakes += error.mistakes
        if mistakes:
            raise Mistakes(*mistakes)
        return tests, tuple(fields)

    def field_mistakes(self, fields: Mapping[str, Described]) -> Iterator[Mistake]:
        """What is wrong with the names of fields outside ``where``."""
        return iter(())

    def chosen(self, tests: tuple[Test, ...], story: Story) -> Iterator[Mention]:
        """The mentions that the rule is about."""
        return (one for one in story.mentions(mention_class(self.of)) if holds(tests, one, story))


def field_values(mention: Mention, names: tuple[str, ...], story: Story) -> dict[str, str]:
    """The fields called *names* as a message shows them."""
    return {name: shown(value_at(mention, name, story), story) for name in names}


def place_of(value: Any) -> Span | None:
    """The place that a field holds: a span, or that of a mention."""
    return value if isinstance(value, Span) else getattr(value, "span", None)
