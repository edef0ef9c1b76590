"""JSON Schemas of rule files and of configuration files, from the types that the loaders read them into."""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin
from urllib.parse import quote

from .check import Case, Check
from .checks import CHECKS, JUDGES, check_class, judge_of
from .checks.patterns.conditions import ASKED, NUMBERS
from .checks.patterns.mention import MentionCheck
from .checks.patterns.of_mention import PLACES, OfMention
from .checks.patterns.statement import Statement
from .configfile import ConfigFile, names_type
from .declared import choices, declared_fields, has_fields, is_required
from .described import SEVERAL, Described, open_fields
from .knowledge.house_facts import FactFile
from .mention import Mention
from .mentions import MENTIONS, mention_class
from .rulefile import RuleFile

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The newest draft that the YAML language server knows well."""

Parts = dict[str, dict[str, Any]]
"""Definitions that others refer to, by the name of their class."""

_SCALARS: Mapping[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    type(None): {"type": "null"},
    Any: {},
}


def rule_schema() -> dict[str, Any]:
    """The schema of rule files: one object for each kind of check, told apart by ``check``."""
    kinds = {kind: check_class(kind) for kind in sorted(CHECKS)}
    parts: Parts = {}
    rules = {kind: _rule_of(kind, cls, parts) for kind, cls in kinds.items()}
    return {
        "$schema": DRAFT,
        "title": "lintnews rule",
        "description": "One rule: what it finds, what it says, and examples that prove it.",
        "type": "object",
        "required": ["check"],
        "properties": {
            "check": {
                "description": "The kind of check.",
                "oneOf": [{"const": kind, "description": summary(cls)} for kind, cls in kinds.items()],
            }
        },
        "oneOf": [{"$ref": f"#/definitions/{kind}"} for kind in kinds],
        "definitions": {**rules, **dict(sorted(parts.items()))},
    }


def facts_schema() -> dict[str, Any]:
    """The schema of files of facts."""
    parts: Parts = {}
    found = _object(FactFile, parts)
    return {"$schema": DRAFT, "title": "lintnews facts", **found, "definitions": dict(sorted(parts.items()))}


def config_schema() -> dict[str, Any]:
    """The schema of ``lintnews.yaml``."""
    parts: Parts = {}
    found = _object(ConfigFile, parts)
    names = names_type()
    if names is not None:
        section = _object(names, parts)
        section["properties"]["files"] = {
            "type": "array",
            "items": {"type": "string"},
            "description": "YAML files of the same shape, relative to this file.",
        }
        section["description"] = found["properties"]["names"]["description"]
        found["properties"]["names"] = section
    return {"$schema": DRAFT, "title": "lintnews configuration", **found, "definitions": dict(sorted(parts.items()))}


def summary(cls: type) -> str:
    """The first paragraph of *cls*'s docstring, without reStructuredText's double backticks."""
    return " ".join((cls.__doc__ or "").split("\n\n")[0].split()).replace("``", "`")


def _rule_of(kind: str, cls: type[Check], parts: Parts) -> dict[str, Any]:
    found = _object(RuleFile, parts)
    own = _object(cls, parts)
    found["description"] = summary(cls)
    found["properties"].update(own["properties"])
    found["properties"]["check"] = {"const": kind, "description": summary(cls)}
    found["required"] = [*found["required"], *own.get("required", ())]
    found["properties"]["message"]["description"] = f"What the editor reads; it may use {_offered(cls.values)}."
    if issubclass(cls, OfMention):
        of_mentions = {of: c for of, c in _mentions().items() if cls is not Statement or of in JUDGES}
        found["properties"]["of"] = {
            "oneOf": [{"const": of, "description": summary(c)} for of, c in of_mentions.items()]
        }
        found["allOf"] = [
            {"if": {"properties": {"of": {"const": of}}}, "then": {"properties": _by_fields(cls, of, parts)}}
            for of in of_mentions
        ]
    if cls.cases or cls is Statement:
        found["properties"]["messages"] = _messages(cls.values, cls.cases)
        found["anyOf"] = [{"required": ["message"]}, {"required": ["messages"]}]
    else:
        del found["properties"]["messages"]
        found["required"].append("message")
    return found


@cache
def _mentions() -> Mapping[str, type[Mention]]:
    return {kind: mention_class(kind) for kind in sorted(MENTIONS)}


def _by_fields(cls: type[OfMention], of: str, parts: Parts) -> dict[str, Any]:
    """The keys of a rule that name fields of the mentions that it is about."""
    fields = open_fields(_mentions()[of])
    if f"where {of}" not in parts:
        parts[f"where {of}"] = {
            "type": "object",
            "additionalProperties": False,
            "properties": {path: _field(field, parts) for path, field in fields.items()},
        }
    places = [path for path, field in fields.items() if field.type in PLACES]
    noted = [path for path, field in fields.items() if field.type in (*PLACES, SEVERAL)]
    judge = judge_of(of) if cls is Statement else None
    return {
        **({"messages": _messages(judge.values, judge.cases)} if judge and judge.cases else {}),
        "where": {"$ref": f"#/definitions/where%20{of}"},
        **({"flag": {"enum": places}, "notes": {"propertyNames": {"enum": noted}}} if cls is MentionCheck else {}),
    }


def _field(field: Described, parts: Parts) -> dict[str, Any]:
    """What may be asked of *field*: the conditions for its type, defined once."""
    name = f"condition of {' or '.join(field.words) or _JSON.get(field.type, 'string')}"
    if name not in parts:
        parts[name] = _condition(field)
    return {"description": field.description, "allOf": [{"$ref": f"#/definitions/{quote(name)}"}]}


def _condition(field: Described) -> dict[str, Any]:
    value: dict[str, Any] = {"enum": list(field.words)} if field.words else {"type": _JSON.get(field.type, "string")}
    several = {"anyOf": [value, {"type": "array", "items": value}]}
    asked: dict[str, Any] = {"is": several, "not": several}
    if field.type in NUMBERS:
        asked |= {name: {"type": "number"} for name in ("above", "below", "least", "most")}
    asked |= {"matches": {"type": "string"}, "present": {"type": "boolean"}}
    asked = {name: {"description": ASKED[name][1], **found} for name, found in asked.items()}
    mapping = {"type": "object", "additionalProperties": False, "properties": asked}
    return {"anyOf": [*several["anyOf"], mapping]}


_JSON: Mapping[str, str] = {"whole number": "integer", "number": "number", "true or false": "boolean"}


def _messages(values: tuple[str, ...], cases: Mapping[str, Case]) -> dict[str, Any]:
    """A message for each of *cases*; for any, where none is given."""
    found: dict[str, Any] = {"type": "object", "description": "A message for each case."}
    if not cases:
        return {**found, "additionalProperties": {"type": "string"}}
    described = {
        name: f"{case.description} It may use {_offered((*values, *case.values))}." for name, case in cases.items()
    }
    properties = {name: {"type": "string", "description": words} for name, words in described.items()}
    return {**found, "additionalProperties": False, "properties": properties}


def _offered(values: tuple[str, ...]) -> str:
    return ", ".join(f"{{{name}}}" for name in ("text", *values))


def _object(cls: type, parts: Parts) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    required = []
    for name, (field, declared) in declared_fields(cls).items():
        found = dict(_type(declared, parts))
        if description := field.metadata.get("description", ""):
            found["description"] = description
        if is_required(field):
            required.append(name)
        elif isinstance(field.default, bool | int | float | str) and field.default != "":
            found["default"] = str(field.default) if isinstance(field.default, Enum) else field.default
            if choices(type(field.default)):
                found["default"] = next(iter(_words(field.default)))
        properties[name] = found
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": properties,
        **({"required": required} if required else {}),
    }


def _words(member: Any) -> list[str]:
    return [word for word in choices(type(member)) if word in (str(member), str(getattr(member, "value", "")))]


def _type(declared: Any, parts: Parts) -> dict[str, Any]:
    origin, inner = get_origin(declared), get_args(declared)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(arm, parts) for arm in inner]}
    if origin is Literal or (isinstance(declared, type) and issubclass(declared, Enum)):
        return {"enum": list(choices(declared))}
    if origin in (tuple, frozenset, list):
        if origin is tuple and inner[-1] is not Ellipsis:
            return {
                "type": "array",
                "items": [_type(arm, parts) for arm in inner],
                "minItems": len(inner),
                "maxItems": len(inner),
            }
        return {"type": "array", "items": _type(inner[0], parts)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _type(inner[1], parts)}
    if has_fields(declared):
        name = declared.__name__
        if name not in parts:
            parts[name] = {}
            parts[name] = {"description": summary(declared), **_object(declared, parts)}
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}
    return _SCALARS[declared]
