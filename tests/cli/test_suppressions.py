"""lintnews suppressions: what stories allow, with the reasons."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.cli import run


def test_reasons_and_last_days_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(
        "---\nlintnews: {allow: [placeholder -- a draft]}\n---\n"
        "Ann. [lintnews: allow names|Ann, dates until=2026-12-31 -- so in the lawsuit]\n\n[lintnews: off]\n\nBob.\n"
    )
    Path("b.txt").write_text("[lintnews: alow names]\n\nAnn.\n")
    assert run(["suppressions", "a.md", "b.txt", "gone.txt"]) == 2
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "a.md:2:20: placeholder -- a draft",
        "a.md:4:6: names|Ann, dates until 2026-12-31 -- so in the lawsuit",
        "a.md:6:1: everything",
        "b.txt:1:1: wrong: `alow` is not one of allow, allow-file, off, on",
    ]
    assert err.startswith("gone.txt: ")
