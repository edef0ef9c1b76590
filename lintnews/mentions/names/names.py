"""Names: people, organisations and places as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from .capitalised import NameToken, Run, composed, runs
from .name_words import NameWords, name_words

if TYPE_CHECKING:
    from ...story import Story

N = TypeVar("N", bound="Name")
PERSON, ORGANISATION, PLACE, UNKNOWN = "person", "organisation", "place", "unknown"


class Name(Mention, frozen=True):
    """A name as it is written. ``span`` covers ``tokens``: no title, no possessive ending, no suffix.

    ``text`` is the tokens with single spaces (particles and nicknames between them too). ``title`` is what stands
    before ("Gen.", "Prime Minister"), ``suffix`` what stands after ("Jr."), each "" if nothing does. ``guess`` is
    "person", "organisation", "place" or "unknown": a guess from the words alone. ``in_capitals``: every letter is a
    capital (acronyms too). ``initial``: the first token begins a sentence, so that its capital proves nothing.
    """

    kind: ClassVar[str] = "name"
    text: Annotated[str, "The name with single spaces."]
    tokens: Annotated[tuple[NameToken, ...], "Its words."]
    title: Annotated[str, "The title before it: Gen., Prime Minister; empty where there is none."] = ""
    suffix: Annotated[str, "What stands behind it: Jr.; empty where nothing does."] = ""
    nickname: Annotated[str, "The nickname inside it, without its marks."] = ""
    possessive: Annotated[bool, "Whether 's stands behind it."] = False
    in_capitals: Annotated[bool, "Whether every letter is a capital."] = False
    initial: Annotated[bool, "Whether it begins a sentence, so that its capital proves nothing."] = False
    guess: Annotated[str, "person, organisation, place or unknown: a guess from the words alone."] = UNKNOWN

    @property
    def last(self) -> str:
        """The last word: of a person, the surname."""
        return self.tokens[-1].text

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        classes = name_words(story)
        for run in runs(story):
            for segment in _segments(run, classes):
                name = _name(cls, segment, story.text, classes)
                if name is not None:
                    yield name


def _segments(run: Run, classes: NameWords) -> Iterator[Run]:
    """Cut a run where one name ends and the next begins."""
    if len(run.tokens) == 1:
        word = run.tokens[0].text
        if not _dropped(word, run.initial, classes) and word not in _MONTHS_AND_NAMES:
            yield run
        return
    tokens: list[NameToken] = []
    gaps: list[str] = []
    initial = run.initial
    last = len(run.tokens) - 1
    for index, token in enumerate(run.tokens):
        if tokens and not _within(tokens[-1].text, run.gaps[index - 1], token.text, run, index, classes):
            yield Run(tokens, gaps, False, initial)
            tokens, gaps, initial = [], [], False
        dropped = _dropped(token.text, index == 0 and run.initial, classes)
        if dropped or (not tokens and (token.text in classes["suffixes"] or _is_month(run, index, classes))):
            if tokens:
                yield Run(tokens, gaps, False, initial)
            tokens, gaps, initial = [], [], False
            continue
        if tokens:
            gaps.append(run.gaps[index - 1])
        tokens.append(token)
        if index == last:
            yield Run(tokens, gaps, run.possessive, initial)


def _dropped(word: str, initial: bool, classes: NameWords) -> bool:
    """Whether *word* is no name: a function word that begins a sentence or a title, a weekday, a month."""
    if word in classes["splitters"] or (word in classes["calendar"] and word not in _MONTHS_AND_NAMES):
        return True
    if word[-3:].lower() in _CONTRACTIONS or word[-2:].lower() in _CONTRACTIONS:
        return True
    return initial and word in classes["function_words"]


_CONTRACTIONS = frozenset(f"{mark}{rest}" for mark in "'’" for rest in ("ll", "re", "ve", "d", "m", "t"))


def _is_month(run: Run, index: int, classes: NameWords) -> bool:
    """Whether the first word of a name is rather a month: "In May Theresa ..."."""
    if run.tokens[index].text not in _MONTHS_AND_NAMES:
        return False
    before = run.tokens[index - 1].text if index else ""
    return before in classes["splitters"] or index + 1 == len(run.tokens)


_MONTHS_AND_NAMES = frozenset(("April", "May", "June", "August"))


def _title_like(word: str, classes: NameWords) -> bool:
    return word in classes["titles"] or word in classes["title_modifiers"]


def _within(before: str, gap: str, after: str, run: Run, index: int, classes: NameWords) -> bool:
    """Whether *gap* stands inside one name, so that *after* goes with *before*."""
    if gap in (" ", "\n"):
        return after not in classes["separating_titles"] or _title_like(before, classes)
    if gap == ", ":
        return after in classes["suffixes"] or after in ("Inc", "Ltd")
    if gap in _OPENING:
        return index < len(run.gaps) and run.gaps[index] in _CLOSING
    if gap in _CLOSING:
        return index >= 2 and run.gaps[index - 2] in _OPENING
    words = gap.split()
    if "and" in words:
        return False
    if words and words[0] in ("of", "for"):
        return before in classes["organisation_heads"] or before in classes["dignities"]
    return True


_OPENING = (" “", ' "', " ‘", " '", " (")
_CLOSING = ("” ", '" ', "’ ", "' ", ") ")


def _name(kind: type[N], run: Run, text: str, classes: NameWords) -> N | None:
    tokens, gaps = run.tokens, run.gaps
    first = _after_titles(tokens, classes) or _after_role(tokens, run.initial, classes)
    if first == len(tokens):
        return None
    title = text[tokens[0].start : tokens[first].start].rstrip() if first else ""
    last = len(tokens)
    suffixes = classes["suffixes"]
    while last - 1 > first and tokens[last - 1].text in suffixes:
        last -= 1
    suffix = text[tokens[last].start : tokens[-1].end] if last < len(tokens) else ""
    nickname = ""
    for index in range(first, last - 1):
        if gaps[index] in _OPENING:
            nickname = tokens[index + 1].text
    kept = tuple(tokens[first:last])
    start, end = kept[0].start, kept[-1].end
    words = composed(text[start:end])
    if "\n" in words:
        words = " ".join(words.split())
    return kind(
        Span(start, end),
        words,
        kept,
        title,
        suffix,
        nickname,
        run.possessive,
        words.isupper() and len(words) > 1,
        run.initial and not first,
        _guess(kept, title, suffix, words, classes),
    )


def _after_titles(tokens: list[NameToken], classes: NameWords) -> int:
    """How many of the first tokens are titles; never into the name of an organisation (General Motors)."""
    titles = classes["titles"]
    if not _title_like(tokens[0].text, classes):
        return 0
    modifiers = classes["title_modifiers"]
    count = 0
    for index, token in enumerate(tokens):
        if token.text in titles:
            count = index + 1
        elif token.text not in modifiers:
            break
    if 0 < count < len(tokens) and tokens[-1].text in classes["organisation_tails"]:
        return 0
    return count


def _after_role(tokens: list[NameToken], initial: bool, classes: NameWords) -> int:
    """1 where a sentence begins with a role that would have no capital elsewhere ("Singer Ann Lee")."""
    if not initial or len(tokens) < 3:
        return 0
    given = classes["given_names"]
    return int(tokens[1].text in given and tokens[0].text not in given)


def _guess(tokens: tuple[NameToken, ...], title: str, suffix: str, words: str, classes: NameWords) -> str:
    if title or suffix:
        return PERSON
    last = tokens[-1].text
    if len(tokens) > 1:
        if last in classes["organisation_tails"] or "&" in words or " of " in words or " for " in words:
            return ORGANISATION
        if last in classes["place_tails"] or tokens[0].text in classes["place_heads"]:
            return PLACE
        if tokens[0].text in classes["given_names"] and tokens[0].text not in classes["not_given"]:
            return PERSON
        if len(tokens) > 1 and any(len(token.text) == 1 for token in tokens[:-1]):
            return PERSON
    return UNKNOWN
