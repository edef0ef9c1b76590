"""A warm start compiles as ever, only sooner, and leaves Python as it was."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lintnews.cache import warmstart

from ..test_regexes import PATTERNS


@pytest.fixture
def compilers() -> Iterator[None]:
    """Both compilers are, after a test, what they were before."""
    before = re._compiler.compile  # type: ignore[attr-defined]
    yield
    warmstart.end()
    assert re._compiler.compile is before  # type: ignore[attr-defined]
    assert "exec" not in vars(dataclasses)


def kept(folder: Path) -> list[Path]:
    return [path for path in (folder / "start").rglob("*") if path.is_file()] if (folder / "start").exists() else []


@given(PATTERNS, st.text("abcA ", max_size=12), st.sampled_from([0, re.IGNORECASE, re.MULTILINE | re.DOTALL]))
@settings(max_examples=150, deadline=None)
def test_kept_patterns_find_the_same(pattern: str, text: str, flags: int) -> None:
    warm = warmstart.WarmStart(Path("/nonexistent"))
    warm._compiler, warm._compile = re._compiler, re._compiler.compile  # type: ignore[attr-defined]
    try:
        usual = re.compile(pattern, flags)
    except re.error as error:
        with pytest.raises(re.error, match=re.escape(error.msg)):
            warm._pattern(pattern, flags)
        return
    for _ in range(2):
        made = warm._pattern(pattern, flags)
        assert made == usual
        assert (made.flags, made.groups, made.groupindex) == (usual.flags, usual.groups, usual.groupindex)
        assert [m.span() for m in made.finditer(text)] == [m.span() for m in usual.finditer(text)]
        assert [m.groups() for m in made.finditer(text)] == [m.groups() for m in usual.finditer(text)]


def test_named_groups_and_references(tmp_path: Path, compilers: None) -> None:
    for _ in range(2):
        warmstart.begin(tmp_path)
        re.purge()
        match = re.compile(r"(?P<word>\w+) (?P=word)(?P<end>!)?").search("so so!")
        assert match is not None
        assert (match.groupdict(), match.lastgroup) == ({"word": "so", "end": "!"}, "end")
        assert re.sub(r"(?P<a>a)(b)?", r"<\g<a>\2>", "a ab") == "<a> <ab>"
        warmstart.end()
    assert len(kept(tmp_path)) == 1


def test_classes_are_the_same(tmp_path: Path, compilers: None) -> None:
    for _ in range(2):
        warmstart.begin(tmp_path)

        @dataclasses.dataclass(frozen=True, slots=True, order=True)
        class Place:
            line: int
            column: int = 1
            words: tuple[str, ...] = dataclasses.field(default_factory=tuple)

        warmstart.end()
        assert Place(1) == Place(1, 1, ())
        assert Place(1) < Place(2)
        assert repr(Place(1, 2)).endswith("Place(line=1, column=2, words=())")
        assert hash(Place(1)) == hash(Place(1))
        with pytest.raises(dataclasses.FrozenInstanceError):
            Place(1).line = 2  # type: ignore[misc]
        with pytest.raises(TypeError, match="missing 1 required positional argument: 'line'"):
            Place()  # type: ignore[call-arg]


@pytest.mark.parametrize("damage", [b"", b"\x00" * 64, None])
def test_damage_is_a_miss(tmp_path: Path, compilers: None, damage: bytes | None) -> None:
    warmstart.begin(tmp_path)
    re.purge()
    re.compile("abc+d")
    warmstart.end()
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:-3] + b"xyz" if damage is None else damage)
    warmstart.begin(tmp_path)
    re.purge()
    assert re.compile("abc+d").fullmatch("abccd")
    warmstart.end()
    assert file.read_bytes() == whole


def test_code_that_re_refuses_is_compiled_again(tmp_path: Path, compilers: None) -> None:
    warm = warmstart.WarmStart(tmp_path)
    warm.begin()
    try:
        warm._patterns[("ab", 0)] = (32, b"\xff\xff\xff\x7f" * 8, 0, {}, (None,))
        assert warm._pattern("ab", 0).fullmatch("ab")
    finally:
        warm.end()


def test_few_patterns_are_kept_after_the_start(tmp_path: Path, compilers: None) -> None:
    warmstart.begin(tmp_path)
    warmstart.started()
    for number in range(400):
        re.compile(f"word{number}")
    assert len(warmstart._running[0]._later) == 300


def test_what_grew_too_large_is_forgotten(tmp_path: Path, compilers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("kept", "dropped"):
        re.purge()
        warmstart.begin(tmp_path)
        re.compile(f"{name}|xyz")
        warmstart.end()
    monkeypatch.setattr(warmstart, "_MOST", 1)
    warmstart.begin(tmp_path)
    assert not warmstart._running[0]._patterns
    warmstart.end()


def test_check_finds_the_same_cold_and_warm(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The mayor, TK, spoke on Tuesday, March 5, 2025.\n\nMing Aung Hlaing met Min Aung Hlaing.\n"
    )
    command = [str(Path(sys.executable).with_name("lintnews")), "check", "a.txt", "--format", "json"]

    def check(**more: str) -> str:
        (tmp_path / "a.txt").touch()
        return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=env | more).stdout

    env = {"LINTNEWS_CACHE_DIR": str(tmp_path / "cache"), "PATH": ""}
    bare = check(LINTNEWS_CACHE_DIR="")
    assert "placeholder" in bare
    cold = check()
    for path in (tmp_path / "cache").iterdir():
        if path.name not in ("start", "rules"):
            for file in path.rglob("*"):
                if file.is_file():
                    file.unlink()
    assert (cold, check()) == (bare, bare)
    assert len(kept(tmp_path / "cache")) == 1
