"""A bound on the processor time that one story may take, whatever a check of the house's own does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

SECONDS = 30.0
SECONDS_PER_MILLION_BYTES = 30.0
"""Twenty times what the bundled rules take on a slow machine."""


class TimeUp(Exception):
    """A story took more processor time than it may."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeUp in the code within once it took *seconds* of processor time, and each time that it took them again.

    Code that handles the first can so go on, and be stopped again. There is no limit where the system has no such
    clock, and outside the main thread.
    """
    import signal
    import threading

    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_: int, frame: FrameType | None) -> None:
        place = f" at {Path(frame.f_code.co_filename).name}:{frame.f_lineno}" if frame else ""
        raise TimeUp(f"stopped after {seconds:g} s of processor time{place}")

    before = signal.signal(signal.SIGPROF, stop)
    try:
        signal.setitimer(signal.ITIMER_PROF, seconds, seconds)
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before or signal.SIG_DFL)
