from __future__ import annotations

from pathlib import Path

import pytest

from lintnews.cli import run
from lintnews.knowledge.corrections import read, split
from lintnews.knowledge.house_facts import read_facts

READ = [
    (
        "An earlier version misspelled the surname of the mayor, Mara Ostrowe. It is Ostrowe, not Ostrow.",
        "Mara Ostrowe",
        "Mara Ostrow",
        "people",
    ),
    ("Corrects spelling to Teodor Blaine, sted Theodore Blaine.", "Teodor Blaine", "Theodore Blaine", "people"),
    (
        "The story named the wrong body. It is the Elmford Board of Works, not the Elmford Works Board.",
        "Elmford Board of Works",
        "Elmford Works Board",
        "bodies",
    ),
    (
        "A previous version misspelled Kjell Norheim's first name. It is Kjell, not Kjel.",
        "Kjell Norheim",
        "Kjel Norheim",
        "people",
    ),
]
UNREAD = [
    "An article on Tuesday misstated the year in which the bridge was built. It was 1931, not 1913.",
    "An earlier version misspelled his surname. It is Ostrowe, not Ostrow.",
    "The photograph was of the old bridge.",
]


@pytest.mark.parametrize(("text", "right", "wrong", "section"), READ)
def test_what_is_read(text: str, right: str, wrong: str, section: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.right, found.wrong, found.section) == (right, wrong, section)


@pytest.mark.parametrize("text", UNREAD)
def test_what_is_left_unread(text: str) -> None:
    assert read(text) is None


def test_learning_writes_facts_and_lists_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = tmp_path / "corrections.txt", tmp_path / "learned.yaml"
    source.write_text("\n\n".join([*(text for text, *_ in READ), *UNREAD]))
    assert len(split(source.read_text())) == 7
    assert run(["learn", str(source), "--yes", "-o", str(target)]) == 1
    assert capsys.readouterr().err.count("not read:") == 3
    file = read_facts(str(target))
    assert [entry.name for entry in file.people] == ["Mara Ostrowe", "Teodor Blaine", "Kjell Norheim"]
    assert all(entry.source.startswith("correction:") for entry in (*file.people, *file.bodies))
    assert run(["learn", str(source), "--yes", "-o", str(target)]) == 1
    assert read_facts(str(target)) == file, "what is known is not written twice"
