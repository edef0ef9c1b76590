"""Give all rules copy that is put together at random from the rules' own examples, and check what they find and mend.

    python -m benchmarks.fuzz_rules --minutes 10 [--fix] [--seed 1] [--stop]

Rules must not raise, must find the same twice, must stay within the text and the file, and must be done in time. With
``--fix``, the copy is mended as ``lintnews fix --unsafe`` does: the rules must settle, a second run must change nothing, and
nothing may be found afterwards that was not found before, but for what touches a change. Says how many stories were tried
and what was wrong, each kind of fault once; with ``--stop`` the first one ends the run.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator

from lintnews import Linter, load_rules
from lintnews.finding import Finding
from lintnews.fix_file import FileFix, fix_bytes
from lintnews.house import House
from lintnews.linter import FileReport

SLOW = 4.0
"""Seconds that no such small story may take."""
ODD = ["“", "”", '"', "'", "’", "(", ")", "[", "]", " — ", "--", ",", ".", ";", ":", "…", "$", "%", "1,000,000", "0", "00:61", "Feb. 30", "31/31/31",
    "'90s", "6'2\"", "\u00a0", "\u200b", "\u0301", "é", "İ", "ß", "ﬁ", "😀", "\n", "\n\n", "\t", "  ", "A" * 60, "9" * 400, "year 0", "10000 B.C.", "II", "O’O’",
    "<b>", "&amp;", "**", "# ", "> ", "- ", "[x](y)", "(AP)", "-30-", "LONDON (Reuters) - ", "---\n", "@a", "http://x.y/Z", "½", "¾ mln", "٣", "²", "Mr.", "U.S.",
    "lintnews: off"]  # fmt: skip
HOUSES = (House(), House(date_style="ap", dateline_style="ap"), House(dateline_style="reuters", date_order="dmy"))
LEFT_OFF = ("headline-title-case",)
"""Rules that can't be on together with another: headlines are in sentence case here."""
Judge = Callable[[Linter, str, str], Iterator[str]]
_PIECE = re.compile(r"\n\n|(?<=[.!?”\"])\s+")
_WORD = re.compile(r"\S+\s*")


def pieces(linter: Linter) -> list[str]:
    """The sentences and the front matter of all examples."""
    found: dict[str, None] = {}
    for rule in linter.rules:
        for example in rule.examples:
            found.update(dict.fromkeys(part for part in _PIECE.split(example.source) if part.strip()))
    return list(found)


def story(rng: random.Random, every: list[str]) -> str:
    """Up to twelve pieces, some of their words swapped, doubled, cut, or beside odd ones."""
    parts = [rng.choice(every) for _ in range(rng.randrange(1, 13))]
    text = "".join(part + rng.choice([" ", " ", " ", "\n\n", "\n", ""]) for part in parts)
    words = _WORD.findall(text)
    for _ in range(rng.choice([0, 0, 1, 2, 5, 10])):
        if not words:
            break
        at = rng.randrange(len(words))
        _spoil(rng, words, at)
    whole = "".join(words)
    if rng.random() < 0.2:
        whole = f"---\npublished: 2025-03-05\nheadline: {rng.choice(every).splitlines()[0][:80]}\n---\n{whole}"
    return whole


def _spoil(rng: random.Random, words: list[str], at: int) -> None:
    change = rng.randrange(7)
    word = words[at]
    if change == 0:
        words[at] = rng.choice(ODD) + word
    elif change == 1:
        words[at] = word.rstrip() + rng.choice(ODD)
    elif change == 2:
        other = rng.randrange(len(words))
        words[at], words[other] = words[other], word
    elif change == 3:
        words.insert(at, word)
    elif change == 4:
        del words[at]
    elif change == 5 and len(word) > 2:
        cut = rng.randrange(len(word))
        words[at] = word[:cut] + word[cut + 1 :]
    else:
        words[at] = rng.choice([word.upper(), word.capitalize(), word.lower(), rng.choice(ODD)])


def fault_of_findings(linter: Linter, text: str, format_of: str) -> Iterator[str]:
    """What is wrong with what the rules find in *text*."""
    began = time.process_time()
    report = linter.lint_bytes(text.encode("utf-8", "replace"), path="story", format_of=format_of)
    taken = time.process_time() - began
    if taken > SLOW:
        yield f"slow: {taken:.1f} s"
    if report.error:
        yield f"error: {report.error}"
    yield from (f"failure: {failure}" for failure in report.failures if "failed" in failure)
    yield from _misplaced(report)
    again = linter.lint_bytes(text.encode("utf-8", "replace"), path="story", format_of=format_of)
    if [_told(finding) for finding in report.findings] != [_told(finding) for finding in again.findings]:
        yield "other findings the second time"


def _misplaced(report: FileReport) -> Iterator[str]:
    if report.story is None:
        return
    length, size = len(report.story.text), len(report.story.source)
    for finding in report.findings:
        spans = [finding.span, *(note.span for note in finding.notes if note.span is not None)]
        edits = [edit for fix in finding.fixes for edit in fix.edits]
        spans += [edit.span for edit in edits if edit.source is None]
        if any(not 0 <= span.start <= span.end <= length for span in spans):
            yield f"{finding.rule.id}: outside of the text"
        if not 0 <= finding.source.start <= finding.source.end <= size:
            yield f"{finding.rule.id}: outside of the file"
        if not finding.message or re.search(r"\{\w+\}", finding.message):
            yield f"{finding.rule.id}: message {finding.message!r}"


def _told(finding: Finding) -> tuple[str, int, int, str]:
    return finding.rule.id, finding.source.start, finding.source.end, finding.message


def fault_of_fixes(linter: Linter, text: str, format_of: str) -> Iterator[str]:
    """What is wrong with *text* as it is mended."""
    data = text.encode("utf-8", "replace")
    fixed = fix_bytes(data, linter, path="story", format_of=format_of, unsafe=True)
    if fixed.fixed.unsettled:
        yield f"unsettled: {', '.join(fixed.fixed.unsettled)}"
    if not fixed.changes:
        return
    second = fix_bytes(fixed.after, linter, path="story", format_of=format_of, unsafe=True)
    if second.changes and not fixed.fixed.unsettled:
        yield f"mended again: {', '.join(sorted({one.rule.id for one in second.fixed.applied}))}"
    yield from _new_findings(linter, data, fixed, format_of)


def _new_findings(linter: Linter, data: bytes, fixed: FileFix, format_of: str) -> Iterator[str]:
    before = linter.lint_bytes(data, path="story", format_of=format_of)
    known = Counter((finding.rule.id, finding.text) for finding in before.findings)
    touched = _touched(fixed)
    by = ", ".join(sorted({one.rule.id for one in fixed.fixed.applied}))
    for finding in fixed.fixed.left:
        key = (finding.rule.id, finding.text)
        known[key] -= 1
        if known[key] >= 0 or finding.rule.subject == "suppressions":
            continue
        places = [finding.source, *(fixed.fixed.story.map.to_source(note.span) for note in finding.notes if note.span)]
        if not any(place.start <= end and start <= place.end for place in places for start, end in touched):
            yield f"new after fix by {by}: {finding.rule.id}"


def _touched(fixed: FileFix) -> list[tuple[int, int]]:
    """Where the mended text differs, a sentence's length around it taken in."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, fixed.reading.source, fixed.fixed.text, autojunk=False)
    return [(low - 60, high + 60) for tag, _, _, low, high in matcher.get_opcodes() if tag != "equal"]


def _faults(judge: Judge, linter: Linter, text: str, format_of: str) -> list[str]:
    try:
        return list(judge(linter, text, format_of))
    except Exception as error:
        return [f"raised {type(error).__name__}: {error}"]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--fix", action="store_true", help="check what is mended, and not what is found")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop", action="store_true", help="stop at the first fault")
    options = parser.parse_args()
    rules = load_rules()
    also = [rule.id for rule in rules if rule.id not in LEFT_OFF]
    linters = [Linter(rules, house=house, also=also) for house in HOUSES]
    every = pieces(linters[0])
    judge: Judge = fault_of_fixes if options.fix else fault_of_findings
    rng = random.Random(options.seed)
    tried, faults = 0, Counter[str]()
    end = time.monotonic() + 60 * options.minutes
    while time.monotonic() < end:
        text, linter, format_of = story(rng, every), rng.choice(linters), rng.choice(["plain", "markdown"])
        tried += 1
        for fault in _faults(judge, linter, text, format_of):
            kind = re.sub(r"\d+(?:\.\d+)?", "0", fault)
            faults[kind] += 1
            if faults[kind] == 1:
                print(f"{fault}\n    {format_of}: {text!r}", flush=True)
            if options.stop:
                return 1
    print(f"{tried:,} stories tried, {sum(faults.values()):,} faults of {len(faults)} kinds")
    for kind, count in faults.most_common():
        print(f"{count:6,} {kind}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
