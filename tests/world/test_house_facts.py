from __future__ import annotations

import time
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from lintnews.cli import run
from lintnews.factfile import fact_problems
from lintnews.knowledge.fact_lines import Unsure, read_lines
from lintnews.knowledge.house_facts import indexed, plain_facts, read_facts
from lintnews.linter import Linter, load_house

FACTS = Path(__file__).parents[2] / "facts"
WRITTEN = [
    "people:\n  - name: Ann Orde\n    variants: [Anne Orde, 'O''Rde']\n    born: 1971-03-02\n",
    'people:\n- {name: "A: B", titles: [{title: mayor, since: 2014-05-05}]}\n- name: C\n',
    "source: city hall\nplaces: []\nterms:\n  - name: Wi-Fi # comment\n",
    "people:\n  - name: |\n      Ann\n",
    "people:\n  - name: Ann Orde\n    born: 1971\n    never:\n      - An Orde\n      - Ann Ord\n",
    "# nothing\n",
    "people:\n  - name: Ann\n   born: 3\n",
    "people: {name: NO}\n",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_the_quick_reader_reads_what_yaml_says_or_nothing(text: str) -> None:
    try:
        found = read_lines(text)
    except Unsure:
        return
    assert found == YAML(typ="safe", pure=True).load(text)


@pytest.mark.parametrize("name", ["heads", "bodies", "laws_and_works"])
def test_the_worlds_own_files_are_right(name: str) -> None:
    path = FACTS / f"{name}.yaml"
    assert plain_facts(path.read_text()) == YAML(typ="safe", pure=True).load(path.read_text())
    assert not fact_problems([str(path)])
    assert all(entry.source for entry in (*read_facts(str(path)).people, *read_facts(str(path)).bodies))


def test_all_mistakes_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(
        "people:\n  - nane: Ann Orde\n    born: yesterday\n  - name: 3\n    titles: [{title: mayor, since: 2020-01-01, until: 2019-01-01}]\n"
    )
    said = [(problem.line, problem.column) for problem in fact_problems([str(path)])]
    assert {line for line, _ in said} == {2, 3, 4, 5}
    assert "did you mean `name`" in str(fact_problems([str(path)])[0])


def test_what_contradicts_what_is_told(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(
        "people:\n"
        "  - {name: Ann Orde, born: 1971-03-02, titles: [{title: mayor, of: Elmford, since: 2014-05-05}]}\n"
        "  - {name: Ann Orde, born: 1972-03-02}\n"
        "  - {name: Bo Lund, variants: [Ann Orde], titles: [{title: Mayor, of: Elmford, since: 2018-01-01}]}\n"
        "  - {name: Cy Tarn, born: 1980-01-01, died: 1970-01-01}\n"
    )
    said = [problem.message for problem in fact_problems([str(path)])]
    assert len(said) == 4
    assert any("born 1972-03-02 here" in message for message in said)
    assert any("without an end" in message for message in said)


def test_ten_thousand_people_load_in_a_second(tmp_path: Path) -> None:
    lines = ["people:"]
    for number in range(10_000):
        lines += [
            f"  - name: Ann{number} Orde{number}",
            "    titles:",
            "      - {title: mayor, of: Elmford, since: 2014-05-05}",
        ]
    path = tmp_path / "facts.yaml"
    path.write_text("\n".join(lines) + "\n")
    began = time.process_time()
    facts = indexed((read_facts(str(path)),))
    assert len(facts.entries) == 10_000
    assert time.process_time() - began < 2, "a second on a quiet machine"


def test_a_house_has_its_own_facts(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "people.yaml").write_text(
        "people:\n  - {name: Mara Ostrowe, never: [Maria Ostrowe], source: city hall}\n"
    )
    (tmp_path / "lintnews.yaml").write_text("facts: [facts]\n")
    config, rules = load_house(tmp_path)
    linter = Linter(rules=rules, config=config)
    found = linter.lint_text("Maria Ostrowe spoke.\n").findings
    assert [(finding.rule.id, finding.text) for finding in found] == [("wrong-name", "Maria Ostrowe")]
    assert "city hall" in found[0].notes[0].message


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(
        "name,variants,title,of,since\nMara Ostrowe,Mara Ostrow; M. Ostrowe,mayor,Elmford,2014-05-05\nMara Ostrowe,,senator,,2022-05-03\n"
    )
    assert run(["facts", "import", "people.csv", "-o", "people.yaml"]) == 0
    assert run(["facts", "check", "people.yaml"]) == 0
    person = read_facts("people.yaml").people[0]
    assert person.variants == ("Mara Ostrow", "M. Ostrowe") and [held.title for held in person.titles] == [
        "mayor",
        "senator",
    ]
    assert run(["facts", "sources"]) == 0
    assert "GeoNames" in capsys.readouterr().out
    Path("bad.csv").write_text("name,nicknames\nMara,M\n")
    assert run(["facts", "import", "bad.csv"]) == 2
    assert run(["facts", "check"]) == 2
