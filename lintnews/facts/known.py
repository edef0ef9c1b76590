"""Whether what a story names is known: to lintnews, or to the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..knowledge.folding import fold
from ..knowledge.gazetteer import is_place
from ..knowledge.house_facts import facts_in
from ..knowledge.known import key_words, named
from ..knowledge.nations import nation_names

if TYPE_CHECKING:
    from ..house import House
    from .table import Fact

_NAMED = frozenset(("person", "name", "place"))
_THOUSANDS = 15
"""How many thousand people a place has at least for its name to count as known."""


def is_known(fact: Fact, house: House) -> bool:
    """Whether *fact* names somebody or something that the house or lintnews knows by just this name."""
    if fact.attribute not in _NAMED:
        return False
    name = fact.value if fact.attribute == "person" else fact.text
    name = " ".join(name.split())
    if name in facts_in(house.facts).entries or any(one.canonical == name for one in house.names.known):
        return True
    if fact.attribute == "place" and (is_place(name, thousands=_THOUSANDS) or name in nation_names()):
        return True
    words = key_words(name)
    return len(words) > 1 and any(fold(thing.name) == fold(name) for thing in named(words))
