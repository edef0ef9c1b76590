"""lintnews schema"""

from __future__ import annotations

from typing import Annotated

import typer

from .wrong import unknown

KINDS = ("rule", "config")


def schema(
    kind: Annotated[str, typer.Argument(help="Of what: rule (files) or config(uration).")] = "rule",
) -> None:
    """Print the JSON Schema by which editors complete and judge rule and configuration files."""
    import json

    from ..schema import config_schema, rule_schema

    if kind not in KINDS:
        raise unknown("a kind of file", kind, KINDS)
    found = rule_schema() if kind == "rule" else config_schema()
    print(json.dumps(found, indent=2, ensure_ascii=False))
