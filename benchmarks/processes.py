"""Time whole processes: the median of many, against Python doing nothing, turn and turn about.

Time is that of the clock, as a user feels it. Where others use the machine too, the processor's own time is the steadier
number, so it is shown beside it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LINTNEWS = str(Path(sys.executable).with_name("lintnews"))
NOTHING = (sys.executable, "-c", "pass")


@dataclass(frozen=True)
class Measure:
    """A command, the milliseconds over bare Python that it may take, and what is done before each run, by its number."""

    name: str
    arguments: tuple[str, ...]
    target: float
    before: Callable[[int], object] = lambda number: None


def measured(measures: Sequence[Measure], runs: int, folder: Path, cache: Path) -> bool:
    """Run each command *runs* times in *folder* and print its times; whether all keep to their targets."""
    environment = {**os.environ, "LINTNEWS_CACHE_DIR": str(cache), "NO_COLOR": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def times(command: Sequence[str]) -> tuple[float, float]:
        before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return (time.perf_counter() - began) * 1000, used * 1000

    kept = True
    for measure in measures:
        command = (LINTNEWS, *measure.arguments)
        bare, whole = [], []
        for number in range(runs + 2):
            measure.before(number)
            bare.append(times(NOTHING))
            whole.append(times(command))
        over, used = (
            statistics.median(run[which] for run in whole[2:]) - statistics.median(run[which] for run in bare[2:])
            for which in (0, 1)
        )
        verdict = "" if over <= measure.target else "  OVER"
        kept = kept and over <= measure.target
        target = f"; target {measure.target:.0f}" if measure.target < float("inf") else ""
        print(f"{measure.name:<58} {over:6.1f} ms ({used:.1f} of processor time{target}){verdict}", flush=True)
    return kept
