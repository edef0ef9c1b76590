"""Credits of pictures and the like, set apart from the captions and paragraphs in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..knowledge.name_particles import NAME_PARTICLE
from ..mentions.words.lazy_pattern import LazyPattern
from ..source import Span
from ..story import Block, BlockKind, Reading
from .rereading import Change, reread

_CAPITAL = r"(?:[A-Z0-9À-ÖØ-ÞĀŁŚŠŞŻŽČĆĐİ@][\w’'.&@-]*)"
_SMALL = rf"(?:{NAME_PARTICLE}|y|of|the|for|and|via|in|at|by|&|staff|file|pool|handout)"
_OWNER = rf"(?:(?:the )?{_CAPITAL}(?: (?:{_CAPITAL}|{_SMALL})){{0,9}})"
_OWNERS = rf"(?:{_OWNER}(?:(?: ?[/|,;·–—-] ?|, via ){_OWNER}){{0,5}}(?:,? (?i:file|pool|handout)(?: photo)?)?)"
_LABEL = (
    r"(?i:(?:(?:file|handout|staff|undated|cover|lead|main) )?(?:photo(?:graph(?:y|s|er)?|s|illustration)?|pictures?|images?|"
    r"illustrations?|graphics?|artwork|art|credits?|video|screen ?(?:shot|grab)|handout|drawing|cartoon)"
    r"(?: (?:credits?|illustrations?|by))?)"
)
_LABELLED = rf"(?:{_LABEL} ?(?::|\||/|-|–|—| by:?| via| from| should read| courtesy(?: of|:)?| ©) ?(?:by )?(?:©|\(c\))? ?{_OWNERS})"
_COURTESY = r"(?:(?:(?i:photos?|images?|pictures?|videos?) )?(?i:courtesy)(?i: photos?| images?)?(?: of |: ?| ?/ ?| (?=[A-Z]))[^.!?\n]{2,80})"
_OWNED = rf"(?:(?:©|\([cC]\)|Copyright(?: ©)?|CC BY[-\w. ]{{0,12}},) ?(?:\d{{4}}(?:[-–]\d{{2,4}})?,? )?(?:by )?{_OWNERS}(?:\.? All rights reserved)?)"
_AGENCY = (
    r"(?:(?:AP|AFP|EPA|UPI|PA|CP|Reuters|REUTERS|Getty Images?|Getty|GETTY|NASA|Associated Press|Xinhua|TASS|Sputnik|Bloomberg)"
    rf"(?: (?:(?i:file )?(?i:photos?|pool|images?)))?(?: ?[/|,-] ?{_OWNERS}|(?: (?i:photos?|images?))?(?: by {_OWNERS})?))"
)
_NAME = rf"(?:{_CAPITAL}(?: {_CAPITAL}){{1,3}})"
_SHARED = rf"(?:{_OWNER} ?[/|] ?{_OWNERS})"
_SENT = rf"(?:{_NAME},? (?:for|via|of the|{_OWNER} via) (?:the )?{_OWNERS})"
_TRAILING = rf"(?:{_NAME}(?:, (?:(?i:staff|courtesy|special to|photographer|file)[^.!?]{{0,40}}|{_NAME}))?|{_LABEL})"
_SIGNED = r"(?:(?:Additional )?[Rr](?:eporting|esearch)|[Ww]riting|[Ee]diting|[Cc]ompiled) by (?=[A-Z])[^\n]{2,300}"

_PLAIN = rf"{_LABELLED}|{_COURTESY}|{_OWNED}|{_AGENCY}"
_ALONE = rf"(?:{_PLAIN}|(?={_CAPITAL} {_CAPITAL}){_SHARED}|{_SIGNED})"
_WHOLE = LazyPattern(rf"(?:[(\[] ?{_ALONE}\.? ?[)\]]|{_ALONE})\.?\Z")
_IN_CAPTION = LazyPattern(rf"(?:{_PLAIN}|{_SHARED}|{_SENT})\.?\Z")
_LAST_IN_CAPTION = LazyPattern(rf"(?:[(\[]{_TRAILING}[)\]]|{_TRAILING})\Z")
_OF_A_PICTURE = LazyPattern(
    rf"(?:{_LABELLED}|{_COURTESY}|(?:AP|AFP|Reuters|REUTERS|EPA|UPI|NASA) (?i:file )?(?i:photo)[^()\n]{{0,80}})\Z"
)
_BRACKETED = LazyPattern(r"[(\[]([^()\[\]\n]{2,160})[)\]][.,;]?(?=\s|\Z)")
_AFTER_SENTENCE = LazyPattern(r"(?:(?<=[.!?…”\"’)\]])(?<![ \n][A-Z]\.)\s|(?<=\s[|–—-])\s|\n)(?=[(\[]?\S)")
_INSIDE = LazyPattern(
    r"\s(?=(?:[A-Z][a-z]+ )?(?:Photo|PHOTO|Photograph|Picture|Image|Illustration|Credit|CREDIT|Courtesy|Handout|©)\b|©)|"
    rf"(?<=[a-z0-9”\"’)\]])\s(?={_CAPITAL} (?:{_CAPITAL} ){{0,2}}{_CAPITAL} ?/ ?[A-Z]|(?:AP|AFP|EPA|REUTERS|Reuters|Getty)\b)"
)
_CUE = re.compile(
    r"[Pp]hoto|PHOTO|[Pp]icture|[Ii]mage|[Ii]llustrat|[Gg]raphic|[Cc]redit|CREDIT|[Cc]ourtesy|Copyright|©|[Hh]andout|Getty|"
    r"[Ss]creen|\w ?/ ?[A-Z]|(?i:report|writ|edit|compil|search)(?:ing|ed) by|\A\W?(?:AP|AFP|Reuters|REUTERS|NASA)\b"
)
_WINDOW = 200
_LONGEST_LINE = 300


def set_credits_apart(reading: Reading) -> Reading:
    """*reading* with the credits of captions, and paragraphs that are nothing else, as blocks of their own.

    A paragraph that ends with the credit of a picture is a caption.
    """
    pieces: list[Block] = []
    gaps: list[Change] = []
    for block in reading.blocks:
        parts = list(_parts(block, reading.text))
        pieces += parts
        gaps += ((Span(a.span.end, b.span.start), "\n\n") for a, b in pairwise(parts))
    if len(pieces) == len(reading.blocks) and all(
        a.kind is b.kind for a, b in zip(pieces, reading.blocks, strict=True)
    ):
        return reading
    return reread(reading, gaps, pieces)


def _parts(block: Block, text: str) -> Iterator[Block]:
    span = block.span
    if block.kind is BlockKind.CAPTION:
        credits = [*_alone(span, text)] or sorted({*_in_brackets(span, text), *_at_end(span, text)})
        yield from _cut(span, credits, text)
    elif block.kind is BlockKind.PARAGRAPH:
        yield from _parts_of_paragraph(block, text)
    else:
        yield block


def _parts_of_paragraph(block: Block, text: str) -> Iterator[Block]:
    span = block.span
    tail = text[max(span.start, span.end - _WINDOW) : span.end]
    is_short = len(span) <= _LONGEST_LINE
    if not (is_short or tail[-1:] == ")") or not _CUE.search(tail):
        yield block
    elif is_short and _WHOLE.match(span.of(text)):
        yield Block(BlockKind.CREDIT, span)
    elif credit := _of_a_picture(span, text):
        yield from _cut(span, [credit], text)
    else:
        yield block


def _alone(span: Span, text: str) -> Iterator[Span]:
    words = span.of(text)
    if len(span) <= _WINDOW and (_IN_CAPTION.match(words) or _WHOLE.match(words)):
        yield span


def _in_brackets(span: Span, text: str) -> Iterator[Span]:
    for match in _BRACKETED.finditer(text, span.start, span.end):
        if _IN_CAPTION.match(match[1].strip()):
            yield Span(*match.span())


def _at_end(span: Span, text: str) -> Iterator[Span]:
    """The credit that follows the last sentence of a caption, if one does."""
    start = max(span.start, span.end - _WINDOW)
    after_sentence = {match.end() for match in _AFTER_SENTENCE.finditer(text, start, span.end)}
    inside = {match.end() for match in _INSIDE.finditer(text, start, span.end)}
    for place in sorted(after_sentence | inside):
        words = text[place : span.end]
        is_credit = _IN_CAPTION.match(words) or _WHOLE.match(words)
        if is_credit or (place in after_sentence and _LAST_IN_CAPTION.match(words)):
            yield Span(place, span.end)
            return


def _of_a_picture(span: Span, text: str) -> Span | None:
    """The credit in brackets that ends a paragraph, if it says that it is that of a picture."""
    opening = text.rfind("(", max(span.start, span.end - _WINDOW), span.end)
    if opening <= span.start or text[span.end - 1] != ")":
        return None
    return Span(opening, span.end) if _OF_A_PICTURE.match(text[opening + 1 : span.end - 1].strip()) else None


def _cut(span: Span, credits: list[Span], text: str) -> Iterator[Block]:
    """A caption's words and its *credits*, which are in order, as blocks without blanks at their ends."""
    at = span.start
    for credit in credits:
        if credit.start < at:
            continue
        yield from _block(BlockKind.CAPTION, at, credit.start, text)
        yield from _block(BlockKind.CREDIT, credit.start, credit.end, text)
        at = credit.end
    yield from _block(BlockKind.CAPTION, at, span.end, text)


def _block(kind: BlockKind, start: int, end: int, text: str) -> Iterator[Block]:
    words = text[start:end]
    if words.strip():
        lead = len(words) - len(words.lstrip())
        yield Block(kind, Span(start + lead, start + len(words.rstrip())))
