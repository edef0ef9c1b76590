"""How long rules take to load: read from YAML, and kept compiled.

    python -m benchmarks.rule_cache [number of rules]

The bundled pattern rules are copied under new names until there are as many as asked for. Times are medians of CPU
time in this process; the modules of the checks are imported before.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from lintnews.linter import BUNDLED_RULES, load_rules


def copies(folder: Path, count: int) -> None:
    """Write *count* rules to *folder*."""
    originals = sorted([*(BUNDLED_RULES / "style").glob("*.yaml"), *(BUNDLED_RULES / "wording").glob("*.yaml")])
    for number, path in zip(range(count), cycle(originals), strict=False):
        name = f"{path.stem}-{number}"
        text = path.read_text(encoding="utf-8").replace(f"id: {path.stem}", f"id: {name}", 1)
        to = folder / path.parent.name / f"{name}.yaml"
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_text(text, encoding="utf-8")


def milliseconds(load: Callable[[], object], times: int) -> float:
    """The median time of *load*."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        load()
        taken.append(time.process_time() - start)
    return statistics.median(taken) * 1000


def main() -> None:
    count = int(sys.argv[1]) if sys.argv[1:] else 100
    with tempfile.TemporaryDirectory() as name:
        rules, cache = Path(name) / "rules", Path(name) / "cache"
        copies(rules, count)
        load_rules([rules], bundled=False)
        read = milliseconds(lambda: load_rules([rules], bundled=False), 3)

        def first() -> None:
            shutil.rmtree(cache, ignore_errors=True)
            load_rules([rules], bundled=False, cache=cache)

        written = milliseconds(first, 3)
        kept = milliseconds(lambda: load_rules([rules], bundled=False, cache=cache), 21)
        size = sum(path.stat().st_size for path in cache.rglob("*") if path.is_file())
    print(
        f"{count} rules: {read:.0f} ms from YAML, {written:.0f} ms with keeping them, {kept:.1f} ms kept ({size // 1000} kB)"
    )


if __name__ == "__main__":
    main()
