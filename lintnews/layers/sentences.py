"""Sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from ..mention import Mention
from ..source import Span

if TYPE_CHECKING:
    from ..story import Story

_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\Wa-z_])|\n{2,}")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Maj|Capt|Sgt|Rev|Hon|Prof|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No|Jan|Feb|Mar|"
    r"Apr|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|"
    r"Neb|Nev|Okla|Ore|Pa|Tenn|Vt|Va|Wash|Wis|Wyo)|\b(?:[A-Za-z]\.)+[A-Za-z])\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence(Mention):
    """A sentence, without the white space around it; no sentence reaches over a block's end."""

    kind: ClassVar[str] = "sentence"

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        for block in story.blocks:
            start, end = block.span.start, block.span.end
            for match in _END.finditer(story.text, start, end):
                if _ABBREVIATION.search(story.text[max(start, match.start() - 8) : match.start() + 1]):
                    continue
                stop = match.start() + len(match.group().rstrip())
                yield cls(Span(start, stop))
                start = match.end()
            if story.text[start:end].strip():
                yield cls(Span(start, start + len(story.text[start:end].rstrip())))
