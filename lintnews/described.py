"""What kinds of mention say of their fields, read from their annotations: what a rule's ``where:`` and messages may name."""

from __future__ import annotations

import builtins
import sys
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, Union, get_args, get_origin

from .declared import choices
from .mention import Mention
from .mentions import MENTIONS, mention_class
from .source import Span
from .story import BlockKind

if typing.TYPE_CHECKING:
    from .story import Story

_PLAIN: Mapping[Any, str] = {str: "text", int: "whole number", float: "number", bool: "true or false", date: "day"}
WORDS = "words"
"""The type of a field that is a place in the story."""
SEVERAL = "several"
"""The type of a field that holds several places or mentions: compared by their number."""
_DEPTH = 3
"""How many fields of fields a rule may name: ``conversion`` has a ``first`` that has a ``value``."""

_WITHOUT_COMMAS = 10_000
"""Whole numbers below this are years, days and the like: shown as they are; amounts are no whole numbers here."""


class Described(NamedTuple):
    """A field: its name, what it means, and its type.

    ``type`` is ``text``, ``whole number``, ``number``, ``true or false``, ``day``, ``words`` (a place in the story),
    ``mention`` or ``several``; empty for what only code can use. ``words`` are the texts that it can be, if they are few;
    ``mention`` is the kind of a field that is itself a mention, or several. ``optional``: it may be nothing.
    """

    name: str
    description: str
    type: str
    words: tuple[str, ...] = ()
    mention: str = ""
    optional: bool = False

    @property
    def type_name(self) -> str:
        """The type as a page names it."""
        name = f"one of {', '.join(self.words)}" if self.words else self.mention or self.type
        name = f"several: {self.mention or WORDS}" if self.type == SEVERAL else name
        return f"{name}, or nothing" if self.optional and name else name


@cache
def described_fields(cls: type[Mention]) -> Mapping[str, Described]:
    """The public fields and properties of *cls*, by name, those of its bases too; ``span`` first."""
    found: dict[str, Described] = {}
    for owner in reversed(cls.__mro__):
        names = _Names(owner)
        for name, annotation in vars(owner).get("__annotations__", {}).items():
            if not name.startswith("_") and "ClassVar" not in str(annotation):
                found[name] = _described(name, _evaluated(annotation, names), "")
        for name, value in vars(owner).items():
            if isinstance(value, property) and not name.startswith("_"):
                returned = value.fget.__annotations__.get("return", "str") if value.fget else "str"
                found[name] = _described(name, _evaluated(returned, names), " ".join((value.__doc__ or "").split()))
    return found


def open_fields(cls: type[Mention], depth: int = _DEPTH) -> Mapping[str, Described]:
    """What a rule may name of *cls*: fields of plain types, and ``field.field`` of those that are mentions."""
    found: dict[str, Described] = {}
    for name, field in described_fields(cls).items():
        if not field.type:
            continue
        found[name] = field
        if field.type == "mention" and depth > 1:
            for inner, described in open_fields(mention_class(field.mention), depth - 1).items():
                found[f"{name}.{inner}"] = described._replace(optional=described.optional or field.optional)
    return {**found, **{name: field for name, field in STANDING.items() if name not in found}}


STANDING: Mapping[str, Described] = {
    field.name: field
    for field in (
        Described("block", "The kind of block that it stands in.", "text", tuple(map(str, BlockKind))),
        Described("length", "How many words it has.", "whole number"),
        Described("in_dateline", "Whether it stands in the dateline.", "true or false"),
        Described("in_quotation", "Whether it stands in a direct quotation.", "true or false"),
    )
}
"""What may be asked of every mention beside its own fields."""


def value_at(mention: Any, path: str, story: Story) -> Any:
    """The value that *path* names (``first.value``); None where a mention on the way is."""
    for name in path.split("."):
        if mention is None:
            return None
        mention = (
            getattr(mention, name)
            if name not in STANDING or name in _own_names(mention.__class__)
            else _standing(mention.span, name, story)
        )
    return mention


@cache
def _own_names(cls: type) -> frozenset[str]:
    return frozenset(name for name in dir(cls) if not name.startswith("_"))


def _standing(span: Span, name: str, story: Story) -> Any:
    if name == "block":
        block = story.block_at(span.start)
        return str(block.kind) if block else ""
    if name == "length":
        return len(story.words(span).split())
    return any(around.span.contains(span) for around in story.mentions(mention_class(name.removeprefix("in_"))))


def shown(value: Any, story: Story) -> str:
    """*value* as a message gives it: a number with commas, a place or a mention by its words, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) < _WITHOUT_COMMAS:
        return str(value)
    if isinstance(value, int | float):
        return f"{value:,.10g}"
    if isinstance(value, tuple):
        return _joined([shown(one, story) for one in value])
    if isinstance(value, Mention):
        return story.words(value.span)
    return story.words(value) if isinstance(value, Span) else str(value)


def _joined(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


class _Names(dict[str, Any]):
    """What the names in the annotations of *cls* stand for; a name that is only there for type checkers stands for itself."""

    def __init__(self, cls: type) -> None:
        super().__init__(vars(sys.modules[cls.__module__]))

    def __missing__(self, name: str) -> Any:
        if hasattr(builtins, name):
            return getattr(builtins, name)
        kind = next((kind for kind, place in MENTIONS.items() if place.endswith(f":{name}")), "")
        return mention_class(kind) if kind else _KNOWN.get(name) or type(name, (), {})


_KNOWN: Mapping[str, Any] = {"Span": Span, "date": date}


def _evaluated(annotation: Any, names: _Names) -> Any:
    return eval(annotation, {}, names) if isinstance(annotation, str) else annotation


def _described(name: str, annotation: Any, description: str) -> Described:
    if get_origin(annotation) is typing.Annotated:
        annotation, *said = get_args(annotation)
        description = next((words for words in said if isinstance(words, str)), description)
    if description and not description.endswith("."):
        description = f"{description[0].upper()}{description[1:]}."
    arms = list(_arms(annotation))
    kinds = [arm for arm in arms if arm is not type(None)]
    optional = len(kinds) < len(arms)
    if len(kinds) != 1:
        return Described(name, description, "", optional=optional)
    (kind,) = kinds
    if get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
        several = _described(name, get_args(kind)[0], description)
        usable = several.type in ("mention", WORDS)
        return Described(name, description, SEVERAL if usable else "", mention=several.mention, optional=optional)
    if isinstance(kind, type) and issubclass(kind, Mention):
        return Described(name, description, "mention", mention=kind.kind, optional=optional)
    if kind is Span:
        return Described(name, description, WORDS, optional=optional)
    if choices(kind):
        return Described(name, description, "text", choices(kind), optional=optional)
    return Described(name, description, _PLAIN.get(kind, ""), optional=optional)


def _arms(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) in (Union, UnionType):
        for arm in get_args(annotation):
            yield from _arms(arm)
    else:
        yield type(None) if annotation is None else annotation
