"""conflict: two places that speak of one thing and don't agree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from ...check import option
from ...declared import Keys, Mistake
from ...described import shown, value_at
from ...match import Match, Note
from ...message import filled
from ...story import BlockKind
from .conditions import plain_value
from .of_mention import PLACES, OfMention, field_values, place_of

if TYPE_CHECKING:
    from ...described import Described
    from ...mention import Mention
    from ...story import Story

Key = tuple[Any, ...]


class Conflict(OfMention):
    """Flags a mention that has the same ``key`` as others and another ``value`` than all of them.

    With ``between`` and ``against``, what stands in the first blocks is held against what stands in the second. Without, the
    rarer value in the story is flagged; of values as common, the later.
    """

    kind: ClassVar[str] = "conflict"
    values: ClassVar[tuple[str, ...]] = ("other", "count", "other_count")
    key: tuple[str, ...] = option(
        "The fields that are the same where one thing is meant; mentions that lack one are left alone.", ()
    )
    value: str = option("The field that must then be the same too.")
    within: float = option("By what share two numbers may differ and still agree.", 0.0)
    between: tuple[BlockKind, ...] = option(
        "The kinds of block whose mentions are flagged; any, if nothing is given.", ()
    )
    against: tuple[BlockKind, ...] = option(
        "The kinds of block that they are held against; any, if nothing is given.", ()
    )
    flag: str = option("Which of the mention's fields is flagged.", "span")
    note: str = option("What is said of the other place; it may use the other mention's fields.", "{span}")

    def field_mistakes(self, fields: Mapping[str, Described]) -> Iterator[Mistake]:
        named: dict[Keys, str] = {("value",): self.value, ("flag",): self.flag}
        named |= {("key", index): name for index, name in enumerate(self.key)}
        for keys, name in named.items():
            if name not in fields:
                message = f"`{name}` is no field of a mention of kind `{self.of}`"
                yield Mistake(message, keys, word=name, known=tuple(fields))
        if self.flag in fields and fields[self.flag].type not in PLACES:
            yield Mistake(f"`{self.flag}` is no place in the story", ("flag",))

    def matches_by(self, plan: Any, story: Story) -> Iterator[Match]:
        tests, names = plan
        groups: dict[Key, list[Mention]] = {}
        for mention in self.chosen(tests, story):
            key = tuple(_folded(plain_value(value_at(mention, name, story), story)) for name in self.key)
            if all(part not in ("", None) for part in key) and self._value(mention, story) not in ("", None):
                groups.setdefault(key, []).append(mention)
        for group in groups.values():
            yield from self._odd(group, names, story)

    def _odd(self, group: list[Mention], names: tuple[str, ...], story: Story) -> Iterator[Match]:
        flagged = [one for one in group if _in(one, self.between, story)]
        others = [one for one in group if _in(one, self.against, story)]
        if self.between or self.against:
            for one in flagged:
                if others and not any(self._agree(one, other, story) for other in others):
                    yield from self._match(one, others, names, story)
            return
        alike: list[list[Mention]] = []
        for one in group:
            same = next((several for several in alike if self._agree(one, several[0], story)), None)
            if same is None:
                alike.append([one])
            else:
                same.append(one)
        common, *rarer = sorted(alike, key=lambda several: (-len(several), several[0].span.start))
        for several in rarer:
            for one in several:
                yield from self._match(one, common, names, story, len(several))

    def _agree(self, one: Mention, other: Mention, story: Story) -> bool:
        first, second = self._value(one, story), self._value(other, story)
        if isinstance(first, int | float) and isinstance(second, int | float):
            return abs(first - second) <= self.within * max(abs(first), abs(second))
        return bool(first == second)

    def _value(self, mention: Mention, story: Story) -> Any:
        return _folded(plain_value(value_at(mention, self.value, story), story))

    def _match(
        self, one: Mention, others: list[Mention], names: tuple[str, ...], story: Story, count: int = 1
    ) -> Iterator[Match]:
        span, other = place_of(value_at(one, self.flag, story)), others[0]
        if span is None:
            return
        values = field_values(one, names, story)
        values |= {
            "other": shown(value_at(other, self.value, story), story),
            "count": str(count),
            "other_count": str(len(others)),
        }
        place = place_of(value_at(other, self.flag, story)) or other.span
        yield Match(span, tuple(values.items()), notes=(Note(self._noted(other, names, story), place),))

    def _noted(self, other: Mention, names: Iterable[str], story: Story) -> str:
        return filled(self.note, field_values(other, tuple(names), story))


def _in(mention: Mention, blocks: tuple[BlockKind, ...], story: Story) -> bool:
    block = story.block_at(mention.span.start)
    return not blocks or (block is not None and block.kind in blocks)


def _folded(value: Any) -> Any:
    return value.casefold() if isinstance(value, str) else value
