"""The relations of a story's figures that fail, judged: which of them are slips, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...datafiles import load_data
from ...match import Certainty
from ...mentions.numbers.placed import Passage
from .additions import additions
from .apiece import apiece
from .changes import changes, moves, ways
from .evidence.held import explained
from .evidence.weighing import features_above
from .parts import shares, shares_again, sums, wholes
from .portions import portions
from .products import products
from .relations import Kind, Relation
from .remainders import remainders
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
        taken: set[int] = set()
        cued = [*_by_cues(passage, story.text)]
        for one in sorted([*_judged(passage, story.text), *cued], key=lambda one: -one.certainty):
            indices = {figure.index for figure in one.relation.figures}
            if not indices & taken:
                taken |= indices
                yield one if one not in cued else Judged(one.relation, passage, Certainty.POSSIBLE)


def _by_cues(passage: Passage, text: str) -> Iterator[Judged]:
    """Those whose words and places tell each figure's part, wherever in the passage they stand.

    How sure each is decides between those that share a figure; copy that they were not made on gave a dozen false ones and hardly
    a true one, so all are told as possible.
    """
    for read in (additions, portions, remainders, apiece):
        for relation, certainty in read(passage, text):
            if not _is_borne_out(relation, passage):
                yield Judged(relation, passage, certainty)


def _is_borne_out(relation: Relation, passage: Passage) -> bool:
    """Whether the figures beside it make the total, with more parts."""
    parts = {figure.index for figure in relation.figures}
    return any(
        held.holds and held.figures[0].index == relation.figures[0].index and parts < {f.index for f in held.figures}
        for held in sums(passage)
    )


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


_PROVED = 0.9
"""How far chance must be ruled out (as a power of ten) for a slip of the keys to prove that figures belong together."""
_FIRM_CUES = frozenset(["cue-sexes", "cue-made-of", "cue-leaving", "cue-total", "cue-gap"])


def _is_firm(relation: Relation) -> bool:
    """Whether the words tell each figure's part in one sentence, and one slip of the keys is all that is wrong."""
    found = relation.features
    proved = max(found.get("proof", 0.0), found.get("turned-proof", 0.0)) >= _PROVED
    if relation.kind in (Kind.CHANGE, Kind.MOVE):
        return proved and _is_plain_change(relation)
    if relation.kind is Kind.SUM:
        return proved or not _FIRM_CUES.isdisjoint(found)
    return proved or "two-sentences" not in found


_NOT_PLAIN = frozenset(
    ["two-sentences", "break", "currency", "hedge", "noun-other", "opposites", "compared-month", "daily"]
)


def _is_plain_change(relation: Relation) -> bool:
    """ "Up 2.1% from 3.55 million", "lost 89.68 points, or 1.16%, to 7,465.95": a percentage beside its values, in plain words."""
    stated, second, third = relation.figures
    found = relation.features
    if stated.quantity.measure != "percent" or not _NOT_PLAIN.isdisjoint(found):
        return False
    if relation.kind is Kind.MOVE:
        return "or" in found and "beside" in found and third.level in ("to", "at")
    return "chain" in found and "basis" not in found and second.level in ("from", "against")


def judged_of(story: Story, *kinds: Kind) -> Iterator[Judged]:
    """Those of some kinds; a story is judged once."""
    for one in story.once(judged):
        if one.relation.kind in kinds:
            yield one
