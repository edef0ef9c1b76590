from __future__ import annotations

import time

import pytest

from lintnews.checks.names.inconsistent_name import InconsistentName
from lintnews.checks.names.other_transliterations import OtherTransliteration
from lintnews.checks.patterns.mention import MentionCheck
from lintnews.house import House, HouseNames, KnownName
from lintnews.match import Match, Safety
from lintnews.readers.plain import read
from lintnews.story import Story


def story_of(text: str, names: HouseNames | None = None) -> Story:
    return Story(text, read(text), house=House(names=names or HouseNames()))


def found(text: str, names: HouseNames | None = None) -> list[tuple[str, list[str]]]:
    story = story_of(text, names)
    return [
        (story.words(match.span), [story.words(note.span) for note in match.notes if note.span])
        for match in InconsistentName().matches(story)
    ]


ROGER = "Roger Hemminghaus, its vice president, left the room. Later Heminghaus said no."


def test_the_odd_spelling_is_flagged_and_the_note_points_to_the_other() -> None:
    assert found(ROGER) == [("Heminghaus", ["Roger Hemminghaus"])]


def test_one_slip_is_one_finding_whose_notes_and_fix_show_all_places() -> None:
    text = "Ann Kaiser spoke. Kaiser left. Kaiser came back. KASIER said so. Mr. Kasier slept. Kaiser woke."
    assert found(text) == [("KASIER", ["Ann Kaiser", "Kasier"])]
    (match,) = InconsistentName().matches(story_of(text))
    assert [edit.text for edit in match.fixes[0].edits] == ["KAISER", "Kaiser"]


@pytest.mark.parametrize(("right", "odd"), [("Karlson", "Carlson"), ("Okafar", "Okafor"), ("Delecroix", "Delacroix")])
def test_the_rarer_form_is_flagged_however_common_it_is_elsewhere(right: str, odd: str) -> None:
    text = f"Peter {right}, the mayor, spoke. Mr. {right} left. {right} slept. {odd} said so. Then {right} woke."
    assert found(text) == [(odd, [f"Peter {right}"])]


def test_an_accent_is_the_same_however_it_is_encoded() -> None:
    assert found("Beyonce\u0301 sang. Beyonc\xe9 bowed. Beyonc\xe9 left.") == []
    decomposed = "Ann Beyonce\u0301 sang. Beyonce\u0301 bowed. Then Beyonsce\u0301 left."
    assert found(decomposed) == [("Beyonsce\u0301", ["Ann Beyonce\u0301"])]


def test_where_nothing_decides_no_spelling_is_offered() -> None:
    story = story_of(ROGER)
    (match,) = InconsistentName().matches(story)
    assert match.fixes == () and match.evidence


def test_where_the_count_decides_the_right_word_is_shown() -> None:
    story = story_of("Ann Kaiser spoke. Kaiser left. Kaiser came back. Then Kasier said so.")
    (match,) = InconsistentName().matches(story)
    (edit,) = match.fixes[0].edits
    assert (story.words(edit.span), edit.text, match.fixes[0].safety) == ("Kasier", "Kaiser", Safety.SHOWN)


@pytest.mark.parametrize(
    "text",
    [
        "Roger Hemminghaus (also spelled Heminghaus) left. Hemminghaus was ill.",
        'Roger Hemminghaus left. The sign said "Heminghaus [sic]" then.',
        "Roger Hemminghaus (CQ) left the room. Later Heminghaus (CQ) said no.",
    ],
)
def test_what_the_story_explains_is_quiet(text: str) -> None:
    assert found(text) == []


def test_a_certified_spelling_is_the_right_one() -> None:
    text = "Roger Hemminghaus, its vice president, left. Later Heminghaus (CQ) said no."
    assert found(text) == [("Hemminghaus", ["Heminghaus"])]


def test_names_that_the_house_calls_distinct_are_quiet() -> None:
    assert found(ROGER, HouseNames(distinct=(("Hemminghaus", "Heminghaus"),))) == []


def known(text: str, *names: KnownName) -> list[tuple[str, str]]:
    story = story_of(text, HouseNames(known=names))

    def shown(match: Match) -> tuple[str, str]:
        return story.words(match.span), match.fixes[0].edits[0].text

    return [
        shown(match)
        for match in MentionCheck(of="misspelled-name", note="{right} is {reason}.", write="{right}").matches(story)
    ]


def test_the_houses_variants_are_flagged_but_not_inside_the_right_name() -> None:
    name = KnownName("Ann Lee-Moss", variants=("Ann Lee", "Anne Lee-Moss"))
    assert known("Ann Lee-Moss met Anne Lee-Moss. Ann Lee left.", name) == [
        ("Anne Lee-Moss", "Ann Lee-Moss"),
        ("Ann Lee", "Ann Lee-Moss"),
    ]


def test_a_bodys_small_words_are_told_but_another_body_is_not() -> None:
    text = "The Institute of Fiscal Studies spoke. The Institute of Slow Studies spoke."
    assert known(text) == [("Institute of Fiscal Studies", "Institute for Fiscal Studies")]


def test_the_work_grows_with_the_text_not_with_its_square() -> None:
    def seconds(paragraphs: int) -> float:
        text = "\n\n".join(
            f"Ann Lee{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}son met Bob Gray number {i}." for i in range(paragraphs)
        )
        story = story_of(text)
        started = time.process_time()
        list(InconsistentName().matches(story))
        return time.process_time() - started

    seconds(50)
    assert seconds(4000) < 60 * max(seconds(400), 0.01)


def mixed(text: str) -> list[str]:
    story = story_of(text)
    return [story.words(mention.span) for mention in story.mentions(OtherTransliteration)]


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Kyiv said so. Kyiv waited. Kiev left.", ["Kiev"]),
        ("Mohammed Marwan, 34, spoke. His cousin Muhammad Marwan, 12, left.", []),
        ("Mao Zedong spoke. Later Mao Tse-tung left.", ["Mao Tse-tung"]),
        ("KIEV FALLS SILENT\n\nKyiv fell silent. Kyiv waited.", ["KIEV"]),
        ("Kyiv, or Kiev, fell silent.", []),
    ],
)
def test_mixed_transliterations(text: str, odd: list[str]) -> None:
    assert mixed(text) == odd


def test_a_mixed_transliteration_is_no_slip_too() -> None:
    assert found("Volodymyr Zelenskyy spoke. Zelenskyy waited. Volodymyr Zelensky left.") == []


@pytest.mark.parametrize(
    ("text", "flagged", "other"),
    [
        (
            "MELTON STOCK EXHCANGE TO CLOSE EARLY\n\nThe Melton Stock Exchange closed. The Melton Stock Exchange opened.",
            "MELTON STOCK EXHCANGE",
            "Melton Stock Exchange",
        ),
        (ROGER, "Heminghaus", "Hemminghaus"),
        (
            "Ann Wilter Marlowe Inc said so. The Ann Witler Marlowe Co said no.",
            "Ann Witler Marlowe",
            "Ann Wilter Marlowe",
        ),
    ],
)
def test_the_message_puts_like_against_like(text: str, flagged: str, other: str) -> None:
    story = story_of(text)
    assert [(story.words(match.span), dict(match.values)["other"]) for match in InconsistentName().matches(story)] == [
        (flagged, other)
    ]
