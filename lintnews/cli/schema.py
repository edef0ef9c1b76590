"""lintnews schema"""

from __future__ import annotations

from typing import Annotated

import typer

from ..writing import write_whole
from .wrong import UsageError, unknown

KINDS = ("rule", "config", "facts")


def schema(
    kind: Annotated[str, typer.Argument(help="Of what: rule (files), config(uration) or facts.")] = "rule",
    output: Annotated[str, typer.Option("--output", "-o", help="Write it there.", metavar="FILE")] = "",
) -> None:
    """Print the JSON Schema with which editors complete and judge files of rules, configuration and facts."""
    import json

    from ..schema import config_schema, facts_schema, rule_schema

    if kind not in KINDS:
        raise unknown("a kind of file", kind, KINDS)
    found = {"rule": rule_schema, "config": config_schema, "facts": facts_schema}[kind]()
    text = json.dumps(found, indent=2, ensure_ascii=False) + "\n"
    if output in ("", "-"):
        print(text, end="")
        return
    try:
        write_whole(output, text.encode())
    except OSError as error:
        raise UsageError(f"{output} can't be written: {error.strerror}") from None
