"""capitalization: headlines and the like in the case that the house writes them in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...datafiles import word_list
from ...match import Edit, Fix, Match, Safety
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from ...story import BlockKind

if TYPE_CHECKING:
    from ...story import Block, Story

_WORD = LazyPattern(r"[^\W_]+(?:['’][^\W_]+)*")
_SMALL = word_list("small_words_of_titles")
_SMALL_LONG = word_list("long_prepositions")
_LONGEST = 400


class Capitalization(Check):
    """Flags the words of short blocks whose capitals are not those of ``match``; use it with ``blocks``.

    ``sentence`` flags a word with a capital only where the story's running text writes it small, so that names are left
    alone. Words with a capital or figure inside (iPhone, NATO) are never flagged, except by ``lower`` and ``upper``.
    """

    kind: ClassVar[str] = "capitalization"
    values: ClassVar[tuple[str, ...]] = ("replacement",)
    match: Literal["title", "sentence", "lower", "upper"] = option("How the words must be written.")
    style: Literal["ap", "chicago"] = option(
        "For `title`: `ap` gives words of four letters and more a capital; `chicago` keeps every preposition small.",
        "ap",
    )
    exceptions: tuple[str, ...] = option("Words that are right as they are written here.", ())
    threshold: int = option("How many words of a block must be wrong before any is flagged.", 1)

    def matches(self, story: Story) -> Iterator[Match]:
        if all(self._left_out(block) for block in story.blocks):
            return
        exceptions = frozenset(self.exceptions)
        small = frozenset(story.once(small_words)) if self.match == "sentence" else frozenset()
        for block in story.blocks:
            if self._left_out(block):
                continue
            words = [word for word in _words(story, block.span) if story.words(word) not in exceptions]
            wrong = [(word, right) for word, right in self._rights(words, story, small) if story.words(word) != right]
            if len(wrong) >= self.threshold:
                for word, right in wrong:
                    fix = Fix((Edit(word, right),), Safety.UNSAFE)
                    yield Match(word, values=(("replacement", right),), fixes=(fix,))

    @staticmethod
    def _left_out(block: Block) -> bool:
        return len(block.span) > _LONGEST or block.kind in (BlockKind.PARAGRAPH, BlockKind.BLOCKQUOTE)

    def _rights(self, words: list[Span], story: Story, small: frozenset[str]) -> Iterator[tuple[Span, str]]:
        rewrite = _REWRITES[self.match]
        for index, span in enumerate(words):
            word = story.words(span)
            begins = index == 0 or story.text[words[index - 1].end : span.start].strip()[-1:] in _BEGINNERS
            ends = index == len(words) - 1
            yield span, rewrite(word, begins, ends, small, _SMALL if self.style == "ap" else _SMALL | _SMALL_LONG)


_BEGINNERS = frozenset({":", ".", "?", "!", "—", "“", '"', "‘"})

Rewrite = Callable[[str, bool, bool, Iterable[str], Iterable[str]], str]


def _title(word: str, begins: bool, ends: bool, small: Iterable[str], kept_small: Iterable[str]) -> str:
    if not word[0].isalpha() or any(letter.isupper() for letter in word[1:]):
        return word
    if not begins and not ends and word.lower() in kept_small:
        return word.lower()
    return word[0].upper() + word[1:]


def _sentence(word: str, begins: bool, ends: bool, small: Iterable[str], kept_small: Iterable[str]) -> str:
    if begins:
        return word if any(letter.isupper() for letter in word) else word[0].upper() + word[1:]
    if word[1:].islower() and word.lower() in small:
        return word.lower()
    return word


def _lower(word: str, begins: bool, ends: bool, small: Iterable[str], kept_small: Iterable[str]) -> str:
    return word.lower()


def _upper(word: str, begins: bool, ends: bool, small: Iterable[str], kept_small: Iterable[str]) -> str:
    return word.upper()


_REWRITES: Mapping[str, Rewrite] = {"title": _title, "sentence": _sentence, "lower": _lower, "upper": _upper}


def small_words(story: Story) -> Iterable[str]:
    """Words that the running text writes without a capital, and never with one inside a sentence."""
    small: set[str] = set()
    capital: set[str] = set()
    for block in story.body:
        for match in _WORD.finditer(story.text, block.span.start, block.span.end):
            word = match.group()
            if word.islower():
                small.add(word)
            elif story.text[match.start() - 2 : match.start()].strip(" ").isalpha():
                capital.add(word.lower())
    return sorted(small - capital)


def _words(story: Story, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _WORD.finditer(story.text, span.start, span.end)]
