"""The schemas judge rule and configuration files as the loader does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from lintnews.checks import CHECKS, check_class
from lintnews.declared import declared_fields
from lintnews.linter import BUNDLED_RULES
from lintnews.located import load_yaml
from lintnews.rulefile import Examples, ExampleSection, RuleFile, rule_paths
from lintnews.schema import config_schema, rule_schema

ROOT = Path(__file__).resolve().parents[1]
RULE: dict[str, Any] = {
    "id": "a",
    "check": "existence",
    "terms": ["a"],
    "message": "m",
    "severity": "info",
    "examples": {"valid": ["b"], "invalid": ["[[a]]"]},
}


@pytest.fixture(scope="module")
def judge() -> jsonschema.Draft7Validator:
    schema = rule_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_every_bundled_rule_fits(judge: jsonschema.Draft7Validator) -> None:
    for path in rule_paths(BUNDLED_RULES):
        document = load_yaml(path.read_text(encoding="utf-8"), str(path))
        errors = [error.message for error in judge.iter_errors(document.data)]
        assert not errors, path


@pytest.mark.parametrize(
    "change",
    [
        {"trems": ["a"]},
        {"severity": "eror"},
        {"terms": "a"},
        {"check": "existance"},
        {"blocks": ["headlin"]},
        {"examples": {}, "id": 3},
    ],
)
def test_what_the_loader_refuses_does_not_fit(judge: jsonschema.Draft7Validator, change: dict[str, Any]) -> None:
    assert judge.is_valid(RULE)
    assert not judge.is_valid({**RULE, **change})


@pytest.mark.parametrize("cls", [*(check_class(kind) for kind in CHECKS), RuleFile, Examples, ExampleSection])
def test_every_field_is_described(cls: type) -> None:
    missing = [name for name, (field, _) in declared_fields(cls).items() if not field.metadata.get("description")]
    assert not missing
    assert (cls.__doc__ or "").strip()


def test_the_configuration_schema() -> None:
    schema = config_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    judge = jsonschema.Draft7Validator(schema)
    assert judge.is_valid({"extends": "a.yaml", "rules": {"names": "off", "a": True}, "overrides": [{"paths": ["a"]}]})
    assert not judge.is_valid({"rule": {}})
    assert not judge.is_valid({"overrides": [{"rules": {}}]})
    assert {"rules", "house", "overrides"} <= set(schema["properties"])
