"""Suppressions: what the copy itself says must not be reported, where, why and until when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..finding import Finding
from ..source import Span
from ..story import Comment, Story

VERBS = ("allow", "allow-file", "off", "on")

_DIRECTIVE = re.compile(r"\s*lintnews\s*:\s*(\S*)(.*)", re.DOTALL | re.IGNORECASE)
_REASON = re.compile(r"(?:^|\s)(?:--|—|–|-)(?:\s(.*)|$)", re.DOTALL)
_UNTIL = re.compile(r"\s*\buntil=(\S*)")
_ITEM = re.compile(r'\s*([^\s|,]+)\s*(?:\|\s*("[^"]*"|“[^”]*”|[^,]*))?\s*(?:,|$)')
_BETWEEN_BLOCKS = re.compile(
    r"[\r\n]|\\[nr]|<\\?/(?!(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u)\b)", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Allowed:
    """A rule or subject that a suppression names; ``words`` narrow it to findings on these words.

    ``source`` is its place in the file, if it stands there as it is read.
    """

    name: str
    words: str = ""
    source: Span | None = None

    def covers(self, finding: Finding) -> bool:
        if self.name not in (finding.rule.id, finding.rule.subject):
            return False
        return not self.words or bool(re.search(rf"(?<!\w){re.escape(_plain(self.words))}(?!\w)", _plain(finding.text)))

    def __str__(self) -> str:
        return f"{self.name}|{self.words}" if self.words else self.name


@dataclass(frozen=True, slots=True)
class Suppression:
    """Findings of the ``allowed`` rules (of any, if there are none) that begin in ``scope`` are not reported.

    ``scope`` is of the story's text, ``source`` of the file. ``fault`` says why a suppression can't be followed,
    ``hole`` what to delete of the file to be rid of it, where that isn't the comment.
    """

    source: Span
    scope: Span
    allowed: tuple[Allowed, ...] = ()
    reason: str = ""
    until: date | None = None
    fault: str = ""
    hole: Span | None = None

    def ended(self, today: date | None) -> bool:
        """Whether *today* lies behind the last day on which it holds."""
        return self.until is not None and today is not None and today > self.until

    def reaches(self, finding: Finding) -> bool:
        at = finding.span.start
        return self.scope.start <= at < self.scope.end or at == self.scope.start


def suppressions_in(story: Story) -> tuple[Suppression, ...]:
    """All suppressions in *story*, in the order of the file; looked for once."""
    found: tuple[Suppression, ...] = story.once(_find)
    return found


def _find(story: Story) -> Iterator[Suppression]:
    opened: list[tuple[Comment, str]] = []
    found: list[Suppression] = []
    if "lintnews" in story.front_matter:
        from .front_matter import allowed_in_front_matter

        found += allowed_in_front_matter(story)
    for comment in story.comments:
        directive = _DIRECTIVE.match(comment.words)
        if directive is None:
            continue
        verb, rest = directive[1].casefold(), directive[2]
        if verb == "off":
            opened.append((comment, rest))
        elif verb == "on":
            found += _closed(story, opened, comment, rest)
        else:
            found.append(_suppression(story, comment, verb, rest))
    end = len(story.text)
    found += (_parsed(story, comment, rest, Span(comment.at, end)) for comment, rest in opened)
    yield from sorted(found, key=lambda suppression: suppression.source)


def _suppression(story: Story, comment: Comment, verb: str, rest: str) -> Suppression:
    if verb == "allow":
        found = _parsed(story, comment, rest, block_scope(story, comment))
    elif verb == "allow-file":
        found = _parsed(story, comment, rest, Span(0, len(story.text) + 1))
    else:
        said = f"`{verb}`" if verb else "nothing"
        return Suppression(
            comment.source, Span(comment.at, comment.at), fault=f"{said} is not one of {', '.join(VERBS)}"
        )
    if not found.allowed and not found.fault:
        return Suppression(comment.source, found.scope, fault=f"`{verb}` must name the rules that it allows")
    return found


def _closed(story: Story, opened: list[tuple[Comment, str]], closing: Comment, rest: str) -> Iterator[Suppression]:
    """The regions that *closing* ends: those switched off for the same rules, or all if it names none."""
    names = {allowed.name for allowed in _items(story, closing, rest)}
    ended = []
    for comment, said in opened:
        off = {allowed.name for allowed in _items(story, comment, said)}
        if not names or (off and off <= names):
            ended.append((comment, said))
    if not ended:
        yield Suppression(closing.source, Span(closing.at, closing.at), fault="`on` ends nothing that is off")
    for comment, said in ended:
        opened.remove((comment, said))
        yield _parsed(story, comment, said, Span(comment.at, closing.at))


def allowed_item(said: str) -> tuple[str, str, str, date | None, str]:
    """The name, words, reason, last day and fault in ``rule|words until=… -- reason``."""
    reason, until, fault = _reason_and_end(said)
    items = [item for _, item in _named(said)]
    if len(items) != 1:
        return "", "", reason, until, fault or f"`{said}` does not name one rule"
    return items[0].name, items[0].words, reason, until, fault


def _parsed(story: Story, comment: Comment, rest: str, scope: Span) -> Suppression:
    reason, until, fault = _reason_and_end(rest)
    allowed = tuple(_items(story, comment, rest))
    if not fault and not allowed and _names(rest).strip():
        fault = "this names no rules that can be read"
    return Suppression(comment.source, scope, allowed, reason, until, fault)


def _reason_and_end(rest: str) -> tuple[str, date | None, str]:
    """The reason, the last day, and what is wrong with that day."""
    reason, ends = _REASON.search(rest), _UNTIL.search(rest)
    said = _SPACE.sub(" ", _UNTIL.sub("", reason[1] or "")).strip() if reason else ""
    if ends is None:
        return said, None, ""
    try:
        return said, date.fromisoformat(ends[1].rstrip(".,;)")), ""
    except ValueError:
        return said, None, f"`until={ends[1]}` is not a day, such as until=2026-12-31"


def _names(rest: str) -> str:
    """The part of *rest* that names rules; ``until=…`` is blanked out."""
    reason = _REASON.search(rest)
    return _UNTIL.sub(lambda match: " " * len(match.group()), rest[: reason.start()] if reason else rest)


def _named(rest: str) -> Iterator[tuple[Span, Allowed]]:
    """What *rest* names, each with its place in it; nothing after the first that can't be read."""
    named, at = _names(rest), 0
    while named[at:].strip():
        item = _ITEM.match(named, at)
        if item is None:
            return
        words = (item[2] or "").strip().strip('"“”').strip()
        yield Span(item.start(1), len(named[: item.end()].rstrip(", \t\r\n"))), Allowed(item[1], words)
        at = item.end()


def _items(story: Story, comment: Comment, rest: str) -> Iterator[Allowed]:
    inner = comment.source.of(story.source)
    first = inner.find(comment.words) + len(comment.words) - len(rest) if comment.words in inner else -1
    for place, allowed in _named(rest):
        yield replace(allowed, source=place.shifted(comment.source.start + first)) if first >= 0 else allowed


def block_scope(story: Story, comment: Comment) -> Span:
    """The block that *comment* stands in, at the end of, or else before."""
    first = bisect_left(story.blocks, comment.at, key=lambda block: block.span.end)
    for block in story.blocks[first:]:
        if comment.at <= block.span.start or comment.at < block.span.end:
            return block.span
        if comment.at == block.span.end:
            between = story.source[story.map.to_source(block.span).end : comment.source.start]
            if not _BETWEEN_BLOCKS.search(between):
                return block.span
    return Span(len(story.text), len(story.text))


def _plain(words: str) -> str:
    return _SPACE.sub(" ", words).strip().casefold()
