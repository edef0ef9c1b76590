"""Dates, measured.

    python benchmarks/dates.py datelines --judged judged_dates.jsonl --stories stories.jsonl
    python benchmarks/dates.py weekdays --judged judged_dates.jsonl --stories stories.jsonl
    python benchmarks/dates.py grammar            (needs `pip install dateparser`)
    python benchmarks/dates.py speed --stories stories.jsonl

A file of stories has one a line with ``id``, ``date``, ``dateline`` and ``text``; a file of judged cases ``id``,
``kind`` (``dateline_form``, ``dateline_vs_filing``, ``weekday_date``), ``judgement`` (``error`` or ``correct``) and
``offsets`` into the text.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:] = [str(HERE.parent), *(path for path in sys.path if path != str(HERE))]

from lintnews.finding import Severity  # noqa: E402
from lintnews.house import House  # noqa: E402
from lintnews.linter import Linter, load_rules  # noqa: E402
from lintnews.mentions import MENTIONS, mention_class  # noqa: E402
from lintnews.mentions.dates.date_grammar import DateWords, read_date_words  # noqa: E402
from lintnews.mentions.words.calendar_words import MONTH_NAMES  # noqa: E402
from lintnews.readers.plain import read  # noqa: E402
from lintnews.source import Span  # noqa: E402
from lintnews.story import Reading, Story  # noqa: E402

DATE_KINDS = [
    "age",
    "clock-time",
    "date",
    "date-range",
    "date-slip",
    "dated-day-word",
    "dated-weekday",
    "dateline",
    "duration",
    "life-dates",
    "named-day",
    "partial-date",
    "relative-day",
    "relative-period",
    "time-pair",
    "told-event",
    "weekday",
    "year-day",
    "year-range",
    "years-since",
]
PLAIN = (
    "The council approved 12 plans in three sessions, and 2.5 percent of them may fail.",
    "Shares rose 3.4 points to 1,204 after a second quarter that nobody had expected.",
    "May the best team win, the mayor said; she won by 12 to 5 and will march on.",
)
"""Sentences without a date, to see what else is taken for one."""


def rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def datelines(options: argparse.Namespace) -> None:
    """Judged dateline errors found, and other datelines flagged, in a house with the given style."""
    judged = {row["id"]: row for row in rows(options.judged) if row["kind"].startswith("dateline")}
    linter = Linter(load_rules().selected(["datelines"]), house=House(dateline_style=options.style))
    found = errors = good = flagged = hinted = 0
    for story in rows(options.stories):
        if not story.get("dateline"):
            continue
        head = f"---\npublished: {story['date']}\ndateline: {json.dumps(story['dateline'])}\n---\n\n"
        findings = linter.lint_text(head + story["text"][:300], format_of="markdown").findings
        worst = max((finding.severity for finding in findings), default=None)
        case = judged.get(story["id"])
        if case and case["judgement"] == "error":
            errors += 1
            found += worst is not None and worst >= Severity.WARNING
            if worst is None or worst < Severity.WARNING:
                print("missed ", story["dateline"], case.get("note", ""))
            continue
        good += 1
        flagged += worst is not None and worst >= Severity.WARNING
        hinted += worst is Severity.INFO
        if worst is not None and options.verbose:
            print(worst, story["id"], story["dateline"], story["date"], [finding.message for finding in findings])
    print(f"style {options.style}: judged errors found {found}/{errors}")
    print(
        f"other datelines flagged {flagged}/{good} = {flagged / good:.2%}, hinted at {hinted}/{good} = {hinted / good:.2%}"
    )


def weekdays(options: argparse.Namespace) -> None:
    """Judged pairs of weekday and date: errors found, correct ones flagged."""
    stories = {story["id"]: story for story in rows(options.stories)}
    linter = Linter(load_rules().selected(["dates"]))
    found = errors = alarms = right = 0
    for case in rows(options.judged):
        story = stories.get(case["id"])
        if story is None or case["kind"] != "weekday_date":
            continue
        head = f"---\npublished: {story['date']}\n---\n\n" if story["date"] else ""
        report = linter.lint_text(head + story["text"], format_of="markdown")
        place = Span(*case["offsets"]).shifted(len(head))
        hit = any(finding.source.overlaps(place) for finding in report.findings)
        errors += case["judgement"] == "error"
        found += hit and case["judgement"] == "error"
        right += case["judgement"] == "correct"
        alarms += hit and case["judgement"] == "correct"
    print(f"judged weekday errors found {found}/{errors}, correct ones flagged {alarms}/{right}")


def grammar(options: argparse.Namespace) -> None:
    """The grammar against dateparser, on generated sentences with one date and its year, and sentences with none."""
    from dateparser.search import search_dates

    from tests.date_phrases import phrases

    sentences = [(p.sentence, p.first) for p in phrases(4 * options.count, seed=5) if p.dated and p.right]
    cases: list[tuple[str, date | None]] = [*sentences[: options.count], *((text, None) for text in PLAIN * 20)]

    def library(text: str) -> list[date]:
        return [when.date() for _, when in search_dates(text, languages=["en"]) or ()]

    for name, find in (("lintnews", _grammar_dates), ("dateparser", library)):
        _compare(name, find, cases)
    if options.judged:
        own = [
            {(w.month, w.days[0][0]) for w in _date_words(case["context"])} for case in _weekday_cases(options.judged)
        ]
        others = [{(day.month, day.day) for day in library(case["context"])} for case in _weekday_cases(options.judged)]
        truths = [_month_and_day(case["string"]) for case in _weekday_cases(options.judged)]
        for name, found in (("lintnews", own), ("dateparser", others)):
            hits = sum(truth in days for truth, days in zip(truths, found, strict=True))
            print(f"{name:<11} judged dates in real copy found {hits}/{len(truths)}")


def _weekday_cases(judged: Path) -> list[dict[str, Any]]:
    return [case for case in rows(judged) if case["kind"] == "weekday_date" and _month_and_day(case["string"])]


def _month_and_day(words: str) -> tuple[int, int] | None:
    """The month and day in the words of a judged case, read as simply as can be."""
    month = next((number for number, name in enumerate(MONTH_NAMES, 1) if name in words), None)
    day = re.search(r"\b\d{1,2}\b", words)
    return (month, int(day.group())) if month and day else None


def _grammar_dates(text: str) -> list[date]:
    return [
        date(w.year, w.month, w.days[0][0]) for w in _date_words(text) if w.month and w.year and w.order != "either"
    ]


def _date_words(text: str) -> list[DateWords]:
    return [words for words in read_date_words(text) if isinstance(words, DateWords) and words.days]


def _compare(name: str, find: Callable[[str], list[date]], cases: list[tuple[str, date | None]]) -> None:
    started = time.process_time()
    found = [find(text) for text, _ in cases]
    seconds = time.process_time() - started
    hits = sum(truth in days for days, (_, truth) in zip(found, cases, strict=True) if truth)
    total, wanted = sum(map(len, found)), sum(truth is not None for _, truth in cases)
    words = sum(len(text.split()) for text, _ in cases)
    print(
        f"{name:<11} precision {hits / max(1, total):.3f}  recall {hits / wanted:.3f}  {words / seconds:>10,.0f} words/s"
    )


def speed(options: argparse.Namespace) -> None:
    """All kinds of mention of the dates layer, in megabytes of text a second on one core."""
    assert set(DATE_KINDS) <= set(MENTIONS)
    kinds = [mention_class(kind) for kind in DATE_KINDS]
    stories, size = [], 0
    for row in rows(options.stories)[: options.count]:
        reading = read(row["text"])
        published = date.fromisoformat(row["date"]) if row.get("date") else None
        stories.append(Story(row["text"], Reading(reading.text, reading.map, reading.blocks, published=published)))
        size += len(row["text"].encode())
    started = time.process_time()
    found = sum(len(story.mentions(kind)) for story in stories for kind in kinds)
    seconds = time.process_time() - started
    print(f"{len(stories)} stories, {found} mentions, {size / seconds / 1e6:.2f} MB/s")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for run in (datelines, weekdays, grammar, speed):
        command = commands.add_parser(run.__name__, help=run.__doc__)
        command.set_defaults(run=run)
        if run is not grammar:
            command.add_argument("--stories", type=Path, required=True)
        if run in (datelines, weekdays):
            command.add_argument("--judged", type=Path, required=True)
        if run is datelines:
            command.add_argument("--style", default="reuters")
            command.add_argument("--verbose", action="store_true")
        if run is grammar:
            command.add_argument("--judged", type=Path, default=None)
        if run in (grammar, speed):
            command.add_argument("--count", type=int, default=400)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
