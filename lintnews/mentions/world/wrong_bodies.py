"""Bodies, laws and works whose name is written with one word that isn't theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, Self

from ...datafiles import load_data, word_list
from ...knowledge.known import (
    SMALL_WORDS,
    KnownThing,
    begins_name,
    by_acronym,
    key_words,
    named,
    never_body,
    one_word_off,
    vocabulary,
)
from ...match import Certainty
from ...mention import Mention
from ...source import Span
from ..words.edit_distance import edit_distance
from ..words.lazy_pattern import LazyPattern
from .nation_words import NationWord

if TYPE_CHECKING:
    from ...story import Story

_WORD = r"[A-Z][\w'’&]*(?:-[\w'’]+)*"
_JOINT = r"(?:,? (?:of|for|on|and|the|in|to|with|against|without|at|by|from|a|an|&))?(?: (?:the|a|an))?"
_PHRASE = LazyPattern(rf"(?<![\w@#]){_WORD}(?:{_JOINT}(?:,? |\n){_WORD})+")
_TOKEN = re.compile(r"[\w'’&]+(?:-[\w'’]+)*")
_ACRONYM = LazyPattern(r",? \((?:the )?(?P<acronym>[A-Z][A-Za-z]{1,6})\)")
_GENERIC = word_list("kinds_of_body")
"""Words for what a body is: one of them stands easily for another."""
_INTERCHANGED = word_list("interchanged_kinds_of_body")
"""Of these, the ones that are taken for each other where no other known body begins with the same words."""
_MOST = 8


class WrongBody(Mention, frozen=True):
    """A body's, a law's or a work's name with one word that isn't its own."""

    kind: ClassVar[str] = "wrong-body"
    right: Annotated[str, "The name as it is."]
    wrong: Annotated[str, "The word, or the small word, that isn't its own; as the story writes it."]
    acronym: Annotated[str, "The body's acronym, where the story gives it; else empty."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        seen: set[Span] = set()
        for found in _found(story):
            if found.span not in seen:
                seen.add(found.span)
                the = 4 * (found.thing.name.startswith("The ") and story.text.startswith("The ", found.span.start - 4))
                span = Span(found.span.start - the, found.span.end)
                yield cls(span, found.thing.name, found.wrong, found.acronym)

    @property
    def certainty(self) -> Certainty:
        """Certain where its own acronym stands behind it."""
        return Certainty.CERTAIN if self.acronym else Certainty.LIKELY


class _Found(NamedTuple):
    span: Span
    thing: KnownThing
    wrong: str
    acronym: str


class _Window(NamedTuple):
    """Key words of a phrase that stand together: where they stand, as written and as keys; ``after`` is the key behind them."""

    tokens: tuple[re.Match[str], ...]
    keys: tuple[str, ...]
    offset: int
    after: str

    @property
    def span(self) -> Span:
        last = self.tokens[-1].group()
        possessive = 2 * last.endswith(("'s", "’s"))
        return Span(self.offset + self.tokens[0].start(), self.offset + self.tokens[-1].end() - possessive)


def _found(story: Story) -> Iterator[_Found]:
    known = vocabulary()
    for phrase in _PHRASE.finditer(story.text):
        if story.text[max(0, phrase.start() - 2) : phrase.start()].rstrip().endswith("-"):
            continue
        tokens = [token for token in _TOKEN.finditer(phrase.group()) if token.group().casefold() not in SMALL_WORDS]
        keyed = [(token, key_words(token.group())) for token in tokens]
        pairs = [(token, keys[0]) for token, keys in keyed if keys]
        for part in _parts(phrase.group(), pairs):
            if sum(key in known for _, key in part) >= 2:
                yield from _of_phrase(story, part, phrase.start(), known)


def _parts(phrase: str, pairs: list[tuple[re.Match[str], str]]) -> Iterator[list[tuple[re.Match[str], str]]]:
    """The phrase cut before each bare "the": "Monday the Federal Reserve" names a day and a body."""
    start = 0
    for at in range(1, len(pairs)):
        if phrase[pairs[at - 1][0].end() : pairs[at][0].start()] in (" the ", " a ", " an "):
            yield pairs[start:at]
            start = at
    yield pairs[start:]


def _of_phrase(
    story: Story, pairs: list[tuple[re.Match[str], str]], offset: int, known: frozenset[str]
) -> Iterator[_Found]:
    yield from _never(pairs, offset)
    first_right = len(pairs)
    after = 0
    for start, end, exact in _exact(tuple(key for _, key in pairs), known):
        first_right = min(first_right, start)
        if start < after:
            continue
        after = end
        if found := _small_words(story, _window(pairs, start, end, offset), exact):
            yield found
    # The words from the first on in which one is another: the longest that is known this way, before any that is right.
    for end in range(min(first_right, _MOST), 2, -1):
        window = _window(pairs, 0, end, offset)
        strange = [at for at, key in enumerate(window.keys) if key not in known]
        if len(strange) < 2:
            found = next(
                filter(None, (_judged(story, window, at) for at in (strange or range(len(window.keys))))), None
            )
            if found:
                yield found
                return


def _never(pairs: list[tuple[re.Match[str], str]], offset: int) -> Iterator[_Found]:
    """Names that are known to be wrong; those of people are told apart by their own rule."""
    for start in range(len(pairs) - 1):
        for end in range(min(len(pairs), start + _MOST), start + 1, -1):
            window = _window(pairs, start, end, offset)
            if right := never_body(window.keys):
                own = key_words(right)
                odd = next(t.group() for t, k in zip(window.tokens, window.keys, strict=True) if k not in own)
                yield _Found(window.span, KnownThing(right, "body", "", "", ""), odd, "")
                return


def _exact(keys: tuple[str, ...], known: frozenset[str]) -> Iterator[tuple[int, int, tuple[KnownThing, ...]]]:
    """For each word at which a known name begins, where the longest one ends, and what goes by it."""
    for start in range(len(keys) - 1):
        if keys[start] not in known or not begins_name(keys[start], keys[start + 1]):
            continue
        for end in range(min(len(keys), start + _MOST), start + 1, -1):
            if things := named(keys[start:end]):
                yield start, end, things
                break


def _window(pairs: list[tuple[re.Match[str], str]], start: int, end: int, offset: int) -> _Window:
    after = pairs[end][1] if end < len(pairs) else ""
    return _Window(tuple(t for t, _ in pairs[start:end]), tuple(key for _, key in pairs[start:end]), offset, after)


def _small_words(story: Story, window: _Window, exact: tuple[KnownThing, ...]) -> _Found | None:
    """A name whose telling words are right and whose small ones aren't ("Americans Against Disabilities Act")."""
    if len(window.keys) < 3 or any(thing.kind in ("person", "firm", "place") for thing in exact):
        return None
    written = _smalls(story.words(window.span))
    if any(written == _smalls(thing.name) for thing in exact) or not any(_smalls(thing.name) for thing in exact):
        return None
    if len(exact) > 1 or len(written) != len(_smalls(exact[0].name)):
        return None
    if exact[0].name in _known_elsewhere():
        return None
    odd = next(a for a, b in zip(written, _smalls(exact[0].name), strict=True) if a != b)
    return _Found(window.span, exact[0], odd, "")


@cache
def _known_elsewhere() -> frozenset[str]:
    """The bodies whose small words the misspelled names already judge."""
    return frozenset(load_data("known_names")["bodies"])


def _smalls(name: str) -> list[str]:
    """The small words of a name that join two others, "the" left out, "&" read as "and"."""
    words = name.casefold().replace("&", "and").split()
    return [word for word in words if word in SMALL_WORDS and word not in ("the", "a", "an")]


def _judged(story: Story, window: _Window, at: int) -> _Found | None:
    things = [thing for thing in one_word_off(window.keys, at) if thing.kind not in ("person", "firm", "place")]
    if not things or (window.after and window.after not in _GENERIC):
        return None
    written = window.tokens[at].group()
    acronym = _ACRONYM.match(story.text, window.span.end)
    given = acronym.group("acronym") if acronym else ""
    for thing in things:
        own = key_words(thing.name)[at]
        if given and thing.acronym and given != thing.acronym:
            continue
        if given and given == thing.acronym:
            return _Found(window.span, thing, written, given)
        if (
            len(window.keys) < 3
            or _smalls(story.words(window.span)) != _smalls(thing.name)
            or _of_another_country(story, window, thing)
        ):
            continue
        alone = len(things) == 1 and at == len(window.keys) - 1 and {window.keys[at], own} <= _INTERCHANGED
        if (
            alone
            or _is_slip(window.keys, at, own, thing)
            or (thing.acronym and window.keys[-1] in _GENERIC and _stands_alone(story.text, thing, window.keys))
        ):
            return _Found(window.span, thing, written, "")
    return None


def _is_slip(keys: tuple[str, ...], at: int, own: str, thing: KnownThing) -> bool:
    written = keys[at]
    if _is_near(written, own):
        return True
    if (len(keys) >= 4 and at) or (thing.kind == "work" and len(keys) >= 3):
        return True
    if bool(_smalls(thing.name)) and written[0] == own[0] and thing.kind == "body":
        return True
    if at and at < len(keys) - 1 and not {written, own} & _GENERIC:
        return False
    return written in _GENERIC and own in _GENERIC and bool(_smalls(thing.name))


def _is_near(a: str, b: str) -> bool:
    """Whether one word is a slip of the other, or another form of it ("Investigations")."""
    if a == b or min(len(a), len(b)) < 5:
        return False
    stem = 0
    while stem < min(len(a), len(b)) and a[stem] == b[stem]:
        stem += 1
    return edit_distance(a, b, 2) <= 2 or (stem >= 6 and abs(len(a) - len(b)) < 5)


def _stands_alone(text: str, thing: KnownThing, keys: tuple[str, ...]) -> bool:
    """Whether the story uses the body's acronym, whose letters the words begin with, and no other known body goes by it."""
    if "".join(key[0] for key in keys) != thing.acronym.casefold():
        return False
    return len(by_acronym(thing.acronym)) == 1 and bool(re.search(rf"(?<![\w.]){re.escape(thing.acronym)}(?!\w)", text))


def _of_another_country(story: Story, window: _Window, thing: KnownThing) -> bool:
    """Whether the words before make it the like-named body of another country."""
    for word in story.mentions(NationWord):
        if word.span.start > window.span.end + 30:
            return False
        if window.span.start - 30 <= word.span.start and thing.country not in word.codes:
            return True
    return False
