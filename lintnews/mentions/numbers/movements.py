"""Words of rising and falling, and where they stand by a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...datafiles import load_data


@cache
def directions() -> dict[str, int]:
    """A word of rising → +1, of falling → -1."""
    words = load_data("directions")
    return dict.fromkeys(words["up"], 1) | dict.fromkeys(words["down"], -1)


_ADVERBS = frozenset(
    [
        "sharply",
        "slightly",
        "steadily",
        "again",
        "further",
        "modestly",
        "marginally",
        "significantly",
        "substantially",
        "strongly",
        "rapidly",
        "dramatically",
        "by",
        "just",
        "another",
        "some",
        "a",
        "an",
        "record",
        "massive",
        "mere",
        "modest",
        "staggering",
        "seasonally",
        "adjusted",
        "real",
        "sharp",
        "only",
        "overall",
        "annually",
        "year-on-year",
        "average",
        "additional",
        "whopping",
        "full",
        "total",
        "even",
        "back",
        "around",
        "about",
        "nearly",
        "almost",
        "the",
        "in",
        "his",
        "her",
        "their",
        "its",
        "my",
        "our",
    ]
)
_STOP = frozenset(
    ["of", "in", "to", "from", "the", "and", "or", "a", "an", "said", "by", "while", "but", "when", "as", "after", "before", "since", "who", "which", "that",
     "he", "she", "it", "they"]
)  # fmt: skip
_OFF = frozenset(["read", "reads", "reading", "paid", "pay", "pays", "laid", "sold", "set"])
"""Verbs with which "off" tells of no fall."""
_WORD = re.compile(r"[a-z]+")
_FAR = 9


def movements(text: str) -> Iterator[str]:
    """The words of rising and falling in *text* (lower case), in order."""
    known = directions()
    return (word for word in _WORD.findall(text) if word in known)


def has_movement(text: str) -> bool:
    return not directions().keys().isdisjoint(_WORD.findall(text))


def moved_before(text: str) -> tuple[str, int]:
    """How the words before a figure (lower case) make it an amount of change, and its direction; ("", 0) where they don't.

    "moved": "rose 5%"; "by": "rose by 5%"; "of": "a rise of 5%".
    """
    known = directions()
    words = text.rstrip(" ,(").split(" ")[-14:]
    words[-1] = words[-1].lstrip("(")
    end = len(words)
    while end and len(words) - end < 4 and words[end - 1] in _ADVERBS:
        end -= 1
    if end and words[end - 1] in known and not (words[end - 1] == "off" and end > 1 and words[end - 2] in _OFF):
        return ("by" if words[-1] == "by" else "moved"), known[words[end - 1]]
    if (
        end > 1
        and words[end - 1].isalpha() is False
        and "-" in words[end - 1]
        and _before_adjective(words, end) in known
    ):
        return "moved", known[_before_adjective(words, end)]
    for at in range(len(words) - 1, max(-1, end - 2), -1):
        if words[at] in ("by", "of"):
            near = words[max(0, at - _FAR - 1) : at]
            if near and words[at] == "of":  # "the latest increase, of 25%"
                near[-1] = near[-1].rstrip(",")
            direction = _nearest(near[-3:] if words[at] == "of" else near)
            return (words[at], direction) if direction else ("", 0)
    return "", 0


def _before_adjective(words: list[str], end: int) -> str:
    """The word before "a lower-than-anticipated" that ends *words* at *end*."""
    at = end - 2
    while at > 0 and words[at] in ("a", "an"):
        at -= 1
    return words[at]


def _nearest(words: list[str]) -> int:
    known = directions()
    for word in reversed(words):
        if word in known:
            return known[word]
        if not word.replace("'", "").replace("’", "").replace("-", "").replace(".", "").isalnum():
            return 0
    return 0


def moved_after(text: str) -> int:
    """The direction of a change in the figure before *text* (" rise in", "-a-year increase"); 0 for none."""
    if text[:1] not in (" ", "-"):
        return 0
    known = directions()
    for word in text[1:80].split(" ")[:4]:
        bare = word.rstrip(".,;:)")
        if bare in known:
            return known[bare]
        if bare != word or word in _STOP or not word:
            return 0
    return 0
