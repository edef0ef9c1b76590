"""headline-outcome: the first sentences tell only the opposite of what the headline says came of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from ...check import Check
from ...datafiles import load_data
from ...knowledge.outcomes import Side, outcomes
from ...match import Certainty, Match, Note
from ...mentions.quotations.quotations import Quotation
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story
    from .headline_candidates import Head
    from .headline_values import Sentence

_LEADS = 3
"""How many first sentences tell what the story is about."""
_NOT = frozenset(
    (
        *("not", "no", "never", "nobody", "none", "neither", "nor", "cannot", "hardly", "isn't", "wasn't", "aren't"),
        *("weren't", "didn't", "doesn't", "don't", "won't", "can't", "couldn't", "wouldn't", "hasn't", "haven't"),
        *("hadn't",),
    )
)
_SURE = 1
"""So many words headline and sentence share, besides, that surely tell of one thing."""
_EARLIER = frozenset(("after", "before", "despite", "since", "until", "if", "unless"))
"""What stands behind such a word in a sentence of the body came before."""
_FAR = 7
_NEAR = 4
"""So many words before an outcome its denial stands."""
_BACKGROUND = frozenset(
    (
        *("after", "over", "despite", "as", "following", "amid", "while", "but", "if", "unless", "before", "until"),
        *("since", "although", "though", "when", "because", "for", "against", "how", "why", "what", "who", "whose"),
        *("where", "than", "or", "like", "on", "in"),
    )
)
"""What stands behind such a word in a headline isn't its news."""
_UNSURE = frozenset(
    (
        *("may", "might", "could", "should", "would", "can", "must", "urge", "urges", "urged", "seek", "seeks", "want"),
        *("wants", "ask", "asks", "threat", "threatens", "fear", "fears", "hope", "hopes", "bid", "plan", "plans"),
        *("call", "calls", "vow", "vows", "try", "tries", "to", "near", "nears", "consider", "considers", "expects"),
        *("expected", "likely", "possible", "eyes", "mulls", "poised", "set", "ready"),
    )
)
"""A headline with such a word before the outcome says no outcome."""


class Outcome(NamedTuple):
    """An outcome that a sentence tells, with what denies it; ``earlier`` where it came before what the sentence is about."""

    side: Side
    span: Span
    at: int
    earlier: bool


class HeadlineOutcome(Check):
    """Flags what a headline says of how a thing came out if the first sentences tell only the opposite: cleared, convicted."""

    kind: ClassVar[str] = "headline-outcome"
    values: ClassVar[tuple[str, ...]] = ("found", "block")

    def matches(self, story: Story) -> Iterator[Match]:
        from .headline_candidates import heads

        for head in story.once(heads):
            yield from _of_head(head, story)


def _of_head(head: Head, story: Story) -> Iterator[Match]:
    stated = _stated(head.sentence)
    if not stated:
        return
    quoted = [quotation.inner for quotation in story.mentions(Quotation)]
    early: list[tuple[Outcome, Sentence]] = []
    every: set[Side] = set()
    for number, sentence in enumerate(head.body.in_turn()):
        if number == _LEADS and not any(_is_contradicted(o, early) for o in stated):
            return
        told = [o for o in _told(sentence) if not any(inner.contains(o.span) for inner in quoted)]
        every |= {o.side for o in told}
        if number < _LEADS:
            early += [(o, sentence) for o in told if not o.earlier]
    for outcome in stated:
        if not _is_contradicted(outcome, early):
            continue
        shared, found = max(
            ((_shared(head, s), o) for o, s in early if o.side == outcome.side.opposite), key=lambda one: one[0]
        )
        loose = outcome.side.kind in _loose()
        if not shared and (loose or not _is_in_first(found, head)):
            continue
        sure = shared >= _SURE and outcome.side not in every and not loose
        block = story.block_at(outcome.span.start)
        yield Match(
            outcome.span,
            (("found", story.words(found.span)), ("block", block.kind if block else "headline")),
            notes=(Note("the body says it so", found.span),),
            certainty=Certainty.LIKELY if sure else Certainty.POSSIBLE,
        )


def _is_contradicted(stated: Outcome, early: list[tuple[Outcome, Sentence]]) -> bool:
    """Whether the first sentences tell only the opposite."""
    sides = {o.side for o, _ in early}
    return stated.side not in sides and stated.side.opposite in sides


def _is_in_first(found: Outcome, head: Head) -> bool:
    """Whether the very first sentence, which is about what the headline is about, tells *found*."""
    return next(head.body.in_turn()).telling.span.contains(found.span)


def _shared(head: Head, sentence: Sentence) -> int:
    return sum(bool(head.forms[w.at] & sentence.plain) for w in head.content)


def _stated(sentence: Sentence) -> list[Outcome]:
    """What the headline's main clause says for sure, kind by kind, if it says one thing of the kind."""
    words = [word.plain for word in sentence.words]
    if sentence.text[sentence.telling.span.end - 1] == "?":
        return []
    end = next((at for at, word in enumerate(words) if at and word in _BACKGROUND), len(words))
    found = [o for o in _told(sentence) if o.at < end and not _UNSURE & set(words[: o.at])]
    sides = {o.side for o in _told(sentence)}
    return [o for o in found if o.side.opposite not in sides]


@cache
def _loose() -> frozenset[str]:
    """Kinds of which a story may tell both sides of two things at once."""
    return frozenset(load_data("outcomes")["loose"])


def _told(sentence: Sentence) -> list[Outcome]:
    words = [word.plain for word in sentence.words]
    found = []
    for told in outcomes(words):
        first = told.first
        denied = next((at for at in range(max(0, first - _NEAR), first) if words[at] in _NOT), None)
        side = told.side.opposite if denied is not None else told.side
        start = sentence.words[first if denied is None else denied].span.start
        if "or" in words[max(0, first - 1) : told.last + 2]:
            continue
        earlier = bool(_EARLIER & set(words[max(0, first - _FAR) : first]))
        found.append(Outcome(side, Span(start, sentence.words[told.last].span.end), first, earlier))
    return found
