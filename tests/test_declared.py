"""Classes made of options: what they take, refuse and are equal to."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from lintnews.declared import Declared, declared_fields, is_required, option


class Bridge(Declared):
    name: str = option("What it is called.")
    lanes: int = option("How many.", 2)
    tolls: dict[str, int] = option("By kind of vehicle.", dict)


class Drawbridge(Bridge):
    lanes: int = option("How many.", 1)
    opens: bool = option("Whether it does.", True)

    def __post_init__(self) -> None:
        if self.lanes < 1:
            raise ValueError("a bridge has lanes")


def test_options_have_their_defaults() -> None:
    bridge = Bridge(name="Orde")
    assert (bridge.name, bridge.lanes, bridge.tolls) == ("Orde", 2, {})
    assert Drawbridge(name="Orde").lanes == 1
    assert bridge.tolls is not Bridge(name="Orde").tolls


def test_options_are_told_with_those_of_the_base_first() -> None:
    assert list(declared_fields(Drawbridge)) == ["name", "lanes", "tolls", "opens"]
    assert [is_required(field) for field, _ in declared_fields(Bridge).values()] == [True, False, False]
    assert declared_fields(Drawbridge)["opens"][1] is bool


@pytest.mark.parametrize("values", [{}, {"name": "Orde", "length": 3}])
def test_a_missing_and_an_unknown_option_are_refused(values: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Bridge(**values)


def test_a_subclass_may_refuse_a_value() -> None:
    with pytest.raises(ValueError, match="lanes"):
        Drawbridge(name="Orde", lanes=0)


def test_they_never_change_and_are_equal_to_their_like() -> None:
    bridge = Bridge(name="Orde", tolls={"car": 1})
    assert bridge == Bridge(name="Orde", tolls={"car": 1})
    assert hash(bridge) == hash(Bridge(name="Orde", tolls={"car": 1}))
    assert bridge != Bridge(name="Orde") != Drawbridge(name="Orde", lanes=2)
    assert repr(bridge) == "Bridge(name='Orde', lanes=2, tolls={'car': 1})"
    assert pickle.loads(pickle.dumps(bridge)) == bridge
    with pytest.raises(FrozenInstanceError):
        bridge.lanes = 3
