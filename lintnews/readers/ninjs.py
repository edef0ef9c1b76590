"""ninjs, the IPTC's News in JSON, versions 1 to 3."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..problem import ReadError
from ..record import replace
from ..source import Span
from ..story import BlockKind, Reading
from .days import as_date
from .inline_data import as_block, read_inner
from .joining import joined, within
from .json_strings import Path, load, read_string, string_places

_DATES = ("versioncreated", "contentcreated", "firstcreated")
_PICTURES = frozenset({"picture", "photo", "graphic", "video", "audio"})
_DECKS = frozenset({"sub", "subheadline", "subtitle", "deck", "secondary"})


def looks_like_ninjs(data: Any) -> bool:
    """Whether *data*, as loaded from JSON, is a news item: it has an address and something to read."""
    if not isinstance(data, dict):
        return False
    keys = {str(key).lower() for key in data}
    texts = {"headline", "headlines", "bodies", "descriptions", "slugline"} & keys
    return bool(texts) or any(key.startswith(("body_", "description_")) for key in keys)


class _Item:
    """A news item; keys are compared in lower case, since version 3 writes ``versionCreated``."""

    def __init__(self, source: str, data: Mapping[str, Any], places: Mapping[Path, Span], path: Path = ()) -> None:
        self._source = source
        self._places = places
        self._path = path
        self._keys = {key.lower(): key for key in data}
        self.data = data

    def value(self, key: str) -> Any:
        return self.data.get(self._keys.get(key, key))

    def block(self, kind: BlockKind, *path: str | int) -> Iterator[Reading]:
        """The string at *path* within the item, if there is one, as blocks of *kind*."""
        place = self._place(path)
        if place is not None:
            yield as_block(*read_string(self._source, place), kind)

    def body(self) -> Iterator[Reading]:
        """The story: its XHTML or HTML if there is any, or its plain text."""
        bodies: list[tuple[str, str, Path]] = [(key, key, (key,)) for key in self._keys if key.startswith("body_")]
        for number, row in enumerate(_rows(self.value("bodies"))):
            kind = str(row.get("contentType") or row.get("contenttype") or "")
            bodies.append((f"{row.get('role')} {kind}", kind, ("bodies", number, "value")))
        for words in ("html", "nitf", "text", ""):
            for says, kind, path in bodies:
                place = self._place(path) if words in says.lower() else None
                if place is not None and len(place):
                    yield self._read(place, kind or says)
                    return

    def headlines(self) -> Iterator[Reading]:
        yield from self.block(BlockKind.HEADLINE, "headline")
        seen = self.value("headline") is not None
        for number, row in enumerate(_rows(self.value("headlines"))):
            is_deck = str(row.get("role", "")).lower() in _DECKS
            if is_deck or not seen:
                yield from self.block(BlockKind.DECK if is_deck else BlockKind.HEADLINE, "headlines", number, "value")
                seen = seen or not is_deck

    def descriptions(self, kind: BlockKind) -> Iterator[Reading]:
        """The first description."""
        paths: list[Path] = [(key,) for key in ("description_text", "description_html", "description_xhtml")]
        paths += [("descriptions", number, "value") for number in range(len(_rows(self.value("descriptions"))))]
        for path in paths:
            if self._place(path) is not None:
                yield from self.block(kind, *path)
                return

    def associated(self) -> Iterator[_Item]:
        """The pictures and the like that go with the item."""
        value = self.value("associations")
        rows = value.items() if isinstance(value, dict) else enumerate(_rows(value))
        for key, row in rows:
            if isinstance(row, dict) and str(row.get("type", "")).lower() in _PICTURES:
                path = (*self._path, self._keys["associations"], key)
                yield _Item(self._source, row, self._places, path)

    def _place(self, path: Path) -> Span | None:
        first = self._keys.get(str(path[0]), path[0]) if path else ""
        return self._places.get((*self._path, first, *path[1:]))

    def _read(self, place: Span, kind: str) -> Reading:
        text, source_map = read_string(self._source, place)
        if "nitf" in kind.lower():
            from .nitf import read

            return within(source_map, read(text))
        return read_inner(text, source_map, kind.replace("body_text", "text/plain"))


def _rows(value: Any) -> list[dict[str, Any]]:
    return [row if isinstance(row, dict) else {} for row in value] if isinstance(value, list) else []


def read(source: str) -> Reading:
    """Read a ninjs item. ReadError for JSON that is none."""
    data = load(source)
    if not looks_like_ninjs(data):
        raise ReadError("this JSON is not ninjs: it has neither a headline nor a body")
    item = _Item(source, data, string_places(source))
    body = list(item.body())
    if str(item.value("type")).lower() in _PICTURES:
        described = list(item.descriptions(BlockKind.CAPTION))
    else:
        described = [part for part in item.descriptions(BlockKind.DECK) if not _repeats(part, body)]
    bylines = [*item.block(BlockKind.BYLINE, "byline")] or [*item.block(BlockKind.BYLINE, "by")]
    parts = [*item.headlines(), *described, *bylines, *item.block(BlockKind.DATELINE, "dateline"), *body]
    for picture in item.associated():
        parts.extend(picture.descriptions(BlockKind.CAPTION))
    published = next((day for key in _DATES if (day := as_date(item.value(key)))), None)
    flat = {key: value for key, value in data.items() if isinstance(value, str | int | float | bool)}
    return replace(joined(parts), published=published, slug=str(item.value("slugline") or ""), front_matter=flat)


def _repeats(part: Reading, body: list[Reading]) -> bool:
    """Whether the body says what the description says: a summary is often the first paragraph again."""
    words = " ".join(part.text.split())
    return any(words in " ".join(reading.text.split()) for reading in body)
