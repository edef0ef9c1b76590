"""gitlab: a Code Quality report, which GitLab shows in merge requests."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import Result
    from . import Setting

SEVERITIES = {"error": "critical", "warning": "major", "info": "info"}


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    comma = ""
    seen: dict[str, int] = {}
    yield "["
    for result in results:
        path = result.entry["path"]
        for finding in result.entry["findings"]:
            key = f"{path}:{finding['fingerprint']}"
            seen[key] = seen.get(key, 0) + 1
            written = {
                "description": finding["message"],
                "check_name": finding["rule"],
                "fingerprint": _fingerprint(key, seen[key]),
                "severity": SEVERITIES[finding["severity"]],
                "location": {
                    "path": path,
                    "lines": {"begin": finding["start"]["line"], "end": finding["end"]["line"]},
                },
            }
            yield f"{comma}\n  {json.dumps(written, ensure_ascii=False)}"
            comma = ","
    yield "\n]\n"


def _fingerprint(key: str, occurrence: int) -> str:
    """No two findings of a report may share one, so the path and the occurrence come in."""
    from ..cache.stamps import digest

    return digest(key.encode("utf-8", "backslashreplace"), str(occurrence).encode()).hex()
