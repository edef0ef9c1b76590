"""What a client asks to be checked, read from the parameters of its request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...match import Severity
from ...source import SourceMap, TextBuilder
from ..housed import Selection
from .languages import AUTO, LANGUAGES, found_language

MOST_CHARACTERS = 200_000
LEVELS = {"default": Severity.WARNING, "picky": Severity.INFO}
"""Level → the least severity that it shows."""

Piece = tuple[str, str, str]
"""Part of an annotated text: words, or else markup and the words that it stands for."""


class BadRequest(Exception):
    """The request can't be followed; the words say why."""


class TooLong(Exception):
    """The text is longer than it may be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to check, and how. ``language`` is a code of LANGUAGES; ``guessed`` says that the client left it open."""

    pieces: tuple[Piece, ...]
    language: str
    guessed: bool = False
    selection: Selection = Selection()
    least: Severity = Severity.WARNING
    published: date | None = None
    rules_at: str = ""
    """Address below which each rule has its page."""

    @property
    def text(self) -> str:
        """All that the client sent, markup too: what its offsets count."""
        return "".join(words + markup for words, markup, _ in self.pieces)

    def read(self) -> tuple[str, SourceMap]:
        """The words without the markup, and the map from them to ``text``."""
        builder = TextBuilder()
        for words, markup, read_as in self.pieces:
            builder.text(words)
            builder.replace(markup, read_as)
        return builder.build()


def read_asked(parameters: Mapping[str, str], rules_at: str = "") -> Asked:
    """What *parameters* ask; BadRequest or TooLong."""
    pieces = _pieces(parameters)
    length = sum(len(words) + len(markup) for words, markup, _ in pieces)
    if length > MOST_CHARACTERS:
        raise TooLong(
            f"Your text exceeds the limit of {MOST_CHARACTERS} characters (it's {length} characters). "
            "Please submit a shorter text."
        )
    code = parameters.get("language", "").strip()
    if not code:
        raise BadRequest(
            "Missing 'language' parameter, e.g. 'language=en-US' for American English or 'language=en-GB' for British"
        )
    language = found_language(code, _listed(parameters, "preferredVariants"))
    if language is None:
        known = ", ".join((*LANGUAGES, AUTO))
        raise BadRequest(
            f"'{code[:40]}' is not a language code known to lintnews. Supported language codes are: {known}"
        )
    return Asked(
        pieces, language, code == AUTO, _selection(parameters), _least(parameters), _published(parameters), rules_at
    )


def _pieces(parameters: Mapping[str, str]) -> tuple[Piece, ...]:
    text, data = parameters.get("text"), parameters.get("data")
    if text is None and data is None:
        raise BadRequest("Missing 'text' or 'data' parameter")
    if text is not None and data is not None:
        raise BadRequest("Set only 'text' or 'data' parameter, not both")
    return ((text, "", ""),) if text is not None else tuple(_annotated(data or ""))


def _annotated(data: str) -> Iterator[Piece]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        raise BadRequest("'data' is not JSON") from None
    if not isinstance(found, dict):
        raise BadRequest("'data' must be a JSON object with a key 'annotation' or 'text'")
    if isinstance(text := found.get("text"), str) and "annotation" not in found:
        yield text, "", ""
        return
    annotation = found.get("annotation")
    if not isinstance(annotation, list):
        raise BadRequest("'data' must have a key 'annotation' with a list, or a key 'text'")
    for part in annotation:
        yield _piece(part)


def _piece(part: Any) -> Piece:
    if not isinstance(part, dict) or not all(isinstance(value, str) for value in part.values()):
        raise BadRequest("Each part of 'annotation' must be an object with 'text', or with 'markup' and 'interpretAs'")
    text, markup = part.get("text"), part.get("markup")
    if (text is None) == (markup is None):
        raise BadRequest("Each part of 'annotation' must have either 'text' or 'markup'")
    if text is not None and "interpretAs" in part:
        raise BadRequest("'interpretAs' can only be used with 'markup'")
    found = text or "", markup or "", part.get("interpretAs", "")
    for words in found:
        _judge_characters(words)
    return found


def _judge_characters(words: str) -> None:
    try:
        words.encode()
    except UnicodeEncodeError:
        raise BadRequest("'data' holds half a character (a lone surrogate)") from None


def _listed(parameters: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part for value in parameters.get(name, "").split(",") if (part := value.strip()))


def _selection(parameters: Mapping[str, str]) -> Selection:
    wanted = (*_listed(parameters, "enabledRules"), *_listed(parameters, "enabledCategories"))
    unwanted = (*_listed(parameters, "disabledRules"), *_listed(parameters, "disabledCategories"))
    if parameters.get("enabledOnly", "").lower() not in ("true", "yes"):
        return Selection(ignore=_sorted(unwanted), also=_sorted(wanted))
    if not wanted:
        raise BadRequest("You must specify enabled rules or categories when using enabledOnly=true")
    if unwanted:
        raise BadRequest("You cannot specify disabled rules or categories using enabledOnly=true")
    return Selection(select=_sorted(wanted))


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name.lower() for name in names}))


def _least(parameters: Mapping[str, str]) -> Severity:
    level = parameters.get("level", "").lower() or "default"
    if level not in LEVELS:
        raise BadRequest(f"'level' must be one of {', '.join(LEVELS)}")
    return LEVELS[level]


def _published(parameters: Mapping[str, str]) -> date | None:
    day = parameters.get("published", "").strip()
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        raise BadRequest("'published' is not a date, such as 2025-03-05") from None
