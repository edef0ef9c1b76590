"""Suppressions: which findings they leave out, and what is said of those that should not stand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from lintnews import Finding, Match, RuleSet, Severity, Story, load_rules
from lintnews.checks.patterns.existence import Existence
from lintnews.engine import lint
from lintnews.fixing import fix_text
from lintnews.readers import read_text
from lintnews.rule import Rule
from lintnews.suppressions.directives import suppressions_in
from lintnews.suppressions.terms import Terms

ABOUT_SUPPRESSIONS = tuple(rule for rule in load_rules() if rule.subject == "suppressions" and rule.enabled)


def _rule(rule_id: str, subject: str, *terms: str) -> Rule:
    return Rule(rule_id, subject, "{text}", Severity.ERROR, Existence(terms=terms))


RULES = (_rule("wrong-name", "names", "Mingo", "Jonn"), _rule("wrong-day", "dates", "Mondey"), *ABOUT_SUPPRESSIONS)
KNOWN = RuleSet(RULES).names


def story_of(text: str, format_of: str = "plain") -> Story:
    return Story(text, read_text(text, format_of=format_of))


def found(text: str, *, today: date | None = None, known: frozenset[str] | None = KNOWN) -> list[str]:
    return [_shown(f) for f in lint(story_of(text), RULES, terms=Terms(known, today))]


def _shown(finding: Finding) -> str:
    return f"{finding.rule.id}: {finding.text}"


@pytest.mark.parametrize(
    "text",
    [
        "[lintnews: allow wrong-name -- so in the lawsuit]\n\nMingo spoke.\n",
        "[lintnews: allow wrong-name -- so in the lawsuit]\nMingo spoke.\n",
        "Mingo spoke. [lintnews: allow wrong-name]\n\nAnn spoke.",
        "Mingo [lintnews: allow names] spoke.",
        "Ann spoke.\n\n[lintnews: allow wrong-day, wrong-name — said so]\n\nMingo spoke on Mondey.",
        "[lintnews: allow-file wrong-name|mingo]\n\nAnn.\n\nMingo.\n\nMingo spoke.",
        '[lintnews: allow wrong-name|"Mingo" - a name]\n\nMingo spoke.',
        "Ann.\n\n[lintnews: off]\n\nMingo spoke on Mondey.\n\n[lintnews: on]\n\nAnn.",
        "Ann.\n\n[lintnews: off wrong-name]\n\nMingo spoke.",
        "Ann.\n\n[LINTNEWS: allow wrong-name -- [1] says so]\n\nMingo spoke.",
    ],
)
def test_allowed(text: str) -> None:
    assert found(text) == []
    without = text.replace("lintnews:", "otherlint:").replace("LINTNEWS:", "otherlint:")
    assert found(without) != []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("[lintnews: allow wrong-name]\n\nMingo.\n\nMingo spoke.", ["wrong-name: Mingo"]),
        ("Jonn.\n[lintnews: allow wrong-name]\n\nMingo.", ["wrong-name: Jonn"]),
        ("Mingo.\n\n[lintnews: allow wrong-name]\n\nJonn spoke.", ["wrong-name: Mingo"]),
        ("[lintnews: allow wrong-name|Jonn]\n\nJonn and Mingo spoke.", ["wrong-name: Mingo"]),
        ("[lintnews: off]\n\nMingo.\n\n[lintnews: on]\n\nJonn.", ["wrong-name: Jonn"]),
        (
            "[lintnews: off names]\n\n[lintnews: off dates]\n\nMingo, Mondey.\n\n[lintnews: on dates]\n\nMingo, Mondey.",
            ["wrong-day: Mondey"],
        ),
    ],
)
def test_only_where_it_stands(text: str, left: list[str]) -> None:
    assert found(text) == left


def test_unused_names_are_reported_one_by_one() -> None:
    text = "2026-03-05\n\n[lintnews: allow wrong-name, wrong-day -- a reason]\n\nMingo spoke."
    assert found(text) == ["unused-suppression: wrong-day"]


def test_unknown_names_get_a_suggestion() -> None:
    (finding,) = lint(story_of("[lintnews: allow wrong-nam]\n\nAnn."), RULES, terms=Terms(KNOWN))
    assert finding.message == (
        "This suppression can't be followed: `wrong-nam` is not a rule or subject; did you mean `wrong-name`?"
    )


def test_rules_that_did_not_run_are_not_called_unused() -> None:
    text = "[lintnews: allow wrong-day]\n\nAnn spoke."
    some = (RULES[0], *ABOUT_SUPPRESSIONS)
    assert lint(story_of(text), some, terms=Terms(KNOWN, complete=False)) == ()
    assert lint(story_of("[lintnews: off]\n\nAnn."), some, terms=Terms(KNOWN, complete=False)) == ()


def test_without_a_date_nothing_about_dates_is_called_unused() -> None:
    text = "[lintnews: allow wrong-day, dates]\n\nAnn spoke."
    assert found(text) == []
    assert len(found(f"2026-03-05\n\n{text}")) == 1


def test_a_rule_that_broke_down_makes_nothing_unused() -> None:
    class Broken(Existence):
        def matches(self, story: Story) -> Iterator[Match]:
            raise RuntimeError

    broken = Rule("wrong-name", "names", "{text}", Severity.ERROR, Broken(terms=("x",)))
    story = story_of("[lintnews: allow wrong-name]\n\nAnn spoke.")
    told: list[str] = []
    rules = (broken, *ABOUT_SUPPRESSIONS)
    assert lint(story, rules, terms=Terms(KNOWN), failed=lambda rule, error: told.append(rule.id)) == ()
    assert told == ["wrong-name"]


def test_it_ends_on_its_last_day() -> None:
    text = "[lintnews: allow wrong-name until=2026-03-05 -- in court until then]\n\nMingo spoke."
    assert found(text) == []
    assert found(text, today=date(2026, 3, 5)) == []
    assert [f.split(":")[0] for f in found(text, today=date(2026, 3, 6))] == ["expired-suppression", "wrong-name"]


def test_the_reason_is_kept() -> None:
    (suppression,) = suppressions_in(story_of("Ann. [lintnews: allow names until=2026-03-05 -- so in\nthe lawsuit]"))
    assert (suppression.reason, suppression.until) == ("so in the lawsuit", date(2026, 3, 5))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "section",
    [
        "lintnews: {allow: [wrong-name]}",
        "lintnews: {allow: ['wrong-name|Mingo -- so in the lawsuit']}",
        "lintnews:\n  allow: [wrong-name, wrong-day]",
        "lintnews:\n  allow:\n    - wrong-name\n    - wrong-day",
        "lintnews:\n  allow:\n    - {rule: wrong-name, words: Mingo, reason: so, until: 2026-12-31}\n    - wrong-day",
    ],
)
def test_front_matter(section: str, line_end: str) -> None:
    text = f"---\npublished: 2026-03-05\n{section}\nslug: x\n---\nMingo spoke.\n".replace("\n", line_end)
    reading = read_text(text, format_of="markdown")
    if "\n" in section and not isinstance(reading.front_matter.get("lintnews"), dict):
        pytest.skip("this reader keeps one line of each key")
    story = Story(text, reading)
    ids = [f"{f.rule.id}: {f.source.of(text)}" for f in lint(story, RULES, terms=Terms(KNOWN))]
    assert ids == (["unused-suppression: wrong-day"] if "wrong-day" in section else [])


@pytest.mark.parametrize(
    "text",
    [
        "Mingo (CQ) spoke.",
        "President Mingo (cq) spoke.",
        "Mingo [CQ] spoke.",
        "Mingo cq, 34, spoke.",
        "The name is Mingo CQ.",
        "Mingo Smith (CQ) spoke.",
        "Mingo (CQ, not Ming) spoke.",
        "Mingo (c.q.) spoke.",
    ],
)
def test_a_mark_certifies_what_it_follows(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mingo spoke to Ann (CQ).",
        "Mingo CQ Brown spoke.",
        "Mingo, Ann (CQ) said, spoke.",
        "On March 3 (CQ), Mingo spoke.",
        "Mingo March 3 (CQ) spoke.",
        "Mingo met the 34 people (CQ).",
    ],
)
def test_a_mark_certifies_nothing_else(text: str) -> None:
    assert found(text) == ["wrong-name: Mingo"]


MARKED_UP = [
    ("markdown", "Jonn.\n\n<!-- lintnews: allow wrong-name -->\n\n**Mingo** spoke.\n"),
    ("markdown", "Jonn.\n\n<!-- lintnews: allow wrong-name -->\nMingo spoke.\n"),
    ("markdown", "Jonn.\n\n*Mingo* spoke. <!-- lintnews: allow wrong-name -->\n"),
    ("markdown", "Jonn.\n\nHe is *Mingo* <!-- lintnews: allow wrong-name -->\n"),
    ("markdown", "- Jonn\n- Mingo <!-- lintnews: allow wrong-name -->\n"),
    ("markdown", "# Jonn\r\n\r\n> Mingo spoke. [lintnews: allow wrong-name]\r\n"),
    ("markdown", "Jonn.\n\n## Mingo <!-- lintnews: allow wrong-name -->\n\nText.\n"),
    ("html", "<p>Jonn.</p><!-- lintnews: allow wrong-name --><p>Mingo.</p>"),
    ("html", "<p>Jonn.</p>\n<!-- lintnews: allow wrong-name -->\n<p>Mingo.</p>"),
    ("html", "<p>Jonn.</p><p><b>Mingo</b> <!-- lintnews: allow wrong-name --></p>"),
    ("html", "<p>Jonn.</p><p>Mingo <!-- lintnews: allow wrong-name --> spoke.</p><p>Ann.</p>"),
    ("html", "<p>Jonn.</p><p>Mingo &amp; Ann. [lintnews: allow wrong-name]</p>"),
    ("ninjs", '{"uri":"x","bodies":[{"contenttype":"text/html","value":"<p>Jonn<\\/p>\\n<!-- lintnews: allow wrong-name --><p>Mingo</p>"}]}'),
    ("ninjs", '{"uri":"x","body_text":"Jonn.\\n\\n[lintnews: allow wrong-name]\\n\\nMingo."}'),
    ("nitf", "<nitf><body><body.content><p>Jonn.</p><!-- lintnews: allow wrong-name - so --><p>Mingo.</p></body.content></body></nitf>"),
]  # fmt: skip


@pytest.mark.parametrize(("format_of", "text"), MARKED_UP)
def test_in_every_format(format_of: str, text: str) -> None:
    story = story_of(text, format_of)
    assert [_shown(f) for f in lint(story, RULES, terms=Terms(KNOWN))] == ["wrong-name: Jonn"]
    assert "lintnews" not in story.text


@pytest.mark.parametrize(("format_of", "text"), MARKED_UP)
def test_unused_ones_can_be_taken_out_in_every_format(format_of: str, text: str) -> None:
    unused = text.replace("Mingo", "Bob").replace("Jonn", "Ann")

    def run(source: str) -> tuple[Story, tuple[Finding, ...]]:
        story = story_of(source, format_of)
        return story, lint(story, RULES, terms=Terms(KNOWN))

    fixed = fix_text(unused, run)
    assert "lintnews" not in fixed.text
    assert fixed.story.text == story_of(unused, format_of).text
    assert fixed.left == ()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("section", "left"),
    [
        ("lintnews: {allow: [wrong-day]}\n", ""),
        ("lintnews: {allow: [wrong-day, wrong-name]}\n", "lintnews: {allow: [wrong-name]}\n"),
        ("lintnews:\n  allow: [wrong-name, wrong-day]\n", "lintnews:\n  allow: [wrong-name]\n"),
        ("lintnews:\n  allow:\n    - wrong-day\n", ""),
        ("lintnews:\n  allow: wrong-day\n", ""),
        (
            "lintnews:\n  allow:\n    - rule: wrong-day\n      words: x\n    - wrong-name\n",
            "lintnews:\n  allow:\n    - wrong-name\n",
        ),
        (
            "lintnews:\n  allow:\n    - wrong-name -- so\n    - rule: wrong-day\n      reason: so\n",
            "lintnews:\n  allow:\n    - wrong-name -- so\n",
        ),
    ],
)
def test_unused_ones_go_from_the_front_matter(section: str, left: str, line_end: str) -> None:
    def page(section: str) -> str:
        text = f"---\npublished: 2026-03-05\n{section}slug: x\n---\nMingo spoke.\n"
        return (text if "wrong-name" in section else text.replace("Mingo", "Ann")).replace("\n", line_end)

    def run(source: str) -> tuple[Story, tuple[Finding, ...]]:
        story = story_of(source, "markdown")
        return story, lint(story, RULES, terms=Terms(KNOWN))

    assert fix_text(page(section), run).text == page(left)
