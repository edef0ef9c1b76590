"""The extension for Visual Studio Code: what it offers is what the language server takes; its own tests and its package."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lintnews.lsp.server import LINT_FOR_PUBLICATION
from lintnews.lsp.settings import DEFAULTS, SECTION
from lintnews.match import Severity
from lintnews.readers import READERS
from lintnews.version import VERSION

FOLDER = Path(__file__).resolve().parents[2] / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
PROPERTIES = MANIFEST["contributes"]["configuration"]["properties"]
TYPES = {bool: "boolean", str: "string"}

npm = shutil.which("npm")
built = pytest.mark.skipif(
    not npm or not (FOLDER / "node_modules").is_dir(), reason="npm and `npm install` in editors/vscode are needed"
)


def source(name: str) -> str:
    return (FOLDER / "src" / name).read_text(encoding="utf-8")


def test_the_servers_settings_are_the_extensions() -> None:
    for name, default in DEFAULTS._asdict().items():
        offered = PROPERTIES[f"{SECTION}.{name}"]
        assert (offered["type"], offered["default"]) == (TYPES[type(default)], default)
    assert PROPERTIES[f"{SECTION}.least"]["enum"] == [str(severity) for severity in Severity]
    (told,) = re.findall(r"OF_SERVER = \[(.*?)\]", source("settings.ts"))
    assert set(re.findall(r'"(\w+)"', told)) == set(DEFAULTS._fields)


def test_names_are_those_of_the_server() -> None:
    code = source("extension.ts")
    assert f'"{LINT_FOR_PUBLICATION}"' in code
    suffixes = {suffix[1:] for name in ("ninjs", "nitf", "newsmlg2") for suffix in READERS[name].suffixes}
    (offered,) = re.findall(r"STORY_FILES = .*?\{(.*?)\}", code)
    assert set(offered.split(",")) == suffixes - {"json", "xml"}
    assert MANIFEST["version"] == VERSION


def test_nothing_says_where_packages_come_from() -> None:
    """A lock file would, and so would a dependency that isn't a version of a registry's package."""
    assert not [name for name in ("package-lock.json", "npm-shrinkwrap.json") if (FOLDER / name).exists()]
    assert "dependencies" not in MANIFEST
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in MANIFEST["devDependencies"].values())


def run(*command: str) -> None:
    lintnews = str(Path(sys.executable).with_name("lintnews"))
    done = subprocess.run(
        [str(npm), *command], cwd=FOLDER, env={**os.environ, "LINTNEWS": lintnews}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


@built
def test_its_own_tests() -> None:
    run("test")


@built
def test_it_is_packed() -> None:
    run("run", "package")
    assert (FOLDER / "lintnews.vsix").stat().st_size > 20_000
