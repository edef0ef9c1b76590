"""text: for reading at a terminal. Each finding with its line, the place that it contradicts, and what to do."""

from __future__ import annotations

from .columns import excerpt, printable, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import FindingEntry, FixEntry, NoteEntry, Place, Result
    from . import Setting

_STYLES = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;34",
    "path": "1",
    "note": "1;36",
    "gutter": "2",
    "fix": "32",
}
_LABELS = {"safe": "fix", "unsafe": "unsafe fix", "shown": "suggestion"}


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    first = True
    for result in results:
        for finding in result.entry["findings"]:
            yield ("" if first else "\n") + _Screen(result, finding, setting).text()
            first = False


class _Screen:
    """One finding as it is shown."""

    def __init__(self, result: Result, finding: FindingEntry, setting: Setting) -> None:
        self.result = result
        self.finding = finding
        self.setting = setting
        starts = [finding["start"], *(note["start"] for note in finding["notes"] if note["start"])]
        self.gutter = max(4, *(len(str(place["line"])) for place in starts))

    def text(self) -> str:
        finding = self.finding
        severity, start = finding["severity"], finding["start"]
        place = f"{printable(self.result.entry['path'])}:{start['line']}:{start['column']}"
        message = printable(" ".join([*finding["message"].split(), f"[{finding['rule']}]"]))
        lead = f"{self._styled('path', place)}: {self._styled(severity, severity)}: "
        rows = [lead + self._wrapped(message, width(f"{place}: {severity}: "))]
        rows += self._excerpt(start, finding["end"], "^", severity, "")
        shown = start["line"]
        for note in finding["notes"]:
            rows += self._note(note, shown)
            shown = note["start"]["line"] if note["start"] else shown
        if finding["evidence"]:
            rows.append(self._aside("evidence", "note", printable("; ".join(finding["evidence"]))))
        if finding["fix"]:
            rows.append(self._fix(finding["fix"], _LABELS[finding["fix"]["safety"]]))
        rows += [self._fix(fix, "or") for fix in finding["alternatives"]]
        return "\n".join(rows) + "\n"

    def _excerpt(self, start: Place, end: Place, mark: str, style: str, label: str) -> list[str]:
        source = self.result.source
        line_start = start["offset"] - start["column"] + 1
        room = max(8, self.setting.width - self.gutter - 4)
        words, indent, length = excerpt(source, line_start, start["offset"], end["offset"], room)
        if not words.strip():
            return []
        marks = " " * indent + self._styled(style, mark * length + (f" {label}" if label else ""))
        return [f"{self._margin(str(start['line']))}{words}", f"{self._margin('')}{marks}"]

    def _note(self, note: NoteEntry, shown: int) -> list[str]:
        label = printable(" ".join(note["message"].split()))
        if note["start"] is None or note["end"] is None:
            return [self._aside("note", "note", label)]
        gap = [self._styled("gutter", " " * self.gutter + " ⋮")] if note["start"]["line"] != shown else []
        return gap + self._excerpt(note["start"], note["end"], "-", "note", label)

    def _wrapped(self, words: str, before: int) -> str:
        """*words* in lines that fit the terminal, the first behind *before* columns; for programs, in one."""
        room = self.setting.width
        if not self.setting.at_terminal or before + width(words) <= room:
            return words
        lines, used = [""], before
        for word in words.split(" "):
            wide = width(word)
            if lines[-1] and used + 1 + wide > room:
                lines.append(word)
                used = 4 + wide
            else:
                lines[-1] += f" {word}" if lines[-1] else word
                used += wide + (used > before)
        return "\n    ".join(lines)

    def _fix(self, fix: FixEntry, label: str) -> str:
        source = self.result.source
        return self._aside(
            label, "fix", ", ".join(_edit(source[e["start"] : e["end"]], e["text"]) for e in fix["edits"])
        )

    def _aside(self, label: str, style: str, words: str) -> str:
        return f"{self._styled('gutter', ' ' * self.gutter + ' =')} {self._styled(style, label)}: {words}"

    def _margin(self, number: str) -> str:
        return self._styled("gutter", f"{number:>{self.gutter}} |") + " "

    def _styled(self, style: str, words: str) -> str:
        return f"\x1b[{_STYLES[style]}m{words}\x1b[0m" if self.setting.colour else words


def _edit(old: str, new: str) -> str:
    old, new = _short(old), _short(new)
    if not old:
        return f"insert `{new}`"
    return f"replace `{old}` with `{new}`" if new else f"delete `{old}`"


def _short(words: str) -> str:
    words = printable(" ".join(words.split()) or words)
    return words if len(words) <= 80 else f"{words[:50]} … {words[-25:]}"
