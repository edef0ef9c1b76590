"""The end of a report: how much was found, what can be mended, and how to learn more."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..wire import Result
    from .leaving_out import LeavingOut


class Summary:
    """Counts what is reported. ``counts`` are by severity; ``unread`` says whether something went wrong in some file."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.unread = False
        self._by_rule: dict[tuple[str, str], int] = {}
        self._errors = 0
        self._fixable = 0

    def count(self, result: Result) -> list[str]:
        """Take *result* into account; returns what went wrong in its file."""
        entry = result.entry
        for finding in entry["findings"]:
            severity, rule = finding["severity"], finding["rule"]
            self.counts[severity] = self.counts.get(severity, 0) + 1
            self._by_rule[rule, severity] = self._by_rule.get((rule, severity), 0) + 1
            self._fixable += finding["fix"] is not None and finding["fix"]["safety"] == "safe"
        self._errors += "error" in entry
        wrong = [entry["error"]] if "error" in entry else entry.get("failures", [])
        self.unread = self.unread or bool(wrong)
        return wrong

    def statistics(self) -> Iterator[str]:
        """A line for each rule, the most frequent first."""
        for (rule, severity), count in sorted(self._by_rule.items(), key=lambda item: (-item[1], item[0])):
            yield f"{count:>6}  {severity:<7}  {rule}"

    def lines(self, files: int, left_out: LeavingOut) -> Iterator[str]:
        """What was found in *files* stories, and what can be done about it."""
        total = sum(self.counts.values())
        parts = [_counted(self.counts[s], s) for s in ("error", "warning", "info") if s in self.counts]
        yield (
            f"{_counted(total, 'finding')} in {_counted(files, 'story', 'stories')}"
            + (f": {', '.join(parts)}" if parts else "")
            + (f"; {left_out.known} known left out" if left_out.known else "")
            + (f"; {left_out.mild} milder left out" if left_out.mild else "")
            + (f"; {self._errors} could not be read" if self._errors else "")
        )
        if total:
            learn = "`lintnews explain RULE` says more about a rule"
            yield f"{self._fixable} can be fixed with `lintnews fix`; {learn}" if self._fixable else learn


def _counted(number: int, one: str, many: str = "") -> str:
    if one == "info":
        return f"{number} info"
    return f"{number} {one if number == 1 else many or one + 's'}"
