"""Ages of people: Ann Lee, 48, · the 48-year-old mayor · aged 48 · at the age of 48 · she is 48 · in her 40s."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from .durations import NUMBER_WORDS

if TYPE_CHECKING:
    from ...story import Story

A = TypeVar("A", bound="Age")
_NAME = r"[^\W\d_a-z][\w'’-]*\.?(?: (?:(?:de|van|von|der|den|bin|al|el|la|du|di|da|dos) )*[^\W\d_a-z][\w'’-]*\.?){0,4}"
_COMMA = LazyPattern(r", (\d{1,3})(?=[,;]| (?:and|who|was|is|has)\b| \((?:born|b\.) |\.(?:\s|$))")
_NAME_BEFORE = LazyPattern(rf"(?<![\w’'.-])({_NAME})(?: \([^()\n]{{4,40}}\))?$")
_NO_NAME = LazyPattern(r"(?:In|On|At|From|By|For|And|But|When|While|The|Then|After|Before|Near|With) ")
_POINTED = frozenset(
    [
        "Mr.",
        "Mrs.",
        "Ms.",
        "Dr.",
        "Gov.",
        "Sen.",
        "Rep.",
        "Lt.",
        "Sgt.",
        "Capt.",
        "Col.",
        "Gen.",
        "Maj.",
        "Prof.",
        "Rev.",
        "St.",
        "Jr.",
        "Sr.",
        "Cpl.",
        "Pvt.",
        "Adm.",
        "Det.",
    ]
)
_COMPOUND = LazyPattern(r"[- ]years?[- ]old\b")
_NUMBER_BEFORE = LazyPattern(r"(?<![\w.,$£€-])(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)$")
_PERSON = (
    r"(?:boy|girl|man|woman|son|daughter|child|teenager|mother|father|brother|sister|husband|wife|widow|widower|baby|"
    r"toddler|student|pupil|pensioner|driver|player|striker|midfielder|defender|goalkeeper|singer|actor|actress|star|"
    r"suspect|victim|man's|woman's|mayor|farmer|soldier|teacher|nurse|doctor|lawyer|politician|writer|author|director)s?"
)
_AFTER_COMPOUND = LazyPattern(
    rf"(?: [a-z]+){{0,2}}? {_PERSON}\b|(?=[,.;]| (?:was|is|has|had|said|told|who|and|from|will)\b)|(?: [a-z-]+){{0,3}} (?={_NAME})"
)
_OWNER_AFTER = LazyPattern(rf" ({_NAME})")
_AGED = LazyPattern(
    r"(?:\b(?:[Aa]ged?|at (?:the )?age(?: of)?|turned|turns|died(?: on)?(?: [A-Z][a-z]+day)? at)) (\d{1,3})(?![\w%]|[.,:]\d|[-–]\d| (?:to|and|or|per|a\.m|p\.m|am|pm|GMT|local|percent|miles|sea|km|Old|[A-Z]\w+ (?:Street|Road|Avenue))\b)"
)
_IS = LazyPattern(
    r"\b(?:(?:[Hh]e|[Ss]he|who) (?:is|was|would have been)|(?:is|was)(?= \d{1,2} years old\b)) (\d{1,3})(?: years old\b)?"
    r"(?=[.,;)]| (?:and|when|at)\b|\n|$)(?!,\d)"
)
_BORN_IS = LazyPattern(r"\bborn\b[^.;\n]{4,60}, is (\d{1,2})(?: years old)?(?=[.,;])")
_DECADE = LazyPattern(
    r"\bin (?:his|her|their) (early |mid-|mid |late )?(\d0s|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b"
)
_DECADES = {f"{word[:-1]}ies": number for word, number in NUMBER_WORDS.items() if word.endswith("ty")}
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_OLDEST_ALONE = 110
"""A number above this behind a single name is no age."""


class Age(Mention, frozen=True):
    """How old a person is; the span is of the words that say it.

    ``form`` is ``comma`` (Ann Lee, 48,), ``compound`` (48-year-old), ``aged`` (aged 48, turned 48), ``is`` (she is 48)
    or ``decade`` (in her 40s: from ``value`` to ``most``; elsewhere the two are equal). ``owner`` is the name that
    stands beside it, empty where none does.
    """

    kind: ClassVar[str] = "age"
    value: Annotated[int, "Full years; of a decade, the first of the years that fit."]
    most: Annotated[int, "Full years; of a decade, the last of the years that fit, else the same as value."]
    form: Annotated[
        str,
        "How it is written: comma (Ann Lee, 48,), compound (48-year-old), aged (aged 48, turned 48), is (she is 48) or decade (in her 40s).",
    ]
    owner: Annotated[str, "The name that stands beside it; empty where none does."]
    owner_span: Annotated[Span | None, "Where that name stands."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        found = [*_comma(cls, text), *_compound(cls, text), *_aged(cls, text), *_is(cls, text), *_decade(cls, text)]
        return sorted(found, key=lambda age: age.span)


def _comma(cls: type[A], text: str) -> Iterator[A]:
    for match in _COMMA.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start())
        leading = _NO_NAME.match(name[1]) if name else None
        owner = _in_sentence(name[1][leading.end() if leading else 0 :]) if name else ""
        value = int(match[1])
        if name and owner and (" " in owner or (value <= _OLDEST_ALONE and _is_surname(text, owner))):
            span = Span(name.end(1) - len(owner), name.end(1))
            yield cls(Span(*match.span(1)), value, value, "comma", owner, span)


def _is_surname(text: str, word: str) -> bool:
    """Whether *word* is the last of a longer name elsewhere, or somebody of that name is born."""
    if len(word) < 3 or word not in text:
        return False
    surname = re.escape(word)
    if re.search(
        rf"\b{surname}(?:, \d{{1,3}})?(?:,? who)?,? (?:was |\()?born\b|\b[Bb]orn\b[^.\n]{{4,60}}, {surname}\b", text
    ):
        return True
    before = re.findall(rf"([A-Z][\w’'-]*\.?) {surname}\b", text)
    return any(not _NO_NAME.match(first + " ") for first in before)


def _in_sentence(owner: str) -> str:
    """*owner* without the end of the sentence before it: "Tuesday. Brennan"."""
    words = owner.split(" ")
    ends = [n for n, word in enumerate(words) if word.endswith(".") and len(word) > 2 and word not in _POINTED]
    return " ".join(words[ends[-1] + 1 :]) if ends else owner


def _compound(cls: type[A], text: str) -> Iterator[A]:
    for match in _COMPOUND.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 24), match.start())
        value = _value(number[1]) if number else None
        if number is None or value is None:
            continue
        after = _AFTER_COMPOUND.match(text, match.end())
        if after:
            owner = _OWNER_AFTER.match(text, match.end())
            named = owner is not None and (" " in owner[1] or _is_surname(text, owner[1]))
            span = Span(*owner.span(1)) if owner and named else None
            yield cls(
                Span(number.start(), match.end()), value, value, "compound", owner[1] if owner and named else "", span
            )


def _value(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word.lower())


def _aged(cls: type[A], text: str) -> Iterator[A]:
    for match in _AGED.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, match.start() - 60), max(0, match.start() - 2))
        beside = name is not None and text[name.end() : match.start()] in (", ", " (")
        if name and beside:
            yield cls(Span(*match.span()), int(match[1]), int(match[1]), "aged", name[1], Span(*name.span(1)))
        else:
            yield cls(Span(*match.span()), int(match[1]), int(match[1]), "aged", "", None)


def _is(cls: type[A], text: str) -> Iterator[A]:
    for pattern in (_IS, _BORN_IS) if "born" in text else ():
        for match in pattern.finditer(text):
            value = int(match[1])
            if value <= _OLDEST_ALONE:
                yield cls(Span(*match.span(1)), value, value, "is", "", None)


def _decade(cls: type[A], text: str) -> Iterator[A]:
    for match in _DECADE.finditer(text) if "born" in text else ():
        first = int(match[2][:-1]) if match[2][0].isdigit() else _DECADES[match[2]]
        low, high = _PARTS[match[1].rstrip("- ")] if match[1] else (0, 9)
        if 20 <= first <= 90:
            yield cls(Span(*match.span()), first + low, first + high, "decade", "", None)
