"""The rule cache: the same rules, much sooner, whatever happens to its files."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from lintnews import LintnewsError, Match, Span, Story, load_rules
from lintnews.check import PlannedCheck, option
from lintnews.checks import CHECKS
from lintnews.linter import BUNDLED_RULES
from lintnews.readers import read_text

RULE = """\
id: per-cent
check: substitution
swap: {per cent: percent}
message: "Write {replacement}."
severity: info
examples:
  valid: [Ten percent.]
  invalid: ["Ten [[per cent]]."]
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "mine" / "style"
    folder.mkdir(parents=True)
    (folder / "per-cent.yaml").write_text(RULE)
    return tmp_path / "mine"


def test_kept_rules_are_the_same_but_for_examples(tmp_path: Path) -> None:
    fresh = load_rules()
    load_rules(cache=tmp_path)
    assert list((tmp_path / "rules").iterdir())
    kept = load_rules(cache=tmp_path)
    assert [replace(rule, examples=(), check=None) for rule in fresh] == [replace(rule, check=None) for rule in kept]  # type: ignore[arg-type]
    for rule, other in zip(fresh, kept, strict=True):
        assert type(rule.check) is type(other.check)
        assert rule.check == other.check
        assert rule.plan == other.plan


class Counting(PlannedCheck):
    """Makes something of its own of its fields in every run, and a plan once."""

    kind: ClassVar[str] = "counting"
    most: int = option("How many.", 2)

    @property
    def doubled(self) -> int:
        return self.most * 2

    def plan(self) -> tuple[int, ...]:
        return (self.most * 3,)

    def matches_by(self, plan: tuple[int, ...], story: Story) -> Iterator[Match]:
        yield Match(Span(0, self.doubled + plan[0]))


def test_a_warm_start_makes_checks_as_a_cold_one_does(
    tmp_path: Path, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mine / "style" / "per-cent.yaml").write_text(RULE.replace("substitution\nswap: {per cent: percent}", "counting"))
    (mine / "style" / "per-cent.yaml").write_text(
        (mine / "style" / "per-cent.yaml").read_text().replace("{replacement}", "less")
    )
    monkeypatch.setitem(CHECKS, "counting", f"{__name__}:Counting")
    story = Story("a" * 20, read_text("a" * 20))
    for _ in range(2):
        (rule,) = load_rules([mine], bundled=False, cache=tmp_path / "cache")
        assert [match.span for match in rule.matches(story)] == [Span(0, 10)]


def test_a_warm_start_reads_no_yaml(tmp_path: Path) -> None:
    load_rules(cache=tmp_path)
    script = (
        "import sys; from pathlib import Path; from lintnews.linter import load_rules; "
        f"print(len(load_rules(cache=Path({str(tmp_path)!r})))); "
        "print([m for m in ('ruamel.yaml', 'rapidfuzz', 'spacy', 'regex', 'lintnews.rulefile') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert out.splitlines() == [str(len(load_rules())), "[]"]


def test_a_changed_rule_is_read_again(tmp_path: Path, mine: Path) -> None:
    cache = tmp_path / "cache"
    first = load_rules([mine], cache=cache).get("per-cent")
    (mine / "style" / "per-cent.yaml").write_text(RULE.replace("Write {replacement}.", "No: {replacement}."))
    second = load_rules([mine], cache=cache).get("per-cent")
    assert first is not None
    assert second is not None
    assert (first.message, second.message) == ("Write {replacement}.", "No: {replacement}.")


def test_a_new_rule_is_seen(tmp_path: Path, mine: Path) -> None:
    cache = tmp_path / "cache"
    load_rules([mine], bundled=False, cache=cache)
    (mine / "style" / "two.yaml").write_text(RULE.replace("per-cent", "two"))
    assert [rule.id for rule in load_rules([mine], bundled=False, cache=cache)] == ["per-cent", "two"]


@pytest.mark.parametrize("damage", [b"", b"lintnews", b"\x00" * 100, None])
def test_a_damaged_file_is_a_miss(tmp_path: Path, mine: Path, damage: bytes | None) -> None:
    cache = tmp_path / "cache"
    load_rules([mine], bundled=False, cache=cache)
    (kept,) = (cache / "rules").iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-5] + b"\xff" + whole[-4:] if damage is None else damage)
    assert [rule.id for rule in load_rules([mine], bundled=False, cache=cache)] == ["per-cent"]
    assert kept.read_bytes() == whole


def test_a_cache_that_cannot_be_written_does_no_harm(tmp_path: Path, mine: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    assert len(load_rules([mine], bundled=False, cache=tmp_path / "cache")) == 1


def test_runs_at_once(tmp_path: Path, mine: Path) -> None:
    def load(_: int) -> int:
        return len(load_rules([mine], bundled=False, cache=tmp_path / "cache"))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(load, range(16))) == [1] * 16
    assert [path.suffix for path in (tmp_path / "cache" / "rules").iterdir()] == [""]


def test_wrong_rules_are_not_kept(tmp_path: Path, mine: Path) -> None:
    (mine / "style" / "bad.yaml").write_text("id: bad\n")
    for _ in range(2):
        with pytest.raises(LintnewsError):
            load_rules([mine], cache=tmp_path / "cache")


def test_a_rule_of_the_house_replaces_a_bundled_one(mine: Path) -> None:
    (mine / "furniture").mkdir()
    text = (BUNDLED_RULES / "furniture" / "placeholder.yaml").read_text().replace("severity: error", "severity: info")
    (mine / "furniture" / "placeholder.yaml").write_text(text)
    rule = load_rules([mine]).get("placeholder")
    assert rule is not None
    assert str(rule.severity) == "info"
    assert Path(rule.path).is_relative_to(mine)
