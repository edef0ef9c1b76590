"""github: workflow commands, which GitHub shows as annotations at their lines."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import FindingEntry, Result
    from . import Setting

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    for result in results:
        entry = result.entry
        for said in [entry["error"]] if "error" in entry else entry.get("failures", []):
            yield _command("error", {"file": entry["path"], "title": "lintnews"}, said)
        for finding in entry["findings"]:
            yield _annotation(entry["path"], finding)


def _annotation(path: str, finding: FindingEntry) -> str:
    start, end = finding["start"], finding["end"]
    properties = {"file": path, "line": str(start["line"]), "endLine": str(end["line"])}
    if start["line"] == end["line"]:
        properties |= {"col": str(start["column"]), "endColumn": str(end["column"])}
    properties["title"] = f"lintnews: {finding['rule']}"
    message = finding["message"]
    for note in finding["notes"]:
        place = f"line {note['start']['line']}: " if note["start"] else ""
        message += f"\n{place}{note['message']}"
    return _command(COMMANDS[finding["severity"]], properties, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {written}::{message.translate(_DATA)}\n"
