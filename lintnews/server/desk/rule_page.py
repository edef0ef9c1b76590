"""A rule's own page: what it says, why, and its examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...problem import LintnewsError
from ...reporters.markup import attributes, text
from ...rule import Example, Rule
from ...rulefile import load_rule


def rule_page(rule: Rule) -> str:
    """The page, as HTML; rules that came compiled are read again for their examples."""
    return "".join(_page(rule if rule.examples else _whole(rule)))


def _whole(rule: Rule) -> Rule:
    try:
        return load_rule(Path(rule.path), Path(rule.path).read_text(encoding="utf-8"))
    except (OSError, ValueError, LintnewsError):
        return rule


def _page(rule: Rule) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{text(rule.id)} – lintnews</title>\n"
    yield '<link rel="stylesheet" href="/desk/desk.css">\n<link rel="icon" href="/desk/icon.svg">\n</head>\n'
    state = rule.levels if rule.enabled else f"{rule.levels}, off unless it is switched on"
    yield f'<body class="rule-page">\n<main>\n<p class="above"><a href="/">The desk</a> · {text(rule.subject)}</p>\n'
    yield f"<h1>{text(rule.id)}</h1>\n<p><strong>{text(state.capitalize())}</strong></p>\n"
    for heading, words in (("Why", rule.why), ("Source", rule.cites)):
        if words.strip():
            yield f"<h2>{heading}</h2>\n"
            yield from (f"<p>{text(' '.join(part.split()))}</p>\n" for part in words.strip().split("\n\n"))
    for heading, valid in (("Flagged", False), ("Left alone", True)):
        examples = [example for example in rule.examples if example.valid == valid]
        if examples:
            yield f"<h2>{heading}</h2>\n<ul{attributes(class_='examples')}>\n"
            yield from (f"<li>{_example(example)}</li>\n" for example in examples)
            yield "</ul>\n"
    yield "</main>\n</body>\n</html>\n"


def _example(example: Example) -> str:
    parts, at = [], 0
    for start, end in example.marks:
        parts += [text(example.source[at:start]), f"<mark>{text(example.source[start:end])}</mark>"]
        at = end
    return "".join([*parts, text(example.source[at:])]).strip()
