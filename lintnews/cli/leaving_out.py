"""What one run of ``lintnews check`` leaves out of its report: known findings, mild ones, and lines that have not changed."""

from __future__ import annotations

import os

from .wrong import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..baseline import Remaining
    from ..changed_lines import Changed
    from ..wire import FindingEntry, Result
    from .options import CheckOptions

SEVERITIES = ("info", "warning", "error")


class LeavingOut:
    """Leaves out what is known, below ``least`` or unchanged. ``known`` and ``mild`` count the findings met so far."""

    def __init__(self, known: Remaining | None, changed: Changed | None, least: str, *, whole_stories: bool) -> None:
        self._known = known
        self._changed = changed
        self._told = SEVERITIES[SEVERITIES.index(least) :]
        self._whole_stories = whole_stories
        self.known = 0
        self.mild = 0

    def files(self, paths: Iterable[str]) -> list[str]:
        """Those of *paths* in which there can be something to report."""
        changed = self._changed
        return [path for path in paths if changed is None or path == "-" or changed.has(path)]

    def apply(self, result: Result) -> None:
        """Take out of *result* what is left out."""
        entry = result.entry
        findings = entry["findings"]
        if not findings:
            return
        known: list[FindingEntry] = []
        if self._known is not None:
            findings, known = self._known.parted(entry)
            self.known += len(known)
        if self._changed is not None and not self._whole_stories and entry["path"] != "<stdin>":
            findings = self._changed.findings_in({**entry, "findings": findings})
            known = self._changed.findings_in({**entry, "findings": known})
        told = self._severe(findings)
        self.mild += len(findings) - len(told)
        result.entry = {**entry, "findings": told}
        if known := self._severe(known):
            result.entry["known"] = known

    def _severe(self, findings: list[FindingEntry]) -> list[FindingEntry]:
        return [finding for finding in findings if finding["severity"] in self._told]


def leaving_out(options: CheckOptions, configured: str, least: str) -> LeavingOut:
    """What *options* ask to leave out; *configured* is the baseline of the configuration, which may not exist yet."""
    baseline = options.baseline or configured
    if options.baseline and not os.path.isfile(baseline):
        raise UsageError(f"there is no file {baseline}")
    wanted = baseline and not options.no_baseline and os.path.isfile(baseline)
    known = _known(baseline) if wanted else None
    return LeavingOut(known, _changed(options), least, whole_stories=options.whole_stories)


def _known(path: str) -> Remaining:
    from pathlib import Path

    from ..baseline import Remaining, read_baseline

    return Remaining(read_baseline(Path(path)), os.path.exists)


def _changed(options: CheckOptions) -> Changed | None:
    if not options.diff and not options.changed:
        return None
    if options.diff and options.changed:
        raise UsageError("--changed is --diff against the last commit: only one of them can be followed")
    from ..changed_lines import GitError, changed_since

    try:
        return changed_since(options.diff, [path if path != "-" else "." for path in options.paths])
    except GitError as error:
        raise UsageError(str(error)) from None
