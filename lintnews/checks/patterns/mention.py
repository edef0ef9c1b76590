"""mention: something that the story states, and shouldn't, or not so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from ...check import option
from ...declared import Keys, Mistake
from ...described import SEVERAL, open_fields, shown, value_at
from ...match import Certainty, Edit, Fix, Match, Note, Safety
from ...mention import Mention
from ...mentions import mention_class
from ...message import filled, names_in
from ...source import Span
from .of_mention import PLACES, OfMention, field_values, place_of

if TYPE_CHECKING:
    from ...described import Described
    from ...story import Story


class MentionCheck(OfMention):
    """Flags every mention of one kind whose fields are as ``where`` says.

    The message may use the mention's fields, and the fields of its fields: `{value}`, `{first.unit}`.
    """

    kind: ClassVar[str] = "mention"
    flag: str = option("Which of the mention's fields is flagged.", "span")
    once: bool = option("Whether to flag only the first in a story.", False)
    notes: dict[str, str] = option("Other places that are shown: a field → what is said of it.", dict)
    note: str = option("What else is told, about no place in the story.", "")
    write: str = option("What is written instead; there is no fix where a {value} in it is missing.", "")
    drop: bool = option("Whether the fix takes it out, with the blank before it.", False)
    safety: Literal["safe", "unsafe", "shown"] = option(
        "safe: the fix changes wording only; unsafe: it may change the meaning; shown: it states a fact, and is only shown.",
        "shown",
    )

    def field_mistakes(self, fields: Mapping[str, Described]) -> Iterator[Mistake]:
        places = tuple(name for name, field in fields.items() if field.type in PLACES)
        several = tuple(name for name, field in fields.items() if field.type == SEVERAL)
        if self.flag not in places:
            yield _no_place(self.of, self.flag, ("flag",), places, fields)
        for name in self.notes:
            if name not in (*places, *several):
                yield _no_place(self.of, name, ("notes", name), (*places, *several), fields)
        texts: dict[Keys, str] = {("write",): self.write, ("note",): self.note}
        for keys, text in texts.items():
            yield from _unknown_names(self.of, text, keys, tuple(fields))
        for name, text in self.notes.items():
            each = open_fields(mention_class(fields[name].mention)) if name in several and fields[name].mention else {}
            yield from _unknown_names(self.of, text, ("notes", name), (*fields, *each))

    def matches_by(self, plan: Any, story: Story) -> Iterator[Match]:
        tests, names = plan
        for mention in self.chosen(tests, story):
            span = place_of(value_at(mention, self.flag, story))
            if span is not None:
                yield self._match(mention, span, names, story)
                if self.once:
                    return

    def _match(self, mention: Mention, span: Span, names: tuple[str, ...], story: Story) -> Match:
        values = field_values(mention, names, story)
        return Match(
            span,
            values=tuple(values.items()),
            notes=tuple(self._notes(mention, values, story)),
            fixes=self._fixes(span, values, story),
            certainty=getattr(mention, "certainty", Certainty.CERTAIN),
            evidence=getattr(mention, "reasons", ()),
        )

    def _notes(self, mention: Mention, values: Mapping[str, str], story: Story) -> Iterator[Note]:
        for name, said in self.notes.items():
            value = value_at(mention, name, story)
            for one in value if isinstance(value, tuple) else (value,):
                place = place_of(one)
                if place is not None:
                    own = _own_values(one, said, story) if isinstance(value, tuple) else {}
                    yield Note(filled(said, {**values, **own}), place)
        if self.note:
            yield Note(filled(self.note, values))

    def _fixes(self, span: Span, values: Mapping[str, str], story: Story) -> tuple[Fix, ...]:
        edit = Edit(span, filled(self.write, values))
        if self.drop:
            edit = Edit(Span(len(story.text[: span.start].rstrip(" ")), span.end), "")
        elif not self.write or not all(values.get(name) for name, _ in names_in(self.write)):
            return ()
        return (Fix((edit,), Safety(self.safety)),)


def _own_values(one: Any, said: str, story: Story) -> dict[str, str]:
    """The fields of *one* of several mentions that a note names."""
    if not isinstance(one, Mention):
        return {}
    names = [name for name, _ in names_in(said) if name in open_fields(type(one))]
    return {name: shown(value_at(one, name, story), story) for name in names}


def _no_place(of: str, name: str, keys: Keys, places: tuple[str, ...], fields: Mapping[str, Described]) -> Mistake:
    told = "is no place in the story" if name in fields else "is no field"
    message = f"`{name}` {told} of a mention of kind `{of}`"
    return Mistake(message, keys, at_key=len(keys) > 1, word=name, known=places)


def _unknown_names(of: str, text: str, keys: Keys, known: tuple[str, ...]) -> Iterator[Mistake]:
    for name, at in names_in(text):
        if name not in known:
            message = f"`{{{name}}}` is no field of a mention of kind `{of}`"
            yield Mistake(message, keys, within=at, word=name, known=known)
