"""Sums of sport: aggregates of two legs, totals under par, targets and margins in runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...match import Certainty, Match, Note
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story


def sport_sums(story: Story) -> Iterator[Match]:
    """What a story of sport adds up wrongly."""
    text = story.text
    if "aggregate" in text or "two legs" in text:
        yield from _aggregates(text)
    if any(words in text for words in _PAR_TOLD):
        yield from _under_par(text)
    if " runs" in text:
        yield from _targets(text)
        yield from _innings(text)


_PAR_TOLD = ("-under", " under 2", " under par", "-over-par", "-over 2", " over par")


def _match(words: str, span: tuple[int, int], notes: list[tuple[str, tuple[int, int]]]) -> Match:
    told = tuple(Note(note, Span(*place)) for note, place in notes)
    return Match(Span(*span), (("arithmetic", words),), told, certainty=Certainty.POSSIBLE)


_AGGREGATE = LazyPattern(
    r"(?<![\w.–-])(?P<a>\d)[-–](?P<b>\d)(?![\w–-]|\.\d)(?: \w+)? (?:on aggregate|over (?:the )?two legs|aggregate)|\bon aggregate,? (?P<c>\d)[-–](?P<d>\d)(?![\w–-])",
)
_SCORE = LazyPattern(r"(?<![\w.–-])(?P<a>\d)[-–](?P<b>\d)(?![\w–-]|\.\d)")
_NO_AGGREGATE = LazyPattern(
    r"on penalties|penalty shoot|shoot-?out|half-?time|interval|extra time|level at|levelled at"
)


def _aggregates(text: str) -> Iterator[Match]:
    """The only aggregate of the story, with the only two other scores that it tells."""
    found = list(_AGGREGATE.finditer(text))
    if len({f.group() for f in found}) != 1 or _NO_AGGREGATE.search(text):
        return
    total = found[0]
    group = "a" if total["a"] else "c"
    whole = int(total[group]), int(total["b" if group == "a" else "d"])
    legs = {
        tuple(sorted((int(s["a"]), int(s["b"])))): s
        for s in _SCORE.finditer(text)
        if not total.start() <= s.start() < total.end()
    }
    if len(legs) != 2:
        return
    (one, first), (two, second) = legs.items()
    sums = {(one[0] + two[0], one[1] + two[1]), (one[0] + two[1], one[1] + two[0])}
    if tuple(sorted(whole)) not in {tuple(sorted(pair)) for pair in sums}:
        span = total.start(group), total.end("b" if group == "a" else "d")
        words = f"{first.group()} and {second.group()} don't make {text[span[0] : span[1]]} on aggregate"
        yield _match(words, span, [(first.group(), first.span()), (second.group(), second.span())])


_UNDER = LazyPattern(
    r"\b(?P<n>\d{1,2})[- ](?P<way>under|over)(?:[- ]par)?,? (?:(?:total|aggregate|score|tally) of |for a (?:total|score|four-round total|72-hole total) of |at |on |total )?(?P<total>2[5-9]\d|30\d)\b(?![,.]?\d|-)",
)
_PAR = LazyPattern(r"\bpar[- ](?P<par>6[89]|7[0-3])\b")
_PARS = frozenset([280, 284, 288, 292])
_NO_ROUNDS = LazyPattern(r"54-hole|three-round|rain-shortened|five-round|90-hole|third round")


def _under_par(text: str) -> Iterator[Match]:
    """Four rounds under or over par: what the total is then."""
    for found in _UNDER.finditer(text):
        number, total = int(found["n"]), int(found["total"])
        even = total + number if found["way"] == "under" else total - number
        par = _PAR.search(text)
        pars = {4 * int(par["par"])} if par else _PARS
        if even not in pars and not _NO_ROUNDS.search(text):
            words = f"{total} is {number} {found['way']} a par of {even} for four rounds"
            words += f", not of {4 * int(par['par'])}" if par else ", which no course has"
            yield _match(words, found.span("n"), [(found["total"], found.span("total"))])


_TARGET = LazyPattern(
    r"\b(?:[Ss]et (?:a target of )?|[Cc]hasing |[Pp]ursuing |(?:a|victory|winning|their|the) target of )(?P<target>\d{2,3})(?: runs)?(?: to win| for victory|\b)",
)
_OUT = LazyPattern(r"\b(?:all out|dismissed|bowled out|skittled(?: out)?)[^.\n\d]{0,40}? for (?P<out>\d{2,3})\b|\b(?P<all>\d{2,3}) all out\b|\ball out (?P<plain>\d{2,3})\b")  # fmt: skip
_BY_RUNS = LazyPattern(r"\b(?:[Ll]ost|[Ww]on|[Bb]eat|[Bb]eaten|[Ll]osing|[Ww]inning|[Vv]ictory|[Dd]efeat\w*|[Ww]in)\b[^.\n\d]{0,50}? by (?P<runs>\d{1,3}) runs\b")  # fmt: skip


def _value(found: re.Match[str]) -> tuple[int, tuple[int, int]]:
    group = next(name for name in ("out", "all", "plain") if found[name])
    return int(found[group]), found.span(group)


def _targets(text: str) -> Iterator[Match]:
    """A side that was set so many, was out for so many, and lost by so many runs."""
    runs = list(_BY_RUNS.finditer(text))
    if len(runs) != 1:
        return
    targets, outs = list(_TARGET.finditer(text)), list(_OUT.finditer(text))
    if len(targets) != 1 or len(outs) != 1:
        return
    target, (out, place), lost = int(targets[0]["target"]), _value(outs[0]), int(runs[0]["runs"])
    right = target - 1 - out
    if right > 0 and lost not in (right, right + 1):
        words = f"{out} is {right} runs short of what {target} to win takes, not {lost}"
        notes = [(targets[0]["target"], targets[0].span("target")), (str(out), place)]
        yield _match(words, runs[0].span("runs"), notes)


_DECLARED = LazyPattern(
    r"\bdeclar(?:ed|ing|ation)[^.\n\d]{0,25}? (?:on|at) (?P<n>\d{3})(?: for (?:\w+))?", needs=("declar",)
)
_INNINGS = LazyPattern(r"\ban innings and (?P<n>\d{1,3})(?: runs)?\b", needs=("an innings and",))


def _innings(text: str) -> Iterator[Match]:
    """A declaration, two innings of the other side, and what they were beaten by."""
    declared, margins = list(_DECLARED.finditer(text)), list(_INNINGS.finditer(text))
    outs = list(_OUT.finditer(text)) if declared and margins else []
    if len(declared) != 1 or len({m["n"] for m in margins}) != 1 or len(outs) != 2:
        return
    (one, first), (two, second) = map(_value, outs)
    right = int(declared[0]["n"]) - one - two
    if right > 0 and right != int(margins[0]["n"]):
        words = f"{declared[0]['n']} - {one} - {two} is {right}, not {margins[0]['n']}"
        notes = [(declared[0]["n"], declared[0].span("n")), (str(one), first), (str(two), second)]
        yield _match(words, margins[0].span("n"), notes)
