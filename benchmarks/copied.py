"""Whether what the repository contains was written here: runs of words that it shares with real stories.

    python -m benchmarks.copied FOLDER [WORDS]

FOLDER holds stories as ``.jsonl`` (``text`` or ``body``, maybe ``headline``). Every line of rules, tests, docs and code that shares a run
of WORDS words (6) with one of them is printed with it, the longest first. Idioms and names of bodies are shared too: read
them. A sentence or its figures taken over from a story are to be written anew.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_WORD = re.compile(r"[a-z0-9$£€%']+(?:[.,]\d+)*")
_READ = (".py", ".yaml", ".md", ".js", ".ts", ".html", ".txt")
_GENERATED = ("docs/rules/", "lintnews/data/", "seeds/")


def runs(text: str, length: int) -> Iterator[tuple[str, ...]]:
    """Every run of *length* words of *text*, in small letters."""
    words = _WORD.findall(text.lower())
    for at in range(len(words) - length + 1):
        yield tuple(words[at : at + length])


def told(folder: Path, length: int) -> dict[int, str]:
    """The hash of every run of words in the stories of *folder* → the story that has it."""
    found: dict[int, str] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            text = f"{row.get('headline') or ''}\n{row.get('text') or row.get('body') or ''}"
            found.update(dict.fromkeys(map(hash, runs(text, length)), str(row.get("id", ""))))
    return found


def shared(known: dict[int, str], length: int) -> Iterator[tuple[int, str, str, str]]:
    """How many runs a line shares, where it stands, the line, the story."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in listed.split("\n"):
        if not name.endswith(_READ) or name.startswith(_GENERATED):
            continue
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").splitlines(), 1):
            met = [known[key] for key in map(hash, runs(line, length)) if key in known]
            if met:
                yield len(met), f"{name}:{number}", line.strip()[:160], met[0]


def main() -> int:
    length = int(sys.argv[2]) if len(sys.argv) > 2 else 6
    for count, place, line, story in sorted(shared(told(Path(sys.argv[1]), length), length), reverse=True):
        print(f"{count:3} {place}: {line} [{story}]")
    return 0


if __name__ == "__main__":
    sys.exit(main())
