"""Package, quotation and furniture rules on copy of any shape: nothing breaks, every place lies in the file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews import Linter, load_rules
from lintnews.story import SourceText

PIECES = (
    "Ann Orde", "Mr. Orde", "Ms. Tal", "Orde", " said", ", ", ". ", "\n\n", "\n", '"', "“", "”", "'", "’", "‘", "«", "„", " (LFA) ",
    "Low Ferry Agency", "LFA", "(AP)", "the the ", "TK", "12", "$4m", "5'2\"", "Monday", "[photo]", "<b>", "&amp;", "â€™",
    "---\nheadline: Five hurt\n---\n", "…", "[I]", " ", "Sen. ", "Rep. ", "😀", "\u00a0",
)  # fmt: skip
LINTER = Linter(
    load_rules(), select=["package", "quotations", "furniture"], against=[SourceText("a", "Ann Orde said the LFA won.")]
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_every_finding_lies_in_the_file(source: str) -> None:
    report = LINTER.lint_text(source, format_of="plain")
    for finding in report.findings:
        assert 0 <= finding.source.start <= finding.source.end <= len(source)
        assert finding.message and "{" not in finding.message


def test_a_number_beyond_counting_breaks_no_rule() -> None:
    headline = f"Mill adds {'9' * 400} jobs"
    report = Linter().lint_text(f"---\nheadline: {headline}\n---\nThe mill adds 90 jobs.\n", format_of="markdown")
    assert not report.failures
