"""The parts of a Word document: XML files in a ZIP archive, read up to a limit however small they are packed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from ..problem import ReadError

MOST_BYTES_OF_PART = 30_000_000
_MAIN = "word/document.xml"
_TARGET = re.compile(rb'<Relationship\s[^>]*?officeDocument"[^>]*>')
_ATTRIBUTE = re.compile(rb'Target="/?([^"]+)"')
_OLD_WORD = b"\xd0\xcf\x11\xe0"


def open_parts(data: bytes) -> tuple[str, str]:
    """The XML of the document, and that of its styles, which may be empty. ReadError for what is no Word document."""
    if data.startswith(_OLD_WORD):
        raise ReadError("this is an old or an encrypted Word document; save it as .docx without a password")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            main = _MAIN if _MAIN in names else _main_part(archive, names)
            styles = main.rpartition("/")[0] + "/styles.xml"
            return _part(archive, main), _part(archive, styles) if styles in names else ""
    except (zipfile.BadZipFile, EOFError, zlib.error, OSError, KeyError, IndexError) as error:
        raise ReadError(f"this is not a Word document, or a damaged one: {_words(error)}") from None
    except (RuntimeError, NotImplementedError, ValueError) as error:
        if isinstance(error, ReadError):
            raise
        raise ReadError(f"this Word document can't be unpacked: {_words(error)}") from None


def _main_part(archive: zipfile.ZipFile, names: set[str]) -> str:
    relations = _bytes(archive, "_rels/.rels") if "_rels/.rels" in names else b""
    relation = _TARGET.search(relations)
    target = _ATTRIBUTE.search(relation.group()) if relation else None
    if target is None:
        raise ReadError("this archive is not a Word document: it has no word/document.xml")
    return target[1].decode("utf-8", "replace")


def _part(archive: zipfile.ZipFile, name: str) -> str:
    data = _bytes(archive, name)
    try:
        return data.decode("utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        raise ReadError(f"{name} in this Word document is not UTF-8") from None


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        data = part.read(MOST_BYTES_OF_PART + 1)
    if len(data) > MOST_BYTES_OF_PART:
        raise ReadError(f"{name} in this Word document is larger than {MOST_BYTES_OF_PART // 1_000_000} MB")
    return data


def _words(error: Exception) -> str:
    words = " ".join(str(error).strip("'\"").split())
    return (words[:1].lower() + words[1:]) or type(error).__name__
