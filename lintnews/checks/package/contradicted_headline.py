"""contradicted-headline: the body tells otherwise what a headline or deck says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Literal

from ...check import Check, option
from ...datafiles import load_data
from ...match import Certainty, Edit, Fix, Match, Note

if TYPE_CHECKING:
    from ...story import Story
    from .headline_candidates import Candidate


class ContradictedHeadline(Check):
    """Flags a word of a headline or deck in whose place a sentence of the body that tells the same has another.

    A model with named evidence decides whether the two tell one thing; its weights are fitted on real stories.
    """

    kind: ClassVar[str] = "contradicted-headline"
    values: ClassVar[tuple[str, ...]] = ("found", "block")
    family: Literal["name", "place", "day", "figure", "opposite", "kind"] = option(
        "What the two words are: names; countries and their people; days or months; figures; opposites such as rise and fall; "
        "or words for things of one `kind`, such as son and daughter."
    )

    def matches(self, story: Story) -> Iterator[Match]:
        from .headline_candidates import candidates
        from .headline_features import is_plain

        for likelihood, found in story.once(candidates):
            if found.family != self.family:
                continue
            limits = load_data("fact_evidence")["headline"][found.model]
            likely = likelihood > limits["likely"] and is_plain(found)
            if likely or likelihood > limits["possible"]:
                yield _match(found, likely, story)


def _match(found: Candidate, likely: bool, story: Story) -> Match:
    block = story.block_at(found.stated.span.start)
    told = story.words(found.whole)
    return Match(
        found.stated.span,
        (("found", told), ("block", block.kind if block else "headline")),
        notes=(Note("the body says it so", found.whole),),
        fixes=(Fix((Edit(found.stated.span, told),)),) if found.whole == found.found.span else (),
        evidence=tuple(_evidence(found, story)),
        certainty=Certainty.LIKELY if likely else Certainty.POSSIBLE,
    )


def _evidence(found: Candidate, story: Story) -> Iterator[str]:
    if found.lost:
        yield f"the body never says {story.words(found.stated.span)}"
    if found.shared:
        yield f"the sentence with {story.words(found.whole)} also has {', '.join(found.shared)}"
