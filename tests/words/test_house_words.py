"""What a house adds to the lists of words, and that it is in force in its own stories alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from lintnews import Linter, LintnewsError, load_rules
from lintnews.configfile import read_config
from lintnews.house import House, HouseWords
from lintnews.mention import Mention
from lintnews.mentions.datelines.credits import Credit
from lintnews.mentions.datelines.datelines import Dateline
from lintnews.mentions.names.names import Name
from lintnews.mentions.names.people import Person
from lintnews.mentions.numbers.quantities import Quantity
from lintnews.mentions.words.sentences import Sentence
from lintnews.readers import read_text
from lintnews.story import Story


def found(kind: type[Mention], text: str, **words: object) -> list[Mention]:
    added = HouseWords(**words)  # type: ignore[arg-type]
    return list(Story(text, read_text(text), house=House(words=added)).mentions(kind))


def test_titles() -> None:
    text = "We met Otamfo Ann Orde."
    assert [(n.title, n.text) for n in found(Name, text)] == [("", "Otamfo Ann Orde")]
    assert [(n.title, n.text) for n in found(Name, text, titles=("Otamfo",))] == [("Otamfo", "Ann Orde")]


def test_title_modifiers_suffixes_particles() -> None:
    text = "We met Paramount Chief Ann Orde GCQ."
    assert [
        (n.title, n.text, n.suffix) for n in found(Name, text, title_modifiers=("Paramount",), suffixes=("GCQ",))
    ] == [("Paramount Chief", "Ann Orde", "GCQ")]
    assert len(found(Name, "Ann zot Orde left.", particles=("zot",))) == 1
    assert len(found(Name, "Ann zot Orde left.")) == 2


def test_guesses() -> None:
    assert [n.guess for n in found(Name, "They joined Melton Kombinat.", organisation_tails=("Kombinat",))] == [
        "organisation"
    ]
    assert [n.guess for n in found(Name, "They walked in Melton Wynd.", place_tails=("Wynd",))] == ["place"]
    assert [n.guess for n in found(Name, "They met Zorvik Orde.", given_names=("Zorvik",))] == ["person"]
    assert [n.text for n in found(Name, "The Bezirk of Melton paid.", organisation_heads=("Bezirk",))][
        -1
    ] == "Bezirk of Melton"


def test_abbreviations() -> None:
    text = "It stands in Kp. Melton today. It is old."
    assert len(found(Sentence, text)) == 3
    assert len(found(Sentence, text, abbreviations=("Kp",))) == 2


def test_verbs_of_speech() -> None:
    text = "“It is late,” opines Zorvik Orde."
    assert found(Person, text) == []
    assert [p.name for p in found(Person, text, attribution=("opines",))] == ["Zorvik Orde"]


def test_agencies() -> None:
    assert [c.agency for c in found(Credit, "It rained. (Meltonpress)", agencies=("Meltonpress",))] == ["Meltonpress"]
    assert found(Credit, "It rained. (Meltonpress)") == []
    text = "Melton (Meltonpress) It rained."
    assert len(found(Dateline, text, agencies=("Meltonpress",))) > len(found(Dateline, text))


def test_currencies_and_scales() -> None:
    text = "It cost 5 arab zots and 30 zots more."
    one, other = found(Quantity, text, currencies={"zots": "zot"}, scales={"arab": 1e9})
    assert (one.value, one.unit, one.measure) == (5e9, "zot", "money")
    assert (other.value, other.unit) == (30, "zot")
    assert not any(quantity.measure == "money" for quantity in found(Quantity, text))


def test_acronyms_and_attribution_of_quotations() -> None:
    linter = Linter(load_rules(), also=["undefined-acronym", "unattributed-quotation"])
    text = "The LFZ met. It was late.\n\n“The town shall keep its bridge for ever and a day,” as the charter has it."
    house = House(words=HouseWords(acronyms=("LFZ",), attribution=("as the charter has it",)))
    before = {finding.rule.id for finding in linter.lint_text(text).findings}
    after = {
        finding.rule.id for finding in Linter(load_rules(), also=linter.also, house=house).lint_text(text).findings
    }
    assert "undefined-acronym" in before - after
    assert "unattributed-quotation" not in after


def config(folder: Path, text: str) -> Path:
    (folder / "lintnews.yaml").write_text(text, encoding="utf-8")
    return folder / "lintnews.yaml"


def test_in_the_configuration_and_added_to_what_it_extends(tmp_path: Path) -> None:
    (tmp_path / "all.yaml").write_text("words:\n  titles: [Otamfo]\n", encoding="utf-8")
    path = config(tmp_path, "extends: all.yaml\nwords:\n  titles: [Zot]\n  scales: {arab: 1000000000}\n")
    words = read_config(path).house.words
    assert words.titles == ("Otamfo", "Zot")
    assert words.scales == {"arab": 1e9}


def test_for_some_stories_only(tmp_path: Path) -> None:
    path = config(tmp_path, "overrides:\n  - paths: [a.txt]\n    house:\n      words:\n        titles: [Otamfo]\n")
    linter = Linter(load_rules(), config=read_config(path))
    for name, title in (("a.txt", "Otamfo"), ("b.txt", "")):
        story = linter.lint_text("We met Otamfo Ann Orde.", path=str(tmp_path / name)).story
        assert story is not None
        assert [one.title for one in story.mentions(Name)] == [title]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("words:\n  title: [Otamfo]\n", "2:3: unknown key `title`; did you mean `titles`?"),
        ("words:\n  titles: Otamfo\n", "must be a list"),
        ("words:\n  titles: [' Otamfo']\n", "no blanks around it"),
        ("words:\n  scales: {arab: 0}\n", "more than one"),
        ("words:\n  scales: {arab: many}\n", "must be a number"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(LintnewsError) as caught:
        read_config(config(tmp_path, text))
    assert told in str(caught.value)
