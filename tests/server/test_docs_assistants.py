"""The set-ups of docs/assistants.md start what they should, and its program runs."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

from lintnews.server.mcp_tools import Tools

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "assistants.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def test_every_set_up_starts_the_server() -> None:
    servers = [server for text in blocks("json") for named in json.loads(text).values() for server in named.values()]
    servers += [server for text in blocks("toml") for server in tomllib.loads(text)["mcp_servers"].values()]
    (added,) = (shlex.split(text) for text in blocks("sh") if text.startswith("claude"))
    lines = [[server["command"], *server["args"]] for server in servers] + [added[added.index("--") + 1 :]]
    assert len(lines) == 5
    assert all(line[:3] == ["lintnews", "serve", "--mcp"] for line in lines)


def test_the_tools_are_those_there_are() -> None:
    named = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert set(named) == {name for name in vars(Tools) if not name.startswith("_")}


def test_the_program(tmp_path: Path) -> None:
    (text,) = blocks("python")
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    done = subprocess.run(
        [sys.executable, "-c", text],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout == "error March 5, 2025, is a Wednesday, not a Tuesday.\n", done.stderr
