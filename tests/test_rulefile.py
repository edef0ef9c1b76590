"""Rule files: every mistake at once, each where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews import LintnewsError, load_rules
from lintnews.located import suggestion
from lintnews.rulefile import load_folders, load_rule, unmarked

GOOD = """\
id: per-cent
check: substitution
swap:
  per cent: percent
message: "Write {replacement}."
severity: info
examples:
  valid: [Ten percent.]
  invalid: ["Ten [[per cent]]."]
"""


def problems(text: str, name: str = "per-cent") -> list[str]:
    with pytest.raises(LintnewsError) as caught:
        load_rule(Path(f"rules/style/{name}.yaml"), text)
    return [f"{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


def changed(old: str, new: str) -> list[str]:
    assert old in GOOD
    return problems(GOOD.replace(old, new))


def test_a_rule_that_is_right() -> None:
    rule = load_rule(Path("rules/style/per-cent.yaml"), GOOD)
    assert (rule.id, rule.subject, rule.enabled, rule.in_quotations) == ("per-cent", "style", True, True)
    assert [(example.valid, example.source, example.line) for example in rule.examples] == [
        (True, "Ten percent.", 8),
        (False, "Ten per cent.", 9),
    ]


def test_all_mistakes_at_once_in_order() -> None:
    text = (
        GOOD.replace("severity: info", "severity: eror\nenabeld: false")
        .replace("swap:", "swop:")
        .replace("{replacement}", "{replacment}")
    )
    assert problems(text) == [
        (
            "2:8: `swap` is missing: Words, phrases or regular expressions → what to write instead, or a list to choose from; "
            "`\\1` is the first group of a regular expression, an empty text takes the words out."
        ),
        "3:1: unknown key `swop`; did you mean `swap`?",
        "5:18: `{replacment}` is not offered by `substitution`, which offers {text}, {replacement}; did you mean `replacement`?",
        "6:11: must be one of info, warning, error, not `eror`; did you mean `error`?",
        "7:1: unknown key `enabeld`; did you mean `enabled`?",
    ]


def test_the_caret_stands_under_the_mistake() -> None:
    with pytest.raises(LintnewsError) as caught:
        load_rule(Path("rules/style/per-cent.yaml"), GOOD.replace("severity: info", "severity: eror # hint"))
    assert str(caught.value) == (
        "rules/style/per-cent.yaml:6:11: must be one of info, warning, error, not `eror`; did you mean `error`?\n"
        "6 | severity: eror # hint\n"
        "              ^^^^"
    )


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("id: per-cent", "id: percent", "1:5: the id must be the file's name, `per-cent`"),
        ("id: per-cent", "id: Per_cent", "1:5: `Per_cent` is not an id: lower-case words joined by hyphens"),
        ("id: per-cent", "id: 12", '1:5: must be text, not `12`; write "12"'),
        ("check: substitution", "check: substition", "2:8: `substition` is not a kind of check; did you mean `substitution`?"),
        ("check: substitution", "chek: substitution", "2:1: unknown key `chek`; did you mean `check`?"),
        ("per cent: percent", "per (cent: percent", "4:7: `per (cent` is not a regular expression: missing ), unterminated subpattern"),
        ("per cent: percent", "per cent: 12", '4:13: must be text or a list, not `12`'),
        ("per cent: percent", "1: percent", '4:3: the key must be text: write "1"'),
        ("{replacement}", "{text", "5:10: the message is wrong: a brace stands alone; one that is meant is written twice"),
        ("{replacement}", "{text.__class__}", "5:18: `{text.__class__}` is not offered by `substitution`, which offers {text}, {replacement}; did you mean `text`?"),
        ("[Ten percent.]", "[]", "7:1: at least one valid example is needed"),
        ("[Ten percent.]", "[Ten percent., 10]", "8:25: must be text or a mapping of keys to values, not `10`"),
        ("[Ten percent.]", "['[[Ten]]']", "8:11: a valid example has no [[…]]: nothing in it is flagged"),
        ('["Ten [[per cent]]."]', "[Ten.]", "9:13: an invalid example needs [[…]] around what is flagged"),
        ("  valid:", "  vald:", "8:3: unknown key `vald`; did you mean `valid`?"),
        ("[Ten percent.]", "[{txt: a}]", "8:12: unknown key `txt`; did you mean `text`?"),
        ("[Ten percent.]", "[{text: a, story: b}]", "8:11: an example has either `text` or `story`"),
        ("severity: info", "severity: info\nseverity: info", "7:1: the key `severity` stands here a second time"),
        ("severity: info", "\tseverity: info", "6:1: a tab: YAML is indented with spaces"),
        ("severity: info", "severity: info\nblocks: [headlin]", "7:10: must be one of "),
        ("severity: info", "severity: info\nin_quotations: maybe", "7:16: must be true or false, not `maybe`"),
    ],
)  # fmt: skip
def test_mistake(old: str, new: str, wanted: str) -> None:
    found = changed(old, new)
    assert any(problem.startswith(wanted) for problem in found), found


@pytest.mark.parametrize("text", ["", "- a\n", "just words\n", "12\n"])
def test_what_is_no_mapping(text: str) -> None:
    assert problems(text) == ["1:1: a rule file is a mapping of keys to values"]


def test_yaml_runs_no_code(tmp_path: Path) -> None:
    text = GOOD.replace("severity: info", f"severity: !!python/object/apply:os.mkdir ['{tmp_path}/made']")
    assert problems(text)
    assert not (tmp_path / "made").exists()


def test_folders(tmp_path: Path) -> None:
    first, second = tmp_path / "one" / "style", tmp_path / "one" / "wording"
    for folder in (first, second):
        folder.mkdir(parents=True)
        (folder / "per-cent.yaml").write_text(GOOD)
    (tmp_path / "one" / "loose.yaml").write_text(GOOD.replace("id: per-cent", "id: loose"))
    (first / "latin.yaml").write_bytes(b"id: latin\nwhy: caf\xe9\n")
    with pytest.raises(LintnewsError) as caught:
        load_folders([tmp_path / "one", tmp_path / "none"])
    found = [(Path(p.path).name, p.line, p.message) for p in caught.value.problems]
    assert found[0][0] == "loose.yaml"
    assert "a rule lies in a folder named for its subject" in found[0][2]
    assert found[1] == ("latin.yaml", 2, "this is not UTF-8: the byte 0xe9 can't be read; save the file as UTF-8")
    assert found[2][2].startswith("the rule `per-cent` is also in ")
    assert found[3] == ("none", 0, "there is no such folder of rules")


def test_marks() -> None:
    assert unmarked("a [[b c]] d [[e]]") == ("a b c d e", ((2, 5), (8, 9)))
    assert unmarked("[[\\[x]]]") == ("\\[x]", ((0, 4),))


def test_every_bundled_rule_says_why() -> None:
    short = [rule.id for rule in load_rules() if len(rule.why.split()) < 8]
    assert not short


@pytest.mark.parametrize(
    ("word", "known", "wanted"),
    [
        ("eror", ("info", "error"), "; did you mean `error`?"),
        ("weekday", ("dateline-form", "weekday-mismatch"), "; did you mean `weekday-mismatch`?"),
        ("fail_on", ("baseline", "fail_level"), "; did you mean `fail_level`?"),
        ("tokens", ("terms", "exceptions"), ""),
        ("nope", ("baseline", "rules"), ""),
    ],
)
def test_only_what_looks_alike_is_suggested(word: str, known: tuple[str, ...], wanted: str) -> None:
    assert suggestion(word, known) == wanted
