"""What ``lintnews check`` was asked: read from the command line here without typer where that is plain.

``VALUES`` and ``FLAGS`` name the options that this module reads; whatever else stands on a command line is left to
typer, which gives help, completion and errors. Importing typer takes longer than linting a story.
"""

from __future__ import annotations

VALUES: dict[str, str] = {
    "--format": "format",
    "-f": "format",
    "--select": "select",
    "--ignore": "ignore",
    "--rules": "rules",
    "--against": "against",
    "--config": "config",
    "--published": "published",
    "--stdin-filename": "stdin_filename",
    "--format-of": "format_of",
    "--fail-on": "fail_on",
    "--jobs": "jobs",
    "-j": "jobs",
    "--baseline": "baseline",
    "--diff": "diff",
    "--output": "output",
    "-o": "output",
}
FLAGS: dict[str, tuple[str, bool]] = {
    "--exit-zero": ("exit_zero", True),
    "--statistics": ("statistics", True),
    "--quiet": ("quiet", True),
    "-q": ("quiet", True),
    "--no-cache": ("cache", False),
    "--no-baseline": ("known_too", True),
    "--changed": ("changed", True),
    "--whole-stories": ("whole_stories", True),
    "--publish": ("publish", True),
}
REPEATED = ("select", "ignore", "rules", "against")


class CheckOptions:
    """The options of ``lintnews check``; texts and numbers as they were written. Empty means that it was not given."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = paths
        self.format = "text"
        self.select: list[str] = []
        self.ignore: list[str] = []
        self.rules: list[str] = []
        self.against: list[str] = []
        self.config = ""
        self.published = ""
        self.stdin_filename = ""
        self.format_of = ""
        self.fail_on = ""
        self.jobs = 0
        self.baseline = ""
        self.known_too = False
        self.diff = ""
        self.changed = False
        self.whole_stories = False
        self.publish = False
        self.output = ""
        self.exit_zero = False
        self.statistics = False
        self.quiet = False
        self.cache = True


def read(arguments: list[str]) -> CheckOptions | None:
    """The options in *arguments* (those after ``check``); None where typer must look at them."""
    options = CheckOptions([])
    words = iter(arguments)
    for word in words:
        if word == "--":
            options.paths += words
        elif not word.startswith("-") or word == "-":
            options.paths.append(word)
        elif word in FLAGS:
            setattr(options, *FLAGS[word])
        else:
            name, equals, value = word.partition("=")
            if name not in VALUES or (equals and not name.startswith("--")):
                return None
            if not equals:
                value = next(words, "")
            if not value or not _set(options, VALUES[name], value):
                return None
    return options if options.paths else None


def _set(options: CheckOptions, field: str, value: str) -> bool:
    if field in REPEATED:
        getattr(options, field).append(value)
    elif field == "jobs":
        if not (value.isascii() and value.isdigit()):
            return False
        options.jobs = int(value)
    else:
        setattr(options, field, value)
    return True


def names(values: list[str]) -> list[str]:
    """The names in repeated options that may each hold several, with commas between."""
    return [name for value in values for part in value.split(",") if (name := part.strip())]
