"""Published corrections, read: "An earlier version of this story misspelled the surname of Mara Ostrowe. It is Ostrowe, not Ostrow."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..datafiles import word_list
from .name_particles import NAME_PARTICLE

_NAME = rf"[A-Z][\w'’.&-]*(?: (?:of|the|and|for|{NAME_PARTICLE}|on|in|&|[A-Z][\w'’.&-]*))*"
_RIGHT = rf"(?:the )?[“\"]?(?P<right>{_NAME})[”\"]?"
_WRONG = rf"(?:the )?[“\"]?(?P<wrong>{_NAME})[”\"]?"
_READINGS = (
    re.compile(
        rf"\b(?:is|are|was|as|be|been|is called|is named|is spelled|should read) {_RIGHT},? (?:and )?not {_WRONG}"
    ),
    re.compile(
        rf"\b[Ss]pelling\b[^.]{{0,80}}? (?:to|as) {_RIGHT},? (?:sted|instead of|rather than|not|from) (?:of )?{_WRONG}"
    ),
    re.compile(rf"\b[Nn]ame\b[^.]{{0,40}}? to {_RIGHT},? (?:sted|instead of|rather than|from) (?:of )?{_WRONG}"),
    re.compile(rf"(?:^|\. ){_RIGHT} was (?:misspelled|misspelt|wrongly spelled|incorrectly spelled) (?:as )?{_WRONG}"),
)
_FULL_NAME = re.compile(rf"[A-Z][\w'’-]+(?: (?:{NAME_PARTICLE}|[A-Z]\.|[A-Z][\w'’-]+))+")
_NO_NAME = word_list("no_names_in_corrections")
_BODY = re.compile(
    r"\b(?:Agency|Authority|Administration|Board|Bureau|Commission|Committee|Council|Department|Institute|Organi[sz]ation|Service|Association|Society|Union|"
    r"Foundation|Fund|Bank|Office|Corp\w*|Federation|Cent(?:er|re)|Court|University|School|College|Company|Inc|Group|Party|Ministry|Hospital|Church)\b"
)


class Correction(NamedTuple):
    """What a correction teaches: the right name, the wrong one, and what it is: people, bodies, places or terms."""

    right: str
    wrong: str
    section: str
    text: str


def split(text: str) -> list[str]:
    """The corrections in a file: paragraphs, or lines where no line is blank; without a list's marks."""
    parts = re.split(r"\n\s*\n", text.strip()) if re.search(r"\n\s*\n", text.strip()) else text.strip().splitlines()
    return [one for part in parts if (one := " ".join(part.split()).lstrip("-*• "))]


def read(text: str) -> Correction | None:
    """What *text*, one correction, teaches; None where it can't be read for sure."""
    found = next(_readings(text), None)
    if found is None:
        return None
    right, wrong, section = found
    if right == wrong or right in _NO_NAME or wrong in _NO_NAME:
        return None
    return Correction(right, wrong, section, text)


def _readings(text: str) -> Iterator[tuple[str, str, str]]:
    for pattern in _READINGS:
        match = pattern.search(text)
        if match:
            right, wrong = _whole(_bare(match.group("right")), _bare(match.group("wrong")), text)
            section = _section(right, text)
            if section != "people" or (" " in right and " " in wrong):
                yield right, wrong, section
            return


def _bare(name: str) -> str:
    return name.strip(" .,;:“”\"'’").removesuffix("'s").removesuffix("’s")


def _whole(right: str, wrong: str, text: str) -> tuple[str, str]:
    """The whole right and wrong names, where the correction tells only the word that changes and names the person in full."""
    if " " in right or " " in wrong:
        return right, wrong
    for word in (right, wrong):
        for match in _FULL_NAME.finditer(text):
            words = _bare(match.group()).split()
            if word in words:
                at = words.index(word)
                return " ".join((*words[:at], right, *words[at + 1 :])), " ".join(
                    (*words[:at], wrong, *words[at + 1 :])
                )
    return right, wrong


def _section(name: str, text: str) -> str:
    if _BODY.search(name):
        return "bodies"
    if re.search(r"\b(?:town|city|village|street|river|county|neighbou?rhood|mountain|island)\b", text):
        return "places"
    if re.search(
        r"\b(?:surname|last name|first name|given name|family name|he|she|his|her|He|She|His|Her|Mr\.|Ms\.|Mrs\.|misidentified)\b",
        text,
    ) or len(name.split()) in (2, 3):
        return "people"
    return "terms"
