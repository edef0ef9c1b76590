"""The pattern kinds, each on its own."""

from __future__ import annotations

import time

import pytest

from lintnews import Story
from lintnews.check import Check
from lintnews.checks.furniture.front_matter import FrontMatter
from lintnews.checks.patterns.capitalization import Capitalization
from lintnews.checks.patterns.conditional import Conditional
from lintnews.checks.patterns.consistency import Consistency
from lintnews.checks.patterns.existence import Existence
from lintnews.checks.patterns.occurrence import Occurrence
from lintnews.checks.patterns.repetition import Repetition
from lintnews.checks.patterns.substitution import Substitution, with_case_of
from lintnews.declared import Mistakes
from lintnews.readers import read_text
from lintnews.regexes import TooSlow


def story(text: str, format_of: str = "plain") -> Story:
    return Story(text, read_text(text, format_of=format_of))


def found(check: Check, text: str, format_of: str = "plain") -> list[str]:
    read = story(text, format_of)
    return [read.words(match.span) for match in check.matches(read)]


def fixes(check: Check, text: str) -> list[list[str]]:
    return [[fix.edits[0].text for fix in match.fixes] for match in check.matches(story(text))]


class TestExistence:
    def test_words_and_phrases_are_whole_words(self) -> None:
        check = Existence(terms=("utilize", "going forward"))
        assert found(check, "We utilize it going forward, utilized, going forwards. Utilize.") == [
            "utilize",
            "going forward",
        ]

    def test_ignore_case(self) -> None:
        assert found(Existence(terms=("utilize",), ignore_case=True), "Utilize UTILIZE") == ["Utilize", "UTILIZE"]

    def test_a_phrase_is_found_across_a_line_end_but_not_across_blocks(self) -> None:
        check = Existence(terms=("going forward",))
        assert found(check, "It is going\nforward.\n\nIt is going\n\nforward.") == ["going\nforward"]

    def test_a_straight_apostrophe_meets_a_curly_one(self) -> None:
        assert found(Existence(terms=("can't",)), "It can’t and can't.") == ["can’t", "can't"]

    def test_a_curly_one_in_an_expression_is_meant(self) -> None:
        assert found(Existence(terms=("can[’]t",)), "It can’t and can't.") == ["can’t"]

    def test_of_two_that_overlap_the_longer_one_counts(self) -> None:
        assert found(Existence(terms=("very", "very unique", r"uniq\w+")), "a very unique one") == ["very unique"]

    def test_exceptions(self) -> None:
        check = Existence(terms=(r"TK\w*",), exceptions=("TK Maxx",))
        assert found(check, "TK Maxx and TK and TKTK") == ["TK", "TKTK"]

    def test_anchors_are_those_of_blocks(self) -> None:
        assert found(Existence(terms=(r"^And",)), "And one.\nAnd two.\n\nAnd three.") == ["And", "And"]

    def test_flags_inside_an_expression(self) -> None:
        assert found(Existence(terms=("(?i)ph\\.?d",)), "A PhD and a phd.") == ["PhD", "phd"]

    def test_parts_of_words(self) -> None:
        assert found(Existence(terms=("gate$",), word=False), "Watergate") == ["gate"]

    def test_unicode_properties(self) -> None:
        assert found(Existence(terms=(r"\p{Lu}\p{Ll}+ova",)), "Anna Petrova and ova") == ["Petrova"]

    def test_bad_patterns_are_all_told_with_their_place(self) -> None:
        with pytest.raises(Mistakes) as caught:
            Existence(terms=("fine", "(", "a**", ""), exceptions=("[",)).plan()
        assert [(m.keys, m.within) for m in caught.value.mistakes] == [
            (("terms", 1), 0),
            (("terms", 2), 2),
            (("terms", 3), 0),
            (("exceptions", 0), 0),
        ]


class TestSlowPatterns:
    @pytest.mark.parametrize("pattern", [r"(a+)+b", r"(\w+\s?)+\d", r"(x+x+)+y", r"([a-z]|[a-z0-9])*!"])
    def test_a_catastrophic_pattern_stops(self, pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("lintnews.regexes.SECONDS", 0.2)
        text = ("a" * 40 + " ") * 30 + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx! b9y"
        start = time.process_time()
        try:
            found(Existence(terms=(pattern,), word=False), text)
        except TooSlow as error:
            assert pattern in str(error)
        assert time.process_time() - start < 2

    def test_a_long_line_is_no_trouble(self) -> None:
        text = "word " * 400_000
        start = time.process_time()
        assert found(Existence(terms=("absent", "a few", r"wor(?:t|m)h?\w*")), text) == []
        assert time.process_time() - start < 2


class TestSubstitution:
    def test_capitals_are_kept(self) -> None:
        check = Substitution(swap={"per cent": "percent"}, ignore_case=True)
        assert fixes(check, "Per cent, per cent, PER CENT") == [["Percent"], ["percent"], ["PERCENT"]]

    def test_what_is_right_already_is_left_alone(self) -> None:
        assert fixes(Substitution(swap={"(?i)e-?mail": "email"}), "email e-mail E-mail") == [["email"], ["Email"]]

    def test_groups(self) -> None:
        check = Substitution(swap={r"(\d+) per cent": r"\1%", r"Mr (?P<name>\w+)": r"Mr. \g<name>"})
        assert fixes(check, "Mr Lee has 10 per cent") == [["Mr. Lee"], ["10%"]]

    def test_a_choice_is_shown_only(self) -> None:
        check = Substitution(swap={"adviser": ("advisor", "aide")})
        (match,) = check.matches(story("An adviser."))
        assert dict(match.values)["replacement"] == "advisor or aide"
        assert [str(fix.safety) for fix in match.fixes] == ["shown", "shown"]

    def test_words_are_taken_out_with_their_space(self) -> None:
        read = story("It is very good.")
        (match,) = Substitution(swap={"very": ""}).matches(read)
        edit = match.fixes[0].edits[0]
        assert read.text[: edit.span.start] + edit.text + read.text[edit.span.end :] == "It is good."

    def test_a_group_that_is_not_there(self) -> None:
        with pytest.raises(Mistakes, match="no such group"):
            Substitution(swap={"(a)": r"\2"}).plan()

    @pytest.mark.parametrize(
        ("model", "text", "wanted"),
        [
            ("Per", "percent", "Percent"),
            ("PER", "percent", "PERCENT"),
            ("A", "one", "One"),
            ("NATO", "Nato", "Nato"),
            ("5", "five", "five"),
        ],
    )
    def test_case(self, model: str, text: str, wanted: str) -> None:
        assert with_case_of(model, text) == wanted

    def test_many_terms_are_looked_up_not_tried(self) -> None:
        swap = {f"term{number} of old": f"term{number}" for number in range(20_000)}
        check = Substitution(swap=swap)
        text = "The mayor said that the bridge would open in May. " * 400 + "A term777 of old."
        read = story(text)
        start = time.process_time()
        assert [match.values for match in check.matches(read)] == [(("replacement", "term777"),)]
        assert time.process_time() - start < 0.5


class TestConsistency:
    def test_the_rarer_way_is_flagged(self) -> None:
        check = Consistency(either={"adviser": "advisor"})
        assert found(check, "An adviser, an advisor, an adviser.") == ["advisor"]
        assert found(check, "An advisor, an Adviser.") == ["Adviser"]
        assert found(check, "An adviser, an adviser.") == []

    def test_the_other_place_is_shown(self) -> None:
        read = story("An adviser met an Advisor.")
        (match,) = Consistency(either={"adviser": "advisor"}).matches(read)
        assert match.notes[0].span is not None
        assert read.words(match.notes[0].span) == "adviser"
        assert match.fixes[0].edits[0].text == "Adviser"


class TestOccurrence:
    def test_too_many_in_a_sentence(self) -> None:
        check = Occurrence(terms=("that",), max=1)
        assert found(check, "He said that that was it. That that he knew.") == ["that"]
        whole = Occurrence(terms=("that",), max=1, flag="scope")
        assert found(whole, "He said that that was it. Yes.") == ["He said that that was it."]

    def test_too_few_in_the_story(self) -> None:
        check = Occurrence(terms=("said",), min=1, scope="story")
        assert found(check, "One.\n\nTwo.") == ["One.\n\nTwo."]
        assert found(check, "One.\n\nTwo, he said.") == []

    def test_paragraphs(self) -> None:
        assert found(Occurrence(terms=("very",), max=1, scope="paragraph"), "Very. very. very.\n\nvery.") == ["very"]

    def test_neither_limit(self) -> None:
        with pytest.raises(Mistakes):
            Occurrence(terms=("a",))


class TestRepetition:
    def test_any_word(self) -> None:
        assert found(Repetition(), "The the bridge will will-power open\nopen. Open\n\nopen.") == [
            "The the",
            "open\nopen",
        ]

    def test_exceptions_and_tokens(self) -> None:
        assert found(Repetition(exceptions=("had had",)), "He had had it it.") == ["it it"]
        assert found(Repetition(tokens=("the", "of")), "the the it it of of") == ["the the", "of of"]

    def test_max(self) -> None:
        assert found(Repetition(max=2), "no no, no no no") == ["no no no"]

    def test_the_repeat_is_taken_out(self) -> None:
        read = story("In the the end.")
        (match,) = Repetition().matches(read)
        edit = match.fixes[0].edits[0]
        assert read.text[: edit.span.start] + edit.text + read.text[edit.span.end :] == "In the end."


class TestConditional:
    check = Conditional(first=r"([A-Z]{3,5})", second=r"\(([A-Z]{3,5})\)", exceptions=("NATO",))

    def test_an_abbreviation_must_be_introduced(self) -> None:
        assert found(self.check, "The World Food Union (WFU) met the IGO. WFU and IGO and NATO.") == ["IGO"]

    def test_order(self) -> None:
        check = Conditional(first=r"([A-Z]{3,5})", second=r"\(([A-Z]{3,5})\)", before=True)
        assert found(check, "The WFU. The World Food Union (WFU).") == ["WFU"]

    def test_without_groups(self) -> None:
        check = Conditional(first="suicide", second=r"988|helpline")
        assert found(check, "A suicide.") == ["suicide"]
        assert found(check, "A suicide. Call 988.") == []


class TestCapitalization:
    STORY = (
        "---\nheadline: {}\n---\nThe council voted on the budget. Mayor Ann Lee of Dover said the vote was on time.\n"
    )

    def headline(self, check: Capitalization, headline: str) -> list[str]:
        return found(check, self.STORY.format(headline), "markdown")

    def test_sentence_case_knows_names_from_the_story(self) -> None:
        check = Capitalization(match="sentence")
        assert self.headline(check, "Council Voted on Budget, Ann Lee of Dover Says") == ["Voted", "Budget"]
        assert self.headline(check, "Council voted on budget, Ann Lee of Dover says") == []

    def test_title_case(self) -> None:
        check = Capitalization(match="title")
        assert self.headline(check, "Council Votes on the iPhone Budget With Ann Lee") == []
        assert self.headline(check, "Council votes On Budget from Dover") == ["votes", "On", "from"]
        chicago = Capitalization(match="title", style="chicago")
        assert self.headline(chicago, "Council Votes From Dover") == ["From"]

    def test_threshold_and_exceptions(self) -> None:
        check = Capitalization(match="sentence", threshold=2, exceptions=("Budget",))
        assert self.headline(check, "Council Voted on Budget") == []

    def test_lower_and_upper(self) -> None:
        assert self.headline(Capitalization(match="lower"), "council Voted") == ["Voted"]
        assert self.headline(Capitalization(match="upper"), "COUNCIL Voted") == ["Voted"]

    def test_running_text_is_left_alone(self) -> None:
        assert found(Capitalization(match="upper"), "Just a paragraph.") == []


class TestFrontMatter:
    def test_a_key_that_is_missing(self) -> None:
        check = FrontMatter(required=("published", "headline", "desk"))
        read = story("---\nheadline: A bridge opens\ndesk: metro\n---\nIt opened.\n", "markdown")
        assert [match.values for match in check.matches(read)] == [(("key", "published"),)]
