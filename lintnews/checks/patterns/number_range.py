"""number-range: a number that can't be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...declared import Mistake, Mistakes
from ...match import Match
from ...mentions import mention_class, mention_kinds

if TYPE_CHECKING:
    from ...story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRange(Check):
    """Flags every mention of one kind whose value lies below ``min`` or above ``max``."""

    kind: ClassVar[str] = "number-range"
    values: ClassVar[tuple[str, ...]] = ("value", "min", "max")
    of: str = option("The kind of mention: age, quantity …")
    min: float | None = option("The smallest number that can be.", None)
    max: float | None = option("The largest number that can be.", None)
    value: str = option("Which of the mention's own values is compared.", "value")
    where: dict[str, str] = option("Only mentions whose other values are these: `unit: percent`.", dict)

    def __post_init__(self) -> None:
        if self.min is None and self.max is None:
            raise Mistakes(Mistake("`number-range` needs `min` or `max`", ("of",), at_key=True))
        try:
            mention = mention_class(self.of)
        except KeyError:
            known = mention_kinds()
            raise Mistakes(
                Mistake(f"`{self.of}` is not a kind of mention", ("of",), word=self.of, known=known)
            ) from None
        has = mention.__struct_fields__
        wrong = [
            Mistake(
                f"a mention of kind `{self.of}` has no `{name}`", keys, word=name, known=has, at_key=keys[0] == "where"
            )
            for name, keys in ((self.value, ("value",)), *((name, ("where", name)) for name in self.where))
            if name not in has
        ]
        if wrong:
            raise Mistakes(*wrong)

    def matches(self, story: Story) -> Iterator[Match]:
        for mention in story.mentions(mention_class(self.of)):
            number = getattr(mention, self.value)
            if number is None or any(str(getattr(mention, name)) != wanted for name, wanted in self.where.items()):
                continue
            if (self.min is not None and number < self.min) or (self.max is not None and number > self.max):
                shown = (("value", number), ("min", self.min), ("max", self.max))
                yield Match(mention.span, values=tuple((name, _shown(value)) for name, value in shown))


def _shown(value: object) -> str:
    return f"{value:,.10g}" if isinstance(value, int | float) else "" if value is None else str(value)
