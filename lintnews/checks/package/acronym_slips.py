"""Acronyms that are another one of the story, or the initials of a name in it, with one slip of the keys."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...mentions.names.acronyms import Acronym, readings_by_start, spells
from ...mentions.words.edit_distance import edit_distance
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story

MODEL = "acronym_evidence"
_NAME = LazyPattern(
    r"(?<![\w.’'-])[A-Z][\w’'/-]*[\w](?: (?:of|the|for|and|in|on|to|de|des|du|la|&|[A-Z][\w’'/-]*)){0,9}(?![\w’'-])"
)
_OPENS = LazyPattern(r" \((?:known as |or |the )?\Z")
_CAPITALISED_BEFORE = LazyPattern(r"[A-Z][\w’'-]* \Z")
_REACH, _MOST_WORDS = 120, 12
_BESIDE = LazyPattern(r"(?:,|,? and|,? or|/|-| or the| and the|, the) ?")
_CALL_SIGN = LazyPattern(r"[KW][A-Z]{3}")
_MOST_LETTERS = 8
_MOST_DISTINCT = 1000
"""A text with more different ones is a list of codes."""


class AcronymSlip(Record, frozen=True):
    """``odd`` seems to be a slip for ``right``, which stands, in letters or words, at ``other``.

    ``features`` are what speaks for and against it; ``words`` is the name that ``right`` stands for, or empty.
    """

    odd: Acronym
    right: str
    other: Span
    words: str
    features: dict[str, float]


class _Right(Record, frozen=True):
    """Letters that an acronym of this story may be: used as such, explained, or the initials of a name."""

    text: str
    span: Span
    words: str = ""
    uses: int = 0
    explained: bool = False


def acronym_slips(story: Story) -> Iterator[AcronymSlip]:
    """All pairs of an acronym and what it may be a slip of, however unlikely."""
    found = story.mentions(Acronym)
    if not found:
        return
    places: dict[str, list[Acronym]] = defaultdict(list)
    for acronym in found:
        places[_letters(acronym.text)].append(acronym)
    if len(places) > _MOST_DISTINCT:
        return
    read = {text: _own_readings(story, odds) for text, odds in places.items() if _may_be_odd(text, story.text)}
    if not read:
        return
    rights = _rights(story, places, {reading for own in read.values() for reading in own}, _lengths(read))
    near = _Near(rights)
    known = _known()
    for text, own in read.items():
        odds = places[text]
        if text in own or (rights[text].words and not rights[text].explained):
            continue
        candidates = {other: rights[other] for other in near(text)}
        for reading, (words, span) in own.items():
            if reading not in candidates and one_edit(text, reading):
                candidates[reading] = _Right(reading, span, words)
        for right in candidates.values():
            unsure = (
                min(len(text), len(right.text)) == 2
                or _CALL_SIGN.fullmatch(text)
                or _edit(text, right.text) == "lost-or-added"
            )
            if unsure and right.text not in own:
                continue
            features = _features(story, text, odds, right, right.text in own, known)
            if "letters-in-words" in features and len(text) > len(right.text) and not right.uses:
                continue
            yield AcronymSlip(odds[0], right.text, right.span, right.words, features)


def _may_be_odd(text: str, story: str) -> bool:
    """Whether *text* is as long as an acronym is, no time zone, and no word that the story has with a capital: WHO, Who."""
    if not 2 <= len(text) <= _MOST_LETTERS or text in _zones():
        return False
    word = text.capitalize()
    at = story.find(word)
    while at >= 0:
        after = story[at + len(word) : at + len(word) + 1]
        if not ("a" <= after <= "z"):
            return False
        at = story.find(word, at + 1)
    return True


def _lengths(texts: Iterable[str]) -> frozenset[int]:
    """How long what is no reading of the words beside an acronym is, to be what one of *texts* is a slip of.

    As long as that, or, where that has a letter twice, shorter by one.
    """
    long = [text for text in texts if len(text) > 2]
    doubled = (text for text in long if any(a == b for a, b in pairwise(text)))
    return frozenset((*map(len, long), *(len(text) - 1 for text in doubled)))


@cache
def _known() -> frozenset[str]:
    return frozenset(load_data("known_acronyms")["acronyms"])


@cache
def _zones() -> frozenset[str]:
    """Time zones: CDT beside a CBT is none of its slips."""
    facts = load_data("zones")
    return frozenset((*facts["fixed"], *facts["named"]))


def _letters(acronym: str) -> str:
    return acronym.replace("&", "")


def _rights(
    story: Story, places: dict[str, list[Acronym]], own: set[str], lengths: frozenset[int]
) -> dict[str, _Right]:
    """The acronyms of the story, and what its names can be shortened to if that is in *own* or of one of *lengths*."""
    rights: dict[str, _Right] = {}
    for text, odds in places.items():
        explained = next((use for use in odds if use.explained is not None and use.fits), None)
        words = story.words(explained.explained) if explained and explained.explained else ""
        span = (explained or odds[0]).span
        rights[text] = _Right(text, span, words, len(odds), explained is not None)
    seen: set[str] = set()
    least = min((*map(len, places), *map(len, own), *lengths))
    for name in _NAME.finditer(story.text):
        words = name.group()
        if " " not in words or words in seen:
            continue
        seen.add(words)
        letters = words.replace(" ", "")
        if len(words) - len(letters) + 1 < least and letters.isalpha() and words.istitle():
            continue  # one letter a word at most
        for start, texts in readings_by_start(words):
            if not words[start].isupper():
                continue
            for reading in texts:
                before = rights.get(reading)
                wanted = before is not None or reading in own or len(reading) in lengths
                if wanted and 2 <= len(reading) <= _MOST_LETTERS and (before is None or not before.words):
                    span = Span(name.start() + start, name.end())
                    rights[reading] = _Right(reading, span, words[start:], before.uses if before else 0)
    return rights


def _own_readings(story: Story, odds: list[Acronym]) -> dict[str, tuple[str, Span]]:
    """What the words beside an acronym can be shortened to, with those words: before its bracket, in the bracket behind, or
    right beside without one."""
    found: dict[str, tuple[str, Span]] = {}
    for odd in odds:
        for span in _words_beside(story, odd):
            words = story.words(span)
            for start, texts in readings_by_start(words):
                for text in texts:
                    found.setdefault(text, (words[start:], Span(span.start + start, span.end)))
    return found


def _words_beside(story: Story, odd: Acronym) -> Iterator[Span]:
    text = story.text
    if odd.explained is not None and odd.explained.start > odd.span.end:
        yield odd.explained
    behind = _NAME.match(text, odd.span.end + 1) if text[odd.span.end : odd.span.end + 1] == " " else None
    if behind and " " in behind.group():
        yield Span(*behind.span())
    low = max(text.rfind("\n", 0, odd.span.start) + 1, odd.span.start - _REACH)
    opens = _OPENS.search(text, low, odd.span.start)
    end = opens.start() if opens else odd.span.start - 1
    if not opens and not _CAPITALISED_BEFORE.search(text, low, odd.span.start):
        return
    words = text[low:end]
    low += max(words.rfind(mark) for mark in "(),;:") + 1
    words = " ".join(text[low:end].split(" ")[-_MOST_WORDS:])
    if words.strip():
        yield Span(end - len(words.lstrip()), end)


def one_edit(one: str, other: str) -> bool:
    """Whether one letter added, lost, changed or moved past its neighbour makes one of the other; not a plural's s."""
    if one == other or one + "S" == other or other + "S" == one:
        return False
    return edit_distance(one, other, 1) == 1


class _Near:
    """Finds the texts that are one edit away, by what both are without one letter: no pair is looked at that isn't near."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.by_rest: dict[str, list[str]] = defaultdict(list)
        self.texts = frozenset(text for text in texts if 2 <= len(text) <= _MOST_LETTERS)
        for text in self.texts:
            for rest in _rests(text):
                self.by_rest[rest].append(text)

    def __call__(self, text: str) -> list[str]:
        found = set(self.by_rest.get(text, ()))
        for rest in _rests(text):
            if rest in self.texts:
                found.add(rest)
            found.update(self.by_rest[rest][:40] if rest in self.by_rest else ())
        return sorted(other for other in found if one_edit(text, other))


def _rests(text: str) -> set[str]:
    return {text[:at] + text[at + 1 :] for at in range(len(text))}


def _features(
    story: Story, text: str, odds: list[Acronym], right: _Right, introduced: bool, known: frozenset[str]
) -> dict[str, float]:
    edit = _edit(text, right.text)
    length = min(len(text), len(right.text))
    loosely = bool(right.words) and spells(right.words, text)
    two = any(
        _BESIDE.fullmatch(story.text, min(odd.span.end, right.span.end), max(odd.span.start, right.span.start))
        for odd in odds
    )
    is_known = text in known
    found = {
        f"{edit}-{'two' if length == 2 else 'three' if length == 3 else 'long'}": 1.0,
        "initials-of-its-words": introduced,
        "initials-moved": introduced and edit == "swapped",
        "name-elsewhere": bool(right.words) and not introduced,
        "long-name": len(right.words.split()) > 3 and not introduced,
        "right-used": right.uses > 0,
        "right-used-often": right.uses > 2,
        "right-explained": right.explained,
        "right-only-a-name": not right.uses and not introduced,
        "right-and-words": right.uses > 0 and introduced,
        "odd-used-again": len(odds) > 1,
        "odd-used-more": len(odds) > max(1, right.uses),
        "odd-known": is_known,
        "odd-known-introduced": is_known and introduced,
        "right-known": right.text in known,
        "odd-explained": any(odd.explained is not None for odd in odds) and not introduced,
        "letters-in-words": loosely,
        "side-by-side": two,
        "other-first-letter": text[0] != right.text[0] and edit != "swapped",
    }
    return {name: float(value) for name, value in found.items() if value}


def _edit(text: str, right: str) -> str:
    if len(text) != len(right):
        shorter, longer = sorted((text, right), key=len)
        doubled = longer in {shorter[:at] + shorter[at] + shorter[at:] for at in range(len(shorter))}
        return "doubled" if doubled and longer == text else "lost-or-added"
    return "swapped" if sorted(text) == sorted(right) else "replaced"
