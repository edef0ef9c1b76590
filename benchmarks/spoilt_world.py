"""Spoil true statements about the world and see whether they are found; look at what is flagged in the originals.

    python -m benchmarks.spoilt_world STORIES.jsonl [--half 0] [--seed 1] [--each 3] [--show]

Each line of STORIES.jsonl is a story: id, text, headline and date. In each story, up to ``--each`` of what is recognised there is spoilt, one
at a time: the country or state of a city, the owner of a capital, a body's word, a letter of a well-known name. A spoilt story counts
as found when a rule flags the spoilt words or points to them, and didn't before: of the subject ``world``, or of names, where the story has the right name too.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lintnews.knowledge.known import key_words, named
from lintnews.knowledge.nations import Nation, capitals, nation_names
from lintnews.linter import Linter, load_rules
from lintnews.mentions.names.names import Name
from lintnews.mentions.world.place_claims import PlaceClaim
from lintnews.mentions.world.well_known import well_known_near
from lintnews.readers import read_text
from lintnews.rule import RuleSet
from lintnews.source import Span
from lintnews.story import Story

GENERIC = (
    "Agency",
    "Authority",
    "Board",
    "Bureau",
    "Commission",
    "Committee",
    "Council",
    "Institute",
    "Service",
    "Association",
)
Spoilt = tuple[str, Span, str]
"""Kind of statement, what is replaced, and by what."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("stories", nargs="+", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    rules = load_rules()
    linter = Linter(rules=rules)
    world = Linter(rules=RuleSet(tuple(rule for rule in rules if rule.subject == "world")))
    made, found = Counter[str](), Counter[str]()
    flagged = stories = 0
    for row in rows(options.stories, options.half):
        stories += 1
        chance = random.Random(f"{options.seed} {row['id']}")
        story = story_of(row["text"], row)
        before = {(f.rule.id, f.text) for f in linter.lint_text(story.source, format_of="markdown").findings}
        flagged += bool(world.lint_text(story.source, format_of="markdown").findings)
        candidates = list(spoilable(story, chance))
        chance.shuffle(candidates)
        for kind, read, new in candidates[: options.each]:
            span = story.map.to_source(read)
            text = story.source[: span.start] + new + story.source[span.end :]
            after = linter.lint_text(text, format_of="markdown").findings
            place = Span(span.start, span.start + len(new))
            hit = any(touches(f, place) for f in after if (f.rule.id, f.text) not in before)
            made[kind] += 1
            found[kind] += hit
            if options.show and not hit:
                print(
                    f"missed {row['id']} {kind}: {story.source[max(0, span.start - 40) : span.start]}[{story.source[span.start : span.end]} → {new}]{story.source[span.end : span.end + 30]!r}"
                )
    for kind in sorted(made):
        print(f"{kind:16} {found[kind]:>4}/{made[kind]}")
    total = sum(made.values())
    print(
        f"all              {sum(found.values()):>4}/{total} = {sum(found.values()) / max(1, total):.3f}; {flagged} of {stories} originals flagged"
    )


def rows(paths: list[Path], half: int | None) -> Iterator[dict[str, Any]]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if half is None or int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2 == half:
                yield row


def story_of(text: str, row: dict[str, Any]) -> Story:
    head = f"---\npublished: {row['date']}\n---\n\n" if row.get("date") else ""
    reading = read_text(head + text + "\n", format_of="markdown")
    return Story(reading.source, reading)


def touches(finding: Any, place: Span) -> bool:
    spans = (finding.source, *(note.span for note in finding.notes if note.span))
    return any(span.start < place.end and place.start < span.end for span in spans)


def spoilable(story: Story, chance: random.Random) -> Iterator[Spoilt]:
    names = nation_names()
    for claim in story.mentions(PlaceClaim):
        what = names.get(claim.name, (Nation("", ""),))[0].what
        if claim.says not in ("lies in", "capital of") or not what:
            continue
        others = [
            name for name, every in names.items()
            if every[0].what == what and len(every) == 1 and every[0].code not in claim.codes and " " not in name and capitals(every[0].code)
            and (what != "region" or every[0].code[:2] == next(iter(claim.codes))[:2])
        ]  # fmt: skip
        if others:
            yield claim.says, claim.where, chance.choice(others)
    for name in story.mentions(Name):
        keys = key_words(name.text)
        things = named(keys) if len(keys) == len(name.tokens) > 1 else ()
        if any(thing.kind == "person" for thing in things):
            long = [token for token in name.tokens if len(token.text) > 4]
            if long:
                token = chance.choice(long)
                yield "person", token.span, slipped(token.text, chance)
        elif any(thing.kind == "body" for thing in things) and len(keys) > 2 and name.last in GENERIC:
            yield "body", name.tokens[-1].span, chance.choice([word for word in GENERIC if word != name.last])
        elif len(name.tokens) == 1 and name.text in well_known_near(name.text):
            yield "single name", name.span, slipped(name.text, chance)


def slipped(word: str, chance: random.Random) -> str:
    """*word* with one letter dropped, doubled or swapped with its neighbour, not the first."""
    at = chance.randrange(1, len(word) - 1)
    made = chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
    return made if made != word else word[:at] + word[at + 1 :]


if __name__ == "__main__":
    main()
