"""checkstyle: the XML of Checkstyle, which many build servers read."""

from __future__ import annotations

from .markup import attributes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import Result
    from . import Setting


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n'
    for result in results:
        entry = result.entry
        yield f"  <file{attributes(name=entry['path'])}>\n"
        for said in [entry["error"]] if "error" in entry else entry.get("failures", []):
            yield f"    <error{attributes(line=1, severity='error', message=said, source='lintnews')}/>\n"
        for finding in entry["findings"]:
            yield (
                "    <error"
                + attributes(
                    line=finding["start"]["line"],
                    column=finding["start"]["column"],
                    severity=finding["severity"],
                    message=finding["message"],
                    source=f"lintnews.{finding['subject']}.{finding['rule']}",
                )
                + "/>\n"
            )
        yield "  </file>\n"
    yield "</checkstyle>\n"
