"""What is known today is left out tomorrow."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from lintnews.baseline import Baseline, Remaining, baseline_of, pruned, read_baseline
from lintnews.problem import LintnewsError
from lintnews.wire import FileEntry


def entry(path: str, *fingerprints: str) -> FileEntry:
    findings = [{"rule": "r", "text": f"words {f}", "fingerprint": f} for f in fingerprints]
    return cast(FileEntry, {"path": path, "findings": cast(Any, findings)})


def new(baseline: Baseline, *entries: FileEntry, gone: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    remaining = Remaining(baseline, lambda path: Path(path).name not in gone)
    return [(e["path"], f["fingerprint"]) for e in entries for f in remaining.parted(e)[0]]


def test_it_reads_back_what_it_writes(tmp_path: Path) -> None:
    known = baseline_of([entry(str(tmp_path / "sub" / "b.txt"), "2", "1", "1"), entry("a.txt", "1")], str(tmp_path))
    file = tmp_path / "known.json"
    file.write_text(known.text())
    again = read_baseline(file)
    assert again == known
    assert again.text() == known.text()
    assert again.findings["1"].files["sub/b.txt"] == 2


def test_order_does_not_matter() -> None:
    one, other = entry("a.txt", "2", "1"), entry("b.txt", "3")
    assert baseline_of([one, other], ".").text() == baseline_of([other, one], ".").text()


def test_what_is_known_is_left_out_as_often_as_it_is_known() -> None:
    known = baseline_of([entry("a.txt", "1", "1", "2")], ".")
    assert new(known, entry("a.txt", "1", "2", "1", "1", "3")) == [("a.txt", "1"), ("a.txt", "3")]
    assert new(known, entry("a.txt")) == []


def test_the_same_words_in_another_story_are_new() -> None:
    known = baseline_of([entry("b.txt", "1")], ".")
    assert new(known, entry("a.txt", "1"), entry("b.txt", "1")) == [("a.txt", "1")]


def test_a_renamed_story_keeps_what_is_known() -> None:
    known = baseline_of([entry("old.txt", "1", "2")], ".")
    assert new(known, entry("new.txt", "1", "2", "2"), gone=("old.txt",)) == [("new.txt", "2")]


def test_pruning_strikes_out_and_never_adds() -> None:
    known = baseline_of([entry("a.txt", "1", "1", "2"), entry("b.txt", "1", "4"), entry("gone.txt", "5")], ".")
    now = [entry("a.txt", "1", "3")]
    left = pruned(known, now, lambda path: "gone" not in path)
    assert {f: dict(k.files) for f, k in left.findings.items()} == {"1": {"a.txt": 1, "b.txt": 1}, "4": {"b.txt": 1}}
    assert pruned(left, now, lambda path: "gone" not in path).text() == left.text()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"version": 2}', '{"version": 1}', '{"version": 1, "findings": {"a": 3}}']
)
def test_what_is_no_baseline_is_told_in_one_line(text: str, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    file.write_text(text)
    with pytest.raises(LintnewsError) as told:
        read_baseline(file)
    assert str(told.value).startswith(str(file))
    assert "\n" not in str(told.value)
