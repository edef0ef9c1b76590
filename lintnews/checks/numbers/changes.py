"""Changes: values before and after, and the amount, the percentage, the multiple or the mere direction between them."""

from __future__ import annotations

from collections.abc import Iterator

from ...datafiles import load_data
from ...mentions.numbers.movements import directions, movements
from ...mentions.numbers.placed import Passage, Placed, era
from ...mentions.numbers.quantities import alike as same_unit
from ...mentions.words.lazy_pattern import LazyPattern
from .evidence.words import CURRENCIES
from .relations import CHANGES, Kind, Relation, alike, apart, around, beside, ends, is_level, reach

_BEFORE = {"from": 4, "against": 2, "earlier": 2, "dated": 1, "": 0, "be": -1, "at": -2, "to": -4}


def changes(passage: Passage) -> Iterator[Relation]:
    """All changes that figures of *passage* may tell, those that hold and those that don't."""
    for stated in passage.figures:
        if stated.aside or stated.quantity.is_range or stated.quantity.value <= 0:
            continue
        if _is_change(stated) or (_is_amount(stated) and is_level(stated)):
            yield from _changes(passage, stated)


_COMPARATIVE = LazyPattern(r"(?: [a-z]+)? (?:more|fewer|less|higher|lower|above|below|up|down)\b")


def _is_amount(stated: Placed) -> bool:
    """Whether words make a figure an amount of change: "rose by 300", "300 more than"."""
    if stated.change == "then":
        return _COMPARATIVE.match(stated.after) is not None
    return bool(stated.change)


def _is_change(stated: Placed) -> bool:
    """Whether words or unit make the figure an amount of change; a bare percentage is a level."""
    return stated.quantity.measure in CHANGES and (
        bool(stated.change) or stated.quantity.measure in ("points", "basis points")
    )


def _changes(passage: Passage, stated: Placed) -> Iterator[Relation]:
    near = [p for p in reach(passage, stated) if is_level(p) and not p.aside]
    way = stated.direction or _only_direction(passage, stated)
    for at, one in enumerate(near):
        for other in near[at + 1 :]:
            if _may_be_levels(stated, one, other):
                yield change(stated, *in_order(one, other, way), way)
    if stated.change and stated.quantity.measure != "multiple":
        for one, other in _only_two(passage, stated):
            if _may_be_levels(stated, one, other):
                yield change(stated, *in_order(one, other, way), way)


def _may_be_levels(stated: Placed, one: Placed, other: Placed) -> bool:
    if "percent" in (one.quantity.measure, other.quantity.measure) and "then" in (one.change, other.change):
        return False  # growth against growth: "up 28.9% after a 30.6% rise"
    if one.value == other.value or not 1 / 90 < one.value / other.value < 90:
        return False
    if stated.quantity.measure == "percent" and abs(one.value / other.value - 1) * 200 < stated.quantity.step:
        return False
    return alike(one, other) and _fits(stated, one)


def _only_two(passage: Passage, stated: Placed) -> Iterator[tuple[Placed, Placed]]:
    """Pairs of values further away than a sentence, where no third value of their unit stands near."""
    groups: dict[tuple[str, str], list[Placed]] = {}
    for placed in around(passage, stated):
        if is_level(placed) and not placed.aside and placed.quantity.measure != "duration":
            groups.setdefault((placed.quantity.measure, placed.quantity.unit), []).append(placed)
    for group in groups.values():
        if group[0].quantity.measure == "count":
            group = _of_one_size(group)
        if len(group) == 2 and not (beside(stated, group[0]) and beside(stated, group[1])):
            yield group[0], group[1]


def _of_one_size(group: list[Placed]) -> list[Placed]:
    """The counts of which another one is near in size: any number counts something."""
    return [p for p in group if any(q is not p and 0.5 < p.value / q.value < 2 and p.value >= 20 for q in group)]


def _fits(stated: Placed, level: Placed) -> bool:
    """Whether *stated* can be a change of *level* by its unit."""
    measure = stated.quantity.measure
    if measure == "basis points":
        return level.quantity.measure == "percent"
    if measure == "points" or (stated.quantity.noun == "points" and level.quantity.measure == "percent"):
        return level.quantity.measure == "percent" or level.quantity.noun in ("", "points")
    if measure in CHANGES and (measure != "percent" or level.quantity.measure != "percent"):
        return level.quantity.measure != "percent" or measure == "multiple"
    return same_unit(stated.quantity, level.quantity)


def _only_direction(passage: Passage, stated: Placed) -> int:
    """The direction that all words of rising and falling in the sentence share, where *stated* has none of its own."""
    known = directions()
    found = {known[word] for word in movements(passage.words[stated.sentence])}
    return found.pop() if len(found) == 1 else 0


def in_order(one: Placed, other: Placed, way: int) -> tuple[Placed, Placed]:
    """The value before and the one after, by the words around them; where these don't tell, by the direction."""
    lead = _BEFORE[one.level] - _BEFORE[other.level]
    if one.sentence != other.sentence:
        lead += 2 * (era(other) - era(one))
    if lead == 0:
        rises = one.value < other.value
        return (one, other) if rises == (way >= 0) else (other, one)
    return (one, other) if lead > 0 else (other, one)


def change(stated: Placed, before: Placed, after: Placed, way: int) -> Relation:
    """The change from *before* to *after* as *stated* has it."""
    old, new = before.quantity, after.quantity
    low0, high0 = ends(old, new.step)
    low1, high1 = ends(new, old.step)
    factor, relative = _size(stated)
    low, high = (e * factor for e in _stated_ends(stated))
    if stated.quantity.measure == "multiple":
        actual = (low1 / high0, high1 / low0 if low0 > 0 else 1e300)
        gap = apart(*actual, low, high)
        wanted = (
            (new.value / old.value,) * 2,
            (new.value / high if high > 0 else 0.0, new.value / low if low > 0 else 1e300),
            (old.value * low, old.value * high),
        )
        return Relation(Kind.CHANGE, (stated, before, after), wanted, gap, 0)
    if relative:
        actual = ((low1 / high0 - 1) * 100, (high1 / low0 - 1) * 100 if low0 > 0 else 1e300)
    else:
        actual = (low1 - high0, high1 - low0)
    up, down = apart(*actual, low, high), apart(*actual, -high, -low)
    gap = up if way > 0 else down if way < 0 else min(up, down)
    other = down if way > 0 else up if way < 0 else 1.0
    sign = way or (1 if new.value > old.value else -1)
    step = max(stated.quantity.step * factor, 1e-12)
    return Relation(
        Kind.CHANGE,
        (stated, before, after),
        _wanted(old.value, new.value, low, high, sign, factor, relative),
        gap / step,
        way,
        other == 0 and gap > 0,
    )


def _stated_ends(stated: Placed) -> tuple[float, float]:
    """What the amount may be: some cut off digits where others round."""
    quantity = stated.quantity
    return quantity.true.low, max(
        quantity.true.high, quantity.value + quantity.step * 0.999
    ) if quantity.measure == "percent" else quantity.true.high


def _size(stated: Placed) -> tuple[float, bool]:
    """The factor from the stated figure to percent or to the values' own unit, and whether it is relative to the value before."""
    measure = stated.quantity.measure
    return {"percent": (1.0, True), "share": (100.0, True), "basis points": (0.01, False)}.get(measure, (1.0, False))


def _wanted(
    old: float, new: float, low: float, high: float, sign: int, factor: float, relative: bool
) -> tuple[tuple[float, float], ...]:
    if not relative:
        amount = abs(new - old) / factor
        return (
            (amount, amount),
            _ordered(new - sign * high, new - sign * low),
            _ordered(old + sign * low, old + sign * high),
        )
    percent = abs(new / old - 1) * 100 / factor
    grown = _ordered(1 + sign * low / 100, 1 + sign * high / 100)
    befores = (new / grown[1], new / grown[0]) if grown[0] > 0 else (0.0, 0.0)
    return (percent, percent), befores, (old * grown[0], old * grown[1])


def _ordered(one: float, other: float) -> tuple[float, float]:
    return (one, other) if one <= other else (other, one)


def moves(passage: Passage) -> Iterator[Relation]:
    """ "Fell 2.62%, or 260.77 points, to 9694.73": percent, amount and the value after."""
    for stated in passage.figures:
        if stated.quantity.measure != "percent" or stated.quantity.is_range or stated.quantity.value <= 0:
            continue
        near = [p for p in reach(passage, stated) if is_level(p) and p.quantity.measure != "percent"]
        for amount in near:
            if abs(amount.index - stated.index) > 3 or amount.quantity.coarse:
                continue
            for after in near:
                if (
                    after is not amount
                    and after.level not in ("from", "against", "earlier")
                    and 0 < amount.value < after.value * 0.5
                    and abs(after.index - amount.index) <= 5
                    and _movable(amount, after)
                ):
                    yield move(
                        stated, amount, after, stated.direction or amount.direction or _only_direction(passage, stated)
                    )


def _movable(amount: Placed, after: Placed) -> bool:
    return alike(amount, after) or "points" in (amount.quantity.noun, after.quantity.noun)


def move(stated: Placed, amount: Placed, after: Placed, way: int) -> Relation:
    percent, moved, level = stated.quantity, amount.quantity, after.quantity
    low, high = percent.true.low, percent.value + percent.step * 0.999
    gaps, wanted = {}, {}
    for sign in (1, -1):
        base = level.value - sign * moved.value
        actual = (
            min(moved.true.low, moved.value - moved.step / 2) / base * 100,
            max(moved.true.high, moved.value + moved.step * 0.999) / base * 100,
        )
        gaps[sign] = apart(*actual, low, high) / percent.step
        ratio_low, ratio_high = percent.true.low / 100, percent.true.high / 100
        amounts = _ordered(
            level.value * ratio_low / (1 + sign * ratio_low),
            level.value * ratio_high / (1 + sign * ratio_high) if ratio_high < 1 or sign > 0 else 1e300,
        )
        levels = _ordered(
            moved.value * (1 / ratio_high + sign) if ratio_high else 0,
            moved.value * (1 / ratio_low + sign) if ratio_low > 0 else 1e300,
        )
        value = moved.value / base * 100
        wanted[sign] = ((value, value), amounts, levels)
    sign = way or min(gaps, key=lambda s: gaps[s])
    return Relation(
        Kind.MOVE, (stated, amount, after), wanted[sign], gaps[sign], way, gaps[-sign] == 0 and gaps[sign] > 0
    )


def ways(passage: Passage) -> Iterator[Relation]:
    """ "Rose to 3.2% from 3.0%": two values, next to each other, and a direction."""
    told = [placed for placed in passage.figures if not placed.aside]
    at = 0
    while at + 1 < len(told):
        one, other = told[at : at + 2]
        forward = (
            at + 2 < len(told)
            and other.level == "from"
            and one.level != "to"
            and _pair(other, told[at + 2])
            and told[at + 2].level == "to"
        )
        relation = _way(one, other) if _pair(one, other) and not forward else None
        if relation is not None:
            yield relation
        at += 2 if relation is not None else 1


def _pair(one: Placed, other: Placed) -> bool:
    return one.sentence == other.sentence and is_level(one) and is_level(other) and alike(one, other)


_OTHER_SIGN = LazyPattern(r"(?: [\w-]+){0,2} (?:loss|losses|deficit|shortfall|surplus)\b")


def _is_place(one: Placed, other: Placed) -> bool:
    """Whether two small bare numbers may be places in a table: "at four, up from 11"."""
    return one.level == "at" and all(
        p.quantity.measure == "count" and not p.quantity.noun and p.value <= 100 for p in (one, other)
    )


_QUOTED_EITHER_WAY = LazyPattern(
    r"\b(?:dollar|yen|sterling|pound|mark|franc|currency|rupee|peso|kwacha|lira|rand|rupiah|shilling|peseta|rouble|ruble|devalu\w+|exchange|odds|rank\w*|number|place|position)\b"
)
"""A currency that rises may be quoted lower; so may odds and places."""
DOUBTFUL = frozenset(load_data("directions")["doubtful"])
_FIRST_LEVELS = frozenset(["to", "at", "be", "", "earlier", "dated"])


def _way(one: Placed, other: Placed) -> Relation | None:
    if one.value == other.value or one.change in ("moved", "by", "of") or "then" in (one.change, other.change):
        return None
    if not 0.2 < one.value / other.value < 5 and one.quantity.measure == "percent":
        return None
    if one.level == "from" and other.level == "to":
        if any(movements(other.before)):
            return None
        before, after = one, other
    elif other.level in ("from", "against") and one.level in _FIRST_LEVELS:
        before, after = other, one
    else:
        return None
    word = way_word(one, other)
    if (
        not word
        or word in DOUBTFUL
        or _is_place(one, other)
        or _OTHER_SIGN.match(one.after)
        or _OTHER_SIGN.match(other.after)
        or _QUOTED_EITHER_WAY.search(one.before)
        or any(CURRENCIES.search(words) for words in (one.before, one.after, other.after))
    ):
        return None
    way = directions()[word]
    low0, high0 = ends(before.quantity, after.quantity.step)
    low1, high1 = ends(after.quantity, before.quantity.step)
    wrong = high1 < low0 if way > 0 else low1 > high0
    step = max(before.quantity.step, after.quantity.step)
    gap = abs(after.value - before.value) / step if wrong else 0.0
    far = 1e300
    wanted = ((0.0, after.value), (before.value, far)) if way > 0 else ((after.value, far), (0.0, before.value))
    return Relation(Kind.WAY, (before, after), wanted, gap, way, wrong)


def way_word(one: Placed, other: Placed) -> str:
    """The only word of rising or falling between two values; where there is none, the last one before them."""
    between = list(movements(other.before))
    if between:
        return between[0] if len(between) == 1 else ""
    before = list(movements(one.before))
    return before[-1] if before else ""
