"""Count the statements of two values and a direction that a folder of stories makes, and print those that don't hold.

    python -m benchmarks.told_ways CORPORA [--half A|B]

Each of those that hold would be found if its word were turned round; each that doesn't is a slip or a false alarm.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from lintnews.checks.numbers.told_ways import is_linked, told_ways

from .fit_dates import story_of
from .halves import A, B, rows


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--half", choices=("A", "B"), default="A")
    chosen = arguments.parse_args()
    hold = 0
    for row in rows(chosen.corpora, {"A": A, "B": B}[chosen.half]):
        story = story_of(row)
        for told in filter(is_linked, told_ways(story)):
            hold += told.holds
            if not told.holds:
                print(row["id"], *(story.words(p.figure) for p in (told.before, told.after)), story.words(told.word))
    print(f"{hold} statements hold")


if __name__ == "__main__":
    main()
