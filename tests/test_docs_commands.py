"""What the pages about the desk's work tell to type exists."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from lintnews import Story
from lintnews.readers import read_text
from lintnews.suppressions.directives import suppressions_in

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGES = ("suppressing.md", "fixing.md", "editors.md", "ci.md", "serve.md", "api.md", "assistants.md", "word.md")


@cache
def options_of(command: str) -> frozenset[str]:
    """The options that ``--help`` of a command shows."""
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lintnews")), *command.split(), "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={"COLUMNS": "200", "PATH": "/usr/bin:/bin"},
    )
    return frozenset(re.findall(r"--?[\w-]+", done.stdout))


@pytest.mark.parametrize("page", PAGES)
def test_commands_and_options(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    calls = re.findall(r"(?:^|`)\s*lintnews ((?:baseline )?[a-z]+)((?:[ \t]+[^\n`#|]*)?)", text, re.MULTILINE)
    assert calls
    for command, rest in calls:
        assert set(re.findall(r"(?<=\s)--[\w-]+", rest)) <= options_of(command), f"lintnews {command}{rest}"


@pytest.mark.parametrize("page", PAGES)
def test_links(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for target, anchor in re.findall(r"\]\(([\w./-]*)(?:#([\w-]+))?\)", text):
        if target.endswith(".png"):
            assert (DOCS / target).is_file(), target
            continue
        linked = (DOCS / target).read_text(encoding="utf-8") if target else text
        headings = [
            re.sub(r"[^\w -]", "", line).strip().lower() for line in re.findall(r"^#+ (.*)", linked, re.MULTILINE)
        ]
        assert not anchor or anchor in [heading.replace(" ", "-") for heading in headings], f"{target}#{anchor}"


def test_the_suppressions_that_are_shown_can_be_followed() -> None:
    page = (DOCS / "suppressing.md").read_text(encoding="utf-8")
    shown = re.findall(r"(?:<!-- |\[)(lintnews: [^\n]*?)(?: -->|\])", page)
    assert len(shown) >= 3
    for words in shown:
        source = f"[{words}]\n\nThe lawsuit calls him Jon Smyth."
        (found,) = suppressions_in(Story(source, read_text(source)))
        assert not found.fault
        assert [allowed.name for allowed in found.allowed] == ["inconsistent-name"]
        assert found.reason


def test_the_front_matter_that_is_shown_is_read() -> None:
    page = (DOCS / "suppressing.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"```yaml\n(---\n.*?---\n)```", page, re.DOTALL)
    source = f"{block}The lawsuit calls him Jon Smyth.\n"
    found = suppressions_in(Story(source, read_text(source, format_of="markdown")))
    assert [(str(s.allowed[0]), s.reason, str(s.until)) for s in found] == [
        ("inconsistent-name", "spelled so in the lawsuit", "None"),
        ("weekday-mismatch|Monday, March 3", "the lawsuit is wrong about the day", "2026-12-31"),
    ]
