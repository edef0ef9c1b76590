"""doubled-words: the same word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from ...check import PlannedCheck, option
from ...match import Edit, Fix, Match, Safety
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from ..patterns.terms import Found, Plan, outside, places, plan, plans

if TYPE_CHECKING:
    from ...story import Story

_DOUBLED = LazyPattern(
    r"(?<![\w’'-])([A-Za-z]?[a-z]*)(?:[ \t]+|[ \t]*\n[ \t]*)(?=([a-z]+)(?![\w’'-]))(?i:\1)(?![\w’'-])"
)


class DoubledWords(PlannedCheck):
    """Flags a word that stands twice, with nothing but a blank or a line end between, and offers to drop the second."""

    kind: ClassVar[str] = "doubled-words"
    values: ClassVar[tuple[str, ...]] = ("word",)
    allowed: tuple[str, ...] = option("Words that may stand twice.", ())
    exceptions: tuple[str, ...] = option("Terms that are left alone when they take in what was found.", ())
    safe: tuple[str, ...] = option(
        "Words of which one may be dropped by machine; others only if that is asked for.", ()
    )

    def plan(self) -> tuple[Plan, ...]:
        return plans(lambda: plan(self.exceptions, places("exceptions", self.exceptions), ignore_case=True))

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        if not _may_double(story.text):
            return
        found = [
            Found(Span(*match.span()), 0, match)
            for match in _DOUBLED.finditer(story.text)
            if match[1] and match[1].lower() not in self.allowed and "\n\n" not in match.group()
        ]
        for one in outside(found, plan[0], story):
            if not _is_cut(story, one.span):
                word = one.match[1]
                edit = Edit(Span(one.match.end(1), one.span.end), "")
                safety = Safety.SAFE if word.lower() in self.safe else Safety.UNSAFE
                yield Match(one.span, values=(("word", word),), fixes=(Fix((edit,), safety),))


def _may_double(text: str) -> bool:
    """Whether some word is followed by itself, perhaps with marks behind: quicker to tell than where."""
    words = text.lower().split()
    return any(b.startswith(a) and len(b) - len(a) < 4 for a, b in pairwise(words))


def _is_cut(story: Story, span: Span) -> bool:
    """Whether something between the words was not read: a company's name in angle brackets, code, struck-out text."""
    return _UNREAD.search(story.map.to_source(span).of(story.source)) is not None


_UNREAD = LazyPattern(r"<[A-Z]|`|~~")
