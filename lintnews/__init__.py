"""lintnews: the linter for news copy."""

from .finding import Edit, Finding, Fix, Match, Note, Safety, Severity
from .linter import FileReport, Linter, load_rules
from .problem import LintnewsError, Problem
from .rule import Rule, RuleSet
from .source import Span
from .story import Block, BlockKind, Story

__all__ = [
    "Block",
    "BlockKind",
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
    "Span",
    "Story",
    "load_rules",
]
