"""The rules and configuration that commands about rules work on: whole, with their examples."""

from __future__ import annotations

from pathlib import Path

from ..config import Config
from ..configfile import load_config
from ..linter import load_house, load_rules
from ..rule import Rule, RuleSet
from .wrong import UsageError, unknown


def rules_here(folders: list[str] | None = None, config: str = "") -> tuple[Config, RuleSet]:
    """The configuration and every rule, as the configuration sets it; LintnewsError and UsageError as in ``check``."""
    for folder in folders or ():
        if not Path(folder).is_dir():
            raise UsageError(f"there is no folder {folder}")
    if config and not Path(config).is_file():
        raise UsageError(f"there is no file {config}")
    found, rules = load_house(Path(), Path(config) if config else None, map(Path, folders or ()))
    return found, found.rules_for(rules)


def named_rule(rules: RuleSet, name: str) -> Rule:
    """The rule called *name*; UsageError with a suggestion for any other name."""
    rule = rules.get(name)
    if rule is None:
        raise unknown("a rule", name, tuple(found.id for found in rules))
    return rule


def names_here() -> tuple[str, ...]:
    """The ids and subjects of the rules here, for completion: from the cache, if they are kept there."""
    from .cache import cache_folder

    kept = cache_folder()
    config = load_config(Path())
    return tuple(sorted(load_rules(config.rule_folders, cache=Path(kept) if kept else None).names))
