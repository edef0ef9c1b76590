"""``lintnews: allow: […]`` in a story's front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..source import Span
from ..story import Story
from .directives import Allowed, Suppression, allowed_item

KEYS = ("allow",)
ITEM_KEYS = ("rule", "words", "reason", "until")

FRONT_MATTER = re.compile(
    r"\s*(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(.*?)(?<=[\r\n])(?:\1|\.\.\.)[ \t]*(?=[\r\n]|\Z)", re.DOTALL
)
_SECTION = re.compile(r"^(?:\[lintnews\]|lintnews\s*:)", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*-[ \t]", re.MULTILINE)
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def allowed_in_front_matter(story: Story) -> Iterator[Suppression]:
    """The suppressions of the whole story in its front matter."""
    section = _mapping(story.front_matter["lintnews"])
    region = _section(story.source)
    whole = Span(0, len(story.text) + 1)
    if section is None:
        yield Suppression(region, whole, fault="`lintnews` in the front matter is a mapping with the key `allow`")
        return
    for key in section:
        if key not in KEYS:
            yield Suppression(region, whole, fault=f"`{key}` is not a key of `lintnews`; `allow` is")
    items = section.get("allow") or []
    for item in items if isinstance(items, list) else [items]:
        yield _suppression(item, story.source, region, whole)


def _suppression(item: Any, source: str, region: Span, whole: Span) -> Suppression:
    if isinstance(item, Mapping):
        name, words = str(item.get("rule", "")), str(item.get("words", ""))
        reason, until, fault = str(item.get("reason", "")), None, ""
        if item.get("until"):
            try:
                until = date.fromisoformat(str(item["until"]))
            except ValueError:
                fault = f"`until: {item['until']}` is not a day, such as 2026-12-31"
        for key in item:
            if key not in ITEM_KEYS:
                fault = f"`{key}` is not one of {', '.join(ITEM_KEYS)}"
        if not name:
            fault = fault or "`rule` is missing"
    else:
        name, words, reason, until, fault = allowed_item(str(item))
    place, line = _place(name, words, source, region)
    return Suppression(place, whole, (Allowed(name, words),), reason, until, fault, line)


def _mapping(section: Any) -> Mapping[str, Any] | None:
    """The section as a mapping, also where the reader kept it as a line of YAML."""
    if isinstance(section, str):
        from ..located import load_yaml
        from ..problem import LintnewsError

        try:
            section = load_yaml(section, "front matter").data
        except LintnewsError:
            return None
    return section if isinstance(section, Mapping) else None


def _section(source: str) -> Span:
    """The ``lintnews`` section of the front matter: from its key to the next line that isn't indented under it."""
    front = FRONT_MATTER.match(source)
    if front is None:
        return Span(0, 0)
    key = _SECTION.search(source, front.start(2), front.end(2))
    if key is None:
        return Span(front.start(2), front.start(2))
    toml = key.group().startswith("[")
    end = _line_end(source, key.start())
    while end < front.end(2):
        line = source[end : _line_end(source, end)]
        if line.startswith("[") if toml else line[:1] not in (" ", "\t", "-", "\r", "\n"):
            break
        end = _line_end(source, end)
    return Span(key.start(), key.start() + len(source[key.start() : end].rstrip()))


def _line_end(source: str, at: int) -> int:
    match = _LINE.match(source, at)
    return match.end() if match else len(source)


def _place(name: str, words: str, source: str, region: Span) -> tuple[Span, Span | None]:
    """Where *name* stands in *region*, and what to delete to be rid of it (None if that is not plain)."""
    named = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    narrow = rf"{named}[^\r\n]*?{re.escape(words)}" if words else named
    found = None
    for pattern in (narrow, named) if name else ():
        found = found or re.compile(pattern).search(source, region.start, region.end)
    if found is None:
        return region, None
    place = Span(*found.span())
    item = _block_item(source, place, region)
    return place, item or _of_flow_list(source, place, region)


def _block_item(source: str, place: Span, region: Span) -> Span | None:
    """The lines of the item of a ``- …`` list around *place*, if it is not the only one."""
    items = list(_ITEM.finditer(source, region.start, region.end))
    if len(items) < 2:
        return None
    last = _line_end(source, region.end)
    ends = [*(item.start() for item in items[1:]), last]
    for item, end in zip(items, ends, strict=True):
        if item.start() <= place.start < end:
            return Span(item.start(), end)
    return None


def _of_flow_list(source: str, place: Span, region: Span) -> Span | None:
    """The item of a ``[a, b]`` list around *place*, with its comma; the whole section where it is the only item."""
    opening = source.rfind("[", region.start, place.start)
    closing = source.find("]", place.end, region.end)
    lines = source[region.start : region.end].strip()
    only = Span(region.start, _line_end(source, region.end))
    if opening < 0 or closing < 0:
        return only if re.fullmatch(r"lintnews\s*:\s*allow\s*:\s*(?:-\s*)?[^\r\n]*", lines) else None
    inner = source[opening + 1 : closing]
    if "{" in inner or "[" in inner or '"' in inner or "'" in inner:
        return only if inner.count(",") == 0 and _is_alone(source, region, opening, closing) else None
    start = source.rfind(",", opening, place.start)
    end = source.find(",", place.end, closing)
    if start < 0 and end < 0:
        return only if _is_alone(source, region, opening, closing) else None
    if start >= 0:
        return Span(start, end if end >= 0 else closing)
    return Span(opening + 1, end + 1 + len(source[end + 1 : closing]) - len(source[end + 1 : closing].lstrip()))


def _is_alone(source: str, region: Span, opening: int, closing: int) -> bool:
    """Whether the list is all that stands in the section."""
    around = source[region.start : opening] + source[closing + 1 : region.end]
    return re.fullmatch(r"(?:lintnews\s*:|\[lintnews\])[\s{]*allow\s*[:=]\s*[\s}]*", around) is not None
