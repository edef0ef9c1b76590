"""Results: who won and by what score, what a vote decided and by how many votes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.cardinals import ONE_TO_TWELVE
from ..words.lazy_pattern import LazyPattern
from ..words.sentences import Sentence
from .number_words import CARDINAL, cardinal

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M", bound="Result")


class Outcome(StrEnum):
    """What the sentence says of the first-named side: WON, LOST (to either order of the score), DREW; CARRIED, REJECTED for votes."""

    WON = "won"
    LOST = "lost"
    DREW = "drew"
    CARRIED = "carried"
    REJECTED = "rejected"


class Result(Mention, frozen=True):
    """``span`` is the score or count; ``first`` and ``second`` are its two numbers, for sets the sets won.

    ``words`` are the words that tell the ``outcome``. ``margin`` is the stated difference, with its place, if any.
    """

    kind: ClassVar[str] = "result"
    outcome: Annotated[Outcome, "What the sentence says of the side named first."]
    first: Annotated[float, "The score's first number; of sets, the sets won."]
    second: Annotated[float, "The score's second number."]
    words: Annotated[str, "The words that tell the outcome."]
    margin: Annotated[tuple[float, Span] | None, "The difference that is stated, with its place."] = None

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for sentence in story.mentions(Sentence):
            text = story.text[sentence.span.start : sentence.span.end]
            if _PLAIN_SCORE.search(text) and _TOLD.search(text):
                yield from _scores(cls, text, sentence.span.start)
            if _VOTE_WORDS.search(text):
                yield from _votes(cls, text, sentence.span.start)
        yield from _margins(cls, story.text)


_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})*|{CARDINAL})"
_PLAIN_SCORE = LazyPattern(r"\d\s?[-–]\s?\d")
_SCORE = r"(?<![\w.,/–-])(?P<a>\d{1,3})\s?[-–]\s?(?P<b>\d{1,3})(?![\w/%]|[-–.,]\d)"
_SET = r"\d{1,2}[-–]\d{1,2}(?: \(\d{1,2}[-–/]?\d{0,2}\))?"
_SETS = LazyPattern(rf"(?<![\w–-]){_SET}(?:,?(?: and)? {_SET}){{1,4}}(?![\w–-])")
_GAP = r"[^\d;:()\"“”]"
_BEAT = r"(?:beat|beats|beating|defeat(?:s|ed|ing)|thrash(?:es|ed|ing)|overc[ao]me|down(?:ed|ing)|edged|crush(?:es|ed)|hammer(?:s|ed)|trounc(?:es|ed)|outclass(?:es|ed)|rout(?:s|ed)|saw off|see off|knock(?:s|ed) out|stunn?(?:s|ed)|swept aside|upset|overpower(?:s|ed)|demolish(?:es|ed)|blank(?:s|ed)|swept|dispatch(?:es|ed)|brushed aside|ousted)"
_AGAINST = r"(?: (?:in|at|on|over|against|to|with|after|for|and|but|when|thanks|away|from|before|while|as|by|last|this|here|of)\b|\s*[.,;:)\"”—–!?-]|\s*$)"
_TOLD = LazyPattern(
    r"(?i)\b(?:beat|defeat|thrash|overc|down|edg|crush|hammer|trounc|outclass|rout|saw off|see off|knock|stun|swept|upset|overpower|demolish|"
    r"blank|dispatch|brush|oust|won\b|win|victor|triumph|drub|los[et]|lost|loss|drew|draw|tied?\b|stalemate)"
)
_TWO_NUMBERS = LazyPattern(rf"(?:\d|\b(?:{ONE_TO_TWELVE})\b)[\w ,]{{0,40}}(?:-|–| to | against |votes?|for |favou?r)")
_PATTERNS = (
    (Outcome.WON, LazyPattern(rf"(?P<w>\b{_BEAT})\b {_GAP}{{2,60}}?\b(?:by )?{_SCORE}(?={_AGAINST})")),
    (Outcome.WON, LazyPattern(rf"(?P<w>\b(?:won|wins|win|winning|victory|victorious|triumph(?:ed)?))\b{_GAP}{{1,50}}?{_SCORE}(?={_AGAINST})")),
    (Outcome.WON, LazyPattern(rf"{_SCORE}(?P<w> (?:[a-z-]+ ){{0,3}}?(?:win|wins|winners?|victory|victories|triumph|thrashing|drubbing|rout))\b")),
    (Outcome.LOST, LazyPattern(rf"(?P<w>\b(?:lost|loses|losing|lose|were beaten|was beaten|beaten))\b{_GAP}{{1,50}}?{_SCORE}(?={_AGAINST})")),
    (Outcome.LOST, LazyPattern(rf"{_SCORE}(?P<w> (?:[a-z-]+ ){{0,3}}?(?:loss|defeat))\b")),
    (Outcome.DREW, LazyPattern(rf"(?P<w>\b(?:drew|draws|drawing|tied|draw))\b{_GAP}{{1,40}}?{_SCORE}(?={_AGAINST})")),
    (Outcome.DREW, LazyPattern(rf"{_SCORE}(?P<w>,? (?:[a-z-]+ ){{0,2}}?(?:draw|tie|stalemate))\b(?!-)")),
)  # fmt: skip
_UNTOLD = LazyPattern(
    r"penalt|aggregate|away goals?|shoot-?out|extra[ -]time|overtime|half-?time|tie-?break|\bleg\b|\blead\b|\bled\b|\bdown\b|\bup\b|ahead|"
    r"behind|trail|deficit|\brecord\b|series|\bset\b|\bsets\b|cup final scrum|formation|season|favou?rites|odds|match points?|break|games to|"
    r"\bscrum|\bpoint\b|replay|second half|interval|comeback|came from|fight back|fought back|not |never |n't|n’t|would have|could have"
)
_FOUGHT_BACK = LazyPattern(r"(?:down|behind) to (?=beat|win|defeat)")
"""Who was behind before they won."""
_NEGATED = LazyPattern(
    r"(?:n't|n’t|\bnot|\bnever|\bfailed to|\bto|\bwithout|\bneed(?:ed)?|\bif|\bcould|\bwould|\bshould|\bhad) (?:have |a |be )?$"
)


def _scores(cls: type[M], text: str, offset: int) -> Iterator[M]:
    taken: list[tuple[int, int]] = []
    for sets in _SETS.finditer(text):
        taken.append(sets.span())
        found = _sets(cls, text, sets, offset)
        if found:
            yield found
    seen: set[int] = set()
    for outcome, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            at = match.start("a")
            if at in seen or any(a <= at < b for a, b in taken) or _negated(text, match.start("w")):
                continue
            around = text[max(0, min(match.start("w"), at) - 12) : match.end() + 30]
            if _UNTOLD.search(_FOUGHT_BACK.sub("", around)):
                continue
            between = text[match.end("w") : at] if match.end("w") < at else ""
            if _OTHER_OUTCOME.search(between):
                continue
            seen.add(at)
            first, second = float(match["a"]), float(match["b"])
            margin = _goals(text[:at], offset)
            yield cls(Span(at, match.end("b")).shifted(offset), outcome, first, second, match["w"].strip(" ,"), margin)


def _negated(text: str, at: int) -> bool:
    """Whether the words before *at* deny what is told there."""
    before = text[max(0, at - 30) : at]
    return _NEGATED.search(before) is not None and not before.endswith(("down to ", "behind to "))


_GOALS = LazyPattern(rf"\bby (?P<n>{_NUMBER}) (?:clear )?(?:goals?|points?|runs?),? \(?$")
_OTHER_OUTCOME = LazyPattern(
    r"\b(?:lost|lose|losing|defeat|loss|drew|draw|beat|beaten|win|won|victory|but|while|before|after|who|which|since|with)\b"
)


def _goals(before: str, offset: int) -> tuple[float, Span] | None:
    """The margin in "won by two goals, 4-1"."""
    found = _GOALS.search(before, max(0, len(before) - 100))
    if not found:
        return None
    value = (float(found["n"]), 1.0) if found["n"].isdigit() else cardinal(found["n"])
    return (value[0], Span(*found.span("n")).shifted(offset)) if value else None


_ONE_SET = LazyPattern(r"(\d{1,2})[-–](\d{1,2})(?: \([^)]*\))?")
_SETS_WON = LazyPattern(
    r"\b(?:beat|beats|beating|defeated|defeats|overcame|won|wins|win over|victory|edged|downed|ousted|knocked out)\b[^\d;:]{0,70}$"
)


def _sets(cls: type[M], text: str, sets: re.Match[str], offset: int) -> M | None:
    """A match in sets ("6-4 3-6 6-2") that the first-named side won."""
    before = text[max(0, sets.start() - 90) : sets.start()]
    told = _SETS_WON.search(before)
    after = text[sets.end() : sets.end() + 12]
    if not told or _UNTOLD.search(before[told.start() :] + after) or _OTHER_OUTCOME.search(told.group()[5:]):
        return None
    scores = [(int(m[1]), int(m[2])) for m in _ONE_SET.finditer(sets.group())]
    if not all(max(pair) in (6, 7) and max(pair) - min(pair) >= 1 for pair in scores):
        return None
    first = sum(a > b for a, b in scores)
    return cls(
        Span(*sets.span()).shifted(offset),
        Outcome.WON,
        float(first),
        float(len(scores) - first),
        told.group().split()[0],
    )


_VOTE_WORDS = LazyPattern(r"\b(?:[Vv]ot(?:e|es|ed|ing)|[Bb]allots?|in favou?r|majority|passed|approved|backed)\b")
_COUNT = rf"(?<![\w.,$£€-])(?P<a>{_NUMBER})(?: votes?)?(?:\s?[-–]\s?| to | (?:votes? )?against )(?P<b>{_NUMBER})(?![\w%/]|[-–.,:]\d)"
_BY_VOTE = LazyPattern(
    rf"(?:\bvot(?:e|es|ed|ing)\b(?: of| was| is|:)?(?: by)?|\bby(?: a vote of| a margin of)?|\bapproved(?: it)?|\bpassed(?: it)?|\bpassed [\w' ]{{1,40}}?|\bapproved [\w' ]{{1,40}}?|\bbacked [\w' ]{{1,40}}?|\badopted [\w' ]{{1,40}}?|\brejected [\w' ]{{1,40}}?) {_COUNT}",
    re.IGNORECASE,
)
_ON_A_VOTE = LazyPattern(
    rf"\b(?:on|in|with|by) an? (?P<a>{_NUMBER})\s?[-–]\s?(?P<b>{_NUMBER}) (?:[a-z-]+ )?(?:vote|majority|margin|ballot)\b",
    needs=("vote", "majority", "margin", "ballot"),
)
_FOR_AGAINST = LazyPattern(
    rf"(?P<a>{_NUMBER}) (?:[a-z]+ )?(?:(?:voted |voting |votes? |members? )?(?:in favou?r|for|yes)|(?:in )?support(?:ed|ing)?)\b[^\d;.]{{0,30}}?(?P<b>{_NUMBER}) (?:[a-z]+ )?(?:(?:voted |voting |votes? )?(?:against|no)|oppos(?:ed|ing))\b",
    re.IGNORECASE,
)
_CARRIED = LazyPattern(
    r"\b(?:passed|passes|pass|approv(?:ed|es|ing|e)|adopt(?:ed|s|ing)?|back(?:ed|s|ing)?|endors(?:ed|es)|ratif(?:ied|ies|y)|carried|cleared|accept(?:ed|s)?|confirm(?:ed|s)?|"
    r"in favou?r of|agreed|won|upheld|went through|sailed through|elected)\b"
)
_REJECTED = LazyPattern(
    r"\b(?:reject(?:ed|s|ing)?|defeat(?:ed|s)?|fail(?:ed|s)?|fell|threw out|thrown out|turned down|turn down|vot(?:ed|es) down|voted against|struck down|"
    r"blocked|lost|short|killed|oppose|opposed|overturn\w*|overrid\w*|table|tabled|kill)\b"
)
_RULES_OF_VOTE = LazyPattern(
    r"two-thirds|supermajority|three-fifths|threshold|needed|required|quorum|veto|casting|tie|filibuster|abstain|seats|poll|adjourn|if |would|"
    r"points?|goals|percent|%|pct|per cent|in the \d|committee chair|expected"
)
_MARGIN = LazyPattern(
    rf"\b(?:(?:by|with|on) (?:just |only )?(?:an? )?(?P<n>{_NUMBER})(?:[- ]votes?)?(?: (?:majority|margin))?(?= |$)|"
    rf"(?:majority|margin) of (?:just |only )?(?P<of>{_NUMBER})(?![\w,.]\d))"
)


def _votes(cls: type[M], text: str, offset: int) -> Iterator[M]:
    lower = text.lower()
    if not _TWO_NUMBERS.search(lower):
        return
    for pattern, match in ((p, m) for p in (_BY_VOTE, _ON_A_VOTE, _FOR_AGAINST) for m in p.finditer(text)):
        pair = _values(match)
        if pair is None or max(pair) < 2:
            continue
        for_against = pattern is _FOR_AGAINST
        carried, rejected = _CARRIED.search(lower), _REJECTED.search(lower)
        margin = _margin(lower, match, offset)
        if bool(carried) == bool(rejected):
            if margin is None:
                continue
            outcome = Outcome.DREW
        else:
            outcome = Outcome.CARRIED if carried else Outcome.REJECTED
        if outcome is Outcome.REJECTED and not for_against and margin is None:
            continue
        if _RULES_OF_VOTE.search(lower[: match.start("a")] + lower[match.end("b") :]):
            continue
        words = (carried or rejected or match).group() if outcome is not Outcome.DREW else ""
        yield cls(Span(match.start("a"), match.end("b")).shifted(offset), outcome, *pair, words, margin)


_TALLY = LazyPattern(
    rf"(?i)\b(?:vot(?:e|es|ed|ing)|tally|division|ballot|split|approved|passed|rejected|carried)\b[^.\n;\d]{{0,40}}?(?<![\w$£€.,-])(?P<a>{_NUMBER})(?: votes)?(?:\s?[-–]\s?| to )(?P<b>{_NUMBER})(?![\w%/]|[-–.,:]\d| (?:percent|per cent|million|years|weeks|days|months|dollars|points?|times))"
)
_BY_VOTES = LazyPattern(
    rf"\b[Bb]y (?:just |only )?(?:an? |the )?(?P<n>single|(?i:{_NUMBER}))[- ]votes?\b(?! (?:to|against) )|(?<!simple )(?<!absolute )(?<!overall )(?<!bare )\b(?:[Mm]ajority|[Mm]argin) of (?:just |only )?(?P<of>(?i:{_NUMBER}))(?: votes?)?(?![\w,.%-]\d| (?:percent|per cent|to)\b)",
    needs=("-vote", " vote", "ajority of ", "argin of "),
)


_APART = 60
"""Characters within which a margin is its own sentence's matter."""


def _margins(cls: type[M], text: str) -> Iterator[M]:
    """The only count of votes in the story, and the only margin, in another sentence or in the headline."""
    margins = list(_BY_VOTES.finditer(text))
    if len({(found["n"] or found["of"]).lower() for found in margins}) != 1:
        return
    tallies = {(found["a"].lower(), found["b"].lower()): found for found in _TALLY.finditer(text)}
    if len(tallies) != 1:
        return
    tally, margin = next(iter(tallies.values())), margins[0]
    pair = _values(tally)
    words = margin["n"] or margin["of"]
    number = (1.0, 1.0) if words.lower() == "single" else (float(words.replace(",", "")), 1.0) if words[0].isdigit() else cardinal(words)  # fmt: skip
    if pair is None or number is None or pair[0] == pair[1] or _RULES_OF_VOTE.search(tally.group()):
        return
    if max(margin.start() - tally.end(), tally.start() - margin.end()) > _APART:
        span = Span(tally.start("a"), tally.end("b"))
        yield cls(span, Outcome.DREW, *pair, "", (number[0], Span(*margin.span("n" if margin["n"] else "of"))))


def _values(match: re.Match[str]) -> tuple[float, float] | None:
    values = []
    for group in ("a", "b"):
        words = match[group]
        value = (float(words.replace(",", "")), 1.0) if words[0].isdigit() else cardinal(words)
        if value is None:
            return None
        values.append(value[0])
    return values[0], values[1]


def _margin(lower: str, match: re.Match[str], offset: int) -> tuple[float, Span] | None:
    for found in _MARGIN.finditer(lower):
        if found.start() < match.end("b") and match.start("a") < found.end():
            continue
        group = "n" if found["n"] else "of"
        words = found[group]
        if group == "n" and not re.search(r"vote|majority|margin", found.group()):
            continue
        value = (float(words.replace(",", "")), 1.0) if words[0].isdigit() else cardinal(words)
        if value and abs(found.start() - match.end()) < 60:
            return value[0], Span(found.start(group), found.end(group)).shifted(offset)
    return None
