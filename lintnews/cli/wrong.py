"""Wrong usage of the command line."""

from __future__ import annotations


class UsageError(Exception):
    """The command line can't be followed; the words say why, in one line. Ends the run with status 2."""


def unknown(what: str, name: str, known: tuple[str, ...]) -> UsageError:
    """*name* is no *what* (with its article); the nearest of *known* is suggested, or all of a few are shown."""
    from ..located import suggestion

    hint = suggestion(name, known)
    if not hint and len(known) <= 15:
        hint = ": " + ", ".join(known)
    return UsageError(f"`{name}` is not {what}{hint}")
