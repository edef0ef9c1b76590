"""concise: one line a finding, ``path:line:column: severity message [rule]``."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import Result
    from . import Setting


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    for result in results:
        path = result.entry["path"]
        for finding in result.entry["findings"]:
            place = f"{path}:{finding['start']['line']}:{finding['start']['column']}"
            message = " ".join(finding["message"].split())
            yield f"{place}: {finding['severity']} {message} [{finding['rule']}]\n"
