"""Readers: a file format → text, map and blocks. ``READERS`` is the table: name → suffixes and ``module:function``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any

from .. import folders
from ..folders import read_whole
from ..problem import LintnewsError, Problem, ReadError
from ..record import Record, replace
from ..story import Reading
from .decoding import decode
from .finishing import finished

MOST_BYTES = 10_000_000
MOST_BYTES_OF_ARCHIVE = folders.MOST_BYTES
"""A document may hold pictures, which are not read."""


class Reader(Record, frozen=True):
    """How to read a format.

    ``function`` is ``module:function``: it takes the decoded file and gives a Reading, or, where ``binary``, takes the
    bytes and gives the text that positions refer to and a Reading. ``reserved`` are characters that a fix must not
    bring into the file as they are. A format that is not ``writable`` can't be fixed in place.
    """

    suffixes: tuple[str, ...]
    function: str
    binary: bool = False
    reserved: str = ""
    writable: bool = True

    def load(self) -> Callable[[Any], Any]:
        module, _, name = self.function.partition(":")
        found: Callable[[Any], Any] = getattr(import_module(module), name)
        return found


READERS: dict[str, Reader] = {
    "plain": Reader((".txt", ".text"), "lintnews.readers.plain:read"),
    "markdown": Reader((".md", ".markdown"), "lintnews.readers.markdown:read"),
    "html": Reader((".html", ".htm", ".xhtml"), "lintnews.readers.html:read", reserved="<&"),
    "docx": Reader((".docx",), "lintnews.readers.docx:read", binary=True, writable=False),
    "ninjs": Reader((".ninjs", ".json"), "lintnews.readers.ninjs:read", reserved='"\\<&\n\t'),
    "nitf": Reader((".nitf", ".xml"), "lintnews.readers.nitf:read", reserved="<&"),
    "newsmlg2": Reader((".newsml", ".xml"), "lintnews.readers.newsmlg2:read", reserved="<&"),
}


def holds_story(path: str) -> bool:
    """Whether the ``.json`` or ``.xml`` file at *path*, found in a folder, is one to lint; so is one that can't be opened."""
    from .sniffing import is_story

    try:
        with Path(path).open("rb") as file:
            return is_story(file.read(MOST_BYTES + 1), PurePath(path).suffix.lower())
    except OSError:
        return True


def find_reader(name: str) -> Reader:
    """The reader called *name*; LintnewsError for an unknown one.

    A plug-in's is taken into READERS when it is first asked for by name, and known by its suffixes from then on.
    """
    if name not in READERS:
        from ..plugins import load_named

        try:
            READERS[name] = load_named({}, "lintnews.readers", name)
        except KeyError:
            raise LintnewsError(Problem("", f"`{name}` is not a format of stories: {', '.join(READERS)}")) from None
    return READERS[name]


def reader_name(path: str) -> str | None:
    """The name of the reader for *path* by its suffix; None where there is none."""
    suffix = PurePath(path).suffix.lower()
    return next((name for name, reader in READERS.items() if suffix in reader.suffixes), None)


def suffixes() -> tuple[str, ...]:
    """The suffixes of all files that are stories."""
    return tuple(suffix for reader in READERS.values() for suffix in reader.suffixes)


def every_format() -> tuple[str, ...]:
    """The names of all formats that stories have, those of plug-ins too."""
    from ..plugins import every_name

    return every_name(dict.fromkeys(READERS, ""), "lintnews.readers")


def read_text(text: str, *, format_of: str = "plain") -> Reading:
    """Read *text* as *format_of*; ReadError for a binary format or a broken file."""
    reader = find_reader(format_of)
    if reader.binary:
        raise ReadError(f"{format_of} is not text")
    return replace(finished(reader.load()(text)), source=text, format=format_of, writable=reader.writable)


def read_file(path: Path, *, format_of: str | None = None) -> Reading:
    """Read the file at *path*. OSError where there is no such file; ReadError where it is too large or can't be read."""
    return read_bytes(read_whole(path), path=str(path), format_of=format_of)


def read_bytes(data: bytes, *, path: str = "", format_of: str | None = None) -> Reading:
    """Read a file's bytes as *format_of*, or as what its suffix and its first lines say. ReadError where that fails."""
    name = format_of or reader_name(path) or "plain"
    reader = find_reader(name)
    most = MOST_BYTES_OF_ARCHIVE if reader.binary else MOST_BYTES
    if len(data) > most:
        raise ReadError(f"this is too large to be a story: more than {most // 1_000_000} MB")
    if reader.binary:
        source, reading = reader.load()(data)
        return replace(finished(reading), source=source, format=name, writable=reader.writable)
    source, encoding = decode(data)
    if format_of is None and path.lower().endswith(".xml"):
        from .sniffing import xml_format

        name = xml_format(source)
    reader = READERS[name]
    reading = finished(reader.load()(source))
    return replace(reading, source=source, format=name, encoding=encoding, writable=reader.writable)
