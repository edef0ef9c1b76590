"""Rules kept compiled: plain values keyed by what the rule files, and the code that reads them, hold."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from .cache.marshalled import digest, forget_oldest, read_marshalled, write_marshalled
from .checks import check_class
from .match import Severity
from .rule import Rule
from .story import BlockKind
from .unless import Unless
from .version import VERSION

_KEPT = 8
"""How many sets of rules stay in the cache; desks and branches differ."""
_ROOMS = ("checks", "mentions")
"""Folders of this package whose files, beside those of its root, decide what a rule compiles to."""


def load_rules_cached(folders: Iterable[Path], cache: Path) -> tuple[Rule, ...]:
    """The rules below *folders*, without their examples, from *cache* if they are the same as last time.

    LintnewsError lists what is wrong with them; wrong rules are never kept.
    """
    folders = tuple(folders)
    kept = cache / "rules" / _key(folders)
    known = read_marshalled(kept)
    if known is not None:
        try:
            return tuple(map(_rule, known))
        except (KeyError, ValueError, TypeError, AttributeError, ImportError):
            pass
    from .rulefile import load_folders

    rules = load_folders(folders)
    if write_marshalled(kept, [_row(rule) for rule in rules]):
        forget_oldest(kept.parent.iterdir(), _KEPT)
    return rules


def _key(folders: tuple[Path, ...]) -> str:
    parts: list[bytes | str] = [VERSION, *_code()]
    for folder in folders:
        parts.append(str(folder))
        for path in sorted(_files(str(folder))):
            parts.append(path)
            try:
                parts.append(Path(path).read_bytes())
            except OSError as error:
                parts.append(str(error))
    return digest(*parts)


def _files(folder: str, endings: tuple[str, ...] = (".yaml", ".yml"), deep: bool = True) -> Iterable[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if deep:
                yield from _files(entry.path, endings)
        elif entry.name.endswith(endings):
            yield entry.path


def _code() -> Iterable[str]:
    """Size and time of the package's own files: an editable install changes without a new version."""
    here = str(Path(__file__).parent)
    for folder in ("", *_ROOMS):
        for path in sorted(_files(os.path.join(here, folder), (".py",), deep=bool(folder))):
            state = os.stat(path)
            yield f"{path} {state.st_size} {state.st_mtime_ns}"


def _row(rule: Rule) -> tuple[Any, ...]:
    values = {name: getattr(rule.check, name) for name in rule.check.options}
    return (
        rule.id,
        rule.subject,
        rule.message,
        int(rule.severity),
        rule.check.kind,
        values,
        rule.why,
        rule.cites,
        rule.enabled,
        tuple(map(str, rule.blocks)),
        rule.in_quotations,
        rule.path,
        rule.plan,
        None if rule.likely is None else int(rule.likely),
        None if rule.possible is None else int(rule.possible),
        rule.messages,
        None if rule.unless is None else tuple(rule.unless),
    )


def _rule(row: tuple[Any, ...]) -> Rule:
    rule_id, subject, message, severity, kind, values, why, cites, enabled, blocks, in_quotations, path, *more = row
    plan, likely, possible, messages, unless = more
    return Rule(
        rule_id,
        subject,
        message,
        Severity(severity),
        check_class(kind)(**values),
        why,
        cites,
        enabled,
        tuple(map(BlockKind, blocks)),
        in_quotations,
        (),
        path,
        plan,
        None if likely is None else Severity(likely),
        None if possible is None else Severity(possible),
        messages,
        None if unless is None else Unless(*unless),
    )
