"""``where:``: what the fields of a mention must be for a rule to be about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ...declared import Keys, Mistake, Mistakes
from ...described import SEVERAL, value_at
from ...mention import Mention
from ...pattern_parts import is_bounded
from ...regexes import Deadline, check_pattern, finditer
from ...source import Span

if TYPE_CHECKING:
    from ...described import Described
    from ...story import Story

Test = tuple[str, str, Any]
"""Field, what is asked of it (a key of ``ASKED``), and with what; plain values, so that a plan can hold it."""

Field = str | int | float | bool | None
NUMBERS = ("whole number", "number", SEVERAL)


def _is(value: Field, wanted: tuple[Field, ...]) -> bool:
    return value in wanted


def _matches(value: Field, wanted: tuple[str, bool]) -> bool:
    text = "" if value is None else str(value)
    return any(True for _ in finditer(wanted[0], False, wanted[1], text, Deadline(len(text))))


def _number(compare: Callable[[float, float], bool]) -> Callable[[Field, Any], bool]:
    return lambda value, wanted: isinstance(value, int | float) and compare(value, wanted)


ASKED: Mapping[str, tuple[Callable[[Field, Any], bool], str]] = {
    "is": (_is, "One of these values."),
    "not": (lambda value, wanted: not _is(value, wanted), "None of these values."),
    "above": (_number(lambda value, wanted: value > wanted), "More than this number."),
    "below": (_number(lambda value, wanted: value < wanted), "Less than this number."),
    "least": (_number(lambda value, wanted: value >= wanted), "This number or more."),
    "most": (_number(lambda value, wanted: value <= wanted), "This number or less."),
    "matches": (_matches, "A regular expression that is found in it."),
    "present": (lambda value, wanted: (value not in (None, "", 0)) == wanted, "Whether there is anything at all."),
}
"""What may be asked of a field: a condition's key → how it is decided, and what it means."""


def holds(tests: Iterable[Test], mention: Mention, story: Story) -> bool:
    """Whether *mention* passes all *tests*."""
    return all(
        ASKED[asked][0](plain_value(value_at(mention, path, story), story), wanted) for path, asked, wanted in tests
    )


def plain_value(value: Any, story: Story) -> Field:
    """*value* as it is compared: a place or mention by its words, several by their number."""
    if isinstance(value, tuple):
        return len(value)
    if isinstance(value, Mention):
        value = value.span
    if isinstance(value, Span):
        return " ".join(story.words(value).split())
    return value if value is None or isinstance(value, bool | int | float) else str(value)


def tests_of(where: Mapping[str, Any], fields: Mapping[str, Described], of: str) -> tuple[Test, ...]:
    """*where*, as written, compiled; Mistakes for a field that a mention of kind *of* lacks or a value it can't have."""
    mistakes: list[Mistake] = []
    tests: list[Test] = []
    for path, written in where.items():
        if path not in fields:
            message = f"a mention of kind `{of}` has no `{path}`"
            mistakes.append(Mistake(message, ("where", path), at_key=True, word=path, known=tuple(fields)))
            continue
        try:
            tests += ((path, *test) for test in _tests(fields[path], written, ("where", path)))
        except Mistakes as error:
            mistakes += error.mistakes
    if mistakes:
        raise Mistakes(*mistakes)
    return tuple(tests)


def _tests(field: Described, written: Any, keys: Keys) -> Iterator[tuple[str, Any]]:
    if not isinstance(written, Mapping):
        yield "is", _values(field, written, keys)
        return
    for asked, wanted in written.items():
        yield asked, _wanted(field, asked, wanted, (*keys, asked))


def _wanted(field: Described, asked: str, wanted: Any, keys: Keys) -> Any:
    if asked not in ASKED:
        raise Mistakes(Mistake(f"`{asked}` is nothing to ask of a field", keys, True, word=asked, known=tuple(ASKED)))
    if asked in ("is", "not"):
        return _values(field, wanted, keys)
    if asked == "present":
        if not isinstance(wanted, bool):
            raise Mistakes(Mistake("must be true or false", keys))
        return wanted
    if asked == "matches":
        wrong = check_pattern(wanted) if isinstance(wanted, str) else ("it must be text", 0)
        if wrong:
            raise Mistakes(Mistake(f"`{wanted}` is not a regular expression: {wrong[0]}", keys, within=wrong[1]))
        return wanted, is_bounded(wanted)
    if field.type not in NUMBERS:
        raise Mistakes(Mistake(f"`{field.name}` is not a number: {field.type_name}", keys, at_key=True))
    if isinstance(wanted, bool) or not isinstance(wanted, int | float):
        raise Mistakes(Mistake(f"must be a number, not `{wanted}`", keys))
    return wanted


def _values(field: Described, written: Any, keys: Keys) -> tuple[Field, ...]:
    several = isinstance(written, list | tuple)
    values = [value.isoformat() if isinstance(value, date) else value for value in (written if several else [written])]
    for index, value in enumerate(values):
        at: Keys = (*keys, index) if several else keys
        if field.words and str(value) not in field.words:
            message = f"`{field.name}` is one of {', '.join(field.words)}, not `{value}`"
            raise Mistakes(Mistake(message, at, word=str(value), known=field.words))
        if field.type == "true or false" and not isinstance(value, bool):
            raise Mistakes(Mistake(f"`{field.name}` is true or false, not `{value}`", at))
        if field.type in NUMBERS and (isinstance(value, bool) or not isinstance(value, int | float)):
            raise Mistakes(Mistake(f"`{field.name}` is a number, not `{value}`", at))
        if field.type not in (*NUMBERS, "true or false") and not isinstance(value, str):
            raise Mistakes(Mistake(f'`{field.name}` is text, not `{value}`; write "{value}"', at))
    return tuple(values)
