"""Ages of people: Ann Lee, 48, · the 48-year-old mayor · aged 48 · at the age of 48 · she is 48 · in her 40s."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar

from ...datafiles import load_data, word_list
from ...knowledge.name_particles import NAME_PARTICLE
from ...mention import Mention
from ...source import Span
from ..words.lazy_pattern import LazyPattern
from ..words.sentences import NEVER_LAST
from ..words.word_index import word_starts
from .durations import NUMBER_WORDS

if TYPE_CHECKING:
    from ...story import Story

A = TypeVar("A", bound="Age")
_NAME = rf"[^\W\d_a-z][\w'’-]*\.?(?: (?:(?:{NAME_PARTICLE}) )*[^\W\d_a-z][\w'’-]*\.?){{0,4}}"
_WORD = r"(?:[a-z]{3,5}(?:teen|ty(?:-[a-z]{3,5})?)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
"""What may be a number in words; `_value` looks it up."""
_COMMA = LazyPattern(r", (\d{1,3})(?=,(?!\d)|;| (?:and|who|was|is|has)\b| \((?:born|b\.) |\.(?:\s|$))")
_NAME_BEFORE = LazyPattern(rf"(?<![\w’'.-])({_NAME})(?: \([^()\n]{{4,40}}\))?$")
_NO_NAME = LazyPattern(r"(?:In|On|At|From|By|For|And|But|When|While|The|Then|After|Before|Near|With) ")
_POINTED = frozenset(f"{word}." for word in (*NEVER_LAST, "Jr", "Sr"))
_COMPOUND = LazyPattern(r"[- ]years?[- ]old\b", needs=("r-old", "r old", "s-old", "s old"))
_NUMBER_BEFORE = LazyPattern(r"(?<![\w.,$£€-])(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)$")
_OWNER_AFTER = LazyPattern(rf" ({_NAME})")
_NO_AGE_BEHIND = (
    r"(?![\w%]|[.,:]\d|[-–]\d| (?:to|and|or|per|a\.m|p\.m|am|pm|GMT|local|percent|points?|under|over|par|miles|sea|km|Old|games?|goals?|"
    r"runs?|wins?|seats?|votes?|days?|months?|weeks?|hours?|minutes?|seconds?|inches|feet|[A-Z]\w+ (?:Street|Road|Avenue))\b)"
)
_AGED = LazyPattern(
    r"(?<![\w-])(?:[Aa]ged?|at (?:the )?age(?: of)?|turned|turns|turning|(?:died|retired|married|wed|widowed|debuted|emigrated)"
    r"(?: [A-Z][a-z]+day| of [a-z]+(?: [a-z]+)?| here)? at|(?:dies|dead) at|at the ripe old age of) "
    rf"(?P<number>\d{{1,3}}|{_WORD}){_NO_AGE_BEHIND}"
)
_IS = LazyPattern(
    rf"\b(?:(?:[Hh]e|[Ss]he|[Ww]ho|I) (?:is|was|am|would have been|would be|will be|is only|was only|was just|was then|was already|was barely|was still|is now|is still)|(?:[Hh]e|[Ss]he)['’]s|I['’]m|"
    rf"[A-Z][\w’'-]+ was(?: only| just| barely| still| then)?(?= (?:\d{{1,2}}|{_WORD}) (?:when|at the time|as)\b)|"
    rf"(?:is|was|am)(?= (?:\d{{1,2}}|{_WORD}) years old\b)) (?P<number>\d{{1,3}}|{_WORD})(?: years old\b| years of age\b)?"
    r"(?=[.,;)”\"]| (?:and|when|as|at|in|on|or|now|then|but|today|years old)\b|\n|$)(?!,\d)"
)
_BORN_IS = LazyPattern(
    r"\b(?:born|hatched)\b[^.;\n]{4,60}, is (?P<number>\d{1,2})(?: years old)?(?=[.,;])", needs=("born", "hatched")
)
_BIRTHDAY = LazyPattern(
    r"\b(?:(?:his|her|my|their|a|the)|[A-Z]\w+['’]s) (?P<number>\d{1,3})(?:st|nd|rd|th) birthday\b",
    needs=(" birthday",),
)
_AT = LazyPattern(
    rf"(?:\b[Aa]t (?P<at>\d{{2}}), (?=[A-Z]|he\b|she\b|the\b|in\b|still\b|with\b|after\b)|\b(?:oldest|youngest|eldest)\b[^.;\n]{{0,40}} at (?P<most>\d{{2}})(?=[.;,])|\b[Aa]t (?P<bare>\d{{2}}) (?=he\b|she\b)|, at (?P<amid>\d{{2}})(?=, (?!000))|"
    rf"(?:^|, |[.!?”\"] |\n)[Nn]ow (?:aged )?(?P<now>\d{{1,2}}|{_WORD})(?=[,.]| and\b)|\bat (?P<end>\d{{2}})(?=\n\n))",
    needs=("now ", "Now ", *(f"t {digit}" for digit in range(10))),
)
_AT_NUMBER = LazyPattern(r"t \d\d(?:[,.;]| s?he\b|\n\n)")
_NOW_NUMBER = LazyPattern(rf"ow (?:aged )?(?:\d|{_WORD})")
"""Without one of the two, `_AT` finds nothing."""
_MAN_OF = LazyPattern(
    rf"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Ee]very) (?:[a-z-]+ ){{0,2}}?(?P<noun>[a-z]{{3,}}) of (?P<number>\d{{1,2}}|{_WORD})"
    r"(?=[.;)]|,(?!\d)| (?:from|who|with|and|identified|named|was|is|has)\b)"
)
_OF_NUMBER = LazyPattern(rf" of (?:\d|{_WORD})")
_OF_CHILDREN = frozenset(
    ["mother", "father", "parent", "grandmother", "grandfather", "grandparent", "guardian", "leader", "head", "member"]
)
"""Of whom "of six" says something else."""
_DETERMINED = LazyPattern(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|[A-Z]\w+['’]s) (?:[\w’'-]+ ){0,4}\Z")
_DOES = LazyPattern(r" [a-z]{2,}ed (?:a|an|the|to|his|her|him|in|on|for|with|that|from|at|out|up|by|as|no|not)\b")
_OF_NOUN = LazyPattern(r", (?P<number>\d{1,2})(?=[,.](?!\d)|;| (?:and|who|was|is|has)\b|\n|$)(?!, \d| \w+ \d)")
_NOUN_BEFORE = LazyPattern(r"\b[A-Za-z][a-z]+\Z")
_DID_AT = LazyPattern(
    rf"\b(?:left (?:school|home)|quit school|joined|went (?:to|into|down)|began|started|took up|moved|married|wed|emigrated|fled|enlisted|graduated|qualified|"
    rf"orphaned|widowed|ordained|elected|first (?:played|sang|fought|won|flew))\b[^.;,\n]{{0,40}}? at (?P<number>1[3-9]|[2-4]\d|{'|'.join(w for w in NUMBER_WORDS if w.endswith('teen'))})"
    r"(?=[.;,](?!\d)| (?:and|in \d{4}|to)\b)",
    needs=(" at 1", " at 2", " at 3", " at 4", "teen"),
)
_SINCE = LazyPattern(
    rf"\b(?:since|when|until|before|as soon as) (?:[Hh]e|[Ss]he|I) (?:was|turned) (?P<number>\d{{1,2}}|{_WORD})(?=[.,;)”\"]| (?:and|at|in|on|years)\b|\n|$)",
    needs=("e was ", "e turned ", "I was ", "I turned "),
)
_DECADE = LazyPattern(
    r"\bin (?:his|her|their) (early |mid-|mid |late )?(\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
    needs=("in his ", "in her ", "in their "),
)
_LIFE_STAGE = LazyPattern(
    r"\b(?:[Aa]|[Tt]he|[Tt]his|[Tt]hat|[Oo]ne|another) (?:[A-Za-z-]+ )?(?P<stage>teen-?age(?:d)? (?:boy|girl|son|daughter|mother|father|driver|"
    r"suspect|victim|striker|midfielder|defender|winger|star|sensation|prodigy|singer|pupil|gunman)|teen-?ager|sexagenarian|"
    r"septuagenarian|octogenarian|nonagenarian|centenarian)\b(?!['’])",
    needs=("teen", "genarian", "centenarian"),
)
_STAGES = {"teen": (13, 19), "sexa": (60, 69), "sept": (70, 79), "octo": (80, 89), "nona": (90, 99), "cent": (100, 122)}
_DECADES = {f"{word[:-1]}ies": number for word, number in NUMBER_WORDS.items() if word.endswith("ty")} | {"teens": 10}
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}
_LOWER_WORD = LazyPattern(r"(?:['’]s)? ([a-z][a-z’'-]*)(?:['’]s)?|")
_DETERMINER = LazyPattern(r"\b(?:[Tt]he|[Aa]|[Aa]n|[Hh]is|[Hh]er|[Tt]his|[Aa]nother) \Z")
_AFTER_NAMES = word_list("words_after_ages_of_names")
_WORDS_ON = 4
"""How many words may stand between an age with hyphens and the person whose it is: the 48-year-old former world champion."""
_YOUNGEST_ALONE = 13
"""A smaller number behind "at" is rather an hour."""
_LONGEST_NOUN = 30
_WORDS_BEFORE = 50
_OLDEST_ALONE = 110
"""A number above this behind a single name is no age."""


class Age(Mention, frozen=True):
    """How old a person is; the span is of the words that say it.

    ``form`` is ``comma`` (Ann Lee, 48,), ``compound`` (48-year-old), ``aged`` (aged 48, died at 48, turned 48), ``is`` (she is
    48), ``at`` (at 48, she …; now 48), ``of`` (a widow of 48), ``since`` (since she was nine), ``birthday`` (her 48th birthday), or ``decade`` (in her 40s, a teenager, an
    octogenarian: from ``value`` to ``most``; elsewhere the two are equal). ``owner`` is the name that
    stands beside it, empty where none does.
    """

    kind: ClassVar[str] = "age"
    value: Annotated[int, "Full years; of a decade, the first of the years that fit."]
    most: Annotated[int, "Full years; of a decade, the last of the years that fit, else the same as value."]
    form: Annotated[
        str,
        "How it is written: comma (Ann Lee, 48,), compound (48-year-old), aged (aged 48, turned 48), is (she is 48), at (at 48, she …), since (since she was "
        "nine), of (a widow of 48), birthday (her 48th birthday) or decade (in her 40s, a teenager).",
    ]
    owner: Annotated[str, "The name that stands beside it; empty where none does."]
    owner_span: Annotated[Span | None, "Where that name stands."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        found: dict[int, Self] = {}
        before = _before_numbers(story)
        for form, cues in _FORMS.items():
            if not cues or any(cue in before for cue in cues):
                for age in form(cls, text):
                    found.setdefault(age.span.end, age)
        return sorted(found.values(), key=lambda age: age.span)


_LAST = 8


def _before_numbers(story: Story) -> str:
    """The last letters before every number that may be an age, each with a stroke behind: what cues are looked up in."""
    starts: dict[str, list[int]] = story.once(word_starts)[0]
    text = story.text
    numbers = [word for word in starts if word in NUMBER_WORDS or (len(word) < 4 and word.isdecimal())]
    return "".join(f"{text[max(0, at - _LAST) : at]}|" for word in numbers for at in starts[word])


def _comma(cls: type[A], text: str) -> Iterator[A]:
    for match in _COMMA.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, match.start() - 60), match.start())
        leading = _NO_NAME.match(name[1]) if name else None
        owner = _in_sentence(name[1][leading.end() if leading else 0 :]) if name else ""
        value = int(match[1])
        if name and owner and (" " in owner or (value <= _OLDEST_ALONE and _is_surname(text, owner))):
            span = Span(name.end(1) - len(owner), name.end(1))
            yield cls(Span(*match.span(1)), value, value, "comma", owner, span)


def _is_surname(text: str, word: str) -> bool:
    """Whether *word* is the last of a longer name elsewhere, or somebody of that name is born."""
    if len(word) < 3 or word not in text:
        return False
    surname = re.escape(word)
    if re.search(
        rf"\b{surname}(?:, \d{{1,3}})?(?:,? who)?,? (?:was |\()?born\b|\b[Bb]orn\b[^.\n]{{4,60}}, {surname}\b", text
    ):
        return True
    before = re.findall(rf"([A-Z][\w’'-]*\.?) {surname}\b", text)
    return any(not _NO_NAME.match(first + " ") for first in before)


def _in_sentence(owner: str) -> str:
    """*owner* without the end of the sentence before it: "Tuesday. Brennan"."""
    words = owner.split(" ")
    ends = [n for n, word in enumerate(words) if word.endswith(".") and len(word) > 2 and word not in _POINTED]
    return " ".join(words[ends[-1] + 1 :]) if ends else owner


def _compound(cls: type[A], text: str) -> Iterator[A]:
    for match in _COMPOUND.finditer(text):
        number = _NUMBER_BEFORE.search(text, max(0, match.start() - 24), match.start())
        value = _value(number[1]) if number else None
        if number is None or value is None:
            continue
        owner = _OWNER_AFTER.match(text, match.end())
        named = owner is not None and (" " in owner[1] or _is_surname(text, owner[1]))
        named = named and owner is not None and not _is_of_a_thing(text, owner.end())
        if named or _is_of_a_person(text, number.start(), match.end(), value):
            span = Span(*owner.span(1)) if owner and named else None
            whole = Span(number.start(), match.end())
            yield cls(whole, value, value, "compound", owner[1] if owner and named else "", span)


def _is_of_a_thing(text: str, end: int) -> bool:
    """Whether a name only describes what follows it: the 68-year-old Orde Street landmark."""
    word = _LOWER_WORD.match(text, end)
    if word is None or not word[1] or text[end : end + 1] != " ":
        return False
    data = load_data("age_words")
    return (
        word[1] not in data["verbs"]
        and word[1] not in data["people"]
        and word[1] not in _AFTER_NAMES
        and not word[1].endswith("ed")
    )


def _is_of_a_person(text: str, start: int, end: int, value: int) -> bool:
    """Whether the words behind "54-year-old" speak of a person: a noun for one, a verb where it stands alone, a name."""
    data = load_data("age_words")
    at = end
    for number in range(_WORDS_ON):
        word = _LOWER_WORD.match(text, at)
        if word is None or not word[1]:
            break
        if number == 0 and word[1] in data["verbs"]:
            return value <= _OLDEST_ALONE and _DETERMINER.search(text, max(0, start - 9), start) is not None
        if number == 0 and _DOES.match(text, end):
            return value <= _OLDEST_ALONE and _DETERMINER.search(text, max(0, start - 9), start) is not None
        if word[1] in data["people"] or word[1].removesuffix("s") in data["people"]:
            return True
        if word[1].endswith(tuple(data["endings"])) and word[1] not in data["things"]:
            return True
        at = word.end()
    if value > _OLDEST_ALONE:
        return False
    if at == end:
        return text[at : at + 1] in (",", ".", ";", "", "\n", ")")
    return _OWNER_AFTER.match(text, at) is not None and " of" not in text[end:at]


def _value(word: str) -> int | None:
    return int(word) if word.isdigit() else NUMBER_WORDS.get(word.lower())


def _aged(cls: type[A], text: str) -> Iterator[A]:
    for match in _AGED.finditer(text):
        value = _value(match["number"])
        if value is None:
            continue
        name = _NAME_BEFORE.search(text, max(0, match.start() - 60), max(0, match.start() - 2))
        beside = name is not None and text[name.end() : match.start()] in (", ", " (")
        if name and beside:
            yield cls(Span(*match.span()), value, value, "aged", name[1], Span(*name.span(1)))
        else:
            yield cls(Span(*match.span()), value, value, "aged", "", None)


def _is(cls: type[A], text: str) -> Iterator[A]:
    for pattern in (_IS, _BORN_IS):
        yield from _alone(cls, text, pattern, "is")


def _since(cls: type[A], text: str) -> Iterator[A]:
    yield from _alone(cls, text, _SINCE, "since")


def _at(cls: type[A], text: str) -> Iterator[A]:
    """At 48, she is …; still working, at 48, as …; her husband, now 48, …"""
    if not (_AT_NUMBER.search(text) or _NOW_NUMBER.search(text)):
        return
    for match in _AT.finditer(text):
        group = match.lastgroup or "at"
        value = _value(match[group])
        if value is not None and value >= _YOUNGEST_ALONE:
            yield cls(Span(*match.span(group)), value, value, "at", "", None)


def _did_at(cls: type[A], text: str) -> Iterator[A]:
    """He left school at 15."""
    yield from _alone(cls, text, _DID_AT, "aged")


def _of_noun(cls: type[A], text: str) -> Iterator[A]:
    """A schoolboy, 13, …; the widow, 81, …"""
    people = load_data("age_words")["people"]
    for match in _OF_NOUN.finditer(text):
        noun = _NOUN_BEFORE.search(text, max(0, match.start() - _LONGEST_NOUN), match.start())
        if noun and (noun.group().lower() in people or _is_calling(text, noun.group(), noun.start())):
            yield cls(Span(*match.span("number")), int(match["number"]), int(match["number"]), "comma", "", None)


def _is_calling(text: str, word: str, start: int) -> bool:
    """Whether *word* says what somebody does, with an article or a name before it: the Leeds physiotherapist."""
    data = load_data("age_words")
    known = word.endswith(tuple(data["endings"])) and word not in data["things"]
    return known and _DETERMINED.search(text, max(0, start - _WORDS_BEFORE), start) is not None


def _man_of(cls: type[A], text: str) -> Iterator[A]:
    """A widow of 71; a boy of six."""
    people = load_data("age_words")["people"]
    for match in _MAN_OF.finditer(text) if _OF_NUMBER.search(text) else ():
        value = _value(match["number"])
        if value is not None and match["noun"] in people and match["noun"] not in _OF_CHILDREN:
            yield cls(Span(*match.span("number")), value, value, "of", "", None)


def _birthday(cls: type[A], text: str) -> Iterator[A]:
    if "birthday" in text:
        yield from _alone(cls, text, _BIRTHDAY, "birthday")


def _alone(cls: type[A], text: str, pattern: LazyPattern, form: str) -> Iterator[A]:
    for match in pattern.finditer(text):
        value = _value(match["number"])
        if value is not None and value <= _OLDEST_ALONE:
            yield cls(Span(*match.span("number")), value, value, form, "", None)


def _decade(cls: type[A], text: str) -> Iterator[A]:
    for match in _DECADE.finditer(text):
        first = int(match[2][:-1]) if match[2][0].isdigit() else _DECADES[match[2]]
        low, high = _PARTS[match[1].rstrip("- ")] if match[1] else (0, 9)
        if first == 10:
            yield cls(Span(*match.span()), 13, 19, "decade", "", None)
        elif 20 <= first <= 90:
            yield cls(Span(*match.span()), first + low, first + high, "decade", "", None)
    for match in _LIFE_STAGE.finditer(text):
        low, high = _STAGES[match["stage"][:4]]
        yield cls(Span(*match.span("stage")), low, high, "decade", "", None)


_FORMS: dict[Callable[[type[Any], str], Iterator[Any]], tuple[str, ...]] = {
    _comma: (", |",),
    _compound: (),
    _aged: ("age |", "aged |", "turned |", "turns |", "turning |", "at |", "of |"),
    _since: ("was |", "turned |"),
    _is: (
        *("is |", "was |", "am |", "been |", "be |", "only |", "just |", "then |", "already |", "barely |", "still |"),
        *("now |", "'s |", "’s |", "m |"),
    ),
    _at: ("at |", "At |", "now |", "Now |", "aged |"),
    _did_at: ("at |",),
    _of_noun: (", |",),
    _man_of: ("of |",),
    _birthday: (),
    _decade: (),
}
"""The ways in which ages are told, in the order in which they are asked, each with what stands before its number, one of which the text must have."""
