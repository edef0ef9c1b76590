"""What a story says against the facts of the house: names, titles, ages, the dead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple, Self

from ...datafiles import word_list
from ...knowledge.house_facts import BodyFact, Entry, Facts, HeldTitle, PersonFact, facts_in
from ...match import Certainty
from ...mention import Mention
from ...source import Span
from ..names.capitalised import UPPER
from ..names.names import Name
from ..words.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from ...story import Story

_WORD = LazyPattern(rf"(?<![\w@#])[{UPPER}\d][\w'’&-]*")
_AGE = LazyPattern(r", (?:aged )?(?P<age>\d{1,3})(?=[,.;)]| years old)")
_TITLE_AFTER = LazyPattern(
    r", (?:the |a |its )?(?P<before>former |then-|ex-|outgoing |late |one-time )?(?P<title>[A-Za-z][a-z]+(?: [A-Za-z][a-z]+)?(?: [A-Za-z][a-z]+)?)"
)
_PAST = LazyPattern(r"\b(?:[Ff]ormer|[Tt]hen-?|[Ee]x-?|[Ll]ate|[Oo]ne-time|[Ff]uture|[Ii]ncoming|[Oo]utgoing)[ -]?$")
_PAST_WITHIN = LazyPattern(r"(?:[Ff]ormer|[Tt]hen|[Ee]x|[Ll]ate|[Ff]uture|[Aa]cting|[Ii]ncoming)\b")
_ALIVE = LazyPattern(
    r" (?:says|said (?:on |this |last |yesterday|today|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|told (?:reporters|the \w+ on)|plans|wants|will|lives|hopes|intends|"
    r"believes|is (?:to|due|expected|planning|a|the|now)|has been|insists|adds|argues)\b"
)
_SHORT = {
    "gov": "governor", "sen": "senator", "rep": "representative", "gen": "general", "lt gov": "lieutenant governor", "pm": "prime minister",
    "prof": "professor", "sgt": "sergeant", "capt": "captain", "col": "colonel", "supt": "superintendent", "pres": "president", "atty gen": "attorney general",
}  # fmt: skip
_CIVIC = word_list("civic_titles")
_SINCE_DEATH = timedelta(days=7)


class FactFault(Mention, frozen=True):
    """Words of a story that a fact of the house contradicts."""

    kind: ClassVar[str] = "fact-fault"
    fault: Annotated[str, "wrong-name, wrong-body, wrong-title, outdated-title, wrong-age, deceased-person"]
    right: Annotated[str, "What the facts say: the name, the title, the age, the day of death."]
    who: Annotated[str, "The name of the person, body, place or term as the house writes it."]
    fact: Annotated[str, "The fact in words, and its source."]
    certain: Annotated[bool, "Whether it is wrong in every story."]

    @property
    def certainty(self) -> Certainty:
        """A variant and a title may be meant otherwise."""
        return Certainty.CERTAIN if self.certain else Certainty.LIKELY

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        if not story.house.facts:
            return []
        facts = facts_in(story.house.facts)
        found: dict[tuple[Span, str], _Fault] = {}
        for fault in (*_spellings(story, facts), *_of_people(story, facts)):
            found.setdefault((fault.span, fault.fault), fault)
        return [
            cls(f.span, f.fault, f.right, f.entry.name, _told(f.entry, f.right, facts), f.certain)
            for f in sorted(found.values(), key=lambda f: (f.span, f.fault))
        ]


class _Fault(NamedTuple):
    span: Span
    fault: str
    right: str
    entry: Entry
    certain: bool = True


def _told(entry: Entry, right: str, facts: Facts) -> str:
    """The source of *entry*: its own, or its file's."""
    source = entry.source or next(
        (file.source for file in facts.files if entry in (*file.people, *file.bodies, *file.places, *file.terms)), ""
    )
    return f"{entry.name}: {right}" + (f" ({source})" if source else "")


def _spellings(story: Story, facts: Facts) -> Iterator[_Fault]:
    text, reached = story.text, 0
    for match in _WORD.finditer(text):
        start = match.start()
        if start < reached:
            continue
        word = match.group().removesuffix("'s").removesuffix("’s")
        names = (
            *facts.first_words.get(word, ()),
            *(facts.first_words.get(word.partition("-")[0], ()) if "-" in word else ()),
        )
        name = next(
            (n for n in names if text.startswith(n, start) and not text[start + len(n) : start + len(n) + 1].isalnum()),
            None,
        )
        if name is None:
            continue
        reached = start + len(name)
        if name in facts.entries:
            continue
        entry, certain = facts.wrong[name][0]
        if len({e.name for e, _ in facts.wrong[name]}) == 1 and not _is_part(text, start, name, entry.name):
            fault = "wrong-body" if isinstance(entry, BodyFact) else "wrong-name"
            yield _Fault(Span(start, reached), fault, entry.name, entry, certain)


def _is_part(text: str, start: int, wrong: str, right: str) -> bool:
    """Whether the wrong form is only a part of the right one that stands there ("Ann Lee" in "Ann Lee-Moss")."""
    at = right.find(wrong)
    return at >= 0 and text.startswith(right, start - at)


def _of_people(story: Story, facts: Facts) -> Iterator[_Fault]:
    for name in story.mentions(Name):
        person = _person(name, facts)
        if person is None:
            continue
        if story.published:
            yield from _titles(story, name, person, story.published)
            yield from _age(story, name, person, story.published)
            if person.died and story.published > person.died + _SINCE_DEATH and _ALIVE.match(story.text, name.span.end):
                end = _ALIVE.match(story.text, name.span.end).end()  # type: ignore[union-attr]
                yield _Fault(Span(name.span.start, end), "deceased-person", f"died on {person.died}", person, False)


def _person(name: Name, facts: Facts) -> PersonFact | None:
    """The person of the facts who bears *name* in full; None where several do."""
    found = [entry for entry in facts.entries.get(name.text, ()) if isinstance(entry, PersonFact)]
    return found[0] if len(found) == 1 else None


def _titles(story: Story, name: Name, person: PersonFact, day: date) -> Iterator[_Fault]:
    if not person.titles:
        return
    written: list[tuple[Span, bool]] = []
    if name.title:
        start = story.text.rfind(name.title, max(0, name.span.start - len(name.title) - 3), name.span.start)
        if start >= 0:
            before = _PAST.search(story.text, max(0, start - 12), start) or _PAST_WITHIN.match(name.title)
            written.append((Span(start, start + len(name.title)), bool(before)))
    if match := _TITLE_AFTER.match(story.text, name.span.end):
        span = _known_title(story, match.start("title"), match.group("title"), person)
        if span:
            written.append((span, bool(match.group("before"))))
    for span, past in written:
        fault = _judged(story.words(span), person, day, past)
        if fault:
            yield _Fault(span, fault, _now(person, day), person, False)


def _known_title(story: Story, start: int, words: str, person: PersonFact) -> Span | None:
    """The first words behind the name that are one of the person's titles."""
    for held in person.titles:
        if words.casefold().startswith(held.title.casefold()):
            return Span(start, start + len(held.title))
    return None


def _judged(words: str, person: PersonFact, day: date, past: bool) -> str:
    title = _plain(words)
    held = [one for one in person.titles if _same(title, _plain(one.title))]
    if held:
        if past or any(one.held_on(day) for one in held):
            return ""
        return "outdated-title" if any(one.until and one.until < day for one in held) else ""
    last = title.rpartition(" ")[2]
    return (
        "wrong-title"
        if last in _CIVIC and not past and any(_plain(one.title).rpartition(" ")[2] in _CIVIC for one in person.titles)
        else ""
    )


@cache
def _plain(title: str) -> str:
    folded = title.casefold().replace(".", "").replace("-", " ").strip()
    return _SHORT.get(folded, folded)


def _same(written: str, fact: str) -> bool:
    return (
        written == fact
        or written.endswith(f" {fact}")
        or fact.endswith(f" {written}")
        or fact.startswith(f"{written} ")
    )


def _now(person: PersonFact, day: date) -> str:
    held = [one for one in person.titles if one.held_on(day)]
    return _in_words(held[-1]) if held else f"{_in_words(person.titles[-1])} until {person.titles[-1].until}"


def _in_words(held: HeldTitle) -> str:
    return f"{held.title} of {held.of}" if held.of else held.title


def _age(story: Story, name: Name, person: PersonFact, day: date) -> Iterator[_Fault]:
    match = _AGE.match(story.text, name.span.end)
    if not match or person.born is None or (person.died and person.died < day - _SINCE_DEATH):
        return
    written = int(match.group("age"))
    first, last = _ages(person.born, person.died or day)
    if not first <= written <= last:
        right = str(last) if first == last else f"{first} or {last}"
        yield _Fault(Span(*match.span("age")), "wrong-age", right, person, isinstance(person.born, date))


def _ages(born: date | int, day: date) -> tuple[int, int]:
    """The ages that someone born then may have on *day*, and in the week before it."""
    if isinstance(born, int):
        return day.year - born - 1, day.year - born
    age = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    before = day - _SINCE_DEATH
    return before.year - born.year - ((before.month, before.day) < (born.month, born.day)), age
