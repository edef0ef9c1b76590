"""How long lintnews takes to start: whole processes, the median of many, over ``python -c pass``.

    python -m benchmarks.startup [RUNS]

The clean story needs no language model. Compiled rules are kept from the first run on, as they are for users; what was
found is not, since every run sees the story with one blank line more.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from .processes import Measure, measured

CLEAN = Path(__file__).with_name("clean.md")


def main() -> int:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        story = folder / "clean.md"

        def change(number: int) -> None:
            story.write_text(CLEAN.read_text(encoding="utf-8") + "\n" * number, encoding="utf-8")

        change(0)
        kept = measured(
            (
                Measure("lintnews --version", ("--version",), 60),
                Measure("lintnews check, all rules, a clean story of 600 words", ("check", "clean.md"), 150, change),
                Measure("lintnews check, the same story unchanged", ("check", "clean.md"), 20),
                Measure("lintnews check --no-cache, the same story", ("check", "--no-cache", "clean.md"), float("inf")),
                Measure("lintnews --help", ("--help",), float("inf")),
            ),
            runs,
            folder,
            folder / "cache",
        )
    return int(not kept)


if __name__ == "__main__":
    sys.exit(main())
