"""Who is introduced where: surnames on their own, held against the full names of the story."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, Self, TypeVar

from ...datafiles import word_list
from ...knowledge.gazetteer import is_given_name
from ...match import Certainty
from ...mention import Mention
from ...mentions.names.name_words import word_class
from ...mentions.names.names import ORGANISATION, PLACE, Name
from ...mentions.names.people import Person, family_name
from ...mentions.quotations.quotations import Quotation
from ...mentions.words.lazy_pattern import LazyPattern
from ...story import BODY, BlockKind
from ..names.name_slips import NameSlip, find_name_slips

if TYPE_CHECKING:
    from ...story import Story

FaultOf = Literal["unknown", "ambiguous", "early"]


class SurnameFault(Mention, frozen=True):
    """A surname on its own that readers can't place.

    unknown: nobody is named in full who carries it; ``quoted`` where direct speech is attributed to the bare surname,
    else it stands behind a courtesy title. ambiguous: of two ``people``, without a title that
    tells them apart. early: before the full name of its one person.
    """

    kind: ClassVar[str] = "surname-fault"
    fault: Annotated[FaultOf, "What readers miss."]
    surname: Annotated[str, "The surname."]
    people: Annotated[tuple[Person, ...], "The people who carry it."] = ()
    quoted: Annotated[bool, "Whether direct speech is attributed to the bare surname."] = False

    @property
    def certainty(self) -> Certainty:
        """A courtesy title alone may be how the house writes; who is quoted must be named."""
        return Certainty.POSSIBLE if self.fault == "unknown" and not self.quoted else Certainty.LIKELY

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        people = tuple(person for person in story.mentions(Person) if not _is_listed(person))
        for fault in (*_unknown(cls, story), *_unknown_speakers(cls, story)):
            if not _is_misspelled(story, fault.surname):
                yield fault
        yield from _ambiguous(cls, story, people)
        yield from _early(cls, story, people)


def _is_listed(person: Person) -> bool:
    """Whether only initials stand before the surname, as in line-ups."""
    return all(len(word.strip(".")) <= 1 or word.isupper() for word in person.given.split())


def _in_body(story: Story, name: Name) -> bool:
    block = story.block_at(name.span.start)
    return block is not None and block.kind in BODY


def _reported(story: Story) -> Iterator[Name]:
    """Names in running copy outside of quotations: what the reporter writes."""
    inside = sorted((quotation.inner for quotation in story.mentions(Quotation)), key=lambda span: span.start)
    starts = [span.start for span in inside]
    for name in story.mentions(Name):
        at = bisect_right(starts, name.span.start) - 1
        if _in_body(story, name) and not (at >= 0 and name.span.start < inside[at].end):
            yield name


def _title(name: Name) -> str:
    return name.title.rstrip(".")


F = TypeVar("F", bound=SurnameFault)
_IN_A_TITLE = LazyPattern(r"(?:\b(?:and|or)|(?<![.!?:”\"] )\b[A-Z]\w*) \Z")


def _unknown(cls: type[F], story: Story) -> Iterator[F]:
    """The first place of each surname that only stands behind a courtesy title."""
    names = story.mentions(Name)
    parts = {token.text.casefold() for name in names if len(name.tokens) > 1 for token in name.tokens}
    titled = {name.last.casefold() for name in names if _title(name) and _title(name) not in word_class("courtesy")}
    seen: set[str] = set()
    for name in story.once(_reported):
        if len(name.tokens) != 1 or _title(name) not in word_class("courtesy") or name.in_capitals:
            continue
        start = name.span.start - len(name.title) - 1
        if _IN_A_TITLE.search(story.text, max(0, start - 20), start):
            continue
        surname = name.last.casefold()
        if surname not in parts and surname not in titled and surname not in seen:
            seen.add(surname)
            yield cls(name.span, "unknown", name.last)


def _is_misspelled(story: Story, surname: str) -> bool:
    """Whether the checks of names report it as another spelling of a name, which then says all."""
    slips: tuple[NameSlip, ...] = story.once(find_name_slips)
    return any(surname in (*slip.odd.text.split(), *slip.right.text.split()) for slip in slips)


_NO_PERSON = word_list("no_persons")
_SAID_BEFORE = LazyPattern(r"[\"”’] (?:said|added|says|explained) \Z")
_SAID_BEHIND = LazyPattern(
    r" (?:said|added|says|explained|told|recalled|wrote)(?:[.,;]| (?:in|at|on|of|during|after|the|his|her|reporters|Reuters|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)"
)
_SPEECH_BEFORE = re.compile(r"[\"”’,] \Z")
_PRONOUN = LazyPattern(r"\b(?:[Hh]e|[Ss]he)\b")


def _unknown_speakers(cls: type[F], story: Story) -> Iterator[F]:
    """Bare words that speak, and are spoken of as a person, but belong to no longer name."""
    text = story.text
    parts = {t.text.casefold() for n in story.mentions(Name) if len(n.tokens) > 1 or n.title for t in n.tokens}
    for name in story.once(_reported):
        word = name.text
        if len(name.tokens) > 1 or name.title or name.possessive or not word[1:].islower() or not word.isalpha():
            continue
        if word.casefold() in parts or not _speaks(text, name):
            continue
        parts.add(word.casefold())
        if (
            word in _NO_PERSON
            or text.find(word) < name.span.start
            or text.startswith(" said in a statement", name.span.end)
        ):
            continue
        if _PRONOUN.search(text, name.span.end, name.span.end + 400):
            yield cls(name.span, "unknown", word, quoted=True)


def _speaks(text: str, name: Name) -> bool:
    start, end = name.span.start, name.span.end
    if _SPEECH_BEFORE.search(text, max(0, start - 2), start) and _SAID_BEHIND.match(text, end):
        return True
    return text[end : end + 1] in (".", ",", ";") and _SAID_BEFORE.search(text, max(0, start - 14), start) is not None


def _ambiguous(cls: type[F], story: Story, people: tuple[Person, ...]) -> Iterator[F]:
    """The first bare use of a surname after two people who carry it were named in full.

    Where the bare surname stood before the second of them came in, the first is meant as before.
    """
    by_family: dict[str, list[Person]] = {}
    for person in people:
        if _has_given_name(person) and _in_body(story, person.references[0]):
            by_family.setdefault(person.family.casefold(), []).append(person)
    shared = {family: group for family, group in by_family.items() if len(group) > 1 and _are_two(group)}
    if not shared:
        return
    seen: set[str] = set()
    for name in story.once(_reported):
        family = name.last.casefold()
        group = shared.get(family)
        if group is None or len(name.tokens) > 1 or name.title or family in seen:
            continue
        seen.add(family)
        before = tuple(person for person in group if person.span.start < name.span.start)
        if len(before) > 1 and not _told_apart(story.text, name):
            yield cls(name.span, "ambiguous", name.last, before)


def _has_given_name(person: Person) -> bool:
    """Whether what stands before the surname is a person's: a given name first, and no more than three words."""
    words = person.given.split()
    return 0 < len(words) < 4 and (is_given_name(words[0]) or len(words[0].strip(".")) == 1)


_APART = LazyPattern(
    r"\b(?:younger|elder|older|late|other|senior|junior|[Mm]other|[Ff]ather|brother|sister|wife|husband) \Z"
)
_FAMILY = LazyPattern(r" (?:family|families|name|brothers|sisters|twins|clan|network|estate|household)\b")


def _told_apart(text: str, name: Name) -> bool:
    """Whether a word beside the surname says which of the two it is, or that it is both: "the younger Orde"."""
    start, end = name.span.start, name.span.end
    return _APART.search(text, max(0, start - 12), start) is not None or _FAMILY.match(text, end) is not None


def _are_two(group: list[Person]) -> bool:
    """Whether the people are surely different: their given names differ in the first letter, or in sex of title."""
    return len({person.given[:1].casefold() for person in group}) > 1


def _early(cls: type[F], story: Story, people: tuple[Person, ...]) -> Iterator[F]:
    """A surname behind a courtesy title, ahead of the full name, which stands in running copy too."""
    count: dict[str, int] = {}
    for person in people:
        count[person.family.casefold()] = count.get(person.family.casefold(), 0) + 1
    reported = story.once(_reported)
    spans = {name.span for name in reported}
    for person in people:
        if count[person.family.casefold()] > 1:
            continue
        names = [name for name in person.references if name.span in spans]
        if not names or len(names[0].tokens) > 1 or _title(names[0]) not in word_class("courtesy"):
            continue
        full = next((n for n in names[1:] if len(n.tokens) > 1 and n.guess not in (ORGANISATION, PLACE)), None)
        if full is None or family_name(full).casefold() != names[0].text.casefold():
            continue
        if not _named_above(story, names[0]):
            yield cls(names[0].span, "early", names[0].last, (person,))


def _named_above(story: Story, name: Name) -> bool:
    """Whether a longer name above, in the copy, a deck or a caption, has this surname."""
    surname = name.last.casefold()
    return any(
        len(other.tokens) > 1
        and any(token.text.casefold() == surname for token in other.tokens)
        and (block := story.block_at(other.span.start)) is not None
        and block.kind is not BlockKind.HEADLINE
        for other in story.mentions(Name)
        if other.span.start < name.span.start
    )
