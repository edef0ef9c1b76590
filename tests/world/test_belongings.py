"""The things that belong to a land: each is found by its name, and its home is known."""

from __future__ import annotations

from lintnews.datafiles import DATA_FOLDER
from lintnews.knowledge.belongings import BELONGINGS, anchored, anchors
from lintnews.knowledge.nations import nation_name
from lintnews.mentions.world.belonging_words import BelongingWord
from lintnews.readers import read_text
from lintnews.story import Story


def _mentioned(text: str) -> tuple[BelongingWord, ...]:
    return Story(text, read_text(text)).mentions(BelongingWord)


def test_each_is_found_by_its_name() -> None:
    missed = [
        thing.name
        for word in sorted(anchors())
        for thing in anchored(word)
        if not any(found.known.name == thing.name for found in _mentioned(f"they saw {thing.name} today."))
    ]
    assert not missed


def test_the_states_are_known() -> None:
    codes = {code.partition(".")[0] for word in anchors() for thing in anchored(word) for code in thing.codes}
    assert [code for code in codes if nation_name(code) == code] == ["PS"]  # told by its cities


def test_the_words_are_those_of_the_table() -> None:
    keys = {line.split("\t")[0] for line in (DATA_FOLDER / BELONGINGS).read_text(encoding="utf-8").splitlines()}
    assert keys == anchors()


def test_a_longer_word_or_name_is_another() -> None:
    assert not _mentioned("The DAXes and the Nikkeis rose.")
    assert [found.known.name for found in _mentioned("The Ford Motor plant")] == ["Ford Motor"]
