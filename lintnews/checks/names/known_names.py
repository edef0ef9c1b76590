"""Known names: those of the house and well-known ones, and where a story writes one of them wrongly."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, Self

from ...datafiles import load_data, word_list
from ...match import Certainty
from ...mention import Mention
from ...mentions.names.names import Name
from ...mentions.names.near_spellings import is_near
from ...mentions.names.word_frequency import familiarity
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span

if TYPE_CHECKING:
    from ...house import KnownName
    from ...story import Story

_SMALL = word_list("small_words_of_bodies")
_SURELY_UNKNOWN = 1.0
"""Zipf frequency below which a word of a well-known person's name can't be another name."""


class MisspelledName(Mention, frozen=True):
    """A name written otherwise than its owner or the house writes it; ``right`` is how it is written.

    ``certain``: it is always wrong, whoever writes. ``reason`` says whose spelling it is.
    """

    kind: ClassVar[str] = "misspelled-name"
    right: Annotated[str, "How it is written."]
    certain: Annotated[bool, "Whether it is wrong whoever writes it."]
    reason: Annotated[str, "Whose spelling that is."]

    @property
    def certainty(self) -> Certainty:
        """What has a variant may be meant."""
        return Certainty.CERTAIN if self.certain else Certainty.LIKELY

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = {item[0]: item for item in (*_of_facts(story), *_always_wrong(story), *_of_the_house(story))}
        return [cls(*found[span]) for span in sorted(found)]


Found = tuple[Span, str, bool, str]


def _of_the_house(story: Story) -> Iterator[Found]:
    known = story.house.names.known
    if not known:
        return
    pattern, names = _house_pattern(known)
    if pattern is None:
        return
    for match in pattern.finditer(story.text):
        words = " ".join(match.group().split())
        canonical, never = names[words]
        span = Span(*match.span())
        if not _inside_right(story.text, span, canonical):
            yield span, canonical, never, "the house's list"


@cache
def _house_pattern(known: tuple[KnownName, ...]) -> tuple[re.Pattern[str] | None, dict[str, tuple[str, bool]]]:
    names: dict[str, tuple[str, bool]] = {}
    for name in known:
        names.update(dict.fromkeys(name.variants, (name.canonical, False)))
        names.update(dict.fromkeys(name.never, (name.canonical, True)))
    return _any_of(names), names


def _any_of(names: Iterable[str]) -> re.Pattern[str] | None:
    terms = sorted(names, key=lambda name: (-len(name), name))
    if not terms:
        return None
    joined = "|".join(r"\s+".join(map(re.escape, term.split())) for term in terms)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)")


def _inside_right(text: str, span: Span, right: str) -> bool:
    """Whether the wrong form at *span* is only a part of the right one ("Ann Lee" in "Ann Lee-Moss")."""
    at = right.find(span.of(text))
    while at >= 0:
        start = span.start - at
        if start >= 0 and text.startswith(right, start):
            return True
        at = right.find(span.of(text), at + 1)
    return False


def _always_wrong(story: Story) -> Iterator[Found]:
    never = load_data("known_names")["never"]
    singles, first_words = _never_words()
    for name in story.mentions(Name):
        for token in name.tokens:
            if token.text in singles:
                yield token.span, never[token.text], True, "the name's own spelling"
            elif token.text in first_words and not _of_another_country(token.start, story.text):
                for wrong in first_words[token.text]:
                    if (
                        story.text.startswith(wrong, token.start)
                        and not story.text[token.start + len(wrong) :][:1].isalpha()
                    ):
                        yield Span(token.start, token.start + len(wrong)), never[wrong], True, "the name's own spelling"


@cache
def _never_words() -> tuple[frozenset[str], dict[str, list[str]]]:
    first: dict[str, list[str]] = {}
    singles = []
    for wrong in load_data("known_names")["never"]:
        word, _, rest = wrong.partition(" ")
        if rest:
            first.setdefault(word, []).append(wrong)
        else:
            singles.append(wrong)
    return frozenset(singles), first


def _of_facts(story: Story) -> Iterator[Found]:
    bodies, people = _bodies(), _people()
    names = story.mentions(Name)
    for name in names:
        if name.in_capitals or len(name.tokens) < 2:
            continue
        if name.tokens[0].text in _body_heads():
            yield from _body(name, story.text, bodies)
        for candidate in people.get(name.tokens[0].text, ()) + people.get(name.last, ()):
            at = _one_word_off(name, candidate)
            if at is not None and not any(token.text == candidate[at] for other in names for token in other.tokens):
                yield name.tokens[at].span, candidate[at], False, "the person's own spelling"


_OF_A_COUNTRY = LazyPattern(r"\b(?!The |At |In |Of |For |And )[A-Z]\w+(?:[’']s)? \Z")
"""A capitalised word before a body: that of another country, "the Chinese Center for Disease Control"."""


def _of_another_country(start: int, text: str) -> bool:
    return _OF_A_COUNTRY.search(text, max(0, start - 24), start) is not None


def _body(name: Name, text: str, bodies: dict[tuple[str, ...], str]) -> Iterator[Found]:
    """A body whose large words are right and whose small ones are not; its name may go on after "and"."""
    start = name.span.start
    if _of_another_country(start, text):
        return
    rest = re.match(r"[^.;:!?\n\"”“()]{0,60}", text[name.span.end :])
    words = [*re.finditer(r"[\w&’'-]+", text[name.span.start : name.span.end + (rest.end() if rest else 0)])]
    large = [word for word in words if word.group() not in _SMALL]
    for count in range(min(len(large), 9), 1, -1):
        key = tuple(word.group() for word in large[:count])
        right = bodies.get(key)
        if right is None:
            continue
        written = text[name.span.start : name.span.start + large[count - 1].end()]
        plain = " ".join(written.split())
        if (
            plain != right
            and plain.replace(" the ", " ") != right.replace(" the ", " ")
            and _only_small_between(words, large[:count])
        ):
            yield Span(name.span.start, name.span.start + len(written)), right, True, "the body's own name"
        return


def _only_small_between(words: list[re.Match[str]], large: list[re.Match[str]]) -> bool:
    inner = [word.group() for word in words if word.end() <= large[-1].end()]
    return all(word in _SMALL or any(word == other.group() for other in large) for word in inner)


@cache
def _bodies() -> dict[tuple[str, ...], str]:
    return {tuple(w for w in name.split() if w not in _SMALL): name for name in load_data("known_names")["bodies"]}


@cache
def _body_heads() -> frozenset[str]:
    return frozenset(words[0] for words in _bodies())


@cache
def _people() -> dict[str, tuple[tuple[str, ...], ...]]:
    filed: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in load_data("known_names")["people"]:
        words = tuple(name.split())
        for word in {words[0], words[-1]}:
            filed[word] = (*filed.get(word, ()), words)
    return filed


@cache
def well_known() -> frozenset[str]:
    """Full names of well-known people."""
    return frozenset(load_data("known_names")["people"])


def _one_word_off(name: Name, person: tuple[str, ...]) -> int | None:
    """The word of *name* that is one letter off the *person*'s, all others being right; None if it is another name."""
    words = name.text.split()
    if len(words) != len(person) or len(words) != len(name.tokens):
        return None
    off = [at for at, (a, b) in enumerate(zip(words, person, strict=True)) if a != b]
    if len(off) != 1:
        return None
    word = words[off[0]]
    known = familiarity(word)
    if (
        known.zipf >= _SURELY_UNKNOWN
        or known.listed
        or len(word) < 5
        or not is_near(word.casefold(), person[off[0]].casefold())
    ):
        return None
    return off[0]
