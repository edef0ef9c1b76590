"""The commands about rules: test, explain, rules, new, schema, config."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lintnews.checks import CHECKS
from lintnews.cli import run as run_here

from .conftest import Run

RULE = """\
id: per-cent
check: substitution
swap: {per cent: percent}
message: "Write {replacement}."
severity: info
why: The house writes one word.
cites: House style, 2025
in_quotations: false
examples:
  valid: [Ten percent., Ten per cents.]
  invalid:
    - text: "Ten [[per cent]]."
      fixed: Ten percent.
"""


def test_examples_that_pass(run: Run) -> None:
    done = run("test", "house/style/per-cent.yaml", stories={"house/style/per-cent.yaml": RULE})
    assert (done.returncode, done.stdout) == (0, "3 examples of 1 rule, 0 failed\n")


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("Ten percent., ", "Ten per cent now, ", ":10: noisy [per-cent]\n  example: Ten per cent now\n  flagged: Ten [[per cent]] now\n"),
        ("Ten [[per cent]].", "Ten [[percent]].", ":12: missing [per-cent]\n  example: Ten [[percent]].\n  flagged: nothing\n"),
        ("Ten [[per cent]].", "[[Ten]] per cent.", ":12: misplaced [per-cent]\n  example: [[Ten]] per cent.\n  flagged: Ten [[per cent]].\n"),
        ("fixed: Ten percent.", "fixed: Ten %.", ":12: misfixed [per-cent]\n  example: Ten [[per cent]].\n  fixed:   Ten percent.\n  wanted:  Ten %.\n"),
        ("      fixed:", "      gap: true\n      fixed:", ":12: closed gap [per-cent]\n  example: Ten [[per cent]].\n  it passes now: take out `gap: true`\n"),
    ],
)  # fmt: skip
def test_examples_that_fail(run: Run, old: str, new: str, wanted: str) -> None:
    done = run("test", "house", stories={"house/style/per-cent.yaml": RULE.replace(old, new)})
    assert done.returncode == 1
    assert done.stdout == f"house/style/per-cent.yaml{wanted}3 examples of 1 rule, 1 failed\n"


def test_rules_that_are_wrong_end_a_test_with_status_3(run: Run) -> None:
    done = run("test", "house", stories={"house/style/per-cent.yaml": RULE.replace("info", "inf")})
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("house/style/per-cent.yaml:5:11: must be one of info, warning, error")


def test_only_what_was_chosen_is_tested(run: Run) -> None:
    assert run("test", "placeholder").stdout.endswith("examples of 1 rule, 0 failed\n")
    done = run("test", "placeholdr")
    assert done.returncode == 2
    assert "did you mean `placeholder`?" in done.stderr


def test_explain(run: Run) -> None:
    done = run("explain", "per-cent", "--rules", "house", stories={"house/style/per-cent.yaml": RULE})
    assert done.returncode == 0
    assert (
        done.stdout
        == f"""\
per-cent (style, info)

  Write {{replacement}}.

Why
  The house writes one word.

Source
  House style, 2025

Flagged
  - Ten [[per cent]].
    fixed: Ten percent.

Left alone
  - Ten percent.
  - Ten per cents.

Where
  {Path("house/style/per-cent.yaml")}, instead of the bundled rule
  not inside direct quotations

To allow it once, before the paragraph:
  <!-- lintnews: allow per-cent -- the reason -->
To switch it off, in lintnews.yaml:
  rules: {{per-cent: off}}
"""
    )


def test_explain_what_is_no_rule(run: Run) -> None:
    done = run("explain", "placeholdr")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "lintnews: `placeholdr` is not a rule; did you mean `placeholder`?\n"


def test_the_list_of_rules(run: Run) -> None:
    stories = {"house/style/per-cent.yaml": RULE, "lintnews.yaml": "rule_folders: [house]\nrules: {per-cent: off}\n"}
    table = run("rules", "per-cent", "placeholder", stories=stories).stdout.splitlines()
    assert [line.split()[:4] for line in table] == [
        ["furniture", "placeholder", "error", "existence"],
        ["style", "per-cent", "off", "substitution"],
    ]
    (entry,) = json.loads(run("rules", "per-cent", "--format", "json").stdout)
    assert (entry["id"], entry["subject"], entry["enabled"], entry["examples"]) == ("per-cent", "style", False, 3)
    assert run("rules", "--format", "xml").returncode == 2


@pytest.mark.parametrize(
    "kind",
    [
        "existence",
        "substitution",
        "consistency",
        "occurrence",
        "repetition",
        "conditional",
        "capitalization",
        "front-matter",
    ],
)
def test_a_new_rule_loads_and_passes(run: Run, kind: str) -> None:
    made = run("new", f"style/my-{kind}", "--check", kind)
    path = Path("rules") / "style" / f"my-{kind}.yaml"
    assert (made.returncode, made.stdout.splitlines()[0]) == (0, str(path))
    assert run("test", str(path)).stdout == "2 examples of 1 rule, 0 failed\n"
    again = run("new", f"style/my-{kind}")
    assert (again.returncode, again.stderr) == (2, f"lintnews: {path} is there already\n")


def test_new_goes_where_the_configuration_says_and_finds_the_schema(run: Run, tmp_path: Path) -> None:
    stories = {
        "lintnews.yaml": "rule_folders: [house]\n",
        "lintnews.schema.json": "{}",
        "house/desk/per-cent.yaml": RULE,
    }
    assert run("new", "style/a", stories=stories).returncode == 0
    first = (tmp_path / "house" / "style" / "a.yaml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../lintnews.schema.json"


@pytest.mark.parametrize(
    "arguments", [["a"], ["Style/a"], ["style/a b"], ["style/a", "--check", "existance"], ["../a"]]
)
def test_new_refuses(run: Run, arguments: list[str], tmp_path: Path) -> None:
    assert run("new", *arguments).returncode == 2
    assert not list(tmp_path.rglob("*.yaml"))


def test_schema(run: Run) -> None:
    assert json.loads(run("schema").stdout)["title"] == "lintnews rule"
    assert json.loads(run("schema", "config").stdout)["title"] == "lintnews configuration"
    assert run("schema", "stories").returncode == 2


def test_config_show_says_what_is_in_force_and_from_where(run: Run) -> None:
    stories = {
        "lintnews.yaml": "extends: shared/base.yaml\nrules:\n  placeholder: off\noverrides:\n  - paths: [sports]\n    rules: {placeholder: info}\n",
        "shared/base.yaml": "fail_level: error\nhouse:\n  dateline_style: none\n",
    }

    def shown(*arguments: str) -> dict[str, list[str]]:
        lines = run("config", "show", *arguments, stories=stories).stdout.splitlines()
        return {
            line.split(":")[0]: [p.strip() for p in line.split(": ", 1)[1].split("  # ")]
            for line in lines
            if line[0] != "#"
        }

    found = shown()
    assert found["fail_level"] == ["error", f"{Path('shared/base.yaml')}:1"]
    assert found["house.dateline_style"] == ["none", f"{Path('shared/base.yaml')}:3"]
    assert found["rules.furniture.placeholder"] == ["off", "lintnews.yaml:3"]
    assert shown("sports/a.txt")["rules.furniture.placeholder"] == ["info", "lintnews.yaml:6"]


def test_a_slow_pattern_costs_one_line_and_the_run_goes_on(run: Run) -> None:
    slow = (
        RULE.replace("{per cent: percent}", r"{'(?:\w+[ ;]*)+\d': x}")
        .replace("per-cent", "slow")
        .replace("    - text", "    - gap: true\n      text")
    )
    stories = {
        "house/style/slow.yaml": slow,
        "house/style/per-cent.yaml": RULE,
        "a.txt": "Ten per cent of all the words in this sentence are short and many of them are small ones; " * 80
        + "\n",
        "b.txt": "Ten per cent.\n",
    }
    done = run(
        "check",
        "a.txt",
        "b.txt",
        "--rules",
        "house",
        "--select",
        "style",
        "--format",
        "concise",
        "--no-cache",
        stories=stories,
    )
    assert "Traceback" not in done.stderr
    assert "b.txt:1:5: info Write percent. [per-cent]" in done.stdout
    assert done.stdout.count("a.txt:1:") == 80
    told = [line for line in done.stderr.splitlines() if line.startswith("a.txt")]
    assert len(told) == 1
    assert told[0].startswith("a.txt: the rule `slow` failed: the pattern `")


SAME = """id: same
check: existence
terms: [bridge]
message: "{text} is a crossing."
severity: error
examples:
  valid: [The crossing opened.]
  invalid: ["The [[bridge]] opened."]
"""


@pytest.mark.parametrize("chosen", [["dup"], ["dup/a", "dup/b"], ["dup/a/same.yaml", "dup/b/same.yaml"]])
def test_what_check_refuses_is_refused_by_test(run: Run, chosen: list[str]) -> None:
    stories = {"dup/a/same.yaml": SAME, "dup/b/same.yaml": SAME, "a.txt": "All is well.\n"}
    done = run("test", *chosen, stories=stories)
    assert (done.returncode, done.stdout) == (3, "")
    assert "dup/b/same.yaml:1:1: the rule `same` is also in dup/a/same.yaml" in done.stderr
    assert run("check", "--rules", "dup", "a.txt").stderr == run("test", "dup").stderr


def test_a_file_may_be_tested_with_its_folder(run: Run) -> None:
    done = run("test", "house", "house/a/same.yaml", stories={"house/a/same.yaml": SAME})
    assert (done.returncode, done.stderr) == (0, "")


def test_a_rule_without_a_subject_is_refused_by_test(run: Run) -> None:
    done = run("test", "house", stories={"house/same.yaml": SAME, "house/a/other.yaml": SAME.replace("same", "other")})
    assert done.returncode == 3


@pytest.mark.parametrize("kind", CHECKS)
def test_rules_of_every_kind_can_be_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run_here(["new", "style/house-rule", "--check", kind]) == 0
    assert f"\ncheck: {kind}\n" in Path("rules/style/house-rule.yaml").read_text(encoding="utf-8")
    capsys.readouterr()
    assert run_here(["test", "rules", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_rule_that_stands_in_for_a_bundled_one_says_so(run: Run) -> None:
    done = run("new", "style/per-cent")
    assert "There is a bundled rule `per-cent`: yours stands in for it." in done.stdout
    assert "per-cent.yaml: stands in for the bundled rule `per-cent`\n" in run("test", "rules").stderr
    assert "stands in" not in run("test", "per-cent").stderr
    told = run("check", ".", "--rules", "rules", "--verbose").stderr
    assert "per-cent.yaml: stands in for the bundled rule `per-cent`\n" in told
    listed = run("rules", "--rules", "rules", "per-cent").stdout
    assert "(instead of the bundled rule)" in listed
    assert "(instead of the bundled rule)" not in run("rules", "per-cent").stdout
    assert "instead of the bundled rule" in run("explain", "--rules", "rules", "per-cent").stdout
    assert '"replaces_bundled": true' in run("rules", "--rules", "rules", "per-cent", "-f", "json").stdout
