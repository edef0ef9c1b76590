"""From declared options to typer: the signature, the help and the completion of a command."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from .completion import COMPLETERS
from .options import Flag, Number, Option, Options, Texts

Paths = Annotated[list[str], typer.Argument(help="Stories, folders of stories, or - for standard input.")]


def command(kind: type[Options], run: Callable[[Any], int], told: str) -> Callable[..., None]:
    """A function for typer that reads options of *kind*, has *run* do what they ask, and *told* for its help."""

    def called(paths: list[str], **values: Any) -> None:
        options = kind(paths)
        for name, value in values.items():
            if value is not None:
                setattr(options, name, value)
        raise typer.Exit(run(options))

    declared = kind.declared()
    annotations: dict[str, Any] = {"paths": Paths, **{name: _annotation(option) for name, option in declared.items()}}
    parameters = [inspect.Parameter("paths", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=Paths)]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=_default(option), annotation=annotations[name])
        for name, option in declared.items()
    ]
    called.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    called.__annotations__ = annotations
    called.__doc__ = told
    return called


def _annotation(option: Option) -> Any:
    completes = COMPLETERS[option.choices] if option.choices else None
    extra: dict[str, Any] = {"min": 0} if isinstance(option, Number) else {}
    declared = typer.Option(
        *option.flags, help=option.help, metavar=option.metavar or None, autocompletion=completes, **extra
    )
    return Annotated[_type(option), declared]


def _type(option: Option) -> Any:
    if isinstance(option, Flag):
        return bool
    if isinstance(option, Number):
        return int
    return list[str] | None if isinstance(option, Texts) else str


def _default(option: Option) -> Any:
    if isinstance(option, Flag):
        return False
    if isinstance(option, Number):
        return 0
    return None if isinstance(option, Texts) else option.default or ""


def flags_of(kind: type[Options], name: str) -> Any:
    """The option *name* of *kind*, for commands that take it as a parameter of their own."""
    option = kind.declared()[name]
    completes = COMPLETERS[option.choices] if option.choices else None
    return typer.Option(*option.flags, help=option.help, metavar=option.metavar or None, autocompletion=completes)


RulesOption = Annotated[list[str] | None, flags_of(Options, "rules")]
ConfigOption = Annotated[str, flags_of(Options, "config")]
PublishedOption = Annotated[str, flags_of(Options, "published")]
ExcludeOption = Annotated[list[str] | None, flags_of(Options, "exclude")]
FormatOfOption = Annotated[str, flags_of(Options, "format_of")]
