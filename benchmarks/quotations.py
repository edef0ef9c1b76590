"""How well lintnews finds damaged quotations, measured on a corpus of real stories that you have.

    python benchmarks/quotations.py FOLDER [--seed 0]

*FOLDER* holds .jsonl files with a story a line: ``id``, ``headline``, ``text`` with blank lines between paragraphs.

- marks: the closing mark of 500 real quotations is taken away, one a story; is the quotation found unclosed, and in the
  right paragraph? On the same stories as they are, how many findings are there?
- words: 300 words in real quotations are changed, taken away or added; is each found against the story as it was? Are
  quotations that nobody touched left alone?
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from pathlib import Path

from lintnews.mentions.quotations.quotations import Quotation, QuotationFault
from lintnews.mentions.quotations.sourced_quotations import SourcedQuotation
from lintnews.readers.plain import read
from lintnews.source import Span
from lintnews.story import SourceText, Story


def stories(folder: Path, only: str) -> list[tuple[str, str]]:
    """Ids and texts, headline first."""
    found = []
    for path in sorted(folder.glob(f"{only or '*'}.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if "text" in row and "offsets_a" not in row and "judgement" not in row:
                found.append((row["id"], f"{row.get('headline') or ''}\n\n{row['text']}"))
    return found


def story_of(text: str) -> Story:
    return Story(text, read(text))


def faults(story: Story) -> list[QuotationFault]:
    return [
        fault for fault in story.mentions(QuotationFault) if fault.fault in ("unclosed", "unopened", "mixed", "nested")
    ]


def marks(rows: list[tuple[str, str]], random_: random.Random, single: bool, count: int, show: bool) -> None:
    clean = {identity: faults(story_of(text)) for identity, text in rows}
    damaged = [identity for identity, found in clean.items() if found]
    print(f"  stories as they are: {len(rows)}, with findings {len(damaged)}, findings {sum(map(len, clean.values()))}")
    outcome: Counter[str] = Counter()
    candidates = [row for row in rows if not clean[row[0]]]
    random_.shuffle(candidates)
    for identity, text in candidates:
        if outcome.total() == count:
            break
        story = story_of(text)
        quotations = [
            q for q in story.mentions(Quotation) if q.closed and (q.mark in "'‘") == single and len(q.inner) > 2
        ]
        if not quotations:
            continue
        chosen = random_.choice(quotations)
        at = story.map.to_source(chosen.span).end - 1
        damaged_story = story_of(text[:at] + text[at + 1 :])
        block = damaged_story.block_at(chosen.span.start)
        found = faults(damaged_story)
        right = [f for f in found if damaged_story.block_at(f.span.start) == block]
        exact = any(f.span.start == chosen.span.start for f in found)
        result = "exact place" if exact else "right paragraph" if right else "elsewhere" if found else "missed"
        outcome[result] += 1
        if show and not right:
            print("   ", identity, text[max(0, at - 160) : at], "⟦⟧", text[at + 1 : at + 200].replace("\n", "¶"))
    total = outcome.total()
    good = outcome["exact place"] + outcome["right paragraph"]
    print(
        f"  closing marks taken away: {total}, found in the right paragraph {good} = {good / max(1, total):.3f}",
        dict(outcome),
    )


def words(rows: list[tuple[str, str]], random_: random.Random, count: int, show: bool) -> None:
    every = sorted({word for _, text in rows[:200] for word in re.findall(r"[a-z]{3,}", text)})
    outcome: Counter[str] = Counter()
    alarms = held = 0
    candidates = list(rows)
    random_.shuffle(candidates)
    for identity, text in candidates:
        if outcome.total() == count:
            break
        source = SourceText("the story as it was", text)
        clean = Story(text, read(text), against=(source,))
        held += len(clean.mentions(SourcedQuotation))
        false = [change for quotation in clean.mentions(SourcedQuotation) for change in quotation.changes]
        alarms += len(false)
        lost = [clean.words(q.span) for q in clean.mentions(SourcedQuotation) if not q.found]
        alarms += len(lost)
        if show and (false or lost):
            print("    false", identity, false, lost)
        quotations = [q for q in clean.mentions(Quotation) if q.depth == 0 and len(clean.words(q.inner).split()) >= 4]
        if not quotations:
            continue
        chosen = random_.choice(quotations)
        places = list(re.finditer(r"(?<![\w’'\[(-])[A-Za-z]{2,}(?![\w’'\])-])", clean.words(chosen.inner)))
        if len(places) < 3:
            continue
        place = random_.choice(places[1:-1])
        start = clean.map.to_source(Span(chosen.inner.start + place.start(), chosen.inner.start + place.end())).start
        end = start + len(place.group())
        kind = random_.choice(("changed", "left out", "added"))
        new = random_.choice(every)
        if kind != "left out" and new == place.group().lower():
            continue
        if kind == "left out":
            damaged = text[:start].rstrip() + text[end:]
        else:
            damaged = text[:start] + (new if kind == "changed" else f"{place.group()} {new}") + text[end:]
        beside = [text[:start].split()[-1], text[end:].split()[0]]
        if kind == "left out" and re.search(r"[\[(]", clean.words(chosen.inner)):
            continue
        if kind == "left out" and (
            beside[1].strip(".,") == place.group()
            or any(".." in word or word.strip(".,")[-1:] in ")]" for word in beside)
        ):
            continue
        story = Story(damaged, read(damaged), against=(source,))
        changes = [change for quotation in story.mentions(SourcedQuotation) for change in quotation.changes]
        near = [c for c in changes if abs(story.map.to_source(c.span).start - start) < 60]
        lost = [q for q in story.mentions(SourcedQuotation) if not q.found and q.span.start == chosen.span.start]
        outcome[f"{kind}: " + ("found" if near else "not in the source" if lost else "missed")] += 1
        if show and not near:
            print("    missed", identity, kind, place.group(), new, "|", clean.words(chosen.span)[:300])
    found = sum(number for result, number in outcome.items() if result.endswith("found"))
    print(f"  words altered: {outcome.total()}, found {found}", dict(outcome))
    print(f"  quotations as they were: {held}, with findings {alarms}")


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--only", default="", help="name of one file, without .jsonl")
    arguments.add_argument("--seed", type=int, default=0)
    arguments.add_argument("--show", action="store_true", help="print what was missed")
    options = arguments.parse_args()
    rows = stories(options.folder, options.only)
    print("double marks")
    marks(rows, random.Random(options.seed), False, 500, options.show)
    print("single marks")
    marks(rows, random.Random(options.seed), True, 500, options.show)
    print("words")
    words(rows, random.Random(options.seed), 300, options.show)


if __name__ == "__main__":
    main()
