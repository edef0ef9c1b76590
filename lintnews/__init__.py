"""lintnews: the linter for news copy.

The names below are loaded when they are first asked for: ``import lintnews`` alone costs next to nothing.
"""

from .version import VERSION as __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .config import Config
    from .finding import Finding
    from .linter import FileReport, Linter, lint_file, lint_text, load_house, load_rules
    from .match import Edit, Fix, Match, Note, Safety, Severity
    from .problem import LintnewsError, Problem
    from .rule import Rule, RuleSet
    from .source import Span
    from .story import Block, BlockKind, SourceText, Story
    from .wire import file_entry

__all__ = [
    "Block",
    "BlockKind",
    "Config",
    "Edit",
    "FileReport",
    "Finding",
    "Fix",
    "Linter",
    "LintnewsError",
    "Match",
    "Note",
    "Problem",
    "Rule",
    "RuleSet",
    "Safety",
    "Severity",
    "SourceText",
    "Span",
    "Story",
    "__version__",
    "file_entry",
    "lint_file",
    "lint_text",
    "load_house",
    "load_rules",
]

_MODULES = {
    "config": ("Config",),
    "finding": ("Finding",),
    "match": ("Edit", "Fix", "Match", "Note", "Safety", "Severity"),
    "linter": ("FileReport", "Linter", "lint_file", "lint_text", "load_house", "load_rules"),
    "problem": ("LintnewsError", "Problem"),
    "rule": ("Rule", "RuleSet"),
    "source": ("Span",),
    "story": ("Block", "BlockKind", "SourceText", "Story"),
    "wire": ("file_entry",),
}


def __getattr__(name: str) -> object:
    for module, names in _MODULES.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
