"""Words of rising and falling, and where they stand by a number."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UP = (
    "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth gain gains "
    "gained gaining jump jumps jumped jumping climb climbs climbed climbing soar soars soared soaring surge surges surged "
    "surging advance advances advanced advancing leap leaps leapt leaped leaping swell swells swelled swelling swollen mounted "
    "expand expands expanded expanding expansion boost boosts boosted boosting raise raises raised raising lift lifts lifted "
    "lifting hike hikes hiked hiking improve improves improved improving improvement accelerate accelerates accelerated widen "
    "widens widened widening strengthen strengthens strengthened strengthening rocket rockets rocketed spike spikes spiked "
    "spiking balloon ballooned ballooning bounced rally rallies rallied upturn uplift up higher more greater larger bigger "
    "above better dearer longer taller heavier faster older"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases "
    "decreased decreasing slump slumps slumped slumping plunge plunges plunged plunging plummet plummets plummeted plummeting "
    "tumble tumbles tumbled tumbling slide slides slid sliding slip slips slipped slipping sank sink sinks sinking sunk dip "
    "dips dipped dipping cut cuts cutting reduce reduces reduced reducing reduction reductions shrank shrink shrinks shrinking "
    "shrunk shrinkage lower lowers lowered lowering ease eases eased easing slash slashes slashed slashing trimmed trimming "
    "contract contracted contraction narrow narrows narrowed narrowing weaken weakens weakened weakening retreat retreated slow "
    "slows slowed slowing dive dives dived dove crash crashed crashes collapse collapses collapsed dwindled dwindle diminish "
    "diminished shed lost downturn down off less fewer smaller below worse cheaper shorter lighter slower younger discount"
)
DIRECTIONS: dict[str, int] = dict.fromkeys(_UP.split(), 1) | dict.fromkeys(_DOWN.split(), -1)
"""A word of rising → +1, of falling → -1."""

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
    ]
)
_STOP = frozenset(["of", "in", "to", "from", "the", "and", "or", "a", "an", "said", "by", "while", "but"])
_WORD = re.compile(r"[a-z]+")
_NO_WORDS_LEFT = frozenset(["", "of", "the", "a", "its", "his"])
_FAR = 7


def movements(text: str) -> Iterator[str]:
    """The words of rising and falling in *text* (lower case), in order."""
    return (word for word in _WORD.findall(text) if word in DIRECTIONS)


def has_movement(text: str) -> bool:
    return not DIRECTIONS.keys().isdisjoint(_WORD.findall(text))


def movement_before(text: str) -> int:
    """The direction of a change in the quantity that follows *text* ("rose by", "an increase of"); 0 for none."""
    words = text.rstrip(" ,").removesuffix(" on average").removesuffix(" year on year").split(" ")[-14:]
    words[-1] = words[-1].lstrip("(")
    end = len(words)
    while end and len(words) - end < 4 and words[end - 1] in _ADVERBS:
        end -= 1
    if end and words[end - 1] in DIRECTIONS:
        return DIRECTIONS[words[end - 1]]
    for at in range(len(words) - 1, max(-1, end - 2), -1):
        if words[at] in ("by", "of"):
            near = words[max(0, at - _FAR - 1) : at]
            if near and words[at] == "of":  # "the latest increase, of 25%"
                near[-1] = near[-1].rstrip(",")
            return _nearest(near)
    return 0


def _nearest(words: list[str]) -> int:
    for word in reversed(words):
        if word in DIRECTIONS:
            return DIRECTIONS[word]
        if not word.replace("'", "").replace("’", "").replace("-", "").replace(".", "").isalnum():
            return 0
    return 0


def movement_after(text: str) -> int:
    """The direction of a change in the quantity before *text* (" rise in", "-a-year increase"); 0 for none."""
    if text[:1] not in (" ", "-"):
        return 0
    at = 1
    for word in text[1:80].split(" ")[:4]:
        at += len(word) + 1
        bare = word.rstrip(".,;:)")
        if bare in DIRECTIONS:
            last = bare == word and at > len(text) - 8 and text[at:].strip() in _NO_WORDS_LEFT and text.endswith(" ")
            return 0 if last else DIRECTIONS[bare]
        if bare != word or word in _STOP or not word:
            return 0
    return 0


def joined_movement(text: str) -> bool:
    """Whether an "and" in *text* leads to another change."""
    at = text.find(" and ")
    while at >= 0:
        words = text[at + 5 :].split(" ")
        reach = 12 if words[0] in ("a", "an") else _FAR
        if not DIRECTIONS.keys().isdisjoint(words[:reach]):
            return True
        at = text.find(" and ", at + 5)
    return False
