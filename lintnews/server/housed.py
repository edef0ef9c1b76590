"""Linters by what is asked of them: house styles, rules switched on and off. Each is made once and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from ..config import Config, merged
from ..declared import convert
from ..house import House
from ..linter import Linter
from ..located import load_yaml
from ..match import Severity
from ..rule import RuleSet

PRESETS = Path(__file__).parents[1] / "presets"
OWN = ""
"""The house style of the configuration that the server was started with."""
KEPT = 32


@dataclass(frozen=True, slots=True)
class Selection:
    """Rules and subjects, however written in capitals: those to run alone, to leave out, and to run as well."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


EVERYTHING = Selection()


class Housed:
    """Linters for the house styles that a server offers; ``config`` is its own, ``rules`` are all that there are."""

    def __init__(self, config: Config, rules: RuleSet) -> None:
        self.config = replace(config, baseline="")
        self.rules = rules
        self._kept = lru_cache(KEPT)(self._made)

    def __reduce__(self) -> tuple[type[Housed], tuple[Config, RuleSet]]:
        """For processes that are not forked: they make their own linters."""
        return Housed, (self.config, self.rules)

    def linter(self, style: str = OWN, selection: Selection = EVERYTHING, least: Severity = Severity.INFO) -> Linter:
        """The linter for *style*, OWN or one of ``styles()``, that reports what is at least as severe as *least*."""
        return self._kept(style, selection, least)

    def _made(self, style: str, selection: Selection, least: Severity) -> Linter:
        config = self.config if style == OWN else styled(self.config, style)
        known = self.rules.names
        select = _known(selection.select, known)
        return Linter(
            self.rules if select or not selection.select else RuleSet(()),
            config=replace(config, report_level=max(config.report_level, least)),
            select=select,
            ignore=_known(selection.ignore, known) if select or not selection.select else (),
            also=_known(selection.also, known),
        )


def styles() -> tuple[str, ...]:
    """The house styles that can be asked for beside the server's own."""
    return tuple(sorted(path.stem for path in PRESETS.glob("*.yaml")))


def styled(config: Config, style: str) -> Config:
    """*config* with the rules and the house style of the preset *style* laid on it; names and facts stay the house's own."""
    path = PRESETS / f"{style}.yaml"
    preset = load_yaml(path.read_text(encoding="utf-8"), str(path)).data
    house = convert(House, merged(config.values.get("house", {}), preset.get("house", {})))
    rules = {name: str(setting) for name, setting in preset.get("rules", {}).items()}
    return replace(config, house=house, rules={**config.rules, **rules})


def _known(names: Iterable[str], known: frozenset[str]) -> list[str]:
    return list(dict.fromkeys(name for name in map(str.lower, names) if name in known))
