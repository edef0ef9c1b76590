"""What the shell offers for the values of options and arguments. Nothing is imported before it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def _beginning(incomplete: str, names: Iterable[str]) -> list[str]:
    """Those of *names* that begin so; of a list with commas, the last is completed."""
    done, comma, last = incomplete.rpartition(",")
    return [f"{done}{comma}{name}" for name in names if name.startswith(last)]


def severities(incomplete: str) -> list[str]:
    return _beginning(incomplete, ("info", "warning", "error"))


PRESETS = ("us-wire", "uk-desk", "web-desk", "student-paper")


def presets(incomplete: str) -> list[str]:
    return _beginning(incomplete, PRESETS)


def report_formats(incomplete: str) -> list[str]:
    from ..plugins import every_name
    from ..reporters import REPORTERS

    return _beginning(incomplete, every_name(REPORTERS, "lintnews.reporters"))


def story_formats(incomplete: str) -> list[str]:
    from ..readers import every_format

    return _beginning(incomplete, every_format())


def rules(incomplete: str) -> list[str]:
    """The ids and subjects of the rules here; none while a rule or the configuration is wrong."""
    from ..problem import LintnewsError
    from .loading import names_here

    try:
        return _beginning(incomplete, names_here())
    except LintnewsError:
        return []


def check_kinds(incomplete: str) -> list[str]:
    from ..checks import check_kinds

    return _beginning(incomplete, check_kinds())


COMPLETERS: dict[str, Callable[[str], list[str]]] = {
    "presets": presets,
    "severities": severities,
    "report_formats": report_formats,
    "story_formats": story_formats,
    "rules": rules,
    "check_kinds": check_kinds,
}
