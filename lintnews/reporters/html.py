"""html: one page for a run. Each story as it reads, what was found underlined in place, remarks beside it.

The page holds all it needs, asks nothing of any other place, and can be read without JavaScript, which only filters.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from .markup import attributes, text
from .passages import Passage, passages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..wire import FindingEntry, FixEntry, Result
    from . import Setting

SEVERITIES = ("error", "warning", "info")
TAGS = {"headline": "h3", "subhead": "h4", "blockquote": "blockquote"}
LABELS = {"safe": "Fix", "unsafe": "Possible fix", "shown": "Suggestion"}


def report(results: Iterable[Result], setting: Setting) -> Iterator[str]:
    page = _Page()
    stories = [story for number, result in enumerate(results, 1) if (story := page.story(number, result))]
    yield _head(page.title())
    yield f'<header class="top"><h1>{text(page.title())}</h1>{page.counts()}<div id="filters" hidden></div></header>\n'
    yield page.contents()
    yield "<main>\n"
    yield from stories
    yield page.without_findings()
    yield f"</main>\n<script>{_asset('page.js')}</script>\n</body>\n</html>\n"


def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _head(title: str) -> str:
    style, script = _asset("page.css"), _asset("page.js")
    policy = f"default-src 'none'; style-src {_source_hash(style)}; script-src {_source_hash(script)}; img-src data:"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy"{attributes(content=policy)}>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{text(title)}</title>\n<link rel="icon" href="data:,">\n<style>{style}</style>\n</head>\n<body>\n'
    )


def _source_hash(content: str) -> str:
    import base64

    return f"'sha256-{base64.b64encode(sha256(content.encode()).digest()).decode()}'"


class _Page:
    """Collects what the top and the end of the page say about all stories."""

    def __init__(self) -> None:
        self.found = dict.fromkeys(SEVERITIES, 0)
        self.files = 0
        self.rows: list[str] = []
        self.clean: list[str] = []

    def story(self, number: int, result: Result) -> str:
        """The story with what was found in it; nothing where there is nothing to show."""
        self.files += 1
        entry = result.entry
        said = [entry["error"]] if "error" in entry else entry.get("failures", [])
        if not entry["findings"] and not said:
            self.clean.append(entry["path"])
            return ""
        for finding in entry["findings"]:
            self.found[finding["severity"]] += 1
        count = _counted(len(entry["findings"]), "finding") if "error" not in entry else "could not be read"
        self.rows.append(f'<li><a href="#s{number}">{text(entry["path"])}</a> <span>{count}</span></li>')
        return _Story(number, result).html(said)

    def title(self) -> str:
        total = sum(self.found.values())
        return f"{_counted(total, 'finding')} in {_counted(self.files, 'story', 'stories')}"

    def counts(self) -> str:
        items = "".join(
            f'<li class="{severity}">{_counted(count, severity)}</li>'
            for severity, count in self.found.items()
            if count
        )
        return f'<ul class="counts">{items}</ul>' if items else ""

    def contents(self) -> str:
        if len(self.rows) < 2:
            return ""
        return f'<nav aria-label="Stories"><h2>Stories</h2><ol>{"".join(self.rows)}</ol></nav>\n'

    def without_findings(self) -> str:
        if not self.clean:
            return ""
        rows = "".join(f"<li>{text(path)}</li>" for path in self.clean)
        summary = f"{_counted(len(self.clean), 'story', 'stories')} without findings"
        return f'<details class="clean"><summary>{summary}</summary><ul>{rows}</ul></details>\n'


class _Story:
    """One story: its blocks, each with the remarks on what stands in it."""

    def __init__(self, number: int, result: Result) -> None:
        self.prefix = f"s{number}"
        self.result = result
        self.findings = result.entry["findings"]

    def html(self, said: list[str]) -> str:
        rows = [f'<article id="{self.prefix}">\n<h2>{text(self.result.entry["path"])}</h2>\n']
        rows += [f'<p class="unread">{text(words)}</p>\n' for words in said]
        if self.findings:
            elsewhere, blocks = passages(self.result)
            rows += [self._row("", self._cards(elsewhere))] if elsewhere else []
            rows += [self._block(block) for block in blocks]
        return "".join([*rows, "</article>\n"])

    def _block(self, block: Passage) -> str:
        tag = TAGS.get(block.kind, "p")
        words = "".join(self._segment(*segment) for segment in block.segments())
        return self._row(f'<{tag} class="{block.kind}" dir="auto">{words}</{tag}>', self._cards(block.findings))

    @staticmethod
    def _row(words: str, cards: str) -> str:
        return f'<section class="row"><div class="copy">{words}</div>{cards}</section>\n'

    def _segment(self, words: str, found: list[int], others: list[tuple[int, int]], ids: list[str]) -> str:
        """*words* that the same findings cover; *others* are notes, each as the numbers of its finding and its own."""
        anchors = "".join(f'<span id="{self.prefix}{name}"></span>' for name in ids)
        if found:
            first = min(found, key=lambda index: SEVERITIES.index(self.findings[index]["severity"]))
            kind, target = self.findings[first]["severity"], f"f{first}"
        elif others:
            kind, target = "other", f"f{others[0][0]}"
        else:
            return anchors + text(words)
        belongs = [*found, *(index for index, _ in others)]
        names = " ".join(f"{self.prefix}f{index}" for index in dict.fromkeys(belongs))
        label = {"class_": f"mark {kind}", "href": f"#{self.prefix}{target}", "data-of": names}
        return f"{anchors}<a{attributes(**label)}>{text(words)}</a>"

    def _cards(self, numbers: Iterable[int]) -> str:
        cards = "".join(self._card(number, self.findings[number]) for number in numbers)
        return f'<ol class="remarks">{cards}</ol>' if cards else ""

    def _card(self, number: int, finding: FindingEntry) -> str:
        start = finding["start"]
        names = {"id": f"{self.prefix}f{number}", "class_": f"remark {finding['severity']}", "tabindex": "-1"}
        data = {"data-severity": finding["severity"], "data-subject": finding["subject"] or "other"}
        place = f'<a href="#{self.prefix}m{number}">line {start["line"]}, column {start["column"]}</a>'
        parts = [
            f'<p class="head"><b>{finding["severity"]}</b> {place} <code>{text(finding["rule"])}</code></p>',
            f'<p class="message">{text(finding["message"])}</p>',
        ]
        for index, note in enumerate(finding["notes"]):
            link = (
                f'<a href="#{self.prefix}o{number}n{index}">line {note["start"]["line"]}</a>: ' if note["start"] else ""
            )
            parts.append(f'<p class="note">{link}{text(note["message"])}</p>')
        if finding["evidence"]:
            parts.append(f'<p class="evidence">{text("; ".join(finding["evidence"]))}</p>')
        fixes = [finding["fix"], *finding["alternatives"]] if finding["fix"] else []
        parts += [self._fix(fix, "Or" if index else "") for index, fix in enumerate(fixes) if fix]
        return f"<li{attributes(**names, **data)}>{''.join(parts)}</li>"

    def _fix(self, fix: FixEntry, label: str) -> str:
        edits = []
        for edit in fix["edits"]:
            old = self.result.source[edit["start"] : edit["end"]]
            edits.append(
                (f"<del>{text(old)}</del> " if old else "")
                + (f"<ins>{text(edit['text'])}</ins>" if edit["text"] else "")
            )
        return f'<p class="fix">{label or LABELS[fix["safety"]]}: {", ".join(edits)}</p>'


def _counted(number: int, one: str, many: str = "") -> str:
    if one == "info":
        return f"{number} info"
    return f"{number} {one if number == 1 else many or one + 's'}"
