"""Plug-ins: kinds of check, mention, story format and report that other packages bring."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MODULE = '''
from typing import ClassVar

from lintnews.check import Check, option
from lintnews.match import Match
from lintnews.mention import Mention
from lintnews.readers import Reader
from lintnews.source import Span


class Shout(Mention, frozen=True):
    kind: ClassVar[str] = "shout"
    value: int

    @classmethod
    def find(cls, story):
        for at, letter in enumerate(story.text):
            if letter == "!":
                yield cls(Span(at, at + 1), 3)


class Shouting(Check):
    """Flags shouts."""

    kind: ClassVar[str] = "shouting"
    most: int = option("How many are fine.", 0)

    def matches(self, story):
        yield from (Match(shout.span) for shout in story.mentions(Shout)[self.most:])


def report(results, setting):
    for result in results:
        yield f"{result.entry['path']} {len(result.entry['findings'])}\\n"


reader = Reader((".shout",), "lintnews.readers.plain:read")
'''
POINTS = """\
[lintnews.checks]
shouting = shout:Shouting
[lintnews.mentions]
shout = shout:Shout
[lintnews.readers]
shout = shout:reader
[lintnews.reporters]
count = shout:report
"""
RULE = """\
id: {id}
check: {check}
message: "Don't shout."
severity: warning
examples:
  valid: [Hello.]
  invalid: ["Hello[[!]]"]
"""


@pytest.fixture
def package(tmp_path: Path) -> Path:
    (tmp_path / "shout.py").write_text(MODULE)
    info = tmp_path / "shout-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: shout\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(POINTS)
    rules = tmp_path / "rules" / "style"
    rules.mkdir(parents=True)
    (rules / "shout.yaml").write_text(RULE.format(id="shout", check="shouting"))
    (rules / "loud.yaml").write_text(RULE.format(id="loud", check="mention\nof: shout\nwhere: {value: {above: 2}}"))
    (tmp_path / "a.txt").write_text("Hello!")
    return tmp_path


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    script = f"import sys; sys.path.insert(0, {str(folder)!r}); from lintnews.cli import main; sys.argv[1:] = {list(arguments)!r}; main()"
    return subprocess.run([sys.executable, "-c", script], cwd=folder, capture_output=True, text=True)


def test_every_kind_of_plug_in(package: Path) -> None:
    assert run(package, "test", "rules").stdout == "4 examples of 2 rules, 0 failed\n"
    found = run(
        package, "check", "a.txt", "--rules", "rules", "--select", "style", "--format", "count", "--format-of", "shout"
    )
    assert (found.stdout, found.returncode) == ("a.txt 2\n", 1), found.stderr
    again = run(package, "check", "a.txt", "--rules", "rules", "--select", "shout", "--format", "concise")
    assert again.stdout == "a.txt:1:6: warning Don't shout. [shout]\n"


def test_what_nobody_brings(package: Path) -> None:
    assert "did you mean `count`" not in run(package, "check", "a.txt", "--format", "xxxx").stderr
    assert run(package, "check", "a.txt", "--format-of", "xxxx").returncode == 2
    (package / "rules" / "style" / "bad.yaml").write_text(RULE.format(id="bad", check="shoutin"))
    wrong = run(package, "test", "rules")
    assert wrong.returncode == 3
    assert "`shoutin` is not a kind of check; did you mean `shouting`?" in wrong.stderr


def test_nothing_is_looked_for_when_no_unknown_kind_is_named(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from lintnews.linter import load_rules; "
        f"load_rules(cache=Path({str(tmp_path)!r})); print('importlib.metadata' in sys.modules)"
    )
    for _ in range(2):
        out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out == "False\n"
