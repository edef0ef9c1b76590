"""The relations of a story's figures that fail, judged: which of them are slips, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...datafiles import load_data
from ...match import Certainty
from ...mentions.numbers.placed import Passage
from .changes import changes, moves, ways
from .evidence.held import explained, told_by_words
from .evidence.weighing import features_above
from .parts import shares, shares_again, sums, wholes
from .products import products
from .relations import Kind, Relation
from .tallies import tallies

if TYPE_CHECKING:
    from ...story import Story


class Judged(NamedTuple):
    """A relation that is taken to be a statement with a slip in it."""

    relation: Relation
    passage: Passage
    certainty: Certainty


def judged(story: Story) -> Iterator[Judged]:
    """The failing relations that are slips by the evidence; of those that share a figure the surest alone."""
    for passage in story.mentions(Passage):
        yield from _judged(passage, story.text)


def relations(passage: Passage) -> list[Relation]:
    """All relations of the passage's figures, whether or not they hold."""
    return [
        *changes(passage),
        *moves(passage),
        *shares(passage),
        *shares_again(passage),
        *sums(passage),
        *ways(passage),
        *wholes(passage),
        *tallies(passage),
        *products(passage),
    ]


_MOST = 4
"""Statements that fail in one passage; more of them are a table that was read as prose."""


def _judged(passage: Passage, text: str) -> Iterator[Judged]:
    found = relations(passage)
    failing = [relation for relation in found if not relation.holds]
    if not failing:
        return
    held = explained(found)
    levels = load_data("figure_evidence")["levels"]
    likely: list[tuple[float, Relation]] = []
    for relation in failing:
        least = levels[relation.kind.value]["possible"]
        relation.score, relation.features = features_above(least, relation, passage, held, text)
        over = relation.score - least
        if over > 0:
            likely.append((over, relation))
    if len(likely) > _MOST and len({r.figures[0].index for _, r in likely}) > _MOST:
        return
    taken: set[int] = set()
    for _, relation in sorted(likely, key=lambda item: -item[0]):
        indices = {figure.index for figure in relation.figures}
        if not indices & taken:
            taken |= indices
            sure = relation.score >= levels[relation.kind.value]["certain"] and _is_firm(relation)
            yield Judged(relation, passage, Certainty.CERTAIN if sure else Certainty.POSSIBLE)


_PROVED = 1.0
"""How far chance must be ruled out (as a power of ten) where the words don't tell each figure's part."""


def _is_firm(relation: Relation) -> bool:
    """Whether the words tell each figure's part in one sentence, or the figures prove that they belong together."""
    found = relation.features
    proved = max(found.get("proof", 0.0), found.get("turned-proof", 0.0)) >= _PROVED
    told = relation.kind not in (Kind.CHANGE, Kind.MOVE) or told_by_words(relation)
    return proved or (told and "two-sentences" not in found)


def judged_of(story: Story, *kinds: Kind) -> Iterator[Judged]:
    """Those of some kinds; a story is judged once."""
    for one in story.once(judged):
        if one.relation.kind in kinds:
            yield one
