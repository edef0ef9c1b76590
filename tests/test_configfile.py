"""Configuration files: found, extended, merged, and every mistake shown at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews import Linter, LintnewsError, Severity
from lintnews.config import Config, find_config
from lintnews.configfile import load_config
from lintnews.linter import load_house, load_rules


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(LintnewsError) as caught:
        load_config(folder)
    return [f"{Path(p.path).name}:{p.line}:{p.column}: {p.message}" for p in caught.value.problems]


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config()


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    written(tmp_path, lintnews="fail_level: error\n", desk__lintnews="fail_level: info\n")
    deep = tmp_path / "desk" / "stories"
    deep.mkdir()
    assert find_config(deep) == tmp_path / "desk" / "lintnews.yaml"
    assert load_config(deep).fail_level is Severity.INFO
    assert load_config(deep, tmp_path / "lintnews.yaml").fail_level is Severity.ERROR


def test_pyproject_counts_only_with_a_table_of_ours(tmp_path: Path) -> None:
    written(tmp_path, lintnews="fail_level: error\n")
    project = tmp_path / "project"
    project.mkdir()
    (project / "pyproject.toml").write_text('[project]\nname = "paper"\n')
    assert load_config(project).fail_level is Severity.ERROR
    (project / "pyproject.toml").write_text(
        '[tool.lintnews]\nfail_level = "info"\n[tool.lintnews.rules]\nplaceholder = false\n'
    )
    config = load_config(project)
    assert (config.fail_level, config.rules) == (Severity.INFO, {"placeholder": "off"})


def test_toml_mistakes_have_a_line(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[project]\nname = "paper"\n\n[tool.lintnews]\nfail_level = "eror"\n\n[tool.lintnews.rules]\nplaceholder = "of"\n'
    )
    found = problems(tmp_path)
    assert [p.split(": ")[0] for p in found] == ["pyproject.toml:5:1", "pyproject.toml:8:1"]
    assert "did you mean `error`?" in found[0]


def test_broken_toml_says_where(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.lintnews]\nfail_level = \n")
    assert problems(tmp_path)[0].startswith("pyproject.toml:2:14: this is not TOML")


def test_every_mistake_at_once(tmp_path: Path) -> None:
    written(
        tmp_path,
        lintnews="rule_folder: [x]\nrules:\n  placeholder: of\nfail_level: eror\nhouse:\n  dateline_stile: ap\n",
    )
    assert problems(tmp_path) == [
        "lintnews.yaml:1:1: unknown key `rule_folder`; did you mean `rule_folders`?",
        "lintnews.yaml:3:16: must be one of on, off, info, warning, error, not `of`; did you mean `off`?",
        "lintnews.yaml:4:13: must be one of info, warning, error, not `eror`; did you mean `error`?",
        "lintnews.yaml:6:3: unknown key `dateline_stile`; did you mean `dateline_style`?",
    ]


def test_mistakes_in_an_extended_file_are_shown_too(tmp_path: Path) -> None:
    written(tmp_path, lintnews="extends: [shared/house.yaml, none.yaml]\nfoo: 1\n", shared__house="bar: 1\n")
    assert [p.split(":")[0] for p in problems(tmp_path)] == ["house.yaml", "lintnews.yaml", "lintnews.yaml"]


def test_files_that_extend_each_other(tmp_path: Path) -> None:
    written(tmp_path, lintnews="extends: other.yaml\n", other="extends: lintnews.yaml\n")
    assert problems(tmp_path) == ["other.yaml:1:10: `lintnews.yaml` extends this file in turn"]


def test_the_extending_file_has_the_last_word(tmp_path: Path) -> None:
    written(
        tmp_path,
        lintnews="extends: shared/house.yaml\nrules: {placeholder: off}\nrule_folders: [mine]\n",
        shared__house="rules: {placeholder: warning, furniture: info}\nrule_folders: [theirs]\nfail_level: error\n",
    )
    for folder in ("mine", "shared/theirs"):
        (tmp_path / folder).mkdir(parents=True)
    config = load_config(tmp_path)
    assert config.rules == {"placeholder": "off", "furniture": "info"}
    assert config.fail_level is Severity.ERROR
    assert config.rule_folders == (tmp_path / "shared" / "theirs", tmp_path / "mine")
    assert config.origins["rules.placeholder"].line == 2
    assert Path(config.origins["rules.furniture"].path).name == "house.yaml"


def test_a_rule_beats_its_subject_and_a_subject_beats_all(tmp_path: Path) -> None:
    rules = load_rules()
    for text, wanted in (
        ("{all: off, furniture: warning}", (True, Severity.WARNING)),
        ("{furniture: off, placeholder: on}", (True, Severity.ERROR)),
        ("{placeholder: off, all: on}", (False, Severity.ERROR)),
    ):
        written(tmp_path, lintnews=f"rules: {text}\n")
        rule = load_config(tmp_path).rules_for(rules).get("placeholder")
        assert rule is not None
        assert (rule.enabled, rule.severity) == wanted


def test_desks_differ_by_path(tmp_path: Path) -> None:
    written(
        tmp_path,
        lintnews="""\
house: {dateline_style: ap}
overrides:
  - paths: ["sports/**", "*.draft.txt"]
    rules: {placeholder: off}
    house: {dateline_style: none}
""",
    )
    linter = Linter(config=load_config(tmp_path))
    text = "The mayor, TK, said so."
    assert linter.lint_text(text, path=str(tmp_path / "news" / "a.txt")).findings
    assert not linter.lint_text(text, path=str(tmp_path / "sports" / "deep" / "a.txt")).findings
    assert not linter.lint_text(text, path=str(tmp_path / "news" / "a.draft.txt")).findings
    assert linter.in_force(str(tmp_path / "sports" / "a.txt"))[1].dateline_style == "none"
    assert linter.in_force(str(tmp_path / "news" / "a.txt"))[1].dateline_style == "ap"


def test_names_that_are_no_rule_are_told_with_their_place(tmp_path: Path) -> None:
    written(tmp_path, lintnews="rules:\n  placeholdr: off\noverrides:\n  - paths: [a]\n    rules: {furnitur: off}\n")
    with pytest.raises(LintnewsError) as caught:
        load_config(tmp_path).check_names(load_rules())
    assert [(p.line, p.column, p.message) for p in caught.value.problems] == [
        (2, 3, "`placeholdr` is neither a rule nor a subject; did you mean `placeholder`?"),
        (5, 13, "`furnitur` is neither a rule nor a subject; did you mean `furniture`?"),
    ]


def test_a_kept_configuration_serves_until_a_file_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path, lintnews="extends: base.yaml\n", base="fail_level: error\n")
    cache = tmp_path / "cache"
    first = load_config(tmp_path, cache=cache)
    with monkeypatch.context() as patched:
        patched.setattr("lintnews.located.load_yaml", None)
        kept = load_config(tmp_path, cache=cache)
    assert (kept.fail_level, kept.values, kept.origins) == (first.fail_level, first.values, first.origins)
    written(tmp_path, base="fail_level: info\n")
    assert load_config(tmp_path, cache=cache).fail_level is Severity.INFO


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("rules:\n\tplaceholder: off\n", "lintnews.yaml:2:1: a tab"),
        ("fail_level: info\nfail_level: error\n", "lintnews.yaml:2:1: the key `fail_level` stands here a second time"),
        ("- a\n", "lintnews.yaml:1:1: a configuration is a mapping"),
        ("rules: {placeholder: off\n", "lintnews.yaml:"),
        ("rules: *none\n", "lintnews.yaml:1:8: nothing is called"),
        ("[" * 50_000, "lintnews.yaml:"),
        (
            "a: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [" + "*b," * 400 + "]\nd: [" + "*c," * 400 + "]\n",
            "",
        ),
    ],
)
def test_what_is_not_yaml(tmp_path: Path, text: str, start: str) -> None:
    written(tmp_path, lintnews=text)
    assert problems(tmp_path)[0].startswith(start)


def test_bytes_that_are_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "lintnews.yaml").write_bytes(b"# ok\nfail_level: \xff\n")
    assert problems(tmp_path) == [
        "lintnews.yaml:2:13: this is not UTF-8: the byte 0xff can't be read; save the file as UTF-8"
    ]


def test_names_come_from_the_file_and_from_files_of_names(tmp_path: Path) -> None:
    written(
        tmp_path,
        lintnews="extends: shared/house.yaml\nnames:\n  files: [lists/people.yaml]\n  known: [{canonical: Ann Lee}]\n",
        shared__house="names:\n  known: [{canonical: Bo Orde, variants: [Bo Ord]}]\n",
        lists__people="known:\n  - canonical: Min Aung Hlaing\ndistinct:\n  - [Ann Lee, Anne Lee]\n",
    )
    names = load_config(tmp_path).house.names
    assert [name.canonical for name in names.known] == ["Bo Orde", "Ann Lee", "Min Aung Hlaing"]
    assert names.known[0].variants == ("Bo Ord",)
    assert names.distinct == (("Ann Lee", "Anne Lee"),)


def test_mistakes_in_files_of_names(tmp_path: Path) -> None:
    written(
        tmp_path,
        lintnews="names:\n  files: [people.yaml, none.yaml]\n  knwon: []\n",
        people="known:\n  - canonical: 12\n    varants: [a]\n",
    )
    assert problems(tmp_path) == [
        "lintnews.yaml:3:3: unknown key `knwon`; did you mean `known`?",
        'people.yaml:2:16: must be text, not `12`; write "12"',
        "people.yaml:3:5: unknown key `varants`; did you mean `variants`?",
        "lintnews.yaml:2:24: `none.yaml` is not a file",
    ]


def test_a_shared_list_of_names_is_no_rule_file(tmp_path: Path) -> None:
    written(tmp_path, lintnews="names: [a]\n")
    assert problems(tmp_path) == ["lintnews.yaml:1:8: must be a mapping of keys to values, not a list"]


def test_a_folder_of_rules_that_is_not_there(tmp_path: Path) -> None:
    written(tmp_path, lintnews="rule_folders:\n  - none\n")
    assert problems(tmp_path) == ["lintnews.yaml:2:5: `none` is not a folder"]


EVERYTHING_WRONG = """\
fail_level: eror
rules:
  nosuch: off
  names: maybe
house:
  dateline_style: "{CITY"
  date_order: ymd
  nokey: 1
overrides:
  - paths: ["[bad"]
    rules: {nowhere: off}
names:
  distinct:
    - [Only One]
  kown: []
exclude: ["a[", ""]
rule_folders: [gone, house]
baseline: 3
"""


def test_mistakes_of_configuration_and_rules_are_told_together(tmp_path: Path) -> None:
    written(tmp_path, lintnews="fail_level: eror\nrule_folders: [house]\n", house__style__wrong="id: wrong\n")
    with pytest.raises(LintnewsError) as caught:
        load_house(tmp_path)
    assert {Path(problem.path).name for problem in caught.value.problems} == {"lintnews.yaml", "wrong.yaml"}


def test_every_mistake_is_told_at_once_and_unknown_rules_too(tmp_path: Path) -> None:
    written(tmp_path, lintnews=EVERYTHING_WRONG)
    (tmp_path / "house").mkdir()
    with pytest.raises(LintnewsError) as caught:
        load_house(tmp_path)
    told = [f"{Path(p.path).name}:{p.line}: {p.message.partition(';')[0]}" for p in caught.value.problems]
    assert told == [
        "lintnews.yaml:1: must be one of info, warning, error, not `eror`",
        "lintnews.yaml:3: `nosuch` is neither a rule nor a subject",
        "lintnews.yaml:4: must be one of on, off, info, warning, error, not `maybe`",
        "lintnews.yaml:6: `{CITY` is no dateline style: one of `ap`, `reuters`, `pti`, `none`, or a pattern with {CITY} or {City}",
        'lintnews.yaml:7: must be one of "" (nothing), mdy, dmy, not `ymd`',
        "lintnews.yaml:8: unknown key `nokey`",
        "lintnews.yaml:10: `[bad` is not a glob: `[` is not closed by `]`",
        "lintnews.yaml:11: `nowhere` is neither a rule nor a subject",
        "lintnews.yaml:14: a group of names that are distinct has at least two",
        "lintnews.yaml:15: unknown key `kown`",
        "lintnews.yaml:16: `a[` is not a glob: `[` is not closed by `]`",
        "lintnews.yaml:16: an empty glob matches nothing",
        "lintnews.yaml:17: `gone` is not a folder",
        "lintnews.yaml:18: must be text, not `3`",
    ]
