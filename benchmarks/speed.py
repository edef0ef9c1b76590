"""How many words a second all rules read on one core, and which rules take the time.

    python -m benchmarks.speed FOLDER [STORIES]

Stories are read and linted in this process, once to warm up what is loaded lazily. A layer is counted to the rule that
asks for it first, so a rule that stands high may only be the first of many.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from lintnews import Linter, Rule, Story
from lintnews.folders import stories_in
from lintnews.readers import read_file, suffixes


def main() -> int:
    paths = [Path(path) for path in stories_in(sys.argv[1:2], suffixes())]
    paths = paths[: int(sys.argv[2]) if len(sys.argv) > 2 else None]
    linter = Linter()
    documents = [read_file(path) for path in paths]
    words = sum(len(document.text.split()) for document in documents)
    rules, house = linter.in_force()
    spent: Counter[str] = Counter()

    def timed(story: Story, rule: Rule) -> None:
        began = time.process_time()
        for _ in rule.check.matches(story):
            pass
        spent[rule.id] += int((time.process_time() - began) * 1e9)

    for path in paths[:20]:
        linter.lint_file(path)
    began = time.process_time()
    for path in paths:
        linter.lint_file(path)
    whole = time.process_time() - began
    for document in documents:
        story = Story(document.source, document, house=house)
        for rule in rules:
            timed(story, rule)
    print(f"{len(paths)} stories, {words:,} words, {whole:.2f} s: {words / whole:,.0f} words/s")
    print("spaCy was loaded" if "spacy" in sys.modules else "spaCy was not loaded")
    for rule_id, nanoseconds in spent.most_common(25):
        print(f"{nanoseconds / 1e6:9.1f} ms  {nanoseconds / 1e7 / max(whole, 1e-9):5.1f} %  {rule_id}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
