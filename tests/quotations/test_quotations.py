"""What is quoted, and which marks are wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lintnews.mentions.quotations.quotations import Quotation, QuotationFault
from lintnews.readers.plain import read
from lintnews.story import Story


def story_of(text: str) -> Story:
    return Story(text, read(text))


def inner(text: str, depth: int = 0) -> list[str]:
    story = story_of(text)
    return [story.words(q.inner) for q in story.mentions(Quotation) if q.depth == depth]


def faults(text: str) -> list[tuple[str, str]]:
    story = story_of(text)
    return [(f.fault, story.text[f.span.start :][:12]) for f in story.mentions(QuotationFault)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"It rained," she said. "It snowed."', ["It rained,", "It snowed."]),
        ("“It rained,” she said.", ["It rained,"]),
        ("Il a dit « il pleut » hier.", [" il pleut "]),
        ("Er sagte „es regnet“ und ging.", ["es regnet"]),
        ("‘It rained in the players’ tunnel,’ she said.", ["It rained in the players’ tunnel,"]),
        ("'It rained on the boys' club,' she said.", ["It rained on the boys' club,"]),
        ("He called it 'chip and pin' in the '90s.", ["chip and pin"]),
        ("The 6'2\" guard wore a 12\" shoe; rock 'n' roll was players' talk.", []),
        ("It is 51°30'12\" north.", []),
        ('"The 12" record is good," he said.', ['The 12" record is good,']),
        ("``It rained,'' she said.", ["It rained,"]),
        ('("It rained")—"again"…', ["It rained", "again"]),
        ('She wrote <a href="x">link</a>.', []),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert inner(text) == expected
    assert faults(text) == []


def test_a_quotation_inside_has_depth_one() -> None:
    assert inner("“He said ‘go home’ to us,” she said.", depth=1) == ["go home"]


def test_a_quotation_over_paragraphs_is_one_quotation_a_paragraph() -> None:
    story = story_of("“It rained for days.\n\n“Then it snowed,” she said.")
    assert [(q.closed, q.continued) for q in story.mentions(Quotation)] == [(False, True), (True, False)]
    assert not story.mentions(QuotationFault)


def test_a_quotation_does_not_go_on_behind_its_attribution() -> None:
    assert faults('"It rained for days, Ann Orde said.\n\n"Then it snowed."') == [("unclosed", '"It rained f')]


def test_a_closing_mark_in_a_later_paragraph_is_one_fault() -> None:
    story = story_of('He said, "It felt good.\n\nWe could have won."')
    (fault,) = story.mentions(QuotationFault)
    assert fault.fault == "unclosed"
    assert fault.partner is not None and story.words(fault.partner) == '"'


@pytest.mark.parametrize(
    ("text", "fault", "right"),
    [
        ('“It rained," she said. “It snowed,” she said.', "mixed", "”"),
        ('"It rained,” she said. “It snowed,” he said.', "mixed", "“"),
        ('"We went from "no" to yes," he said.', "nested", "'"),
        ('China"s bank', "apostrophe", "'"),
        ('China"s bank won’t pay', "apostrophe", "’"),
    ],
)
def test_wrong_marks_and_the_right_ones(text: str, fault: str, right: str) -> None:
    (found,) = story_of(text).mentions(QuotationFault)
    assert (found.fault, found.right) == (fault, right)


@given(st.text(alphabet="ab \n.,?s'\"“”‘’«»„`-()0", max_size=60))
def test_spans_lie_in_the_text_whatever_the_marks(text: str) -> None:
    story = story_of(text)
    for quotation in story.mentions(Quotation):
        assert 0 <= quotation.span.start < quotation.span.end <= len(story.text)
        assert quotation.span.contains(quotation.inner)
        assert "\n\n" not in story.words(quotation.span)
    for fault in story.mentions(QuotationFault):
        assert len(fault.span) in (1, 2)
