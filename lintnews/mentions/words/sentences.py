"""Sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, Self

from ...mention import Mention
from ...source import Span

if TYPE_CHECKING:
    from ...story import Story


def _words(joined: str) -> frozenset[str]:
    return frozenset(joined.split())


_END = re.compile(r"(?P<stop>[.!?…]+)(?P<shut>[\"'”’»)\]]*)(?P<blank>\s+)(?=[\"'“‘«(\[$£€#*`–—-]*(?:[^\Wa-z_]|i[A-Z]))")
_WORD_BEFORE = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?$|[\w’']+$")

_NEVER_LAST = _words(
    "Mr Mrs Ms Mx Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Maj Capt Cpl Sgt Cmdr Adm Rev Hon Pres Supt Insp Det Msgr "
    "Fr Br St Ste Mt Ft vs viz cf Mme Mlle Messrs Pvt Pfc Spc Brig Atty Asst Assoc Sra Gens"
)
_MONTHS = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec")
_NUMBERED = _words("No Nos no nos Art Sec Fig Figs fig Ch Vol pp p Rte Hwy")
_MAY_BE_LAST = _words(
    "Inc Corp Co Cos Ltd Bros Jr Sr Esq Ave Blvd Rd Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss "
    "Mo Mont Neb Nev Okla Ore Pa Tenn Vt Va Wash Wis Wyo Ont Que Alta Sask Univ Assn approx ext est etc ed eds seq"
)
_STARTERS = _words(
    "The A An He She It They We I You This That These Those There Here His Her Its Their Our My Your In On At By For From With "
    "Without To Of As After Before But And Or So Yet If When While Where Who What Why How Although Though Because Since Until "
    "Under Over During Between Among Both Each Every Some Many Most All Several No Not Now Then Also Still However Meanwhile "
    "Earlier Later Last Next Once One Two Three Police Officials Authorities According Asked More Other Others Another Such Only "
    "Even Just Despite About Analysts Critics People Only Neither Nor"
)
_FIRST_WORD = re.compile(r"[\"“‘(\[]*([A-Za-z]+)")
_SPEECH_AFTER = re.compile(
    r"(?:[A-Z][\w.’'-]*\s){1,3}(?:said|says|asked|asks|added|wrote|told|shouted|cried|replied|recalled|wondered|joked|quipped|"
    r"exclaimed|demanded|yelled|tweeted)\b"
)


class Sentence(Mention, frozen=True):
    """A sentence, without the white space around it; no sentence reaches over a block's end."""

    kind: ClassVar[str] = "sentence"

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        for block in story.blocks:
            start, end = block.span.start, block.span.end
            for stop, following in _ends(text, start, end):
                yield cls(Span(start, stop))
                start = following
            stop = start + len(text[start:end].rstrip())
            if stop > start:
                yield cls(Span(start, stop))


def _ends(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences end, and where the next ones begin."""
    for found in _END.finditer(text, start, end):
        if found["stop"] == "." and not found["shut"]:
            if _is_abbreviation(text, start, found.start(), found.end(), end):
                continue
        elif found["shut"] and found["stop"] in "?!" and _SPEECH_AFTER.match(text, found.end(), end):
            continue
        yield found.end("shut"), found.end()


def _is_abbreviation(text: str, start: int, point: int, following: int, end: int) -> bool:
    """Whether the point at *point* belongs to an abbreviation, and no sentence ends with it."""
    found = _WORD_BEFORE.search(text, max(start, point - 14), point)
    if found is None:
        return False
    word = found.group()
    if word in _NEVER_LAST:
        return True
    after = text[following : following + 14]
    if word in _NUMBERED:
        return after[:1].isdigit()
    if word in _MONTHS or word in _MAY_BE_LAST or "." in word:
        return not _starts(after)
    return len(word) == 1 and word.isupper() and not _starts(after)


def _starts(after: str) -> bool:
    """Whether *after* begins with a word, or a mark, that begins sentences."""
    found = _FIRST_WORD.match(after)
    return found is not None and (found[1] in _STARTERS or after[0] in '"“')
