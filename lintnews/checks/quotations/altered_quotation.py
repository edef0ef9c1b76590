"""altered-quotation: the words of a quotation are not those of its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from ...check import Case, Check, option
from ...match import Match, Note

if TYPE_CHECKING:
    from ...story import Story


class AlteredQuotation(Check):
    """Flags words in quotations that differ from the source texts that the story is held against.

    Without source texts it finds nothing. Ellipses, words in brackets, punctuation, capitals and spelling by house
    style may differ; a quotation may be a part of what was said.
    """

    kind: ClassVar[str] = "altered-quotation"
    values: ClassVar[tuple[str, ...]] = ("source",)
    cases: ClassVar[Mapping[str, Case]] = {
        "changed": Case("Words stand where the source has others.", ("quoted", "said")),
        "added": Case("Words that the source hasn't.", ("quoted",)),
        "left-out": Case("Words of the source are missing, and nothing shows it.", ("said",)),
        "not-found": Case("With `not_found`: no source has the quotation; `source` are all of their names."),
    }
    not_found: bool = option("Flag the quotations that no source has, instead of those that differ.", False)
    least_words: int = option("With `not_found`: leave alone quotations of fewer words than this.", 2)

    def matches(self, story: Story) -> Iterator[Match]:
        if not story.sources:
            return
        from ...mentions.quotations.sourced_quotations import SourcedQuotation

        for quotation in story.mentions(SourcedQuotation):
            if self.not_found:
                if not quotation.found and len(story.words(quotation.span).split()) >= self.least_words:
                    names = ", ".join(source.name for source in story.sources)
                    yield Match(quotation.span, values=(("source", names),), case="not-found")
                continue
            for change in quotation.changes:
                place = f"{quotation.source}:{quotation.line}"
                yield Match(
                    change.span,
                    values=(("source", quotation.source), ("quoted", change.quoted), ("said", change.said)),
                    case="changed" if change.quoted and change.said else "added" if change.quoted else "left-out",
                    notes=(Note(f"{place}: {quotation.passage}"),),
                    evidence=(f"{quotation.alike:.0%} of the words are the same",),
                )
