"""What the guides show works as they show it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lintnews import Linter
from lintnews.configfile import load_config
from lintnews.examples import run_examples
from lintnews.rulefile import load_rule

DOCS = Path(__file__).resolve().parents[1] / "docs"
EXAMPLES = """
message: m
severity: info
examples: {valid: [a], invalid: ["[[a]]"]}
"""


def blocks(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_rule_in_the_guide_passes_its_examples() -> None:
    (text,) = (block for block in blocks("writing-rules.md", "yaml") if block.startswith("id:"))
    rule = load_rule(Path("rules/style/per-cent.yaml"), text)
    assert [result.outcome for result in run_examples(rule)] == ["passed"] * 3


@pytest.mark.parametrize("text", [block for block in blocks("writing-rules.md", "yaml") if block.startswith("check:")])
def test_every_kind_in_the_guide_loads(text: str) -> None:
    rule = load_rule(Path("rules/style/a.yaml"), f"id: a\n{text}{EXAMPLES}")
    assert f"### {rule.check.kind}\n" in (DOCS / "writing-rules.md").read_text(encoding="utf-8")


def test_the_configuration_in_the_guide_loads(tmp_path: Path) -> None:
    main, names, words = (block for block in blocks("configuration.md", "yaml"))
    (tmp_path / "lintnews.yaml").write_text(main + words)
    for name in ("names/people.yaml", "names/bodies.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(names)
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "newsroom.yaml").write_text("fail_level: info\n")
    (tmp_path / "rules").mkdir()
    config = load_config(tmp_path)
    assert str(config.fail_level) == "error"
    assert config.house.words.currencies == {"kwanzas": "kwanza"}
    linter = Linter(config=config)
    config.check_names(linter.rules)
    assert linter.in_force(str(tmp_path / "sports" / "a.md"))[0].get("wrong-total") is None


def test_the_toml_in_the_guide_loads(tmp_path: Path) -> None:
    (text,) = blocks("configuration.md", "toml")
    (tmp_path / "pyproject.toml").write_text(text)
    (tmp_path / "rules").mkdir()
    config = load_config(tmp_path)
    assert config.rules == {"style": "off", "courtesy-title": "on"}


def test_the_facts_in_the_guide_are_right(tmp_path: Path) -> None:
    texts = blocks("facts.md", "yaml")
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.yaml").write_text(next(text for text in texts if text.startswith("source:")))
    (tmp_path / "lintnews.yaml").write_text(next(text for text in texts if text.startswith("facts:")))
    assert load_config(tmp_path).house.facts == (str(tmp_path / "facts" / "a.yaml"),)
