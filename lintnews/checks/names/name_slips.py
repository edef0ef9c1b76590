"""Name slips: spellings of a story that are probably another spelling of it gone wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import exp
from typing import TYPE_CHECKING

from ...datafiles import load_data
from ...match import Certainty
from ...mentions.names.near_spellings import near_pairs
from ...mentions.names.spellings import Spelling, find_spellings
from ...mentions.words.lazy_pattern import LazyPattern
from ...record import Record
from ...source import Span
from .lone_surnames import far_pairs, only_in_headline
from .other_words import other_word
from .place_evidence import neighbours
from .profiles import Profile, Profiles
from .spelling_evidence import evidence, impossible, more_likely_right, standing

if TYPE_CHECKING:
    from ...mentions.names.spellings import Place
    from ...story import Story


class NameSlip(Record, frozen=True):
    """``odd`` is probably a slip of ``right``, and ``likelihood`` says how probably.

    ``decided``: whether what is known of the two, or their counts, tells which is right. ``evidence`` are phrases.
    """

    odd: Spelling
    right: Spelling
    likelihood: float
    certainty: Certainty
    decided: bool
    evidence: tuple[str, ...]


def find_name_slips(story: Story) -> Iterator[NameSlip]:
    """All slips among near spellings, the likeliest first for each odd spelling; for ``story.once``."""
    facts = load_data("name_evidence")
    for pair in candidates(story):
        in_headline = only_in_headline(pair)
        if in_headline and not explained(in_headline[0].spelling, in_headline[1].spelling, story):
            odd, right = in_headline
            yield NameSlip(odd.spelling, right.spelling, facts["threshold"], Certainty.LIKELY, False, (_HEADLINE,))
            continue
        odd, right = _by_certificates(more_likely_right(*pair), story)
        if odd is right or impossible(odd, right, story):
            continue
        features = evidence(odd, right, story)
        likelihood = likelihood_of(features, facts["weights"])
        if likelihood < facts["threshold"] or explained(odd.spelling, right.spelling, story):
            continue
        if other_word(odd, right, features, story):
            continue
        certainty = _certainty(likelihood, facts)
        decided = right.count >= odd.count and standing(right) - standing(odd) >= facts["decided"]
        yield NameSlip(odd.spelling, right.spelling, likelihood, certainty, decided, _phrases(odd, right, features))


def _certainty(likelihood: float, facts: dict[str, float]) -> Certainty:
    if likelihood >= facts["certain"]:
        return Certainty.CERTAIN
    return Certainty.LIKELY if likelihood >= facts["likely"] else Certainty.POSSIBLE


_HEADLINE = "it stands in the headline alone, and no one else of that name is in the story"


def candidates(story: Story) -> Iterator[tuple[Profile, Profile]]:
    """Pairs of near spellings, and surnames that may be one though they are further apart."""
    spellings: tuple[Spelling, ...] = story.once(find_spellings)
    profiles = Profiles(story)
    for a, b in (*near_pairs(spellings), *far_pairs(spellings, story)):
        yield profiles[a], profiles[b]


def likelihood_of(features: dict[str, float], weights: dict[str, float]) -> float:
    """How likely (0 to 1) a pair with *features* is one name."""
    total = weights["constant"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-total))


def _by_certificates(pair: tuple[Profile, Profile], story: Story) -> tuple[Profile, Profile]:
    """The pair turned round where a CQ mark certifies the odd one; twice the same where both are certified."""
    odd, right = (
        any(_CERTIFIED.match(story.text, place.name.span.end) for place in one.spelling.places) for one in pair
    )
    if odd and right:
        return pair[0], pair[0]
    return (pair[1], pair[0]) if odd else pair


_CERTIFIED = LazyPattern(r"\s?[\[(]cq[\])]", re.IGNORECASE)
_ALSO = LazyPattern(
    r"\b(?:(?:also|sometimes|variously|often|then|originally|previously|alternatively) (?:spelled|spelt|written|known|called|transliterated)|"
    r"formerly|née|born|a\.?k\.?a\.?|alias|renamed|misspelled|misspelt|misspelling|not to be confused|no relation|unrelated)\b",
    re.IGNORECASE,
)
_BETWEEN = 60
_AS_WRITTEN = LazyPattern(r"\s?[\[(]sic[\])]", re.IGNORECASE)


def explained(odd: Spelling, right: Spelling, story: Story) -> bool:
    """Whether the story says that the name has two spellings, has changed, or is given as written."""
    if all(_AS_WRITTEN.match(story.text, place.name.span.end) for place in odd.places):
        return True
    both = {odd.text.casefold(), right.text.casefold()}
    if any(both <= {word.casefold() for word in words} for words in story.house.names.distinct):
        return True
    return any(_explained_between(*pair, story) for pair in neighbours(odd, right))


def _explained_between(first: Place, second: Place, story: Story) -> bool:
    start, end = first.span.end, second.span.start
    return end - start <= _BETWEEN and (
        _ALSO.search(story.text, start, end) is not None
        or _ALSO.match(story.text[second.name.span.end : second.name.span.end + 40].lstrip(" ,(")) is not None
    )


def explained_places(one: Span, other: Span, story: Story) -> bool:
    """Whether the words between two places that are close together say why they differ."""
    first, second = sorted((one, other))
    return second.start - first.end <= _BETWEEN and _ALSO.search(story.text, first.end, second.start) is not None


def _phrases(odd: Profile, right: Profile, features: dict[str, float]) -> tuple[str, ...]:
    phrases = load_data("name_evidence")["phrases"]
    said = [phrases[name].format(odd=odd.text, right=right.text) for name in phrases if features.get(name)]
    if odd.count != right.count:
        said.append(f"{odd.text} stands in the story {_times(odd.count)}, {right.text} {_times(right.count)}")
    return tuple(dict.fromkeys(said))


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")
