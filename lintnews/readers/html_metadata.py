"""What an HTML page says about itself: publication date from JSON-LD, meta and time elements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from .days import as_date
from .elements import Elements

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "dc.date.issued", "dcterms.issued", "parsely-pub-date", "sailthru.date",
    "pubdate", "publish-date", "publication_date", "article.published", "cxenseparse:recs:publishtime", "date", "dc.date",
)  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod")
_OF_DATA = 0
_OF_META = 10
_OF_TIME = 50


class Metadata:
    """Collects dates; the surest source counts: JSON-LD, then meta, then a ``time`` that says so, then the first ``time``."""

    def __init__(self) -> None:
        self.data: dict[str, str] = {}
        self._published: list[tuple[int, date]] = []
        self._updated: list[tuple[int, date]] = []

    @property
    def published(self) -> date | None:
        return min(self._published, key=lambda found: found[0])[1] if self._published else None

    @property
    def updated(self) -> date | None:
        return min(self._updated, key=lambda found: found[0])[1] if self._updated else None

    def start(self, name: str, attributes: Mapping[str, str], elements: Elements) -> None:
        """A start tag."""
        if name == "meta":
            key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
            content = attributes.get("content", "")
            if key and content:
                self.data.setdefault(key, content)
            if key in _PUBLISHED:
                self._add(self._published, _OF_META + _PUBLISHED.index(key), content)
            elif key in _UPDATED:
                self._add(self._updated, _OF_META + _UPDATED.index(key), content)
        elif name == "time" and (moment := attributes.get("datetime")):
            says = attributes.get("itemprop", "").lower()
            if says == "datemodified":
                self._add(self._updated, _OF_TIME, moment)
            elif says == "datepublished" or "pubdate" in attributes:
                self._add(self._published, _OF_TIME, moment)
            elif elements.reads and not elements.flow.has_words:
                self._add(self._published, _OF_TIME + 1, moment)

    def script(self, attributes: Mapping[str, str], words: str) -> None:
        """The content of a script; only JSON-LD is looked at."""
        if attributes.get("type", "").lower().strip() != "application/ld+json":
            return
        try:
            data = json.loads(words)
        except (ValueError, RecursionError):
            return
        for thing in _things(data):
            self._add(self._published, _OF_DATA, thing.get("datePublished"))
            self._add(self._updated, _OF_DATA, thing.get("dateModified"))

    def _add(self, found: list[tuple[int, date]], rank: int, value: object) -> None:
        day = as_date(value) if isinstance(value, str) else None
        if day is not None:
            found.append((rank, day))


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The things that JSON-LD describes at the top or in its graph, articles first."""
    rows = data if isinstance(data, list) else [data]
    rows = [inner for row in rows if isinstance(row, dict) for inner in (row, *_rows(row.get("@graph")))]
    yield from sorted(
        (row for row in rows if isinstance(row, dict)), key=lambda row: "Article" not in str(row.get("@type"))
    )


def _rows(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
