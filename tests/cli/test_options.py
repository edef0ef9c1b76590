"""The light reader of the command line agrees with typer."""

from __future__ import annotations

from typing import Any

import pytest
import typer

from lintnews.cli.commands import command
from lintnews.cli.options import CheckOptions, FixOptions, Option, Options, Texts, read

KINDS = (CheckOptions, FixOptions)


def values(options: Options) -> dict[str, Any]:
    return {name: getattr(options, name) for name in ("paths", *options.declared())}


def through_typer(kind: type[Options], arguments: list[str]) -> dict[str, Any]:
    seen: list[Options] = []

    def note(options: Options) -> int:
        seen.append(options)
        return 0

    app = typer.Typer()
    app.command("some")(command(kind, note, "Do something."))
    app(arguments, standalone_mode=False)
    return values(seen[0])


def flags(kind: type[Options]) -> list[tuple[str, Option]]:
    return [(flag, option) for option in kind.declared().values() for flag in option.flags]


def examples(kind: type[Options]) -> list[list[str]]:
    given = {"jobs": "3", "published": "2031-05-06"}
    taking = [(flag, given.get(option.name, "some")) for flag, option in flags(kind) if option.takes_value]
    found = [["a.md"], ["-"], ["a.md", "b.md", "--", "-c.md"]]
    found += [[flag, value, "a.md"] for flag, value in taking]
    found += [["a.md", f"{flag}={value}"] for flag, value in taking if flag.startswith("--")]
    found += [[flag, "a.md"] for flag, option in flags(kind) if not option.takes_value]
    found += [["a.md", flag, "x,y", flag, "z"] for flag, option in flags(kind) if isinstance(option, Texts)]
    return found


@pytest.mark.parametrize(("kind", "arguments"), [(kind, words) for kind in KINDS for words in examples(kind)], ids=str)
def test_both_read_the_same(kind: type[Options], arguments: list[str]) -> None:
    options = read(kind, arguments)
    assert options is not None
    assert values(options) == through_typer(kind, arguments)


@pytest.mark.parametrize(
    "arguments",
    [[], ["--help"], ["a.md", "--nothing"], ["a.md", "--format"], ["--jobs", "many", "a.md"], ["--quiet=1", "a.md"]],
)
def test_what_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert read(CheckOptions, arguments) is None


def test_options_of_one_command_are_not_those_of_another() -> None:
    first, second = CheckOptions(["a"]), CheckOptions(["b"])
    first.select.append("names")
    assert second.select == []
    assert "least" not in FixOptions.declared()
