"""Does an open quotation go on where the next mark opens? By the news convention it may; its words can say otherwise.

Each sign below is something that stands outside of quotations only: who speaks, the speaker's own name, narration that
names people in full, a new speaker behind the next quotation, a mere fragment of a sentence between marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_PAST = (
    r"said|added|told|explained|insisted|admitted|warned|claimed|noted|argued|commented|declared|recalled|concluded|stated|"
    r"wrote|announced|acknowledged|predicted|quipped|joked|replied|stressed|conceded|confirmed|complained"
)
_PRESENT = r"says|adds|tells|explains|insists|warns|claims|argues|writes|recalls|notes|admits"
SAYING = rf"(?:{_PAST}|{_PRESENT}|say|ask|asks|asked|revealed|suggested|reported|reports)"
_SAID = rf"(?:(?:also |later |has |had |will )?(?:{_PAST}|{_PRESENT}|revealed|asked)|will say)"
_DOING = (
    rf"(?:{SAYING[3:-1]}|speculated|hinted|expressed|pointed|described|praised|criticised|criticized|accused|promised|urged|"
    r"refused|hopes|hoped|expects|welcomed|defended|dismissed|denied|vowed|pledged|played|paid)"
)
_CAPITAL = r"[A-Z][\w.’'-]*"
_NAME = rf"(?!(?:I|We|You)\b){_CAPITAL}(?: (?:[a-z]{{2,3}} )?{_CAPITAL}){{0,4}}"
_ROLE = (
    r"(?:executive|officer|spokesman|spokeswoman|spokesperson|director|[Ss]ecretary|[Mm]inister|[Pp]resident|chairman|chairwoman|"
    r"manager|captain|coach|analyst|professor|leader|boss|striker|midfielder|defender|chief|economist|founder|editor|head|author|"
    r"lawyer|[Cc]ommissioner|[Cc]hancellor|singer|actor|actress|MP|MEP)"
)
_BODY = rf"(?:{_ROLE}|report|study|survey|company|firm|group|party|government|organisation|organization|statement)"
_SPOKEN_STARTS = frozenset(
    re.findall(
        r"\w+",
        "I We You My Our If When What There That This It They He She And But So The In At As For To Not No "
        "Yes Well Now Of On By With All Some Many Most Let How Why Who Where People Everyone Nobody A An "
        "These Those Their His Her Your Its One Two After Before Because Since Although While Any Every Both "
        "Each Whatever Even Only Just Hopefully Obviously ",
    )
)
_MR = r"(?:Mr|Ms|Mrs|Dr|Sir|Lord|Lady|Baroness|Professor|Prof)\.?"
_THEN = r"(?:(?:However|But|And|Meanwhile|Earlier|Later),? )?"

# Patterns are compiled when first needed: most stories have no quotation whose end is in doubt.
_ATTRIBUTION = (
    rf"[,?!…]\s+(?:(?:he|she|it|they) (?!say\b|ask\b)(?:{_SAID})\b"
    rf"|(?:(?:[\w’'-]+ ){{0,6}}?{_NAME}|(?:the|an?|one|another|its|his|her) [\w ’'-]{{3,40}}?) {_SAID}\b"
    rf"|(?:{_PAST}|{_PRESENT}) (?:he|she|they|(?:[\w’'-]+,? ){{0,7}}?{_CAPITAL}|(?:the|an?|one|another|its|his|her) \w+))"
)
_NARRATION = (
    rf"{_THEN}(?P<name>(?:{_MR} )?{_NAME})(?:,[^,]+,)?(?: (?:also|later|has|had|is|was|went|on|to|and|who))* {_DOING}\b",
    rf"{_THEN}(?:He|She|They)(?: (?:also|later|has|had|then))* (?:{_PAST}|says|adds|tells|speculated|pointed|described|praised|criticised|accused|urged)\b",
    rf"(?P<name>(?:{_CAPITAL} )?(?:[a-z-]+ ){{0,4}}){_ROLE} (?:of [\w ]+ )?{_CAPITAL} {_CAPITAL}",
    rf"(?P<name>{_CAPITAL} {_CAPITAL}(?: {_CAPITAL})?), [^,.]+, ",
    rf"(?:The|An?) (?:[\w’'-]+ ){{0,5}}{_BODY}(?: [\w’'-]+){{0,3}} {_DOING}\b",
    rf"(?P<name>{_MR} {_CAPITAL})(?<!['’]s) [a-z]",
)
_FIRST_NAMES = rf"{_THEN}({_CAPITAL}) ?({_CAPITAL})?"
_SPEAKERS = rf"({_NAME})[^.\"“”]{{0,60}}? {SAYING}\b|{SAYING} (?:[a-z-]+ ){{0,6}}({_NAME})"
_NEXT_SPEAKER = rf"\s*[\"“][^\"”]*,[\"”]\s+(?:(?:{_PAST}|{_PRESENT})(?<!added) (?:[\w’'-]+,? ){{0,6}}?({_CAPITAL} {_CAPITAL})|({_CAPITAL} {_CAPITAL}) {_SAID}\b)"
_SENTENCE_START = r"(?<=[.!?])\s+(?=[A-Z])|(?<=\.)(?=[A-Z][a-z])"
_POSSESSIVE = r"['’]s$"
_MIDDLE = r"(?<![\w.’'-])[a-z’'-]*[a-z]\s\Z"
_NO_FRAGMENT = rf"(?:{SAYING}|saying|adding|asking|writing|that|because|believes|thinks|feels)\s\Z|[^\w]\s\Z"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def goes_on(text: str, start: int, stop: int) -> bool:
    """Whether the quotation whose mark ends at *start* may go on at *stop*, where the next one opens."""
    words = text[start:stop]
    before = text[max(0, start - 240) : start - 1]
    return not (
        _is_fragment(before)
        or _compiled(_ATTRIBUTION).search(words)
        or _has_narration(before, words)
        or _has_new_speaker(text, start, stop)
    )


def _is_fragment(before: str) -> bool:
    """A few words in the middle of the reporter's sentence, not a sentence that the reporter introduces."""
    return _compiled(_MIDDLE).search(before) is not None and _compiled(_NO_FRAGMENT).search(before) is None


def _has_narration(before: str, words: str) -> bool:
    speakers: set[str] | None = None
    for sentence in _sentences(words):
        for pattern in _NARRATION:
            found = _compiled(pattern).match(sentence)
            if found and not ("name" in found.groupdict() and _first_word(found["name"]) in _SPOKEN_STARTS):
                return True
        first = _compiled(_FIRST_NAMES).match(sentence)
        if first:
            speakers = _speakers(before) if speakers is None else speakers
            if any(_compiled(_POSSESSIVE).sub("", name.strip(".,")) in speakers for name in first.groups() if name):
                return True
    return False


def _sentences(words: str) -> Iterator[str]:
    """All sentences after the first."""
    starts = [found.end() for found in _compiled(_SENTENCE_START).finditer(words)]
    for start in starts:
        yield words[start : start + 200]


def _first_word(name: str) -> str:
    return re.split(r"[ ’']", name, maxsplit=1)[0]


def _speakers(before: str) -> set[str]:
    """Last words of the names that what stands before the quotation attributes words to."""
    names = {(found[1] or found[2]).split()[-1].strip(".,'’") for found in _compiled(_SPEAKERS).finditer(before)}
    return {_compiled(_POSSESSIVE).sub("", name) for name in names if len(name) > 2} - _SPOKEN_STARTS


def _has_new_speaker(text: str, start: int, stop: int) -> bool:
    """Whether the next quotation is attributed to somebody whom the story has not named before."""
    found = _compiled(_NEXT_SPEAKER).match(text, stop, stop + 900)
    if not found:
        return False
    name = found[1] or found[2]
    return not re.match(_MR + " ", name) and text.find(name.split()[-1], 0, start) < 0
