"""What the kinds over mentions share: which kind they are about, where its fields are so, and what is made of its fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from ...check import PlannedCheck, option
from ...declared import Mistake, Mistakes
from ...described import open_fields, shown, value_at
from ...match import Certainty, Edit, Fix, Match, Note, Safety
from ...mentions import mention_class, mention_kinds
from ...message import filled, names_in
from ...source import Span
from .conditions import Test, holds, tests_of

if TYPE_CHECKING:
    from ...described import Described
    from ...mention import Mention
    from ...story import Story

PLACES = ("words", "mention")
"""Types of fields that are places in the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMention(PlannedCheck):
    """Base of the kinds of check that are about the mentions of one kind."""

    of: str = option("The kind of mention; docs/mentions.md lists them with their fields.")
    where: dict[str, Any] = option(
        "Only mentions whose fields are so: `field: value`, `field: [value, value]`, or a mapping of what is asked: `is`, "
        "`not`, `above`, `below`, `least`, `most`, `matches`, `present`.",
        dict,
    )
    flag: str = option("Which of the mention's fields is flagged.", "span")
    notes: dict[str, str] = option("Other places that are shown: a field → what is said of it.", dict)
    write: str = option("What is written instead; there is no fix where a {value} in it is missing.", "")
    safety: Literal["safe", "unsafe", "shown"] = option(
        "safe: the fix changes wording only; unsafe: it may change the meaning; shown: it states a fact, and is only shown.",
        "shown",
    )

    def offers(self) -> tuple[str, ...]:
        return (*self.values, *open_fields(mention_class(self.of)))

    def plan(self) -> tuple[Any, ...]:
        try:
            cls = mention_class(self.of)
        except KeyError:
            known = mention_kinds()
            raise Mistakes(
                Mistake(f"`{self.of}` is not a kind of mention", ("of",), word=self.of, known=known)
            ) from None
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
        places = tuple(name for name, field in fields.items() if field.type in PLACES)
        for name, keys in ((self.flag, ("flag",)), *((name, ("notes", name)) for name in self.notes)):
            if name not in places:
                told = "is no place in the story" if name in fields else "is no field"
                message = f"`{name}` {told} of a mention of kind `{self.of}`"
                yield Mistake(message, keys, at_key=len(keys) > 1, word=name, known=places)
        for key, text in (("write", self.write), *((f"notes.{name}", said) for name, said in self.notes.items())):
            known = (*self.values, *fields)
            for name, at in names_in(text):
                if name not in known:
                    message = f"`{{{name}}}` is no field of a mention of kind `{self.of}`"
                    yield Mistake(message, tuple(key.split(".", 1)), within=at, word=name, known=known)

    def chosen(self, tests: tuple[Test, ...], story: Story) -> Iterator[Mention]:
        """The mentions that the rule is about."""
        return (one for one in story.mentions(mention_class(self.of)) if holds(tests, one, story))

    def match(self, mention: Mention, names: tuple[str, ...], story: Story, **more: Any) -> Match | None:
        """*mention* as a match; None where what would be flagged isn't there."""
        span = _place(value_at(mention, self.flag))
        if span is None:
            return None
        values = {name: shown(value_at(mention, name), story) for name in names}
        return Match(
            span,
            values=tuple(values.items()),
            notes=tuple(
                Note(filled(said, values), place)
                for name, said in self.notes.items()
                if (place := _place(value_at(mention, name))) is not None
            ),
            fixes=self.fixes(span, values),
            certainty=getattr(mention, "certainty", Certainty.CERTAIN),
            evidence=getattr(mention, "reasons", ()),
            **more,
        )

    def fixes(self, span: Span, values: Mapping[str, str]) -> tuple[Fix, ...]:
        """What ``write`` makes of *values*, if none that it names is missing."""
        if not self.write or not all(values.get(name) for name, _ in names_in(self.write)):
            return ()
        return (Fix((Edit(span, filled(self.write, values)),), Safety(self.safety)),)


def _place(value: Any) -> Span | None:
    return value if isinstance(value, Span) else getattr(value, "span", None)
