"""mention: something that the story states, and shouldn't, or not so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from ...check import option
from ...declared import Keys, Mistake
from ...described import value_at
from ...match import Certainty, Edit, Fix, Match, Note, Safety
from ...message import filled, names_in
from ...source import Span
from .of_mention import PLACES, OfMention, field_values, place_of

if TYPE_CHECKING:
    from ...described import Described
    from ...mention import Mention
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionCheck(OfMention):
    """Flags every mention of one kind whose fields are as ``where`` says.

    The message may use the mention's fields, and the fields of its fields: `{value}`, `{first.unit}`.
    """

    kind: ClassVar[str] = "mention"
    flag: str = option("Which of the mention's fields is flagged.", "span")
    notes: dict[str, str] = option("Other places that are shown: a field → what is said of it.", dict)
    write: str = option("What is written instead; there is no fix where a {value} in it is missing.", "")
    safety: Literal["safe", "unsafe", "shown"] = option(
        "safe: the fix changes wording only; unsafe: it may change the meaning; shown: it states a fact, and is only shown.",
        "shown",
    )

    def field_mistakes(self, fields: Mapping[str, Described]) -> Iterator[Mistake]:
        places = tuple(name for name, field in fields.items() if field.type in PLACES)
        for name, keys in ((self.flag, ("flag",)), *((name, ("notes", name)) for name in self.notes)):
            if name not in places:
                told = "is no place in the story" if name in fields else "is no field"
                message = f"`{name}` {told} of a mention of kind `{self.of}`"
                yield Mistake(message, keys, at_key=len(keys) > 1, word=name, known=places)
        texts: dict[Keys, str] = {
            ("write",): self.write,
            **{("notes", name): said for name, said in self.notes.items()},
        }
        for where, text in texts.items():
            unknown = ((name, at) for name, at in names_in(text) if name not in fields)
            for name, at in unknown:
                message = f"`{{{name}}}` is no field of a mention of kind `{self.of}`"
                yield Mistake(message, where, within=at, word=name, known=tuple(fields))

    def matches_by(self, plan: Any, story: Story) -> Iterator[Match]:
        tests, names = plan
        for mention in self.chosen(tests, story):
            span = place_of(value_at(mention, self.flag))
            if span is not None:
                yield self._match(mention, span, field_values(mention, names, story))

    def _match(self, mention: Mention, span: Span, values: Mapping[str, str]) -> Match:
        notes = ((said, place_of(value_at(mention, name))) for name, said in self.notes.items())
        return Match(
            span,
            values=tuple(values.items()),
            notes=tuple(Note(filled(said, values), place) for said, place in notes if place is not None),
            fixes=self._fixes(span, values),
            certainty=getattr(mention, "certainty", Certainty.CERTAIN),
            evidence=getattr(mention, "reasons", ()),
        )

    def _fixes(self, span: Span, values: Mapping[str, str]) -> tuple[Fix, ...]:
        if not self.write or not all(values.get(name) for name, _ in names_in(self.write)):
            return ()
        return (Fix((Edit(span, filled(self.write, values)),), Safety(self.safety)),)
