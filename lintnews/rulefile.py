"""YAML → Rule, or every problem with its line and column."""

from __future__ import annotations

import dataclasses
import re
import string
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from .check import Check
from .checks import CHECKS, check_class
from .finding import Severity
from .located import Located, load_yaml, suggestion
from .problem import LintnewsError, Problem
from .rule import Example, Rule
from .story import BlockKind

RULE_KEYS = (
    "id",
    "check",
    "message",
    "severity",
    "why",
    "cites",
    "enabled",
    "blocks",
    "in_quotations",
    "examples",
)
EXAMPLE_KEYS = ("text", "story", "fixed", "gap")
_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)


def load_rule(path: Path, text: str | None = None) -> Rule:
    """The rule in the file at *path* (its content is *text*, if given); LintnewsError lists all that is wrong."""
    document = load_yaml(path.read_text(encoding="utf-8-sig") if text is None else text, str(path))
    return _Loader(document, path).rule()


class _Loader:
    """Reads one rule file; collects problems as it goes."""

    def __init__(self, document: Located, path: Path) -> None:
        self.document = document
        self.path = path
        self.problems: list[Problem] = []

    def rule(self) -> Rule:
        data = self.document.data
        if not isinstance(data, dict):
            raise LintnewsError(self.document.problem("a rule file is a mapping of keys to values"))
        fields: dict[str, Any] = {
            "id": self._id(data),
            "message": self._string(data, "message", required=True),
            "severity": self._severity(data),
            "why": self._string(data, "why"),
            "cites": self._string(data, "cites"),
            "enabled": self._bool(data, "enabled"),
            "in_quotations": self._bool(data, "in_quotations"),
            "blocks": self._blocks(data),
            "examples": self._examples(data),
        }
        check = self._check(data)
        if check is not None and isinstance(data.get("message"), str):
            self._message(data["message"], type(check))
        if self.problems or check is None:
            raise LintnewsError(*self.problems)
        return Rule(subject=self.path.parent.name, check=check, path=str(self.path), **fields)

    def _say(self, message: str, *keys: str | int, at_key: bool = False) -> None:
        self.problems.append(self.document.problem(message, keys, at_key=at_key))

    def _id(self, data: Mapping[str, Any]) -> str:
        found = self._string(data, "id", required=True)
        if found and not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", found):
            self._say(f"`{found}` is not an id: lower-case words joined by hyphens", "id")
        elif found and found != self.path.stem:
            self._say(f"the id must be the file's name, `{self.path.stem}`", "id")
        return found

    def _string(self, data: Mapping[str, Any], key: str, required: bool = False) -> str:
        value = data.get(key)
        if value is None:
            if required:
                self._say(f"`{key}` is missing")
            return ""
        if not isinstance(value, str):
            self._say(f"`{key}` must be text", key)
            return ""
        return value

    def _bool(self, data: Mapping[str, Any], key: str) -> bool:
        value = data.get(key, True)
        if not isinstance(value, bool):
            self._say(f"`{key}` is true or false", key)
        return bool(value)

    def _severity(self, data: Mapping[str, Any]) -> Severity:
        value = self._string(data, "severity", required=True)
        try:
            return Severity[value.upper()]
        except KeyError:
            if value:
                known = [str(severity) for severity in Severity]
                self._say(
                    f"`{value}` is not a severity{suggestion(value, known) or ': ' + ', '.join(known)}", "severity"
                )
            return Severity.INFO

    def _blocks(self, data: Mapping[str, Any]) -> tuple[BlockKind, ...]:
        value = data.get("blocks", [])
        if not isinstance(value, list):
            self._say("`blocks` is a list of kinds of block", "blocks")
            return ()
        found = []
        for index, name in enumerate(value):
            try:
                found.append(BlockKind(name))
            except ValueError:
                known = [kind.value for kind in BlockKind]
                self._say(f"`{name}` is not a kind of block{suggestion(str(name), known)}", "blocks", index)
        return tuple(found)

    def _check(self, data: Mapping[str, Any]) -> Check | None:
        kind = self._string(data, "check", required=True)
        try:
            cls = check_class(kind)
        except KeyError:
            if kind:
                self._say(f"`{kind}` is not a kind of check{suggestion(kind, CHECKS)}", "check")
            return None
        hints = get_type_hints(cls)
        fields = {field.name: field for field in dataclasses.fields(cls)}
        values: dict[str, Any] = {}
        before = len(self.problems)
        for key, value in data.items():
            if key in RULE_KEYS:
                continue
            if key not in fields:
                known = [*RULE_KEYS, *fields]
                self._say(f"`{key}` is not a key of `{kind}`{suggestion(str(key), known)}", key, at_key=True)
                continue
            try:
                values[key] = msgspec.convert(value, hints[key])
            except msgspec.ValidationError as error:
                message, keys = _placed(error, key)
                self._say(message, *keys)
        for name, field in fields.items():
            if (
                name not in data
                and field.default is dataclasses.MISSING
                and field.default_factory is dataclasses.MISSING
            ):
                self._say(f"`{name}` is missing: {field.metadata.get('description', '')}", "check")
        if len(self.problems) > before:
            return None
        try:
            return cls(**values)
        except ValueError as error:
            self._say(str(error), *_blamed(error, values))
            return None

    def _message(self, message: str, check: type[Check]) -> None:
        offered = ("text", *check.values)
        try:
            names = [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
        except ValueError as error:
            self._say(f"the message is wrong: {error}", "message")
            return
        for name in names:
            if name not in offered:
                hint = suggestion(name, offered) or "; it offers " + ", ".join(f"{{{o}}}" for o in offered)
                self._say(f"`{{{name}}}` is not offered by `{check.kind}`{hint}", "message")

    def _examples(self, data: Mapping[str, Any]) -> tuple[Example, ...]:
        examples = data.get("examples")
        if not isinstance(examples, dict):
            self._say("`examples` is missing: at least one valid and one invalid example")
            return ()
        found: list[Example] = []
        for key, items in examples.items():
            if key not in ("valid", "invalid"):
                hint = suggestion(str(key), ("valid", "invalid"))
                self._say(f"`{key}` is not a kind of example{hint}", "examples", key, at_key=True)
            elif not isinstance(items, list):
                self._say(f"`{key}` is a list of examples", "examples", key)
            else:
                found += [e for i, item in enumerate(items) if (e := self._example(item, key, i)) is not None]
        for kind in ("valid", "invalid"):
            if not any(example.valid == (kind == "valid") for example in found):
                self._say(f"at least one {kind} example is needed", "examples", at_key=True)
        return tuple(found)

    def _example(self, item: Any, kind: str, index: int) -> Example | None:
        keys = ("examples", kind, index)
        if isinstance(item, str):
            item = {"text": item}
        if not isinstance(item, dict) or ("text" in item) == ("story" in item):
            self._say("an example is text, or has either `text` or `story`", *keys)
            return None
        for key in item:
            if key not in EXAMPLE_KEYS:
                self._say(
                    f"`{key}` is not a key of an example{suggestion(str(key), EXAMPLE_KEYS)}", *keys, key, at_key=True
                )
        whole = "story" in item
        marked = item["story" if whole else "text"]
        if not isinstance(marked, str) or not isinstance(item.get("fixed", ""), str):
            self._say("an example must be text", *keys)
            return None
        source, marks = unmarked(marked)
        if (kind == "invalid") != bool(marks):
            what = "needs [[…]] around what must be flagged" if kind == "invalid" else "must have no [[…]]"
            self._say(f"an {kind} example {what}".replace("an valid", "a valid"), *keys)
        return Example(
            source,
            marks,
            kind == "valid",
            whole,
            item.get("fixed"),
            bool(item.get("gap", False)),
            self.document.line(keys),
        )


def unmarked(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """*marked* without its ``[[…]]`` marks, and their spans in the result."""
    parts: list[str] = []
    marks: list[tuple[int, int]] = []
    at = length = 0
    for match in _MARK.finditer(marked):
        before = marked[at : match.start()]
        parts += [before, match.group(1)]
        start = length + len(before)
        length = start + len(match.group(1))
        marks.append((start, length))
        at = match.end()
    return "".join([*parts, marked[at:]]), tuple(marks)


def _placed(error: msgspec.ValidationError, key: str) -> tuple[str, tuple[str | int, ...]]:
    """The message, and the keys that lead to the value it is about."""
    message, _, path = str(error).partition(" - at `$")
    keys = [int(a) if a.isdigit() else a for a in re.findall(r"[\w-]+", path.rstrip("`").replace("...", ""))]
    return message, (key, *keys)


def _blamed(error: ValueError, values: Iterable[str]) -> tuple[str, ...]:
    """The key that the error is about: the one whose value it names, if any."""
    named = re.findall(r"`([^`]+)`", str(error))
    for key in values:
        if key in named:
            return (key,)
    return ("check",)


def load_folder(folder: Path) -> tuple[Rule, ...]:
    """All rules below *folder*, in order of path; LintnewsError lists what is wrong in any of them."""
    return load_files(sorted(folder.rglob("*.yaml")) + sorted(folder.rglob("*.yml")))


def load_files(paths: Iterable[Path]) -> tuple[Rule, ...]:
    """The rules in *paths*; LintnewsError lists what is wrong in any of them."""
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            rule = load_rule(path)
        except LintnewsError as error:
            problems += error.problems
            continue
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(str(path), f"this file can't be read: {error}"))
            continue
        if rule.id in rules:
            problems.append(Problem(str(path), f"the rule `{rule.id}` is also in {rules[rule.id].path}"))
        rules[rule.id] = rule
    if problems:
        raise LintnewsError(*problems)
    return tuple(rules.values())
