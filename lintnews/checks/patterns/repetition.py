"""repetition: the same word twice running."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from ...check import PlannedCheck, option
from ...match import Edit, Fix, Match, Safety
from ...mentions.words.word_index import folded, lower_word_starts, word_starts
from ...regexes import Deadline, finditer, matches_at
from ...source import Span
from .terms import Found, Plan, outside, places, plan, plans

if TYPE_CHECKING:
    from ...story import Story


class Repetition(PlannedCheck):
    """Flags words that follow themselves, with nothing but space between, and takes out the repeat."""

    kind: ClassVar[str] = "repetition"
    values: ClassVar[tuple[str, ...]] = ("word", "count")
    tokens: tuple[str, ...] = option("What must not follow itself; every word, if nothing is given.", (r"[^\W\d_]+",))
    max: int = option("How often running a word may stand.", 1)
    exceptions: tuple[str, ...] = option("Terms that are left alone when they take in what was found.", ())
    ignore_case: bool = option("Whether capitals don't matter.", True)

    def plan(self) -> tuple[Plan, ...]:
        return plans(
            lambda: plan(self.tokens, places("tokens", self.tokens), ignore_case=self.ignore_case),
            lambda: plan(self.exceptions, places("exceptions", self.exceptions), ignore_case=self.ignore_case),
        )

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        tokens, exceptions = plan
        joined = "|".join(f"(?:{token})" for token in self.tokens)
        bounded = all(pattern[3] for pattern in tokens[1])
        source = rf"(?<![\w'-])({joined})(?:\s+\1){{{self.max},}}(?![\w'-])"
        text = story.once(folded)[0]
        deadline = Deadline(len(text))
        starts = self._starts(tokens, story)
        matches = (
            finditer(source, self.ignore_case, bounded, text, deadline)
            if starts is None
            else matches_at(source, self.ignore_case, bounded, text, starts, deadline)
        )
        found = [Found(Span(*match.span()), 0, match) for match in matches if "\n\n" not in match.group()]
        for one in outside(found, exceptions, story):
            word = one.match[1]
            count = len(one.match.group().split()) // len(word.split())
            fix = Fix((Edit(Span(one.span.start + len(word), one.span.end), ""),), Safety.SAFE)
            yield Match(one.span, values=(("word", word), ("count", str(count))), fixes=(fix,) if self.max == 1 else ())

    def _starts(self, tokens: Plan, story: Story) -> list[int] | None:
        """Where the story has the first words of the tokens; None if those can't be told."""
        phrases, patterns, ignore_case = tokens
        if not all(pattern[5] for pattern in patterns):
            return None
        words: dict[str, list[int]] = story.once(lower_word_starts if ignore_case else word_starts)[0]
        first = {*phrases, *(word for pattern in patterns for word in pattern[5])}
        return sorted(start for word in first for start in words.get(word, ()))
