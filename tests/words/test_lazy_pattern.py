"""Patterns with a cheap test before them: every match holds one of the pieces that the test looks for."""

from __future__ import annotations

import importlib
import pkgutil
import re
import re._parser as sre  # what a pattern says can't be asked another way
from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest

import lintnews
from lintnews.mentions.words.lazy_pattern import LazyPattern

_MOST = 4000


def _gated() -> Iterator[Any]:
    for module in pkgutil.walk_packages(lintnews.__path__, "lintnews."):
        if module.name.endswith("__main__"):
            continue
        try:
            loaded = importlib.import_module(module.name)
        except ImportError:
            continue  # an extra that isn't installed
        for name, value in vars(loaded).items():
            if isinstance(value, LazyPattern) and value.needs and name.isupper():
                yield pytest.param(value, id=f"{module.name.removeprefix('lintnews.')}.{name}")


def _ways(parsed: Any) -> list[str]:
    """What a match can begin to hold, as texts in which NUL stands for anything."""
    ways = [""]
    for operation, argument in parsed:
        arms = _arms(str(operation), argument)
        if len(ways) * len(arms) > _MOST:
            arms = ["\0"]
        ways = [way + arm for way, arm in product(ways, arms)]
    return list(dict.fromkeys(ways))


def _arms(name: str, argument: Any) -> list[str]:
    if name == "LITERAL":
        return [chr(argument)]
    if name == "AT" or name.startswith("ASSERT"):
        return [""]
    if name == "SUBPATTERN":
        return ["\0"] if argument[1] & re.IGNORECASE else _ways(argument[3])
    if name == "BRANCH":
        return [way for arm in argument[1] for way in _ways(arm)]
    if name == "IN" and all(str(part[0]) in ("LITERAL", "RANGE", "CATEGORY") for part in argument):
        return [letter for part in argument for letter in _letters(str(part[0]), part[1])]
    if name.endswith("REPEAT"):
        least, most, body = argument
        once = _ways(body)
        if (least, int(most)) == (0, 1):
            return ["", *once]
        return [f"{way}\0" for way in once] if least else ["\0", ""]
    return ["\0"]


def _letters(name: str, argument: Any) -> list[str]:
    """The letters of one part of a set: those of figures as English copy writes them."""
    if name == "LITERAL":
        return [chr(argument)]
    if name == "RANGE" and argument[1] - argument[0] < 10:
        return [chr(letter) for letter in range(argument[0], argument[1] + 1)]
    return [*"0123456789"] if str(argument) == "CATEGORY_DIGIT" else ["\0"]


@pytest.mark.parametrize("pattern", [*_gated()])
def test_every_match_holds_what_the_pattern_needs(pattern: LazyPattern) -> None:
    parsed = sre.parse(pattern.source, pattern.flags)
    assert not parsed.state.flags & re.IGNORECASE, "the pieces are looked for as they are written"
    without = [way for way in _ways(parsed) if not any(piece in way for piece in pattern.needs)]
    assert without == []


def test_a_text_without_a_needed_piece_is_not_searched() -> None:
    pattern = LazyPattern(r"(?:born|died) in \d+", needs=("born", "died"))
    assert pattern.search("It rained.") is None
    assert list(pattern.finditer("It rained.")) == []
    assert pattern.findall("It rained.") == []
    assert "compiled" not in vars(pattern)
    assert pattern.findall("He died in 1950.") == ["died in 1950"]
    assert pattern.search("He died in 1950.", 9) is None
