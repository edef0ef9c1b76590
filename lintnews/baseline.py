"""The baseline: findings that are known today and left out tomorrow, by fingerprint, in a JSON file.

The shape of the file, sorted, so that the same findings make the same bytes::

    {"version": 1,
     "findings": {"<fingerprint>": {"rule": "…", "text": "…", "files": {"<path>": <how often>}}}}

Paths are relative to the file's folder, with ``/`` between their parts.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .problem import LintnewsError, Problem
from .record import Record, field

if TYPE_CHECKING:
    from .finding import Finding
    from .wire import FileEntry, FindingEntry

VERSION = 1
DEFAULT_FILE = "lintnews-baseline.json"


class Known(Record, frozen=True):
    """A finding that is known: its rule, the words it is about, and how often it stands in which file."""

    rule: str
    text: str
    files: Mapping[str, int]

    @property
    def count(self) -> int:
        return sum(self.files.values())


class Baseline(Record, frozen=True):
    """Fingerprint → what is known. ``folder`` is what the paths are relative to, absolute."""

    folder: str
    findings: Mapping[str, Known] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(known.count for known in self.findings.values())

    @property
    def files(self) -> frozenset[str]:
        """Every path that is mentioned."""
        return frozenset(path for known in self.findings.values() for path in known.files)

    def relative(self, path: str) -> str:
        """*path*, relative to the working folder, as the baseline writes it."""
        try:
            return os.path.relpath(Path(path).absolute(), self.folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return path

    def absolute(self, path: str) -> str:
        """A path of the baseline, for opening."""
        return os.path.normpath(Path(self.folder, path))

    def text(self) -> str:
        """The content of the file."""
        findings = {
            fingerprint: {"rule": known.rule, "text": known.text, "files": dict(sorted(known.files.items()))}
            for fingerprint, known in sorted(self.findings.items(), key=lambda item: (item[1].rule, item[0]))
        }
        document = {"version": VERSION, "findings": findings}
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> Baseline:
    """The baseline in the file at *path*; LintnewsError where it is none, OSError where it can't be read."""
    folder = str(path.absolute().parent)
    try:
        document = json.loads(path.read_bytes())
        if not isinstance(document, dict) or document.get("version") != VERSION:
            raise ValueError(f"a baseline is an object with version {VERSION}")
        return Baseline(folder, {str(key): _known(value) for key, value in document["findings"].items()})
    except json.JSONDecodeError as error:
        raise LintnewsError(Problem(str(path), f"this is not JSON: {error.msg}", error.lineno, error.colno)) from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        said = str(error) if isinstance(error, ValueError) else "its findings are not what `lintnews baseline` writes"
        raise LintnewsError(Problem(str(path), f"this is not a baseline: {said}")) from None


def _known(value: Any) -> Known:
    return Known(str(value["rule"]), str(value["text"]), {str(p): int(n) for p, n in value["files"].items()})


def baseline_of(entries: Iterable[FileEntry], folder: str) -> Baseline:
    """What *entries* found, as a baseline for *folder*."""
    empty = Baseline(str(Path(folder).absolute()))
    counts: dict[str, Counter[str]] = {}
    about: dict[str, tuple[str, str]] = {}
    for entry in entries:
        path = empty.relative(entry["path"])
        for finding in entry["findings"]:
            counts.setdefault(finding["fingerprint"], Counter())[path] += 1
            about.setdefault(finding["fingerprint"], (finding["rule"], finding["text"]))
    return Baseline(empty.folder, {f: Known(*about[f], dict(files)) for f, files in counts.items()})


def pruned(baseline: Baseline, entries: Iterable[FileEntry], exists: Callable[[str], bool]) -> Baseline:
    """*baseline* without what *entries* no longer find, and without files that don't exist; nothing is added."""
    now: dict[str, Counter[str]] = {}
    for entry in entries:
        if "error" not in entry:
            found = Counter(finding["fingerprint"] for finding in entry["findings"])
            now[baseline.relative(entry["path"])] = found
    kept = {}
    for fingerprint, known in baseline.findings.items():
        files = {
            path: count if path not in now else min(count, now[path][fingerprint])
            for path, count in known.files.items()
            if path in now or exists(baseline.absolute(path))
        }
        if any(files.values()):
            kept[fingerprint] = Known(known.rule, known.text, {path: count for path, count in files.items() if count})
    return Baseline(baseline.folder, kept)


class Remaining:
    """What of a baseline has not been met yet, in one run.

    A known finding is left out as often as it is known in its file. What is known of files that don't exist any more
    (renamed, say) stands for the same finding in any other file.
    """

    def __init__(self, baseline: Baseline, exists: Callable[[str], bool]) -> None:
        self.baseline = baseline
        self._here: dict[tuple[str, str], int] = {}
        self._anywhere: dict[str, int] = {}
        gone = {path for path in baseline.files if not exists(baseline.absolute(path))}
        for fingerprint, known in baseline.findings.items():
            for path, count in known.files.items():
                if path in gone:
                    self._anywhere[fingerprint] = self._anywhere.get(fingerprint, 0) + count
                else:
                    self._here[path, fingerprint] = count

    def new_of(self, path: str, findings: Iterable[Finding]) -> list[Finding]:
        """Those of *findings*, made in the file at *path*, that are not known."""
        relative = self.baseline.relative(path)
        return [finding for finding in findings if not self._is_known(relative, finding.fingerprint)]

    def parted(self, entry: FileEntry) -> tuple[list[FindingEntry], list[FindingEntry]]:
        """The findings of *entry* that are not known, and those that are."""
        relative = self.baseline.relative(entry["path"])
        parts: tuple[list[FindingEntry], list[FindingEntry]] = [], []
        for finding in entry["findings"]:
            parts[self._is_known(relative, finding["fingerprint"])].append(finding)
        return parts

    def _is_known(self, path: str, fingerprint: str) -> bool:
        if self._here.get((path, fingerprint), 0) > 0:
            self._here[path, fingerprint] -= 1
            return True
        if self._anywhere.get(fingerprint, 0) > 0:
            self._anywhere[fingerprint] -= 1
            return True
        return False
