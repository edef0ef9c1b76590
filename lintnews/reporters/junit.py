"""junit: the XML of JUnit. A story is a test suite, a finding a failure; what is only information passes."""

from __future__ import annotations

from .markup import attributes, text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import FindingEntry, Result
    from . import Setting


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lintnews">\n'
    for result in results:
        yield _suite(result)
    yield "</testsuites>\n"


def _suite(result: Result) -> str:
    entry = result.entry
    path = entry["path"]
    said = [entry["error"]] if "error" in entry else entry.get("failures", [])
    cases = [_case(path, "readable", f"<error{attributes(message=words, type='lintnews')}/>") for words in said]
    cases += [_finding(path, finding) for finding in entry["findings"]]
    failures = sum(finding["severity"] != "info" for finding in entry["findings"])
    head = attributes(name=path, tests=len(cases) or 1, failures=failures, errors=len(said), time="0")
    return f"  <testsuite{head}>\n{''.join(cases) or _case(path, 'lintnews', '')}  </testsuite>\n"


def _finding(path: str, finding: FindingEntry) -> str:
    start = finding["start"]
    place = f"{path}:{start['line']}:{start['column']}"
    rows = [f"{place}: {finding['severity']} {finding['message']}"]
    rows += [
        f"{path}:{note['start']['line']}:{note['start']['column']}: {note['message']}"
        if note["start"]
        else note["message"]
        for note in finding["notes"]
    ]
    body = text("\n".join(rows))
    if finding["severity"] == "info":
        inner = f"<system-out>{body}</system-out>"
    else:
        inner = f"<failure{attributes(message=finding['message'], type=finding['severity'])}>{body}</failure>"
    return _case(path, f"{finding['rule']} ({start['line']}:{start['column']})", inner)


def _case(path: str, name: str, inner: str) -> str:
    return f"    <testcase{attributes(classname=path, name=name, time='0')}>{inner}</testcase>\n"
