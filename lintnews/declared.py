"""Plain values from YAML, TOML or JSON → the types that a class declares; each mistake with the keys that lead to it."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import Enum, IntEnum
from functools import cache
from typing import Any, ClassVar, Literal, Union, cast, get_args, get_origin, get_type_hints

Key = str | int
Keys = tuple[Key, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with the value at ``keys``, or with its last key; ``within`` is the offset of the fault in a text."""

    message: str
    keys: Keys = ()
    at_key: bool = False
    within: int = 0
    word: str = ""
    known: tuple[str, ...] = ()
    """``word`` is not among ``known``: what a suggestion is made from."""


class Mistakes(ValueError):
    """Everything that is wrong with some values, at once."""

    def __init__(self, *mistakes: Mistake) -> None:
        self.mistakes = mistakes
        super().__init__("; ".join(mistake.message for mistake in mistakes))


Judge = Callable[[Any], Iterable[Mistake]]
"""What types can't tell of a value: its mistakes, with keys that begin in it."""


def option(description: str, default: Any = dataclasses.MISSING, judge: Judge | None = None) -> Any:
    """A field that a file may write; without *default* it must be written. *judge* is asked about a value of its type."""
    metadata = {"description": description, "judge": judge}
    if callable(default) and isinstance(default, type):
        return dataclasses.field(default_factory=default, metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)


class Declared:
    """What is made of options by name, never changes, and is equal to its like: the base of checks.

    A subclass costs some ten microseconds to make and a dataclass 450, of which every run makes half a hundred.
    """

    options: ClassVar[Mapping[str, dataclasses.Field[Any]]] = {}
    """The class's options by name, in the order in which they are written, those of its bases first."""

    def __init_subclass__(cls) -> None:
        own = {name: value for name, value in vars(cls).items() if isinstance(value, dataclasses.Field)}
        for name, field in own.items():
            field.name = name
            if field.default is dataclasses.MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, field.default)
        cls.options = {**cls.options, **own}

    def __init__(self, **values: Any) -> None:
        """TypeError for a name that is no option, and for an option without a default that is missing."""
        if unknown := values.keys() - self.options.keys():
            raise TypeError(f"{type(self).__name__} has no option {', '.join(sorted(unknown))}")
        for name, field in self.options.items():
            if name in values:
                continue
            if field.default_factory is not dataclasses.MISSING:
                values[name] = field.default_factory()
            elif field.default is dataclasses.MISSING:
                raise TypeError(f"{type(self).__name__} needs the option {name}")
        vars(self).update(values)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Refuses values that types can't tell: ValueError."""

    def __setattr__(self, name: str, value: Any) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to {name}")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), *map(repr, self._values())))

    def __repr__(self) -> str:
        told = ", ".join(f"{name}={value!r}" for name, value in zip(self.options, self._values(), strict=True))
        return f"{type(self).__name__}({told})"

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.options)


@cache
def declared_fields(cls: type) -> dict[str, tuple[dataclasses.Field[Any], Any]]:
    """The options of a class, or the fields of a dataclass, that a file may write, each with its type."""
    hints = get_type_hints(cls)
    fields: Iterable[dataclasses.Field[Any]] = (
        cls.options.values() if issubclass(cls, Declared) else dataclasses.fields(cast(Any, cls))
    )
    return {field.name: (field, hints[field.name]) for field in fields if field.init}


def is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def convert(declared: Any, value: Any, keys: Keys = ()) -> Any:
    """*value* as the type *declared*; Mistakes lists all that is wrong with it. *keys* lead to it."""
    mistakes: list[Mistake] = []
    result = _convert(declared, value, keys, mistakes)
    if mistakes:
        raise Mistakes(*mistakes)
    return result


def convert_fields(
    cls: type, values: Mapping[str, Any], mistakes: list[Mistake], *, keys: Keys = (), also: Iterable[str] = ()
) -> dict[str, Any]:
    """*values* as arguments of *cls*; *mistakes* takes what is wrong. *also* are other keys that could be meant."""
    fields = declared_fields(cls)
    arguments: dict[str, Any] = {}
    for key, value in values.items():
        if key not in fields:
            known = (*fields, *also)
            mistakes.append(
                Mistake(f"unknown key `{key}`", (*keys, key), at_key=True, word=str(key), known=tuple(known))
            )
        else:
            before = len(mistakes)
            arguments[key] = _convert(fields[key][1], value, (*keys, key), mistakes)
            judge = fields[key][0].metadata.get("judge")
            if judge is not None and len(mistakes) == before:
                found: Iterable[Mistake] = judge(arguments[key])
                mistakes += (dataclasses.replace(mistake, keys=(*keys, key, *mistake.keys)) for mistake in found)
    for name, (field, _) in fields.items():
        if is_required(field) and name not in values:
            description = field.metadata.get("description", "")
            mistakes.append(Mistake(f"`{name}` is missing" + (f": {description}" if description else ""), keys))
    return arguments


def _convert(declared: Any, value: Any, keys: Keys, mistakes: list[Mistake]) -> Any:
    origin = get_origin(declared)
    if declared is Any:
        return value
    if origin in (Union, types.UnionType):
        return _union(get_args(declared), value, keys, mistakes)
    if origin is Literal:
        return _choice({str(choice): choice for choice in get_args(declared)}, value, keys, mistakes)
    if origin in (tuple, frozenset, list) or declared in (tuple, frozenset):
        return _list(declared, value, keys, mistakes)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(get_args(declared)[1], value, keys, mistakes)
    if isinstance(declared, type) and issubclass(declared, Enum):
        return _choice(_members(declared), value, keys, mistakes)
    if has_fields(declared):
        return _object(declared, value, keys, mistakes)
    return _scalar(declared, value, keys, mistakes)


def has_fields(declared: Any) -> bool:
    return isinstance(declared, type) and (issubclass(declared, Declared) or dataclasses.is_dataclass(declared))


def _members(declared: type[Enum]) -> dict[str, Any]:
    if issubclass(declared, IntEnum):
        return {member.name.lower(): member for member in declared}
    return {str(member.value): member for member in declared}


def choices(declared: Any) -> tuple[str, ...]:
    """The words that may be written for a ``Literal`` or an enumeration; nothing for other types."""
    if get_origin(declared) is Literal:
        return tuple(map(str, get_args(declared)))
    if isinstance(declared, type) and issubclass(declared, Enum):
        return tuple(_members(declared))
    return ()


def _object(cls: type, value: Any, keys: Keys, mistakes: list[Mistake]) -> Any:
    if not isinstance(value, Mapping):
        mistakes.append(Mistake(f"must be a mapping of keys to values, not {_shown(value)}", keys))
        return None
    before = len(mistakes)
    arguments = convert_fields(cls, value, mistakes, keys=keys)
    if len(mistakes) > before:
        return None
    try:
        return cls(**arguments)
    except Mistakes as error:
        mistakes += [dataclasses.replace(m, keys=(*keys, *m.keys)) for m in error.mistakes]
    except ValueError as error:
        mistakes.append(Mistake(str(error), keys))
    return None


def _list(declared: Any, value: Any, keys: Keys, mistakes: list[Mistake]) -> Any:
    collect, inner = get_origin(declared) or declared, get_args(declared)
    if not isinstance(value, list | tuple):
        mistakes.append(Mistake(f"must be a list, not {_shown(value)}", keys))
        return collect()
    if collect is tuple and inner and inner[-1] is not Ellipsis:
        if len(value) != len(inner):
            mistakes.append(Mistake(f"must be a list of {len(inner)}, not of {len(value)}", keys))
            return ()
        return tuple(_convert(t, v, (*keys, i), mistakes) for i, (t, v) in enumerate(zip(inner, value, strict=True)))
    kind = inner[0] if inner else Any
    return collect(_convert(kind, item, (*keys, index), mistakes) for index, item in enumerate(value))


def _mapping(kind: Any, value: Any, keys: Keys, mistakes: list[Mistake]) -> Any:
    if not isinstance(value, Mapping):
        mistakes.append(Mistake(f"must be a mapping of keys to values, not {_shown(value)}", keys))
        return {}
    mistakes += [
        Mistake(f'the key must be text: write "{key}"', (*keys, key), at_key=True)
        for key in value
        if not isinstance(key, str)
    ]
    return {key: _convert(kind, item, (*keys, key), mistakes) for key, item in value.items()}


def _union(arms: tuple[Any, ...], value: Any, keys: Keys, mistakes: list[Mistake]) -> Any:
    if value is None and type(None) in arms:
        return None
    arms = tuple(arm for arm in arms if arm is not type(None))
    tried: list[list[Mistake]] = []
    for arm in arms:
        wrong: list[Mistake] = []
        result = _convert(arm, value, keys, wrong)
        if not wrong:
            return result
        tried.append(wrong)
    fitting = [wrong for arm, wrong in zip(arms, tried, strict=True) if _fits(arm, value)]
    if len(arms) == 1 or fitting:
        mistakes += (fitting or tried)[0]
    else:
        known = tuple(word for arm in arms for word in choices(arm))
        wanted = " or ".join(dict.fromkeys(_named(arm) for arm in _alike(arms, value)))
        mistakes.append(Mistake(f"must be {wanted}, not {_shown(value)}", keys, word=str(value), known=known))
    return None


def _fits(arm: Any, value: Any) -> bool:
    """Whether *value* is a mapping or list, and *arm* one of the same."""
    origin = get_origin(arm) or arm
    if isinstance(value, Mapping):
        return has_fields(arm) or (isinstance(origin, type) and issubclass(origin, Mapping))
    return isinstance(value, list) and origin in (tuple, frozenset, list)


def _alike(arms: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    """The arms that *value* was more likely meant for: where one is a list of words, a word is no failed mapping."""
    words = tuple(arm for arm in arms if choices(arm) or (arm in _NAMES and arm is not bool))
    return words if isinstance(value, str) and any(map(choices, words)) else arms


def _choice(allowed: Mapping[str, Any], value: Any, keys: Keys, mistakes: list[Mistake]) -> Any:
    word = str(value).lower() if isinstance(value, bool) else str(value)
    if word in allowed:
        return allowed[word]
    mistakes.append(
        Mistake(f"must be {_one_of(allowed)}, not {_shown(value)}", keys, word=word, known=tuple(filter(None, allowed)))
    )
    return None


def _scalar(declared: Any, value: Any, keys: Keys, mistakes: list[Mistake]) -> Any:
    if declared is date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except (TypeError, ValueError):
            pass
    elif declared is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    elif isinstance(value, declared) and (declared is bool or not isinstance(value, bool)):
        return value
    hint = f'; write "{value}"' if declared is str and isinstance(value, int | float | date) else ""
    mistakes.append(Mistake(f"must be {_named(declared)}, not {_shown(value)}{hint}", keys))
    return None


_NAMES: Mapping[Any, str] = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date like 2025-03-05",
}


def _named(declared: Any) -> str:
    if words := choices(declared):
        return _one_of(words)
    origin = get_origin(declared) or declared
    if origin in (tuple, frozenset, list):
        return "a list"
    return _NAMES.get(declared, "a mapping of keys to values")


def _one_of(words: Iterable[str]) -> str:
    """*words* to choose from; an empty one is said in words."""
    return "one of " + ", ".join(word or '"" (nothing)' for word in words)


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    return f"`{value}`" if len(str(value)) <= 40 else "this"
