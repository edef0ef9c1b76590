"""YAML → Rule, or every problem with its line and column."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from .check import Case, Check, PlannedCheck
from .checks import check_class, check_kinds
from .checks.patterns import terms
from .declared import Keys, Mistake, Mistakes, convert_fields, declared_fields, option
from .house import DEFAULT_HOUSE, House
from .located import Located, load_yaml, read_text, suggestion
from .match import Severity
from .message import names_in
from .problem import LintnewsError, Problem
from .rule import Example, Rule
from .story import BlockKind
from .unless import Unless


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExampleSection:
    """An example that says more than its words."""

    text: str = option("A few words of copy, with [[…]] around what is flagged.", "")
    story: str = option("A whole story: front matter and paragraphs.", "")
    fixed: str | None = option("What the rule's fix makes of it.", None)
    gap: bool = option("Whether this is known not to work yet.", False)
    house: House = option("What the house decides otherwise in this example.", House)

    def __post_init__(self) -> None:
        if bool(self.text) == bool(self.story):
            raise ValueError("an example has either `text` or `story`")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """What a rule must flag and what it must leave alone."""

    valid: tuple[str | ExampleSection, ...] = option("Copy that the rule leaves alone; at least one.", ())
    invalid: tuple[str | ExampleSection, ...] = option("Copy that the rule flags at each [[…]]; at least one.", ())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SeverityByCertainty:
    """How severe a match is, by how sure the check is of it; what is left out is as severe as what is more certain."""

    certain: Severity | None = option("What can't be read in another way.", None)
    likely: Severity | None = option("What is wrong in most stories.", None)
    possible: Severity | None = option("What is worth a look.", None)

    def __post_init__(self) -> None:
        given = [level for level in (self.certain, self.likely, self.possible) if level is not None]
        if not given:
            raise ValueError("`severity` needs a level, or one for `certain`, `likely` or `possible`")
        if given != sorted(given, reverse=True):
            raise ValueError("what is less certain may not be more severe")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class UnlessSection:
    """Words, phrases or regular expressions that except a match, by where they stand; capitals don't matter."""

    sentence: tuple[str, ...] = option("In the sentence of what is flagged.", ())
    paragraph: tuple[str, ...] = option("In its paragraph.", ())
    story: tuple[str, ...] = option("Anywhere in the story.", ())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RuleFile:
    """A rule file: these keys, and those of its kind of check."""

    id: str = option("Names the fault, in lower-case words joined by hyphens; the file's name without .yaml.")
    check: str = option("The kind of check.")
    message: str = option("What the editor reads; {text} is what was found, and a check offers more such names.", "")
    messages: dict[str, str] = option("A message for each case that the check tells apart.", dict)
    severity: Severity | SeverityByCertainty = option(
        "error: certainly wrong; warning: very likely; info: style or hint. Or one for each of `certain`, `likely`, `possible`."
    )
    why: str = option("Why this is a fault, in a few sentences.", "")
    cites: str = option("The source: a stylebook, a dictionary, a record.", "")
    enabled: bool = option("Whether the rule runs unless it is switched on.", True)
    blocks: tuple[BlockKind, ...] = option(
        "Flag only what stands in these kinds of block; anywhere, if nothing is given.", ()
    )
    in_quotations: bool = option("Whether to flag what stands inside a direct quotation.", True)
    unless: tuple[str, ...] | UnlessSection = option(
        "Words, phrases or regular expressions; what has one in its sentence is left alone. Or lists of them for `sentence`, "
        "`paragraph` and `story`.",
        (),
    )
    examples: Examples = option("At least one valid and one invalid example.")


_MARK = re.compile(r"\[\[(.*?)\]\](?!\])", re.DOTALL)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def load_rule(path: Path, text: str | None = None) -> Rule:
    """The rule in the file at *path* (its content is *text*, if given); LintnewsError lists all that is wrong."""
    document = load_yaml(read_text(path) if text is None else text, str(path))
    if not isinstance(document.data, dict):
        raise LintnewsError(document.problem("a rule file is a mapping of keys to values"))
    mistakes: list[Mistake] = []
    rule = _rule(document, path, mistakes)
    if mistakes or rule is None:
        problems = [document.mistake(mistake) for mistake in dict.fromkeys(mistakes)]
        raise LintnewsError(*sorted(problems, key=lambda problem: (problem.line, problem.column)))
    return rule


def _rule(document: Located, path: Path, mistakes: list[Mistake]) -> Rule | None:
    data: Mapping[str, Any] = document.data
    head = declared_fields(RuleFile)
    cls = _check_class(data, mistakes)
    fields = convert_fields(RuleFile, {key: value for key, value in data.items() if key in head}, mistakes)
    check, plan = _check(cls, {key: value for key, value in data.items() if key not in head}, mistakes)
    _check_id(fields.get("id"), path, mistakes)
    if check is not None:
        mistakes += _all_message_mistakes(fields, check.kind, check.offers(), check.told_cases())
    elif cls is not None and cls.offers is Check.offers:
        mistakes += _all_message_mistakes(fields, cls.kind, cls.values, cls.cases)
    unless = _unless(fields.pop("unless", ()), mistakes)
    examples = _examples(fields.pop("examples", None), document, mistakes)
    if mistakes or check is None:
        return None
    del fields["check"]
    levels = _levels(fields.pop("severity"))
    fields["messages"] = tuple(fields.get("messages", {}).items())
    fields = {"message": "", **fields, "plan": plan, "unless": unless, "examples": examples}
    return Rule(subject=path.parent.name, check=check, path=str(path), **levels, **fields)


def _levels(severity: Severity | SeverityByCertainty) -> dict[str, Any]:
    if isinstance(severity, Severity):
        return {"severity": severity}
    highest = severity.certain or severity.likely or severity.possible
    return {"severity": highest, "likely": severity.likely, "possible": severity.possible}


def _unless(section: Any, mistakes: list[Mistake]) -> Unless | None:
    if not section:
        return None
    lists = {"sentence": section} if isinstance(section, tuple) else dataclasses.asdict(section)
    plans: dict[str, terms.Plan] = {}
    for scope, words in lists.items():
        above: Keys = ("unless",) if isinstance(section, tuple) else ("unless", scope)
        try:
            plans[scope] = terms.plan(words, [(*above, index) for index in range(len(words))], ignore_case=True)
        except Mistakes as error:
            mistakes += error.mistakes
    return Unless(**plans, written=tuple((scope, words) for scope, words in lists.items() if words))


def _check_class(data: Mapping[str, Any], mistakes: list[Mistake]) -> type[Check] | None:
    if "check" not in data:
        mistakes += (
            Mistake(f"unknown key `{key}`; did you mean `check`?", (key,), at_key=True)
            for key in data
            if suggestion(str(key), ("check",)) and key not in declared_fields(RuleFile)
        )
    kind = data.get("check")
    if not isinstance(kind, str):
        return None
    try:
        return check_class(kind)
    except KeyError:
        mistakes.append(Mistake(f"`{kind}` is not a kind of check", ("check",), word=kind, known=check_kinds()))
    except (ImportError, AttributeError) as error:
        mistakes.append(Mistake(f"the plug-in for `{kind}` can't be loaded: {error}", ("check",)))
    return None


def _check(cls: type[Check] | None, values: Mapping[str, Any], mistakes: list[Mistake]) -> tuple[Check | None, Any]:
    """The check as it is declared, and its plan, if its kind has one."""
    if cls is None:
        return None, None
    before = len(mistakes)
    arguments = convert_fields(cls, values, mistakes, also=declared_fields(RuleFile))
    mistakes[before:] = [m if m.keys else dataclasses.replace(m, keys=("check",)) for m in mistakes[before:]]
    if len(mistakes) > before:
        return None, None
    try:
        check = cls(**arguments)
        return check, check.plan() if isinstance(check, PlannedCheck) else None
    except Mistakes as error:
        mistakes += error.mistakes
    except ValueError as error:
        mistakes.append(Mistake(str(error), _blamed(error, arguments)))
    return None, None


def _blamed(error: ValueError, keys: Iterable[str]) -> Keys:
    """The key that the error is about: the first whose name it gives between backticks."""
    named = re.findall(r"`([^`]+)`", str(error))
    return next(((key,) for key in keys if key in named), ("check",))


def _check_id(found: Any, path: Path, mistakes: list[Mistake]) -> None:
    if not isinstance(found, str):
        return
    if not _ID.fullmatch(found):
        mistakes.append(Mistake(f"`{found}` is not an id: lower-case words joined by hyphens", ("id",)))
    elif found != path.stem:
        mistakes.append(Mistake(f"the id must be the file's name, `{path.stem}`", ("id",)))


def _all_message_mistakes(
    fields: Mapping[str, Any], kind: str, values: tuple[str, ...], cases: Mapping[str, Case]
) -> Iterable[Mistake]:
    """What is wrong with ``message`` and ``messages``: none at all, a case that there isn't, a name that isn't offered."""
    message, messages = fields.get("message", ""), fields.get("messages") or {}
    if isinstance(message, str) and message:
        yield from _message_mistakes(message, ("message",), kind, values)
    for case, words in messages.items():
        keys = ("messages", case)
        if case not in cases:
            known = tuple(cases)
            told = f"the cases of `{kind}` are {', '.join(known)}" if known else f"`{kind}` tells no cases apart"
            yield Mistake(f"`{case}` is not a case: {told}", keys, at_key=True, word=str(case), known=known)
        elif isinstance(words, str):
            yield from _message_mistakes(words, keys, kind, (*values, *cases[case].values))
    missing = [case for case in cases if case not in messages]
    if message == "" and not messages:
        yield Mistake("`message` is missing: " + declared_fields(RuleFile)["message"][0].metadata["description"])
    elif message == "" and missing:
        yield Mistake(
            f"no message for {', '.join(f'`{case}`' for case in missing)}, and no `message` for the cases without one",
            ("messages",),
            at_key=True,
        )


def _message_mistakes(message: str, keys: Keys, kind: str, values: Iterable[str]) -> Iterable[Mistake]:
    offered = ("text", *values)
    try:
        for name, at in names_in(message):
            if name not in offered:
                told = f"`{{{name}}}` is not offered by `{kind}`, which offers {_listed(offered)}"
                yield Mistake(told, keys, within=at, word=name, known=offered)
    except ValueError as error:
        yield Mistake(f"the message is wrong: {error}", keys)


def _listed(names: Iterable[str]) -> str:
    """The names that a message may use; what is within another (``{first.unit}``) is left to the docs where there are many."""
    every = tuple(names)
    few = every if len(every) < 12 else tuple(name for name in every if "." not in name)
    return ", ".join(f"{{{name}}}" for name in few)


def _examples(section: Any, document: Located, mistakes: list[Mistake]) -> tuple[Example, ...]:
    if not isinstance(section, Examples):
        return ()
    found: list[Example] = []
    for kind in ("valid", "invalid"):
        items = getattr(section, kind)
        if not items:
            mistakes.append(Mistake(f"at least one {kind} example is needed", ("examples",), at_key=True))
        for index, item in enumerate(items):
            if item is not None:
                found.append(_example(item, kind, document.line(("examples", kind, index))))
                if (kind == "invalid") != bool(found[-1].marks):
                    wanted = "an invalid example needs [[…]] around what is flagged"
                    message = wanted if kind == "invalid" else "a valid example has no [[…]]: nothing in it is flagged"
                    mistakes.append(Mistake(message, ("examples", kind, index)))
    return tuple(found)


def _example(item: str | ExampleSection, kind: str, line: int) -> Example:
    section = ExampleSection(text=item) if isinstance(item, str) else item
    source, marks = unmarked(section.text or section.story)
    return Example(
        source,
        marks,
        valid=kind == "valid",
        whole=bool(section.story),
        fixed=section.fixed,
        gap=section.gap,
        line=line,
        house=section.house if section.house != DEFAULT_HOUSE else None,
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


def rule_paths(folder: Path) -> list[Path]:
    """The rule files below *folder*, in order; hidden files and folders are left out."""
    found = [
        path
        for path in (*folder.rglob("*.yaml"), *folder.rglob("*.yml"))
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    return sorted(found)


def load_folders(folders: Iterable[Path]) -> tuple[Rule, ...]:
    """The rules below *folders*, by subject and id; LintnewsError lists what is wrong in any of them.

    A rule replaces one of the same id from an earlier folder.
    """
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    for folder in dict.fromkeys(folders):
        if not folder.is_dir():
            problems.append(Problem(str(folder), "there is no such folder of rules"))
            continue
        here: dict[str, Rule] = {}
        for path in rule_paths(folder):
            if path.parent == folder:
                message = f"a rule lies in a folder named for its subject: {path.parent / 'SUBJECT' / path.name}"
                problems.append(Problem(str(path), message))
            try:
                rule = load_rule(path)
            except LintnewsError as error:
                problems += error.problems
                continue
            if rule.id in here:
                problems.append(Problem(str(path), f"the rule `{rule.id}` is also in {here[rule.id].path}", 1, 1))
            here[rule.id] = rule
        rules.update(here)
    if problems:
        raise LintnewsError(*problems)
    return tuple(sorted(rules.values(), key=lambda rule: (rule.subject, rule.id)))
