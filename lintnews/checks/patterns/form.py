"""form: something that must be written in one of a few ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from ...check import option
from ...declared import Mistake, Mistakes
from ...described import value_at
from ...match import Edit, Fix, Match, Safety
from ...mentions import is_mention_kind, mention_class, mention_kinds
from ...mentions.datelines.ap_copy import is_ap_copy, style_safety
from ...message import form_names, in_form
from .of_mention import PLACES, OfMention, field_values, place_of

if TYPE_CHECKING:
    from ...described import Described
    from ...story import Story


class Form(OfMention):
    """Flags every mention of one kind that is written in none of the forms of ``write``.

    A form is text with the parts of the mention in braces; what stands in square brackets is left out where a part in it
    is missing: `{Mon} {day}[, {year}]`. Mentions that lack a part which no form can do without are left alone.
    """

    kind: ClassVar[str] = "form"
    values: ClassVar[tuple[str, ...]] = ("right",)
    write: tuple[str, ...] = option(
        "The forms, that which is wanted first; docs/mentions.md lists the parts of each kind."
    )
    flag: str = option("Which of the mention's fields must be in one of the forms, and is flagged.", "span")
    style: Literal["", "ap"] = option(
        "`ap`: only in copy that the house holds to AP's style, or that a dateline credits to AP; there, the fix is only shown.",
        "",
    )
    safety: Literal["safe", "unsafe", "shown"] = option(
        "safe: the fix changes wording only; unsafe: it may change the meaning; shown: it is only shown.", "safe"
    )

    def plan(self) -> tuple[Any, ...]:
        if is_mention_kind(self.of) and not mention_class(self.of).part_names:
            known = tuple(kind for kind in mention_kinds() if mention_class(kind).part_names)
            message = f"a mention of kind `{self.of}` has no parts to write it with"
            raise Mistakes(Mistake(message, ("of",), word=self.of, known=known))
        return OfMention.plan(self)

    def field_mistakes(self, fields: Mapping[str, Described]) -> Iterator[Mistake]:
        places = tuple(name for name, field in fields.items() if field.type in PLACES)
        if self.flag not in places:
            message = f"`{self.flag}` is no place in the story of a mention of kind `{self.of}`"
            yield Mistake(message, ("flag",), word=self.flag, known=places)
        known = tuple(mention_class(self.of).part_names)
        if not self.write:
            yield Mistake("at least one form is needed", ("write",))
        for index, form in enumerate(self.write):
            try:
                for name, at in form_names(form):
                    if name not in known:
                        message = f"`{{{name}}}` is no part of a mention of kind `{self.of}`, which has " + ", ".join(
                            known
                        )
                        yield Mistake(message, ("write", index), within=at, word=name, known=known)
            except ValueError as error:
                yield Mistake(f"the form is wrong: {error}", ("write", index))

    def matches_by(self, plan: Any, story: Story) -> Iterator[Match]:
        tests, names = plan
        if self.style == "ap" and not is_ap_copy(story):
            return
        safety = style_safety(story) if self.style == "ap" else Safety(self.safety)
        for mention in self.chosen(tests, story):
            span = place_of(value_at(mention, self.flag, story))
            parts = mention.parts_in(story) if span else {}
            rights = [right for form in self.write if (right := in_form(form, parts))]
            if span and rights and " ".join(story.words(span).split()) not in rights:
                values = {**field_values(mention, names, story), "right": rights[0]}
                yield Match(span, tuple(values.items()), fixes=(Fix((Edit(span, rights[0]),), safety),))
