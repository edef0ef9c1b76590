"""Parts: shares of a whole, and totals with what they are made of."""

from __future__ import annotations

from collections.abc import Iterator

from ...mentions.numbers.counted import PEOPLE
from ...mentions.numbers.hedges import Hedge
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.words.lazy_pattern import LazyPattern
from .relations import OF, Kind, Relation, alike, apart, beside, ends, is_level, reach

_PORTIONS = frozenset(["percent", "share"])
_LONGEST = 7


def shares(passage: Passage) -> Iterator[Relation]:
    """A percentage or a fraction, a part and a whole."""
    for at, stated in enumerate(passage.figures):
        quantity = stated.quantity
        if (
            quantity.measure not in _PORTIONS
            or quantity.is_range
            or stated.change in ("moved", "by", "then")
            or not quantity.true.low > 0
        ):
            continue
        factor = 1.0 if quantity.measure == "percent" else 100.0
        after = next((p for p in passage.figures[at + 1 : at + 2]), None)
        if quantity.value * factor >= 100 or is_number(stated, after):
            continue
        near = [
            p
            for p in reach(passage, stated)
            if is_level(p) and p.quantity.measure != "percent" and not p.aside and abs(p.index - stated.index) <= 4
        ]
        for part in near:
            for whole in near:
                if part.value < whole.value and _of_one_kind(part, whole) and _told_share(stated, part, whole):
                    yield share(stated, part, whole, factor)


_ROUND = frozenset([1e3, 1e6, 1e9, 12.0, 100.0])


def is_number(stated: Placed, after: Placed | None) -> bool:
    """Whether the fraction is one of a round number, "a quarter of a million bricks", and no share."""
    return after is not None and after.before == " of " and stated.quantity.measure == "share" and after.value in _ROUND


def _told_share(stated: Placed, part: Placed, whole: Placed) -> bool:
    """Whether an "of" leads to the whole, and the part is no amount of change."""
    if part.index + 1 == stated.index == whole.index - 1 and stated.after.startswith(
        (" of its ", " of the ", " of their ")
    ):
        return OF.search(whole.before) is not None
    if part.change in ("moved", "by", "of") or whole.level in ("from", "against") or stated.change == "of":
        return False
    return OF.search(whole.before) is not None or stated.after.startswith(" of ")


def _of_one_kind(part: Placed, whole: Placed) -> bool:
    """Whether the part may be some of the whole: one unit; counted things may have two nouns."""
    a, b = part.quantity, whole.quantity
    if part.per or whole.per:
        return False
    return alike(part, whole) or (a.measure == b.measure == "count")


def share(stated: Placed, part: Placed, whole: Placed, factor: float) -> Relation:
    low0, high0 = ends(part.quantity, 0)
    low1, high1 = ends(whole.quantity, 0)
    actual = (low0 / high1 * 100 / factor, high0 / max(low1, 1e-300) * 100 / factor)
    quantity = stated.quantity
    low, high = quantity.true.low, quantity.true.high
    if quantity.measure == "percent":
        high = max(high, quantity.value + quantity.step * 0.999)
    gap = apart(*actual, low, high)
    step = quantity.step if quantity.measure == "percent" else 0.1
    value = part.value / whole.value * 100 / factor
    parts = (whole.value * quantity.true.low * factor / 100, whole.value * quantity.true.high * factor / 100)
    wholes = (
        part.value / (quantity.true.high * factor / 100),
        part.value / max(quantity.true.low * factor / 100, 1e-300),
    )
    return Relation(Kind.SHARE, (stated, part, whole), ((value, value), parts, wholes), gap / step)


def sums(passage: Passage) -> Iterator[Relation]:
    """A total and the neighbouring figures of its unit that may be its parts."""
    groups: dict[tuple[str, str, str], list[Placed]] = {}
    for placed in passage.figures:
        if (
            is_level(placed) or (placed.quantity.measure == "duration" and not placed.quantity.is_range)
        ) and not placed.aside:
            groups.setdefault((placed.quantity.measure, placed.quantity.unit, placed.per), []).append(placed)
    for group in groups.values():
        if len(group) >= 2:
            found = list(_sums(group))
            holding = [set(map(_place, relation.figures)) for relation in found if relation.gap <= 0]
            yield from (relation for relation in found if relation.gap <= 0 or not _is_explained(relation, holding))


def _place(placed: Placed) -> int:
    return placed.quantity.span.start


def _is_explained(relation: Relation, holding: list[set[int]]) -> bool:
    """Whether a sum that holds has all the figures of this one, or these add up with another of them as the total."""
    if any(set(map(_place, relation.figures)) <= held for held in holding):
        return True
    values = [placed.value for placed in relation.figures]
    return len(values) > 2 and 2 * max(values) == sum(values)


def _sums(group: list[Placed]) -> Iterator[Relation]:
    for at, total in enumerate(group):
        for parts in (*_runs(group, at, 1), *_runs(group, at, -1)):
            if told_parts(total, parts):
                yield total_of(total, parts)
    for one, other, gap in zip(group, group[1:], group[2:], strict=False):
        if _is_left(one, other, gap):
            yield total_of(other, (one, gap))
        less, more = sorted((one, other), key=lambda placed: placed.value)
        if _GAP.search(gap.before[-40:]) and less.value < more.value and gap.index - one.index <= 4:
            yield total_of(more, (less, gap))


def _is_left(gone: Placed, whole: Placed, left: Placed) -> bool:
    """ "Closed 36 of its 71 shops, leaving 45" """
    together = gone.sentence == left.sentence and left.index - gone.index <= 3 and whole.index == gone.index + 1
    return (
        together
        and _OF_ITS.match(whole.before) is not None
        and _LEAVING.search(left.before) is not None
        and gone.value < whole.value
    )


def _runs(group: list[Placed], at: int, step: int) -> Iterator[tuple[Placed, ...]]:
    """The neighbours of a total on one side of it that may be its parts: two, three …, or one that is greater."""
    total, run = group[at], list[Placed]()
    place = at + step
    while 0 <= place < len(group) and len(run) < _LONGEST:
        part = group[place]
        apart = not beside(part, total) or abs(part.index - (run[-1] if run else total).index) > 3
        tiny = part.quantity.measure == "money" and part.value < 1000 <= total.value / 1000
        if apart or tiny or part.value >= total.value * 1.6 or _GAP.search(part.before[-40:]):
            return
        run.append(part)
        if len(run) >= 2 or (step > 0 and part.value > total.value):
            yield tuple(run)
        place += step


SORTS = frozenset(
    [
        "gold",
        "silver",
        "bronze",
        "golds",
        "silvers",
        "bronzes",
        "medals",
        "abstentions",
        "votes",
        "seats",
        "goals",
        "points",
        "wins",
        "losses",
        "draws",
        "games",
        "defeats",
        "ties",
        "matches",
    ]
)
"""What makes up what: medals, votes, results."""
_SEXES = frozenset(["men", "women", "boys", "girls", "adults", "children"])
_TOTAL_BEFORE = LazyPattern(
    r"\b(?:total\w*|combined|sum|altogether|overall|aggregate|making|makes|made|together|bring\w*|brought|adds? up to|came to|in all)\b[^.;]{0,30}\Z"
)
_TOTAL_AFTER = LazyPattern(r"(?: [\w'’-]+){0,3},? (?:in all|altogether|in total|combined|overall|all told|together)\b")
_INCLUDING = LazyPattern(r"\b(?:includ\w+|among (?:them|whom|which))\b")
_OF_THEM = LazyPattern(r"\bof (?:whom|which|them|these|those)\b")
_MADE_OF = LazyPattern(r"\b(?:compris\w+|consist\w+|made up|divided|split|broken down)\b")
_LISTED = LazyPattern(r"(?::|\(| -|—|–|,) ?(?:some |about )?\Z")
_OF_WHOLE = LazyPattern(r"\b(?:out )?of (?:the|its|their|his|her|our|all|those|these) (?:total of )?\Z")
_REST = LazyPattern(r"\b(?:leav\w+|left|remain\w*|the rest|the others?|another|a further|the balance)\b[^,;]{0,25}\Z")
_OF_ITS = LazyPattern(r"(?: [\w'’-]+)?(?: out)? of (?:its|the|their|his|her|all|those|these)(?: [a-z]+)? \Z")
_LEAVING = LazyPattern(
    r"\b(?:leav(?:es|ing)(?: [\w'’]+)?|left|left with|which left(?: [\w'’]+)?)(?: with| only| just)* \Z"
)
_GAP = LazyPattern(r"\b(?:gap|difference|deficit|surplus|shortfall|majority)\b[^,;]{0,12}\Z")


def told_parts(total: Placed, parts: tuple[Placed, ...]) -> tuple[str, ...]:
    """What in the words makes the parts add up to the total: total, rest, gap, listed, made-of, including, of-whole; empty for nothing."""
    listed = sorted(parts, key=lambda part: part.index)
    first = total.index < listed[0].index
    if len(parts) == 1:
        return _one_part(total, parts[0]) if first else ()
    cues = ["gap"] if _GAP.search(parts[-1].before[-40:]) else []
    if not first and (_TOTAL_BEFORE.search(total.before[-60:]) or _TOTAL_AFTER.match(total.after)):
        cues.append("total")
    less = "-less" if sum(part.value for part in parts) < total.value else ""
    if first and _INCLUDING.search(listed[0].before):
        cues.append("including" + less)
    elif first and _OF_THEM.search(listed[0].before):
        cues.append("of-them" + less)
    elif first and (_MADE_OF.search(listed[0].before) or _MADE_OF.search(total.before[-25:])):
        cues.append("made-of")
    elif (
        first
        and _LISTED.search(listed[0].before)
        and not _parallel(total, listed[0])
        and (all(_may_be_some(part, total) for part in parts) or _is_sexes(parts))
    ):
        nouns = [part.quantity.noun for part in parts]
        if _SEXES.issuperset(nouns) and len(set(nouns)) == len(nouns) and total.quantity.noun in PEOPLE - _SEXES:
            cues.append("sexes")
        cues.append("colon" if listed[0].before.rstrip()[-1:] in (":", "(") else "listed")
    if first and _OF_WHOLE.search(total.before):
        cues.append("of-whole" + ("" if _REST.search(listed[-1].before[-45:]) else less))
    if len(parts) == 2 and _REST.search(listed[-1].before[-45:]):
        cues.append("leaving" if _LEAVING.search(listed[-1].before[-30:]) else "rest")
    return tuple(cues)


_HAVE = LazyPattern(r" (?:were|was|are|have|had|will be|voted|died|said)\b")


def _one_part(total: Placed, part: Placed) -> tuple[str, ...]:
    """ "The 12 passengers, including 15 children", "of the 53 passengers, 54 were children" """
    if not _may_be_some(part, total):
        return ()
    if _INCLUDING.search(part.before):
        return ("including",)
    apposed = part.sentence == total.sentence and part.index == total.index + 1 and _HAVE.match(part.after)
    if (
        apposed
        and _OF_WHOLE.search(total.before)
        and part.before.startswith((",", f" {total.quantity.counted.lower()},"))
    ):
        return ("of-whole",)
    return ()


_PREPOSITION = LazyPattern(r"(?: [\w'’-]+){0,2}? (from|in|for|at|of|on|by|to) ")


def _parallel(total: Placed, part: Placed) -> bool:
    """Whether the first figure is one of the list: "959 settlers from Hull, 763 from Leeds and 223 from York"."""
    one, other = _PREPOSITION.match(total.after), _PREPOSITION.match(part.after)
    return one is not None and other is not None and one[1] == other[1]


def _is_sexes(parts: tuple[Placed, ...]) -> bool:
    """Whether the parts are men and women, boys and girls …: they are some of any people, "37 climbers, 12 women and 25 men"."""
    nouns = [part.quantity.noun for part in parts]
    return len(set(nouns)) == len(nouns) == 2 and _SEXES.issuperset(nouns)


def _may_be_some(part: Placed, total: Placed) -> bool:
    """Whether what the part counts may be some of what the total counts."""
    own, whole = part.quantity.noun, total.quantity.noun
    if not own or own == whole:
        return True
    return {own, whole} <= PEOPLE or {own, whole} <= SORTS


def total_of(total: Placed, parts: tuple[Placed, ...]) -> Relation:
    spans = [ends(p.quantity, total.quantity.step if total.quantity.coarse else 0) for p in parts]
    low, high = sum(s[0] for s in spans), sum(s[1] for s in spans)
    stated = ends(total.quantity, min(p.quantity.step for p in parts))
    gap = apart(low, high, *stated)
    value = sum(p.value for p in parts)
    slack = max(max(s[1] - s[0] for s in spans) / 2, total.quantity.true.high - total.quantity.true.low) / 2
    if total.quantity.hedge is not Hedge.EXACT:
        slack = max(slack, min(total.quantity.true.high - total.value, total.value))
    wanted = [(value - slack, value + slack)]
    wanted += [(total.value - value + p.value - slack, total.value - value + p.value + slack) for p in parts]
    return Relation(
        Kind.SUM, (total, *parts), tuple(wanted), gap / max(total.quantity.step, max(p.quantity.step for p in parts))
    )


_AGAIN_OF = LazyPattern(
    r" of (?:the |all |its |those |their )?[\w'’-]+(?: [\w'’-]+)?(?:,? or| -|—|–|,| \()(?: or)?(?: about| some| nearly)? ?\Z"
)
_AGAIN = frozenset([" (", ", or ", " or ", " - or ", " - ", "—", " — ", ", ", " – ", " — or "])


def shares_again(passage: Passage) -> Iterator[Relation]:
    """One share told twice, in words and in figures: "a quarter (30%)"."""
    for one, other in zip(passage.figures, passage.figures[1:], strict=False):
        measures = {one.quantity.measure, other.quantity.measure}
        if measures != _PORTIONS or one.sentence != other.sentence or other.quantity.is_range:
            continue
        before = other.before
        if (
            not (before in _AGAIN or (before.endswith(" (") and len(before) < 40) or _is_apposed(other))
            or one.change
            or other.change in ("then", "moved")
        ):
            continue
        first, second = _in_percent(one), _in_percent(other)
        gap = apart(*first, *second)
        value = one.value * (100 if one.quantity.measure == "share" else 1)
        own = other.value * (100 if other.quantity.measure == "share" else 1)
        yield Relation(Kind.SAME, (other, one), ((value, value), (own / 100, own / 100)), gap)


def _is_apposed(other: Placed) -> bool:
    """Whether a share is set beside the one before with what it is a share of: "a third of the barns, or 53%, have"."""
    return _AGAIN_OF.match(other.before) is not None and other.after[:2] in (", ", " -", "—", "–", ")", " –", " —")


def _in_percent(placed: Placed) -> tuple[float, float]:
    factor = 100.0 if placed.quantity.measure == "share" else 1.0
    return placed.quantity.true.low * factor, placed.quantity.true.high * factor


_REMAINING = LazyPattern(
    r"\b(?:the )?(?:other|remaining|rest|remainder|balance)(?: of (?:the|its) (?:\w+ )?| being|,|:| were| are| is| was)? ?\Z"
)
_BY = LazyPattern(r"(?: (?:owned|held|controlled))?,? by\b| by\b| (?:is |are )?(?:owned|held|controlled) by\b")
"""A share of ownership: "46% owned by Aldane, with 35% held by Borrow"."""
_SIDES = LazyPattern(
    r"\b(?:oppos(?:e|ed|ing)|against|disagree|undecided|unsure|don.t know|did not know|didn.t know|no (?:opinion|view)|disapprov|neither|said no|voted no|no answer|abstain)"
)
_OF_LESS = LazyPattern(
    r"\b(?:of (?:whom|those(?! (?:asked|polled|surveyed|questioned|interviewed|who (?:voted|answered|replied|responded)))|them|these)|among|compared|than|from|up|down|also|multiple|both|yield|interest|margin|respectively|per cent of)\b"
)


def wholes(passage: Passage) -> Iterator[Relation]:
    """Percentages of one whole in a sentence: some, and the remaining ones; or those for, against and undecided."""
    for sentence in range(len(passage.sentences)):
        percents = [p for p in passage.figures if p.sentence == sentence and p.quantity.measure == "percent"]
        if not 2 <= len(percents) <= 6 or any(p.quantity.is_range or p.change not in ("", "or") for p in percents):
            continue
        remaining = _REMAINING.search(percents[-1].before) is not None
        sides = (
            len(percents) >= 3
            and _SIDES.search(passage.words[sentence])
            and not _OF_LESS.search(passage.words[sentence])
        )
        owned = len(percents) >= 3 and all(_BY.match(p.after) for p in percents)
        if remaining or sides or owned:
            *rest, last = percents
            low = sum(p.quantity.true.low for p in percents)
            high = sum(p.quantity.true.high for p in percents)
            gap = apart(low, high, 99.5 if remaining else 0.0, 100.5)
            left = 100 - sum(p.value for p in rest)
            yield Relation(Kind.WHOLE, (last, *rest), ((left, left),) * (len(rest) + 1), gap)
