"""What is known of an open document: its format, its path, and what was found in one version of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pygls import uris

from ..finding import Finding
from ..readers import READERS, reader_name
from ..story import Story
from .columns import Columns

LANGUAGES = {"markdown": "markdown", "plaintext": "plain", "text": "plain", "html": "html"}
"""Language of the editor → format, for documents whose name tells nothing."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in one version of a document; ``config`` is the file that configured the check, if there is one."""

    uri: str
    version: int | None
    story: Story
    findings: tuple[Finding, ...]
    format_of: str
    columns: Columns
    config: Path | None


def path_of(uri: str) -> Path:
    """The file of a document; one that was never saved counts as one in the working folder."""
    return Path((uris.to_fs_path(uri) if uri.startswith("file:") else None) or Path.cwd() / "untitled")


def format_of(uri: str, language: str | None, source: str) -> str | None:
    """The format of a document; None for what is no story."""
    path = uris.to_fs_path(uri) or uri
    suffix = Path(path).suffix.lower()
    if suffix in (".json", ".xml"):
        from ..readers.sniffing import is_story, xml_format

        if not is_story(source.encode("utf-8", "surrogatepass"), suffix):
            return None
        if suffix == ".xml":
            return xml_format(source)
    name = reader_name(path) or LANGUAGES.get(language or "")
    return name if name in READERS and not READERS[name].binary else None
