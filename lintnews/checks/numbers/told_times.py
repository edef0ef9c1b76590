"""Which of two values was the earlier, by the words around them."""

from __future__ import annotations

from typing import NamedTuple

from ...mentions.words.lazy_pattern import LazyPattern
from .way_words import has_way

_SPAN = r"(?:year|month|week|day|quarter|season|decade|summer|winter|spring|autumn|fall|session|night|period|term|century|fortnight|half|hour|term|election|round|edition|tournament|census|survey|poll)"
_MANY = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|some|several|\d+|few|many)"
_COMPARED = LazyPattern(
    r"(?:\b(?:from|against|versus|vs\.?|than|over|as against|as opposed to|up on|down on|replac(?:es|ing|ed)|instead of)|"
    r"\b(?:compare[sd]?|comparing|in comparison|contrast(?:s|ed|ing)?) (?:with|to)|\bafter|\bfollowing) (?:(?:a|an|the|its|their|his|her|last|only|just|about|some|around|nearly|almost|over|under|more|less|than|previous|prior|year|month|week|quarter|earlier|revised|record|original|first|level|of|figure|rate|total|reading|rise|fall|gain|drop|increase|decline|in|[a-z]+['’]s)[ -]){0,7}\Z"
)
_EARLIER = LazyPattern(
    rf"\b{_MANY} (?:[a-z]+ )?{_SPAN}s? (?:ago|earlier|before|previously)\b|\b(?:the|a) {_SPAN} (?:before|ago|earlier|previous|prior)\b|\blast {_SPAN}(?:['’]s)?\b(?! of)|"
    rf"\b(?:previous(?:ly)?|prior|formerly|originally|initially|year-ago|year-earlier|month-ago|used to|once|hitherto|preceding|earlier|at first|back in|before (?:the|that|then|it|this)|beforehand|at the start|at the outset|to begin with|until|till|up to now|pre-[a-z]+|yesterday|"
    r"that of|the old|old|former|outgoing|opened at|began|begun|started|the same (?:period|month|week|quarter|time|day) (?:of|in|last|a)|the (?:like|corresponding|comparable|equivalent|year-ago) )\b"
)
_PLUPERFECT = LazyPattern(
    r"\bhaving (?:[a-z]+ly )?(?:been|stood|made|[a-z]+ed|sold|had|paid|spent|lost|drawn|taken|won)\b|\b(?:had|['’]d)(?: [a-z]+ly| then| once| also| only| just| long| still)? (?:been|stood|shown|read|counted|recorded|reported|totall?ed|averaged|reached|numbered|carried|earned|posted|insisted|charged|fallen|risen|climbed|dropped|started|opened|closed|ended|finished|yielded|fetched|drawn|attracted|logged|registered|claimed|polled|managed|taken|employed|cost|fetched|paid|sold|made|run|put|set|left|held|counted|drawn|won|got|gone|come|begun|numbered|[a-z]*lost|brought|produced|handled|welcomed|hosted|served|treated|issued|built|shipped|exported|imported|spent)\b"
)
_FIRMLY = LazyPattern(
    rf"\b{_MANY} (?:[a-z]+ )?{_SPAN}s? (?:ago|earlier|before|previously)\b|\b(?:the|a) {_SPAN} (?:before|ago|earlier|previous)\b|\bprevious {_SPAN}|"
    r"\b(?:reading|figure|tally|total|count|mark|measurement|number|toll|level) (?:from|for|of|in) (?:the same [a-z]+ of |last |the previous |early |late |mid-)?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b|"
    r"\b(?:previously|year-ago|year-earlier|used to|until (?:now|the|then|last|this)|till now|formerly|(?:like|corresponding|comparable|equivalent|same) (?:quarter|month|week|period|half|time|stage|day|weekend) (?:of|in|last|a))\b"
)
_LAST = LazyPattern(rf"\blast {_SPAN}(?:['’]s)?\b(?! of)")
_THIS = LazyPattern(rf"\b(?:this {_SPAN}|now|currently|today|so far|next {_SPAN})\b")
_THEREUPON = LazyPattern(
    rf"\b{_MANY} (?:[a-z]+ )?{_SPAN}s? (?:on|later|afterwards)\b|\bsince then\b|\b(?:the|a) {_SPAN} (?:after|later)\b|\bthe following {_SPAN}\b"
)
_LATER = LazyPattern(
    rf"\b(?:now|today|tonight|this {_SPAN}|currently|the latest|latest|these days|nowadays|at present|so far|since then|by the (?:time|end|close)|next {_SPAN}|in the end|ended|closed|finished|settled|will|eventually|most recent(?:ly)?|new|reached|has become|to date|the current|current)\b"
)
_MOVED_TO = LazyPattern(
    r"\bto (?:(?:an?|the|its|their|just|only|about|some|nearly|almost|over|around|under|more|less|than|record|new|high|low|level|of|all-time) ){0,4}\Z"
)
_PRESENTLY = LazyPattern(
    r"\b(?:is|are|costs|stands|will (?:be|cost|pay|get|bring|have)|pays|gets|now|today|has|have|do|does|charges|employs|sells|goes for)\b"
)
_PASTLY = LazyPattern(
    r"\b(?:was|were|stood|paid|cost|had|did|used to|fetched|sold|went for|employed|charged|got|backed|said|made|took|drew)\b"
)
_FROM = LazyPattern(r"\bfrom (?:[\w'’-]+ ){0,3}?\Z")
_TO = LazyPattern(
    r"\b(?:to|into|reach(?:ed|es|ing)?|hit(?:s|ting)?|total(?:l?ed|s)?) (?:(?:an?|the|its|their|just|only|about|some|nearly|almost|over|around|under|more|less|than|record|new|high|low|level|of) ){0,5}\Z"
)
_YEAR = LazyPattern(r"(?<![\d,.$£€-])(1[89]\d\d|20\d\d)(?![\d,.]\d|\w| (?:people|seats|jobs|homes|tonnes|members))")
_MONTH = LazyPattern(
    r"\b(january|february|march|april|may(?= (?:and|at|to|\d)|[,.;])|june|july|august|september|october|november|december|jan\.|feb\.|aug\.|sept\.|oct\.|nov\.|dec\.)"
)
_NUMBER = {
    name: number
    for number, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
}


_RELATIVE = LazyPattern(rf"\b(?:last|this|next) {_SPAN}\b|\bnow\b|\btoday\b|\bcurrently\b|\bby the time\b")


class Order(NamedTuple):
    """+1 where the first of two was the earlier, -1 where the second, 0 where nothing tells; and what tells it."""

    first: int
    cues: tuple[str, ...]


def order(one: tuple[str, str], other: tuple[str, str], year: int = 0) -> Order:
    """Of two values, each given as the words before and after it in its own clause, in small letters."""
    cues: list[str] = []
    lead = 0
    for sign, (before, after) in ((1, one), (-1, other)):
        behind = _BASE_BEHIND.sub(" # ", after[: _end(after)])
        ahead = _BASE.sub(" # ", before)
        around = f"{ahead} # {behind}"
        if _FROM.search(before):
            lead += sign * 4
            cues.append("from")
        elif _COMPARED.search(before):
            lead += sign * 3
            cues.append("compared")
            if _YEAR.search(behind) or _MONTH.search(behind) or _FIRMLY.search(around) or _LAST.search(around):
                cues.append("compared-dated")
        elif _MOVED_TO.search(before) and has_way(before[-40:]):
            lead -= sign * 4
            cues.append("moved-to" if sign < 0 else "moved-to-one")
        elif _TO.search(before):
            lead -= sign * 2
            cues.append("to")
        if _FIRMLY.search(around) or (
            _LAST.search(around) and (_COMPARED.search(before) or _THIS.search(" # ".join(other if sign > 0 else one)))
        ):
            lead += sign * 2
            cues.append("firmly" if sign < 0 else "firmly-one")
        elif _EARLIER.search(around):
            lead += sign
            cues.append("earlier")
        if _THEREUPON.search(around):
            lead -= sign * 2
            cues.append("thereupon" if sign < 0 else "thereupon-one")
        if _PLUPERFECT.search(around) and not {"moved-to", "moved-to-one"} & set(cues[-3:]):
            lead += sign * 2
            cues.append("pluperfect" if sign < 0 else "pluperfect-one")
        if _LATER.search(around):
            lead -= sign
            cues.append("later")
    dated = _dated(" ".join(one), " ".join(other), year)
    if dated:
        lead += 3 * dated
        cues.append("dated")
    tense = _tense(" ".join(other)) - _tense(" ".join(one))
    if tense in (2, -2):
        lead += tense
        cues.append("tenses")
    elif tense and not lead:
        lead += tense
        cues.append("tense")
    return Order((lead > 0) - (lead < 0), tuple(sorted(cues)))


_ENDS = LazyPattern(
    r"[;:—–(]|, (?!(?:[\w'’-]+ ){0,3}(?:ago|earlier|before|previously)\b)|\b(?:and|but|while|whereas|although|though|with|when)\b"
)
_BASE = LazyPattern(
    rf"\b(?:from|over|than|compared (?:with|to)|on|against|after|since|in the|of the) (?:(?:the|an?|that|its|their|same|{_SPAN}|first|second|third|fourth|period|of|in|[a-z]+['’]s) ){{0,5}}(?:{_MANY} {_SPAN}s? (?:ago|earlier|before|previously)|last {_SPAN}|(?:the )?previous {_SPAN}|(?:the )?{_SPAN} (?:before|earlier|ago)|year-earlier|year-ago|yesterday)(?! ?\Z)"
)
_BASE_BEHIND = LazyPattern(
    rf"\b(?:from|over|than|compared (?:with|to)|against|versus|up on|down on|on) (?:(?:the|an?|that|its|their|same|{_SPAN}|of|in|[a-z]+['’]s) ){{0,5}}(?:{_MANY} {_SPAN}s? (?:ago|earlier|before|previously)|last {_SPAN}|(?:the )?previous {_SPAN}|(?:the )?{_SPAN} (?:before|earlier|ago)|year-earlier|year-ago)"
)
"""What a change is reckoned from: "up 8% over last May to 224 tons" tells of no earlier value."""


def _end(after: str) -> int:
    """Where the clause of a value ends behind it."""
    found = _ENDS.search(after)
    return found.start() if found else len(after)


def _tense(text: str) -> int:
    """+1 for what is told of now, -1 for what is told of the past, 0 for both or neither."""
    return bool(_PRESENTLY.search(text)) - bool(_PASTLY.search(text))


def _dated(one: str, other: str, year: int) -> int:
    """+1 where the first is of an earlier year, or of an earlier month where neither names a year."""
    years = {*_YEAR.findall(one)}, {*_YEAR.findall(other)}
    if len(years[0]) == 1 and len(years[1]) == 1 and years[0] != years[1]:
        return 1 if min(years[0]) < min(years[1]) else -1
    if bool(years[0]) != bool(years[1]):
        told, relative = (min(years[0]), other) if years[0] else (min(years[1]), one)
        found = _RELATIVE.search(relative)
        if not found or len(years[0] | years[1]) > 1:
            return 0
        meant = year + {"last": -1, "next": 1}.get(found.group()[:4], 0)
        earlier = int(told) < meant if year else _PASTLY.search(one if years[0] else other) is not None
        return (1 if years[0] else -1) if earlier else 0
    months = {m[:3] for m in _MONTH.findall(one)}, {m[:3] for m in _MONTH.findall(other)}
    if len(months[0]) == 1 and len(months[1]) == 1 and months[0] != months[1]:
        apart = (_NUMBER[min(months[1])] - _NUMBER[min(months[0])]) % 12
        return 1 if apart <= 5 else -1 if apart >= 7 else 0
    return 0
