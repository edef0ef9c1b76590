"""What callers of the library give, judged: LintnewsError in a sentence, rather than whatever fails later, or silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime
from pathlib import Path

from .problem import LintnewsError, Problem


def wrong(message: str) -> LintnewsError:
    return LintnewsError(Problem("", message))


def folder_given(given: Path | str) -> Path:
    """The folder *given*, which must be there."""
    folder = Path(given)
    if not folder.is_dir():
        raise wrong(f"there is no folder {folder}")
    return folder


def names_given(given: Iterable[str], known: Collection[str], called: str) -> tuple[str, ...]:
    """The names of rules and subjects in *given*, for the argument *called*; each must be among *known*."""
    if isinstance(given, str):
        raise wrong(f"{called} is a list of rules and subjects, not one text")
    names = tuple(given)
    for name in names:
        if name not in known:
            from .located import suggestion

            raise wrong(f"{called}: `{name}` is not a rule or a subject{suggestion(name, tuple(sorted(known)))}")
    return names


def text_given(given: str) -> str:
    """*given*, which must be text."""
    if not isinstance(given, str):
        instead = "; `lint_bytes` takes the bytes of a file" if isinstance(given, bytes | bytearray) else ""
        raise wrong(f"a story is a str, not {type(given).__name__}{instead}")
    return given


def day_given(given: date | None) -> date | None:
    """The day of *given*, which must be a date; None for none."""
    if isinstance(given, datetime):
        return given.date()
    if given is not None and not isinstance(given, date):
        raise wrong(
            f"published is a datetime.date, not {type(given).__name__}: date.fromisoformat(…) makes one of a text"
        )
    return given
