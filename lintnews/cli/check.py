"""lintnews check"""

from __future__ import annotations

from .checking import check as run
from .commands import command
from .options import CheckOptions

check = command(
    CheckOptions,
    run,
    """Lint stories.

    Exit status: 0 nothing found, 1 findings at or above the failing severity, 2 wrong usage or a file that could not
    be read, 3 a rule or configuration file is wrong.
    """,
)
