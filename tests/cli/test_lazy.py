"""What a run does not need is not imported."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLEAN = ROOT / "benchmarks" / "clean.md"


def modules_of(code: str, *arguments: str) -> set[str]:
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_a_clean_story_needs_no_language_model() -> None:
    code = "from lintnews.cli import run; status = run(sys.argv[1:]); assert status == 0, status"
    loaded = modules_of(code, "check", "--no-cache", str(CLEAN))
    assert "lintnews.engine" in loaded
    assert not loaded & {"spacy", "typer", "wordfreq", "numpy", "asyncio", "importlib.metadata"}


def test_the_version_needs_next_to_nothing() -> None:
    loaded = modules_of("from lintnews.cli import run; run(['--version'])")
    assert not loaded & {"re", "pathlib", "dataclasses", "typer", "importlib.metadata"}


def test_the_package_alone_loads_none_of_its_modules() -> None:
    assert {name for name in modules_of("import lintnews") if name.startswith("lintnews")} == {
        "lintnews",
        "lintnews.version",
    }


def test_the_package_gives_all_its_names() -> None:
    code = "import lintnews\nfor name in lintnews.__all__: getattr(lintnews, name)"
    assert "lintnews.linter" in modules_of(code)
