"""The options of ``lintnews check`` and ``fix``: each is declared here, once, with its flags, its help and its type.

``read`` reads a plain command line by these declarations, without typer, whose import takes longer than linting a story;
``commands.command`` makes of the same declarations what typer needs to read any other, to help and to complete.
"""

from __future__ import annotations

from ..reporters import REPORTERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Asked = TypeVar("Asked", bound="Options")


class Option:
    """One option: a descriptor, whose value is the default until another is set. ``choices`` names what completes it."""

    takes_value = True

    def __init__(self, *flags: str, help: str, metavar: str = "", choices: str = "", default: Any = None) -> None:
        self.flags = flags
        self.help = help
        self.metavar = metavar
        self.choices = choices
        self.default = default
        self.name = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def read(self, options: Options, written: str) -> bool:
        """Take what was *written*; False for what this option can't be."""
        setattr(options, self.name, written)
        return True


class Text(Option):
    """A text; empty if it was not given and has no default."""

    def __get__(self, options: Options, owner: type) -> str:
        found: str = vars(options).get(self.name, self.default or "")
        return found

    def __set__(self, options: Options, value: str) -> None:
        vars(options)[self.name] = value


class Texts(Option):
    """Texts: the option may be given several times."""

    def __get__(self, options: Options, owner: type) -> list[str]:
        found: list[str] = vars(options).setdefault(self.name, [])
        return found

    def __set__(self, options: Options, value: list[str]) -> None:
        vars(options)[self.name] = value

    def read(self, options: Options, written: str) -> bool:
        self.__get__(options, type(options)).append(written)
        return True


class Number(Option):
    """A whole number that is not negative; 0 if it was not given."""

    def __get__(self, options: Options, owner: type) -> int:
        found: int = vars(options).get(self.name, 0)
        return found

    def __set__(self, options: Options, value: int) -> None:
        vars(options)[self.name] = value

    def read(self, options: Options, written: str) -> bool:
        if not (written.isascii() and written.isdigit()):
            return False
        vars(options)[self.name] = int(written)
        return True


class Flag(Option):
    """Whether it was given."""

    takes_value = False

    def __get__(self, options: Options, owner: type) -> bool:
        found: bool = vars(options).get(self.name, False)
        return found

    def __set__(self, options: Options, value: bool) -> None:
        vars(options)[self.name] = value


class Options:
    """What a command that lints was asked; texts as they were written."""

    select = Texts("--select", help="Rules or subjects to run, with commas between.", choices="rules")
    ignore = Texts("--ignore", help="Rules or subjects to leave out.", choices="rules")
    rules = Texts("--rules", help="Folder with more rules.", metavar="FOLDER")
    config = Text("--config", help="Configuration to use.", metavar="FILE")
    published = Text("--published", help="Publication date of stories that give none.", metavar="DATE")
    stdin_filename = Text("--stdin-filename", help="Name of the story on standard input.", metavar="NAME")
    format_of = Text(
        "--format-of", help="Format of the stories, whatever their names.", metavar="FORMAT", choices="story_formats"
    )
    exclude = Texts(
        "--exclude", help="Leave out files that match this glob, beside those of the configuration.", metavar="GLOB"
    )
    verbose = Flag("--verbose", "-v", help="Say what is read and what is passed over.")
    quiet = Flag("--quiet", "-q", help="Only the report and errors.")

    def __init__(self, paths: list[str]) -> None:
        self.paths = paths

    @classmethod
    def declared(cls) -> dict[str, Option]:
        """Every option, by its name in Python, in the order of their declaration."""
        found: dict[str, Option] = {}
        for kind in reversed(cls.__mro__):
            found |= {name: value for name, value in vars(kind).items() if isinstance(value, Option)}
        return found


class CheckOptions(Options):
    """The options of ``lintnews check``."""

    format = Text(
        "--format", "-f", help=f"Output format: {', '.join(REPORTERS)}.", choices="report_formats", default="text"
    )
    against = Texts("--against", help="Transcript that quotations are held against.", metavar="FILE")
    least = Text(
        "--least", help="Least severity to report: info, warning or error.", metavar="SEVERITY", choices="severities"
    )
    fail_on = Text(
        "--fail-on", help="Least severity that makes the exit status 1.", metavar="SEVERITY", choices="severities"
    )
    jobs = Number("--jobs", "-j", help="Processes; 0 is one for every core.")
    output = Text("--output", "-o", help="Write the report there; - is standard output.", metavar="FILE")
    baseline = Text("--baseline", help="Leave out the findings known in this file.", metavar="FILE")
    no_baseline = Flag("--no-baseline", help="Report known findings too.")
    diff = Text("--diff", help="Only what stands on lines changed since this commit.", metavar="BASE")
    changed = Flag("--changed", help="Only what stands on lines not yet committed.")
    whole_stories = Flag("--whole-stories", help="With --diff or --changed: all that stands in changed stories.")
    publish = Flag("--publish", help="Also what a draft may hold but print may not.")
    exit_zero = Flag("--exit-zero", help="Exit with status 0 whatever is found.")
    statistics = Flag("--statistics", help="Count the findings of each rule.")
    no_cache = Flag("--no-cache", help="Lint again what has not changed; compiled rules are still kept.")


class FixOptions(Options):
    """The options of ``lintnews fix``."""

    unsafe = Flag("--unsafe", help="Also fixes that may change the meaning.")
    diff = Flag("--diff", help="Write nothing; show what would change.")
    interactive = Flag("--interactive", "-i", help="Ask about every fix.")


def read(kind: type[Asked], arguments: list[str]) -> Asked | None:
    """The options in *arguments* (those after the command); None where typer must look at them."""
    options = kind([])
    by_flag = {flag: option for option in kind.declared().values() for flag in option.flags}
    words = iter(arguments)
    for word in words:
        name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
        option = by_flag.get(name)
        if word == "--":
            options.paths += words
        elif not word.startswith("-") or word == "-":
            options.paths.append(word)
        elif option is None:
            return None
        elif not option.takes_value:
            if equals:
                return None
            setattr(options, option.name, True)
        else:
            value = value if equals else next(words, "")
            if not value or not option.read(options, value):
                return None
    return options if options.paths else None


def names(values: list[str]) -> list[str]:
    """The names in repeated options that may each hold several, with commas between."""
    return [name for value in values for part in value.split(",") if (name := part.strip())]
