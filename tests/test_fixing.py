"""Fixes are applied whole, inside their places only, until nothing changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews import Edit, Finding, Fix, Match, Safety, Severity, Span, Story
from lintnews.check import Check, option
from lintnews.checks.patterns.substitution import Substitution
from lintnews.engine import lint
from lintnews.fixing import Limits, edited, fix_text
from lintnews.readers import read_text
from lintnews.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Swap(Check):
    """Finds ``old`` and offers ``new``, as safe as said."""

    kind: ClassVar[str] = "swap"
    old: str = option("")
    new: str = option("")
    safety: Safety = option("", Safety.SAFE)

    def matches(self, story: Story) -> Iterator[Match]:
        at = story.text.find(self.old)
        while at >= 0:
            span = Span(at, at + len(self.old))
            yield Match(span, fixes=(Fix((Edit(span, self.new),), self.safety),))
            at = story.text.find(self.old, at + 1)


def swap(old: str, new: str, safety: Safety = Safety.SAFE, rule_id: str = "") -> Rule:
    return Rule(rule_id or f"swap-{old}", "style", "{text}", Severity.ERROR, Swap(old=old, new=new, safety=safety))


def linter(*rules: Rule, format_of: str = "plain"):  # type: ignore[no-untyped-def]
    def run(text: str) -> tuple[Story, Sequence[Finding]]:
        story = Story(text, read_text(text, format_of=format_of))
        return story, lint(story, rules)

    return run


def fixed(text: str, *rules: Rule, format_of: str = "plain", **limits: object) -> str:
    return fix_text(text, linter(*rules, format_of=format_of), Limits(**limits)).text  # type: ignore[arg-type]


def test_safe_fixes_only_unless_asked() -> None:
    rules = (swap("one", "1"), swap("two", "2", Safety.UNSAFE), swap("three", "3", Safety.SHOWN))
    assert fixed("one two three", *rules) == "1 two three"
    assert fixed("one two three", *rules, unsafe=True) == "1 2 three"


@pytest.mark.parametrize("said", ["“one”", '"one"', "“It is one, he said”", '"not one"'])
def test_nothing_in_a_quotation_is_touched(said: str) -> None:
    text = f"She said {said} to one man."
    assert fixed(text, swap("one", "1"), unsafe=True) == f"She said {said} to 1 man."


def test_an_edit_that_reaches_into_a_quotation_is_not_made() -> None:
    text = "She said “one” twice."
    assert fixed(text, swap("said “o", "said “O"), unsafe=True) == text


def test_quotation_marks_may_be_mended() -> None:
    assert fixed('She said “one" twice.', swap('"', "”")) == "She said “one” twice."


def test_overlapping_fixes_are_made_one_after_the_other() -> None:
    assert fixed("a b c", swap("a b", "x y"), swap("b c", "y z"), swap("y c", "y z")) == "x y z"


def test_fixes_bring_on_fixes() -> None:
    rules = [swap(a, b) for a, b in zip("abcdefg", "bcdefgh", strict=True)]
    assert fixed("a", *rules) == "h"


def test_fixes_that_never_settle_are_not_made() -> None:
    result = fix_text("on and good", linter(swap("on", "off"), swap("off", "on"), swap("good", "fine")))
    assert (result.text, result.unsettled) == ("on and fine", ("swap-off", "swap-on"))
    grows = fix_text("a and good", linter(swap("a ", "a b "), swap("good", "fine")))
    assert (grows.text, grows.unsettled) == ("a and fine", ("swap-a ",))


def test_line_ends_follow_the_file() -> None:
    assert fixed("one; two\r\nthree\r\n", swap("; ", ".\n")) == "one.\r\ntwo\r\nthree\r\n"


def test_front_matter_stays_sound() -> None:
    text = "---\nheadline: Old - new\nslug: x\n---\nOld - new.\n"
    assert "headline: Old - new\n" in fixed(text, swap(" - ", ": [", rule_id="colon"), format_of="markdown")


def test_what_would_become_markup_is_not_written() -> None:
    text = "Ann spoke.\n\nNumber one won.\n"
    after = fixed(text, swap("Number ", "# "), swap("won", "lost"), format_of="markdown")
    assert "Number one lost." in after or "# one lost." in after
    assert len(read_text(after, format_of="markdown").blocks) == 2


def test_reserved_characters_are_not_brought_in() -> None:
    assert fixed("one and two", swap("one", "<1"), swap("two", "2"), reserved="<>&") == "one and 2"
    assert fixed("<one", swap("<one", "<1"), reserved="<>&") == "<1"


@pytest.mark.parametrize("others", [0, 1, 5, 40])
def test_what_would_break_the_file_is_not_written(others: int) -> None:
    text = "<nitf><body><body.content><p>{}one{}</p></body.content></body></nitf>"
    source = text.format("two " * others, " two" * others)
    rules = (swap("one", "<p>"), swap("two", "2"))
    assert fixed(source, *rules, format_of="nitf") == source.replace("two", "2")


def test_what_the_encoding_lacks_is_not_written() -> None:
    assert fixed("one and two", swap("one", "①"), swap("two", "2"), writable=str.isascii) == "one and 2"


WORDS = st.lists(
    st.sampled_from(["one", "two", "“", "”", '"', "\n", "\n\n", "é", "😀", "three", "*", "one"]), max_size=30
)
RULES = (
    swap("one", "two", rule_id="one"),
    swap("three", "3", rule_id="three"),
    swap("two two", "2", rule_id="twice"),
    Rule("term", "style", "{text}", Severity.INFO, Substitution(swap={"é": "e"})),
)


@given(WORDS, st.sampled_from(["plain", "markdown"]))
def test_twice_is_once(words: list[str], format_of: str) -> None:
    run = linter(*RULES, format_of=format_of)
    once = fix_text(" ".join(words), run)
    again = fix_text(once.text, run)
    assert again.text == once.text
    assert again.applied == ()


@given(WORDS, st.sampled_from(["plain", "markdown"]))
def test_one_pass_changes_nothing_outside_its_spans(words: list[str], format_of: str) -> None:
    source = " ".join(words)
    story, findings = linter(*RULES, format_of=format_of)(source)
    picked: list[tuple[Span, str]] = []
    for finding in findings:
        assert finding.fix is not None
        if finding.fix.safety is Safety.SAFE:
            place = story.place_of(finding.fix.edits[0])
            assert place.of(source) == finding.text
            if not picked or picked[-1][0].end <= place.start:
                picked.append((place, finding.fix.edits[0].text))
    after = edited(source, picked)
    at = shift = 0
    for place, text in picked:
        assert source[at : place.start] == after[at + shift : place.start + shift]
        at, shift = place.end, shift + len(text) - len(place)
    assert source[at:] == after[at + shift :]


QUOTED = st.lists(st.sampled_from(["one", "two two", "three", "é", "and", "he said"]), min_size=1, max_size=5)


@given(QUOTED, QUOTED, QUOTED)
def test_quotations_come_out_as_they_went_in(before: list[str], said: list[str], after: list[str]) -> None:
    quotation = f"“{' '.join(said)}”"
    source = f"{' '.join(before)} {quotation} {' '.join(after)}"
    assert quotation in fix_text(source, linter(*RULES), Limits(unsafe=True)).text
