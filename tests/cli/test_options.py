"""The light reader of the command line agrees with typer."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
import typer

from lintnews.cli import check
from lintnews.cli.options import FLAGS, REPEATED, VALUES, CheckOptions, read


def through_typer(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    seen: list[CheckOptions] = []

    def note(options: CheckOptions) -> int:
        seen.append(options)
        return 0

    monkeypatch.setattr(check, "run", note)
    app = typer.Typer()
    app.command("check")(check.check)
    app(arguments, standalone_mode=False)
    return vars(seen[0])


def examples() -> list[list[str]]:
    values = {"jobs": "3", "published": "2031-05-06"}
    found = [["a.md"], ["-"], ["a.md", "b.md", "--", "-c.md"]]
    found += [[option, values.get(field, "some"), "a.md"] for option, field in VALUES.items()]
    found += [["a.md", f"{option}={values.get(field, 'some')}"] for option, field in VALUES.items() if option[1] == "-"]
    found += [[option, "a.md"] for option in FLAGS]
    found += [["a.md", f"--{name}", "x,y", f"--{name}", "z"] for name in REPEATED]
    return found


@pytest.mark.parametrize("arguments", examples(), ids=" ".join)
def test_both_read_the_same(arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    options = read(arguments)
    assert options is not None
    assert vars(options) == through_typer(arguments, monkeypatch)


@pytest.mark.parametrize(
    "arguments", [[], ["--help"], ["a.md", "--nothing"], ["a.md", "--format"], ["--jobs", "many", "a.md"]]
)
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert read(arguments) is None


def test_every_option_of_check_is_known() -> None:
    fields = set(VALUES.values()) | {field for field, _ in FLAGS.values()}
    parameters = {name.removeprefix("no_") for name in inspect.signature(check.check).parameters}
    assert {"paths", *fields} >= parameters - {"help"}
