"""Additions: two figures that make a third, told in one sentence or in several, whichever of the three is said to be what."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from ...match import Certainty
from ...mentions.numbers.counted import PEOPLE
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from .parts import total_of
from .relations import Relation, is_level
from .slips import written_slip
from .tallies import unit_of

_MEASURES = frozenset(["count", "money", "length", "area", "mass", "volume", "barrels", "duration"])
_NEAR = 4
"""Sentences that the three figures may stand apart."""
_MOST = 24
"""Figures of one unit beyond which a passage is a table."""
_LEAST = 13
"""A total below which too many small numbers fit one another."""
_WIDEST = 100
"""How many times the smaller part the total may be: of greater ones nobody takes it away."""
_SURE, _LIKELY = 2.0, 1.75
"""Points from which an addition is told, and from which it may be. On half A's 3,781 stories, 20 that hold and none that fails reach the first."""

_FEW = r"(?: (?:just|only|about|some|around|the|a|an|nearly|almost|its|his|their|over|up to))*\s?\Z"
_PART_BEFORE = LazyPattern(
    r"\b(?:another|a further|further|remaining|the (?:rest|remainder|balance)(?:,? or|,)?|the others?|plus|an? (?:extra|additional)|additional|"
    rf"leav(?:es|ing)(?: [\w'’]+){{0,3}}|left with|all but|except(?: for)?|save for|but for|besides|not counting|the missing|the outstanding|(?:keep|retain|spar)(?:s|ing)|on top of|in addition to|as well as|short by|apart from){_FEW}"
)
_PART_AFTER = LazyPattern(
    r"(?: [\w'’-]+){0,2},? (?:to follow|to come|extra|on top|left(?! (?:by|in|for|to|wing))\b|remain(?:ing|ed|s)?\b|outstanding|unsold|unfilled|unclaimed|unpaid|unused|unaccounted|vacant|missing\b|abstain\w*|absent|still to|have yet to|over\b(?! the)|short\b|to spare|in reserve|unaccounted|to go)|"
    r"(?: [\w'’-]+){0,2} between (?:them|the two)"
)
_ADDED = LazyPattern(
    r"\b(?:add(?:s|ed|ing)|hir(?:es|ed|ing)|recruit(?:s|ed|ing)|(?:took|taken|taking|takes) on|ax(?:ed|ing)|shed(?:ding)?|cut(?:ting)?|lost|losing|bought|"
    rf"acquir(?:ed|ing)|created?|creating|gain(?:ed|ing)|won|buy(?:ing)?|sold|selling|spent|spending|paid|repaid|returned|released|freed|closed|shut|signed|joined|donated|delivered|used){_FEW}"
)
_GAP = LazyPattern(
    rf"\b(?:cushion|majority|margin|gap|difference|surplus|shortfall|advantage|lead|premium|increase|rise|drop) of{_FEW}"
)
_TOTAL_BEFORE = LazyPattern(
    r"\b(?:total\w*(?: of| to)?|combined|altogether|overall|aggregate|in all|all(?: of)? (?:the|its|those|these|their|his|her)|the (?:full|whole|entire)|"
    r"(?:bring|brought|tak|took|rais|lift|push|swell|boost|increas|expand|cut|reduc|trim)\w*(?: [\w'’-]+){1,5} to|(?:put|puts|putting)(?: [\w'’-]+){1,5} (?:at|on)|giv(?:es|ing)(?: [\w'’-]+){1,3} a total of|a combined|between them|now (?:has|have|numbers?|employs|stands at)|mak(?:es|ing)(?: it| that| him| her| them)?|that(?: is|['’]s)|add(?:s|ing)? up to|c[ao]me to|sum of|"
    rf"could be worth|out of){_FEW}"
)
_TOTAL_AFTER = LazyPattern(r"(?: [\w'’-]+){0,3},? (?:in all|in total|altogether|all told|combined|overall)\b")
_WHOLE = LazyPattern(
    r"\b(?:out )?of (?:the|its|their|his|her|our|all|those|these)(?: [a-z]+['’]s?)? \Z|(?:\Aof|that of|\d of|out of) (?:the )?\Z|\b(?:race|game|match|house|chamber|council)['’]s \Z"
)
_BODY = LazyPattern(
    r"-(?:member|seat) (?:[a-z]+ )?(?:chamber|parliament|assembly|council|senate|house|legislature|board|body)\b"
)
_BEFORE = LazyPattern(
    r"\b(?:had(?: been| had)?|previous(?:ly)?|before|earlier|already|gone into [\w ]+ with|(?:started|began|opened)(?: the \w+)? (?:with|at|on)|there (?:were|are)|originally|until then|currently (?:has|have|employs)|used to be|was|were|"
    rf"went on the market at|(?:guide|asking|starting|reserve) price (?:of|was)){_FEW}"
)
_OF_BESIDE = LazyPattern(r"(?: [\w'’-]+){0,2},? (?:out )?of (?:the |its |their |a )?(?:total |[a-z]+['’]s? )?\Z")
"""What leads from a part to its own whole: "11 of its 21 members"."""
_ADJECTIVE = LazyPattern(r"-(?!member|strong|seat\b|man\b|person)[a-z]")
_SEATS = frozenset(["seats", "members", "places", "mandates", "deputies"])
_NEEDY = frozenset(["added", "gap"])
"""Words that say no more than that something was added to or taken from another."""
_EARLIER = frozenset(["from", "against", "earlier"])


class Addition(NamedTuple):
    """``relation`` is a sum; ``points`` how far words and places make it one; ``part`` the figure that is said to be added or left."""

    relation: Relation
    points: float
    part: Placed


def additions(passage: Passage, text: str) -> Iterator[tuple[Relation, Certainty]]:
    """Sums that don't hold, which one slip of the keys would explain."""
    for group in _groups(passage):
        found = list(_additions(group))
        held = [one for one in found if one.relation.holds]
        shared = list(_shared_out(group))
        if shared and not any(relation.holds for relation in shared) and not held:
            yield from ((relation, Certainty.CERTAIN) for relation in shared[-1:] if _is_one_slip(relation, text))
        parts = {placed.index for relation in shared for placed in relation.figures[1:]}
        for one in sorted(found, key=lambda addition: -addition.points):
            if parts.issuperset(placed.index for placed in one.relation.figures):
                continue
            if one.points < _LIKELY or one.relation.holds or any(_explains(other, one) for other in held):
                continue
            if _is_one_slip(one.relation, text):
                yield one.relation, Certainty.CERTAIN if one.points >= _SURE else Certainty.POSSIBLE


_REST = LazyPattern(
    r"\b(?:the (?:remaining|rest|remainder|balance|others?)|remaining)(?:,? of (?:the|it|them))?(?:[^.;:\d]{0,12}? |,? )\Z"
)
_PARTS_MOST = 5


def _shared_out(group: list[Placed]) -> Iterator[Relation]:
    """Three parts or more, the last of them said to be what the others leave, and the greater figure before or behind them."""
    for at, last in enumerate(group):
        if not _REST.search(last.before[-60:]):
            continue
        for size in range(3, _PARTS_MOST + 1):
            run = group[at + 1 - size : at + 1] if at + 1 >= size else []
            if not run or last.place - run[0].place > _NEAR or any(p.level in _EARLIER for p in run):
                break
            most = max(placed.value for placed in run)
            for total in (*reversed(group[: at + 1 - size]), *group[at + 1 : at + 2]):
                if total.value > most and _of_a_kind(total, last) and abs(total.place - last.place) <= _NEAR + 1:
                    if (
                        all(_of_a_kind(total, part) for part in run)
                        and 0.6 < sum(p.value for p in run) / total.value < 1.6
                    ):
                        yield total_of(total, tuple(run))
                    break


def _explains(held: Addition, failing: Addition) -> bool:
    """Whether a sum that holds, to the last digit or by more evidence, has the figures that another would have."""
    total, *parts = (placed.value for placed in held.relation.figures)
    if held.points <= failing.points and abs(total - sum(parts)) > 1e-9 * total:
        return False
    values = {placed.value for placed in failing.relation.figures}
    return held.part.value == failing.part.value or len({total, *parts} & values) > 1


def _groups(passage: Passage) -> Iterator[list[Placed]]:
    groups: dict[tuple[str, str, str], list[Placed]] = {}
    money = {placed.quantity.unit for placed in passage.figures if placed.quantity.measure == "money"}
    for placed in passage.figures:
        quantity = placed.quantity
        duration = quantity.measure == "duration" and not quantity.is_range and quantity.value > 0
        if _ADJECTIVE.match(placed.after):
            continue
        if (is_level(placed) or duration) and not placed.aside and quantity.measure in _MEASURES:
            groups.setdefault((*unit_of(placed, money), placed.per), []).append(placed)
    for group in groups.values():
        if 3 <= len(group) <= _MOST and max(placed.value for placed in group) >= _LEAST:
            yield group


def _additions(group: list[Placed]) -> Iterator[Addition]:
    cues = [_Cues.of(placed) for placed in group]
    if not any(cue.part or cue.total for cue in cues):
        return
    for chosen in combinations(range(len(group)), 3):
        if group[chosen[2]].place - group[chosen[0]].place > _NEAR:
            continue
        less, more, total = sorted(chosen, key=lambda at: group[at].value)
        if _may_add_up(group[less], group[more], group[total]):
            yield from _told(group, cues, less, more, total)


class _Cues(NamedTuple):
    part: str
    total: str
    before: bool

    @classmethod
    def of(cls, placed: Placed) -> _Cues:
        words = placed.before[-60:]
        part = "part" if _PART_BEFORE.search(words) or _PART_AFTER.match(placed.after) else ""
        part = part or ("added" if _ADDED.search(words) else "gap" if _GAP.search(words) else "")
        total = "total" if _TOTAL_BEFORE.search(words) or _TOTAL_AFTER.match(placed.after) else ""
        if _BODY.match(placed.after):
            total = "total"
        total = total or ("whole" if _WHOLE.search(words[-40:]) else "")
        return cls(part, total, _BEFORE.search(words) is not None)


def _may_add_up(less: Placed, more: Placed, total: Placed) -> bool:
    if (
        total.value == more.value
        or less.value == more.value
        or total.value < _LEAST
        or total.value > _WIDEST * less.value
    ):
        return False
    if _OF_BESIDE.match(total.before) and total.index - 1 not in (less.index, more.index):
        return False
    if sum(placed.level in _EARLIER for placed in (less, more, total)) > 1:
        return False
    return _of_a_kind(less, more) and _of_a_kind(more, total) and _of_a_kind(less, total)


def _of_a_kind(one: Placed, other: Placed) -> bool:
    """Whether both may count the same: one noun, none, or people."""
    nouns = one.quantity.noun, other.quantity.noun
    return (
        "" in nouns or "others" in nouns or nouns[0] == nouns[1] or PEOPLE.issuperset(nouns) or _SEATS.issuperset(nouns)
    )


def _told(group: list[Placed], cues: list[_Cues], less: int, more: int, total: int) -> Iterator[Addition]:
    """The addition with the part that the words tell most of."""
    options = []
    for part, base in ((less, more), (more, less)):
        told = [cues[part].part, cues[total].total, "before" if cues[base].before else ""]
        options.append((sum(map(bool, told)), part, told))
    count, part, told = max(options, key=lambda option: option[0])
    if not (told[0] or told[1] == "total") or (told[0] in _NEEDY and count < 2) or told[:2] == ["added", "whole"]:
        return
    relation = total_of(group[total], (group[less], group[more]))
    both = 0.5 if told[:2] == ["part", "total"] else -0.25 if count < 2 else 0.0
    yield Addition(relation, count + both + _place_points(group, (less, more, total)), group[part])


def _place_points(group: list[Placed], chosen: tuple[int, int, int]) -> float:
    """What the three figures' standing alone and near one another, or being told again, speaks for or against."""
    three = [group[at] for at in chosen]
    values = {placed.value for placed in three}
    places = [placed.place for placed in three]
    least, most = min(values) / 3, max(values) * 2
    near = {
        placed.value
        for placed in group
        if min(places) - 1 <= placed.place <= max(places) + 1
        and least <= placed.value <= most
        and _of_a_kind(placed, three[2])
    }
    rivals = len(near - values)
    first, last = min(chosen), max(chosen)
    inside = sum(placed.value not in values for placed in group[first:last])
    points = 1.0 if not rivals else -0.5 * min(3, rivals - 1)
    points -= 0.5 * inside + 0.25 * (max(places) - min(places))
    nouns = {placed.quantity.noun for placed in three}
    points += 0.5 if len(nouns) == 1 and "" not in nouns else 0.0
    return points + (0.5 if sum(placed.value in values for placed in group) > 3 else 0.0)


_LOOSE = 0.04
"""How wide, by the figure, what it would have to be may be: more is no proof."""


def _is_one_slip(relation: Relation, text: str) -> bool:
    return any(
        high - low <= max(_LOOSE * placed.value, 1.1 * placed.quantity.step) and _is_slip_of(text, placed, low, high)
        for placed, (low, high) in zip(relation.figures, relation.wanted, strict=True)
    )


def _is_slip_of(text: str, placed: Placed, low: float, high: float) -> bool:
    kind, _ = written_slip(text, placed, low, high)
    return bool(kind) and (kind == "factor" or 0.4 < (low + high) / 2 / placed.value < 2.5)
