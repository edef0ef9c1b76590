"""docs/wire-format.md shows the format that is printed."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "wire-format.md").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads((ROOT / "tests" / "schemas" / "wire-format.json").read_text())


def test_the_example_holds_to_the_schema() -> None:
    examples = re.findall(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert len(examples) == 1
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(examples[0]))


def test_every_key_is_explained() -> None:
    explained = set(re.findall(r"`([a-z]+)`", PAGE))
    for name in ("file", "finding", "place", "fix"):
        assert set(SCHEMA["$defs"][name]["properties"]) <= explained
