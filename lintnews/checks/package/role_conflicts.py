"""Two roles of one class that a story gives one person, and how sure that is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...match import Certainty
from ...mentions.words.sentences import Sentence
from ...record import Record
from ...story import ABOVE
from .told_roles import ALONE, BEHIND, NAMED, OTHER, Role, ToldRole, people_named, told_roles

if TYPE_CHECKING:
    from ...story import Story


class RoleConflict(Record, frozen=True):
    """``odd`` gives somebody another role than ``told`` does."""

    odd: ToldRole
    told: ToldRole
    certainty: Certainty


class _Told:
    """The roles of a story, filed so that each is looked up and none is looked for."""

    def __init__(self, story: Story, told: Sequence[ToldRole]) -> None:
        self.held: dict[str, list[ToldRole]] = {}
        self.by_role: dict[Role, list[ToldRole]] = {}
        self.holders: dict[str, list[ToldRole]] = {}
        self.leading: dict[str, list[ToldRole]] = {}
        for one in told:
            self.by_role.setdefault(one.role, []).append(one)
            if one.how in (NAMED, BEHIND):
                if one.last not in self.held:
                    self.holders.setdefault(one.role.group, []).append(one)
                self.held.setdefault(one.last, []).append(one)
            elif one.how == OTHER and one.sentence < 2:
                self.leading.setdefault(one.role.group, []).append(one)
        self.full: dict[str, set[str]] = {}
        self.named: dict[str, list[int]] = {}
        for name in people_named(story):
            last = name.last.casefold()
            self.named.setdefault(last, []).append(name.span.start)
            if len(name.tokens) > 1:
                self.full.setdefault(last, set()).add(name.text)
        self._ends = [sentence.span.end for sentence in story.mentions(Sentence)]

    def last_named(self, own: ToldRole, before: ToldRole) -> int:
        """The sentence in which the holder of *own* is named last before *before*."""
        starts = self.named.get(own.last, [])
        at = bisect_left(starts, before.span.start) - 1
        return bisect_right(self._ends, starts[at]) if at >= 0 else own.sentence


def role_conflicts(story: Story) -> Iterator[RoleConflict]:
    """Roles that a later telling contradicts, in no order; at most one for each place."""
    every = told_roles(story)
    if len({(one.role, one.nation) for one in every}) < 2:
        return
    told = _Told(story, every)
    yield from _named_twice(told)
    for one in every:
        above = (block := story.block_at(one.span.start)) is not None and block.kind in ABOVE
        if above and one.how in (OTHER, ALONE):
            yield from _above(one, told)
        elif one.how == ALONE and not above:
            yield from _alone(one, told)
            if one.nation and one.acts and one.role.group != "diplomat":
                yield from _of_nation(one, told)


def _excludes(one: ToldRole, other: ToldRole) -> bool:
    return one.role.group == other.role.group and one.role.member != other.role.member


_TITLES = frozenset(["rank", "local"])
"""Classes whose titles before names title-change compares."""


def _named_twice(told: _Told) -> Iterator[RoleConflict]:
    """ "Sergeant Bo Ray", "the corporal, Ray"."""
    for last, every in told.held.items():
        if len(told.full.get(last, ())) > 1:
            continue
        first = every[0]
        for one in every[1:]:
            titles = one.role.group in _TITLES and one.is_capital and first.is_capital
            if _excludes(one, first) and one.role.group != "leader" and not titles:
                yield RoleConflict(one, first, Certainty.CERTAIN)
                break


_LEAD = 6
"""Sentences from the beginning in which a headline's person is named."""
_MOST = 12
"""People of one class beyond whom "the corporal" may be anybody."""


def _rivals(one: ToldRole, told: _Told) -> list[ToldRole]:
    holders = told.holders.get(one.role.group, [])
    return [other for other in holders if _excludes(other, one)] if len(holders) <= _MOST else []


def _above(above: ToldRole, told: _Told) -> Iterator[RoleConflict]:
    """A headline's "transport minister", where the body has none, but a trade minister."""
    if len(told.by_role[above.role]) > 1 or above.role.group == "leader":
        return
    rivals = [one for one in _rivals(above, told) if one.sentence <= _LEAD]
    if len(rivals) == 1 and not rivals[0].is_new:
        yield RoleConflict(above, rivals[0], Certainty.POSSIBLE)


_BY_NAME = frozenset(["player"])
"""Classes of which many are in one story, so that "the midfielder" may be anybody."""
_WIDE = frozenset(["candidate"])
"""Classes of words that stand for bodies too."""
_STRICT = frozenset(["leader", "local"])
"""Classes whose members readers know without a name: the president, the governor."""


def _alone(alone: ToldRole, told: _Told) -> Iterator[RoleConflict]:
    """ "The home secretary" where nobody is one, but somebody told of is the foreign secretary."""
    same = told.by_role[alone.role]
    if alone.role.group in _BY_NAME or any(one.how in (NAMED, BEHIND) for one in same):
        return
    if len(same) > _MOST or any(one.is_new and one.span < alone.span for one in same):
        return
    rivals = [one for one in _rivals(alone, told) if one.span < alone.span]
    is_named = bool(rivals)
    if not is_named:
        leading = told.leading.get(alone.role.group, [])
        rivals = [one for one in leading if one.span < alone.span and _excludes(one, alone)]
    if len({one.last for one in rivals}) != 1 or _are_two(alone, rivals[0], told):
        return
    near = 0 <= alone.sentence - told.last_named(rivals[0], alone) <= 2
    if not is_named and alone.role.group in _WIDE:
        return
    if alone.speaks or ((near or alone.acts or is_named) and alone.role.group not in _STRICT):
        yield RoleConflict(
            alone, rivals[0], Certainty.LIKELY if is_named and (alone.acts or near) else Certainty.POSSIBLE
        )


def _are_two(alone: ToldRole, own: ToldRole, told: _Told) -> bool:
    """Whether the story tells of two: it has "the foreign secretary" too, or comes back to the other."""
    same = [one for one in told.by_role[alone.role] if one is not alone]
    if any(one.how == ALONE for one in (*same, *told.by_role[own.role])):
        return True
    return alone.role.group in _STRICT and (bool(same) or len(told.by_role[own.role]) > 1)


def _of_nation(alone: ToldRole, told: _Told) -> Iterator[RoleConflict]:
    """ "The French president" where none is named, but a German president is."""
    same = [one for one in told.by_role[alone.role] if one.how in (NAMED, BEHIND)]
    if len(same) > _MOST or any(one.nation == alone.nation for one in same):
        return
    rivals = [one for one in same if one.nation and one.span < alone.span]
    again = [one for one in told.by_role[alone.role] if rivals and one.nation == rivals[0].nation]
    if len(rivals) == 1 and len(again) == 1:
        yield RoleConflict(alone, rivals[0], Certainty.POSSIBLE)
