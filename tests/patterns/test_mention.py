"""The kind `mention`: what may be asked of a field, what a rule does with fields, and every mistake at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews import LintnewsError
from lintnews.engine import lint
from lintnews.readers import read_text
from lintnews.rulefile import load_rule
from lintnews.story import Story

TEXT = "Ann Lee, 48, paid $3.2 million, Bob Ray, 17, some 20 percent and Cy, a 17-year-old driver, 1,200 euros."
RULE = """\
id: odd-fact
check: mention
of: {of}
{keys}
message: "{message}"
severity: warning
examples: {{valid: [Nothing.], invalid: ["[[Something]]."]}}
"""


def rule_of(of: str, keys: str, message: str = "{text}") -> str:
    return RULE.format(of=of, keys=keys, message=message)


def found(of: str, keys: str = "", message: str = "{text}", text: str = TEXT) -> list[str]:
    rule = load_rule(Path("rules/facts/odd-fact.yaml"), rule_of(of, keys, message))
    return [finding.message for finding in lint(Story(text, read_text(text)), (rule,))]


def problems(of: str, keys: str, message: str = "{text}") -> list[str]:
    with pytest.raises(LintnewsError) as caught:
        load_rule(Path("rules/facts/odd-fact.yaml"), rule_of(of, keys, message))
    return [f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


@pytest.mark.parametrize(
    ("where", "wanted"),
    [
        ("", ["48", "17", "17-year-old"]),
        ("value: 17", ["17", "17-year-old"]),
        ("value: [17, 48]", ["48", "17", "17-year-old"]),
        ("value: {above: 17}", ["48"]),
        ("value: {least: 17, below: 48}", ["17", "17-year-old"]),
        ("value: {most: 17}", ["17", "17-year-old"]),
        ("value: {not: 17}", ["48"]),
        ("form: compound", ["17-year-old"]),
        ("form: {not: [compound, is]}", ["48", "17"]),
        ("owner: {present: false}", ["17-year-old"]),
        ("owner: {present: true}, value: {below: 18}", ["17"]),
        ("owner: {matches: '^Ann'}", ["48"]),
        ("owner_span: Bob Ray", ["17"]),
    ],
)
def test_where(where: str, wanted: list[str]) -> None:
    assert found("age", f"where: {{{where}}}") == wanted


def test_fields_of_fields() -> None:
    text = "The road is 10 miles (16 km) long."
    where = "where: {first.unit: mile, second.value: {below: 20}}"
    assert found("conversion", where, "{first} is {second.value} {second.unit_words}", text) == ["10 miles is 16 km"]
    assert found("conversion", "where: {first.unit: kilometre}", text=text) == []


def test_what_is_flagged_noted_and_written() -> None:
    keys = 'flag: owner_span\nnotes: {span: "Aged {value} here."}\nwrite: "{owner} ({value})"\nsafety: unsafe'
    rule = load_rule(Path("rules/facts/odd-fact.yaml"), rule_of("age", keys))
    first, second = lint(Story(TEXT, read_text(TEXT)), (rule,))
    assert (first.text, first.notes[0].message, first.fix and first.fix.edits[0].text) == (
        "Ann Lee",
        "Aged 48 here.",
        "Ann Lee (48)",
    )
    assert second.text == "Bob Ray"


@pytest.mark.parametrize(
    ("of", "keys", "wanted"),
    [
        ("aeg", "", "3:5: `aeg` is not a kind of mention; did you mean `age`?"),
        ("age", "where: {vlaue: 3}", "4:9: a mention of kind `age` has no `vlaue`; did you mean `value`?"),
        ("age", "where: {value: {abvoe: 3}}", "4:17: `abvoe` is nothing to ask of a field; did you mean `above`?"),
        ("age", "where: {value: old}", "4:16: `value` is a number, not `old`"),
        ("age", "where: {value: {above: old}}", "4:24: must be a number, not `old`"),
        ("age", "where: {form: {above: 3}}", "4:16: `form` is not a number: text"),
        ("age", "where: {owner: 3}", '4:16: `owner` is text, not `3`; write "3"'),
        (
            "age",
            "where: {owner: {matches: 'a('}}",
            "4:28: `a(` is not a regular expression: missing ), unterminated subpattern",
        ),
        ("age", "where: {owner: {present: maybe}}", "4:26: must be true or false"),
        ("quantity", "where: {hedge: over, measure: 3}", '4:31: `measure` is text, not `3`; write "3"'),
        (
            "quantity",
            "where: {hedge: [over, abuot]}",
            "4:23: `hedge` is one of exact, about, below, under, above, over, not `abuot`; did you mean `about`?",
        ),
        (
            "toll",
            "where: {quantity.vlue: 3}",
            "4:9: a mention of kind `toll` has no `quantity.vlue`; did you mean `quantity.value`?",
        ),
        (
            "age",
            "flag: owner",
            "4:7: `owner` is no place in the story of a mention of kind `age`; did you mean `owner_span`?",
        ),
        ("age", "notes: {own: Here.}", "4:9: `own` is no field of a mention of kind `age`; did you mean `owner_span`?"),
        (
            "age",
            "notes: {owner_span: '{ownr}'}",
            "4:23: `{ownr}` is no field of a mention of kind `age`; did you mean `owner`?",
        ),
        ("age", "write: '{valu}'", "4:10: `{valu}` is no field of a mention of kind `age`; did you mean `value`?"),
    ],
)
def test_mistakes(of: str, keys: str, wanted: str) -> None:
    assert problems(of, keys) == [wanted]


def test_a_name_in_the_message_that_the_mention_lacks() -> None:
    (problem,) = problems("age", "", "{owner} is {agee}")
    assert problem.startswith("5:23: `{agee}` is not offered by `mention`, which offers {text}, {span}, {value}")
