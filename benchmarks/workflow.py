"""How long lintnews takes in a hook: whole processes, the median of many, over ``python -c pass``.

python -m benchmarks.workflow [RUNS]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .processes import Measure, measured

CLEAN = Path(__file__).with_name("clean.md")
STORIES = 1000


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    text = CLEAN.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story, faulty, desk = folder / "clean.md", folder / "faulty.md", folder / "desk"
        desk.mkdir()
        story.write_text(text, encoding="utf-8")
        faulty.write_text(text.replace("Quinn said the terms", "TK said the terms"), encoding="utf-8")
        for number in range(STORIES):
            (desk / f"{number:04}.md").write_text(text + "\n" * (number + 1), encoding="utf-8")

        def change(number: int) -> None:
            story.write_text(text + "\n" * number, encoding="utf-8")

        kept = measured(
            (
                Measure("one unchanged story", ("check", "clean.md"), 30),
                Measure("one unchanged story with a finding, as text", ("check", "faulty.md"), 30),
                Measure("the same as JSON", ("check", "faulty.md", "--format", "json"), 30),
                Measure(f"{STORIES:,} unchanged stories", ("check", "desk"), 300),
                Measure("one changed story", ("check", "clean.md"), 200, change),
            ),
            runs,
            folder,
            folder / "cache",
        )
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
