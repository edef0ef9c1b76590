"""Portions: a share, a part and a whole that stand in several sentences, and what the words say of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...match import Certainty
from ...mentions.numbers.counted import PEOPLE, SINGULARS
from ...mentions.numbers.placed import Passage, Placed
from ...mentions.numbers.quantities import alike
from ...mentions.words.lazy_pattern import LazyPattern
from .parts import is_number, share
from .relations import Relation, is_level
from .slips import written_slip

_MEASURES = frozenset(["count", "money", "area", "length", "mass", "volume", "barrels"])
_NEAR = 3
"""Sentences that part and whole may stand from their share."""
_FEWEST, _MOST = 2, 10
"""Figures near a share, beyond which it stands in a table."""
_LEAST = 2.5
"""Points from which a share is one of these figures. On half A's 3,781 stories 12 that hold and none that fails reach them."""

_SMALL = 20
"""Counts below which anything may stand beside a share."""
_NARROW = 0.4
"""How many times the share what part and whole make may be: of others they are another matter."""

_FEW = r"(?: (?:a|an|the|its|their|some|about|nearly|almost|around|roughly|all|just|only|over|more than|total of|exactly))*\s?\Z"
_WHOLE_BEFORE = LazyPattern(
    r"(?:\bof (?:the|its|their|his|her|our|all|those|these|some|about|nearly)?(?: total of| [a-z]+)?\s?\Z|(?:\A(?:out )?of |\d of )\Z|"
    r"\b(?:survey(?:ed|ing)?|question(?:ed|ing)|poll(?:ed|ing)|ask(?:ed|ing)|interview(?:ed|ing)|stud(?:ied|ying)|watch(?:ed|ing)|examin(?:ed|ing)|test(?:ed|ing)|"
    r"track(?:ed|ing)|check(?:ed|ing)|inspect(?:ed|ing)|sampl(?:ed|ing)|wrote to|written to|canvass(?:ed|ing)|contact(?:ed|ing)|screen(?:ed|ing)|review(?:ed|ing)|analy[sz](?:ed|ing)|visit(?:ed|ing)|search(?:ed|ing)|follow(?:ed|ing)|invit(?:ed|ing)|enrol(?:led|ling)|handed out|mailed|(?:field|crowd|sample|class|fleet|entry|intake|membership|population|group|total|panel|list|stock|flock|herd) of|sent (?:out )?|runs to|extends to|"
    r"covers|total(?:s|led|ling)?|employ(?:s|ed|ing)?|hold(?:s|ing)?|seats?|has|have|had|there (?:are|were)|timetabled|scheduled|planned|issued|printed|ordered|bought|built|sold|received|handled|"
    r"revenues? (?:of|was|were)|sales (?:of|were|touching)|turnover (?:of|was)|workforce of|staff of|capacity (?:of|is)|electorate of|out of|among|"
    rf"capitali[sz]ed at|values? [\w' ]+ at|worth|outlay of|budget of|from){_FEW})"
)
_WHOLE_AFTER = LazyPattern(
    r"(?: [\w'’-]+){0,3} (?:in (?:issue|all|total)|were (?:surveyed|polled|asked|questioned|interviewed|tested)|surveyed|polled|asked|questioned|interviewed|"
    r"tested|on the (?:books|roll|register)|eligible|outstanding|registered|altogether)\b|[ -](?:seat|member|bed|strong)"
)
_APPOSED = LazyPattern(rf"(?:, or|\bor|\(|—|–| -|,){_FEW}")
_FOLLOWS = LazyPattern(
    r"\b(?:so|giv(?:es|ing)(?: [\w'’]+){1,3}|leav(?:es|ing)|mean(?:s|ing)|that(?: is|['’]s| was| means| makes| puts| leaves)|which (?:is|was|means|makes|represents)|"
    rf"represent(?:s|ing)|amount(?:s|ing|ed) to|equivalent to|equal to|account(?:s|ed|ing) for|mak(?:es|ing)(?: [\w'’]+)?|at){_FEW}"
)
_SO = LazyPattern(r"\b(?:so|giv(?:es|ing)|leav(?:es|ing)|mean(?:s|ing)|that(?: is|['’]s| means))\b[^,.;]{0,25}\Z")
_OF_ALL = LazyPattern(
    r" (?:of (?:it|them|those|these|that|the (?:total|whole|lot|sample|group|places?|number)|all)|from the)\b"
)
_OF_THEM = LazyPattern(r" of (?:them|it|those|whom|which)\b")
_OWN_WHOLE = LazyPattern(
    r" of (?:the|its|their|his|a|an) (?!unit|company|firm|group|business|shares|total|whole|lot|place|number|stock|sample|property)[a-z]+| of (?:gross|national|domestic|global|annual|total) "
)
"""A share of something that is named: "10% of the forecast price"."""
_PART = LazyPattern(
    r"\b(?:just|only|of (?:those|them|these|whom|which)|but|(?:that|this|which) (?:means|is|meant|comes to|amounts to|works out at|would be))\b[^.]{0,12}\Z"
)
_NAMED_SHARE = LazyPattern(rf"\b(?:margin|turnout|proportion|commission|deposit|return|success rate|hit rate) of{_FEW}")
_OTHER_RATE = LazyPattern(
    r",? (?:[\w-]+ ){0,2}(?:rate|convertible|debenture|notes?|bonds?|coupon|unemploy|inflation|interest|growth|premium|yield|support|of the vote|majority|"
    r"pay|tax|duty|surcharge|fee|commission|discount)| of (?:all (?:of )?|the )?[A-Z]| of (?:the |its |their )?(?:world|country|nation|state|electorate|population|market|city)"
)
_RATE_BEFORE = LazyPattern(
    r"(?:coupon|priced|fixed|yield|rate of|interest|inflation|tax)[^.]{0,25}\Z|\b(?:must|has to|have to|need\w*|requir\w*|at least)\b|\bnot (?:just |only )?\Z"
)
_OF_NEXT = LazyPattern(r" of (?:the |its |those |these |their |his |her |all |about |some |nearly )*\Z")
_POINTS = LazyPattern(r" (?:percentage )?points?\b")
_WORD = LazyPattern(r"[a-z]+")


class _Portion(NamedTuple):
    relation: Relation
    points: float


def portions(passage: Passage, text: str) -> Iterator[tuple[Relation, Certainty]]:
    """Shares that part and whole don't make, which one slip of the keys would explain."""
    for stated in passage.figures:
        if not _is_share(passage, stated):
            continue
        found = list(_portions(passage, stated, text))
        held = max((one.points for one in found if one.relation.holds), default=-9.0)
        for one in sorted(found, key=lambda portion: -portion.points):
            likely = one.points >= _LEAST and not one.relation.holds and held < one.points - 1
            if likely and _is_one_slip(one.relation, text):
                yield one.relation, Certainty.CERTAIN
                break


def _is_share(passage: Passage, stated: Placed) -> bool:
    quantity = stated.quantity
    if quantity.measure not in ("percent", "share") or quantity.is_range or not quantity.true.low > 0:
        return False
    if stated.change and stated.change != "or" and not (quantity.measure == "share" and stated.after[:4] == " of "):
        return False
    after = passage.figures[stated.index + 1] if stated.index + 1 < len(passage.figures) else None
    return _in_percent(stated) < 100 and not is_number(stated, after) and not _RATE_BEFORE.search(stated.before[-45:])


def _in_percent(stated: Placed) -> float:
    return stated.value * (100 if stated.quantity.measure == "share" else 1)


def _portions(passage: Passage, stated: Placed, text: str) -> Iterator[_Portion]:
    after = text[stated.figure.end : stated.figure.end + 60].partition(".")[0]
    if _OTHER_RATE.match(after):
        return
    near = [p for p in passage.figures if abs(p.place - stated.place) <= _NEAR and _is_amount(p)]
    if not _FEWEST <= len(near) <= _MOST:
        return
    told = _told(stated, after)
    for part in near:
        for whole in near:
            if _may_be(passage, stated, part, whole, after):
                relation = share(stated, part, whole, 1.0 if stated.quantity.measure == "percent" else 100.0)
                cues = told + _cues(part, whole, after)
                yield _Portion(relation, cues + _place_points(passage, near, (stated, part, whole), after))


def _is_amount(placed: Placed) -> bool:
    kept = placed.quantity.measure in _MEASURES and is_level(placed) and not placed.aside and not placed.per
    kept = kept and not _POINTS.match(placed.after)
    return kept and placed.level not in ("from", "against") and not placed.before.endswith("(")


def _may_be(passage: Passage, stated: Placed, part: Placed, whole: Placed, after: str) -> bool:
    small = whole.quantity.measure == "count" and whole.value < _SMALL and not _names(after, whole)
    if part is whole or not part.value < whole.value or small:
        return False
    if part.quantity.measure != whole.quantity.measure and not alike(part.quantity, whole.quantity):
        return False
    if part.quantity.measure == whole.quantity.measure and part.quantity.unit != whole.quantity.unit:
        return False
    if stated.index + 1 < len(passage.figures):
        following = passage.figures[stated.index + 1]
        if _OF_NEXT.match(following.before) and following is not whole:
            return False
    if part.change in ("moved", "by", "of") and not (part.index + 1 == whole.index and whole.before[:4] == " of "):
        return False
    if not _NARROW < part.value / whole.value * 100 / _in_percent(stated) < 1 / _NARROW:
        return False
    return _is_beside_its_own(passage, stated, part, whole, after)


def _is_beside_its_own(passage: Passage, stated: Placed, part: Placed, whole: Placed, after: str) -> bool:
    """Whether a share that is set beside a figure has it as its part ("50, or one in five"), or as its whole ("60, half of them")."""
    before = next((p for p in reversed(passage.figures[: stated.index]) if not p.aside), None)
    if before is None or before.sentence != stated.sentence:
        return True
    if _APPOSED.search(stated.before[-45:]) and len(stated.before) < 60:
        return part is before
    beside = _OF_THEM.match(after) and len(stated.before) < 25 and not _SO.search(stated.before)
    return not (beside and whole is before)


def _told(stated: Placed, after: str) -> float:
    before = stated.before[-45:]
    return float(bool(_APPOSED.search(before) or _FOLLOWS.search(before))) + bool(_SO.search(before)) + bool(_OF_ALL.match(after)) + bool(_NAMED_SHARE.search(before))  # fmt: skip


def _cues(part: Placed, whole: Placed, after: str) -> float:
    told = _WHOLE_BEFORE.search(whole.before[-45:]) or _WHOLE_AFTER.match(whole.after)
    kind = _of_a_kind(part, whole)
    return float(bool(told)) + bool(_PART.search(part.before)) + bool(kind) + _names(after, whole)


def _names(after: str, whole: Placed) -> bool:
    """Whether the share is said to be one of what the whole counts: "two in three nurses"."""
    noun = whole.quantity.noun
    return bool(noun) and any(plural(word) == noun for word in _WORD.findall(after.lower())[:5])


def plural(word: str) -> str:
    """The plural under which a counted noun is kept."""
    if word in SINGULARS:
        return SINGULARS[word]
    return word if word.endswith("s") or word in PEOPLE else word[:-1] + "ies" if word.endswith("y") else word + "s"


def _of_a_kind(one: Placed, other: Placed) -> bool:
    nouns = one.quantity.noun, other.quantity.noun
    return "" in nouns or nouns[0] == nouns[1] or PEOPLE.issuperset(nouns)


def _place_points(passage: Passage, near: list[Placed], figures: tuple[Placed, Placed, Placed], after: str) -> float:
    """What other figures, other shares and distance speak against, and standing alone for."""
    stated, _, whole = figures
    places = [placed.place for placed in figures]
    indices = sorted(placed.index for placed in figures)
    between = passage.figures[indices[0] : indices[-1]]
    inside = sum(p.index not in indices and not p.aside and p.level not in ("from", "against") for p in between)
    kin = {p.value for p in near if _of_a_kind(p, whole) and p.quantity.measure == whole.quantity.measure}
    rivals = len(kin) - 2
    sentences = {placed.sentence for placed in figures}
    others = sum(_is_rival(p, stated) for p in passage.figures if p.sentence in sentences)
    own = 2.0 if _OWN_WHOLE.match(after) and not _names(after, whole) else 0.0
    points = 1.0 if rivals <= 0 else -0.25 * rivals
    return points - 0.5 * inside - 0.25 * (max(places) - min(places)) - 0.5 * min(2, others) - own


def _is_rival(placed: Placed, stated: Placed) -> bool:
    """Whether another share stands near that isn't the same one told again."""
    if (
        placed is stated
        or placed.quantity.measure not in ("percent", "share")
        or placed.change in ("moved", "by", "then")
    ):
        return False
    return abs(_in_percent(placed) - _in_percent(stated)) > 1.5


_FRACTIONS = tuple(above / below for below in (2, 3, 4, 5, 6, 8, 10) for above in range(1, below))


def _is_one_slip(relation: Relation, text: str) -> bool:
    stated, *others = relation.figures
    value = relation.wanted[0][0]
    for placed, (low, high) in zip(others, relation.wanted[1:], strict=True):
        kind, _ = written_slip(text, placed, low, high)
        if kind and (kind == "factor" or 0.4 < (low + high) / 2 / placed.value < 2.5):
            return True
    if stated.quantity.measure == "percent":
        return bool(written_slip(text, stated, value - 0.5, value + 0.5)[0])
    return any(abs(value - fraction) < 0.02 * value for fraction in _FRACTIONS)
