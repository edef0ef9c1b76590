"""unattributed-quotation: nobody near a direct quotation is said to have spoken it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Match
from ...mentions.quotations.quotations import Quotation
from ...mentions.quotations.running_quotations import SAYING
from ...story import BODY

if TYPE_CHECKING:
    from ...story import Block, Story

_ATTRIBUTES = (
    rf"(?i)\b{SAYING}\b|\baccording to\b|\b(?:saying|adding|telling|asking|writing|warning|claiming|arguing|noting|insisting|quoted|quoting|quotes|"
    r"called|calls?|calling|reasoned|points out|described|describes|describing|read|reads|reading|testified|tweeted|posted|texted|shouted|cried|sang|"
    r"sings|chanted|recounted|remembered|pointed|put it|spoke|speaking|lamented|mused|exclaimed|urged|urges|promised|pledged|vowed|"
    r"countered|responded|retorted|remarked|observed|maintained|concedes|agreed|agrees|hoped|thought|believed|felt|expressed|praised|"
    r"blamed|accused|denied|rejected|dismissed|criticised|criticized|hailed|attacked|defended|interview|statement|comments?|words|"
    r"quipped|joked|offered|began|goes on|went on|summed up|signed|wondered|hinted|reveals|told|tells|titled|entitled|headlined|"
    r"slogan|motto|song|lyrics?|letter|report|ruling|judgment|judgement|Q:|A:)\b|:\s*[\"“‘'(]|[—–-]\s?[A-Z]"
)


class UnattributedQuotation(Check):
    """Flags quotations of some length that neither their paragraph nor the ones beside it attribute to anybody."""

    kind: ClassVar[str] = "unattributed-quotation"
    least_words: int = option("Quotations of fewer words are left alone.", 8)

    def matches(self, story: Story) -> Iterator[Match]:
        body = [block for block in story.blocks if block.kind in BODY]
        by_block: dict[int, list[Quotation]] = {}
        for quotation in story.mentions(Quotation):
            block = story.block_at(quotation.span.start)
            if block is not None and block.kind in BODY and quotation.depth == 0:
                by_block.setdefault(block.span.start, []).append(quotation)
        for index, block in enumerate(body):
            long = [
                q for q in by_block.get(block.span.start, ()) if len(story.words(q.inner).split()) >= self.least_words
            ]
            if not long or _attributes(story, block, by_block):
                continue
            beside = [*body[max(0, index - 1) : index], *body[index + 1 : index + 2]]
            if not any(_attributes(story, other, by_block) for other in beside):
                yield Match(long[0].span)


def _attributes(story: Story, block: Block, by_block: dict[int, list[Quotation]]) -> bool:
    """Whether what stands outside of the quotations names a speaker, or a source."""
    outside: list[str] = []
    at = block.span.start
    for quotation in by_block.get(block.span.start, ()):
        outside.append(story.text[at : quotation.span.start + 1])
        at = max(at, quotation.span.end)
    outside.append(story.text[at : block.span.end])
    if any(" said" in piece or " says" in piece or _compiled(_ATTRIBUTES).search(piece) for piece in outside):
        return True
    own = story.house.words.attribution
    listed = "|".join(map(re.escape, own))
    return bool(own) and any(_compiled(rf"(?i)\b(?:{listed})\b").search(piece) for piece in outside)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
