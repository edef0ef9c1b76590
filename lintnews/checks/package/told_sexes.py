"""What tells that a person of the story is a man or a woman: a title, a given name, a word such as "widow", "he" and "she"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ...datafiles import load_data
from ...knowledge.gazetteer import is_given_name, is_surname
from ...mentions.names.names import ORGANISATION, PLACE, Name
from ...mentions.names.people import Person
from ...mentions.quotations.quotations import Quotation
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from ...story import is_body

if TYPE_CHECKING:
    from ...story import Story

MAN, WOMAN = "man", "woman"
TITLE, GIVEN, WORD = "title", "given", "word"


class ToldSex(NamedTuple):
    """Where the story tells ``sex`` of a person; ``how``: by a "title", a "given" name or a "word" ("widow")."""

    sex: str
    how: str
    span: Span


class SexesOf(NamedTuple):
    """A person and all that tells of a man or a woman; nothing where another bears one of the names."""

    person: Person
    told: tuple[ToldSex, ...]

    @property
    def sex(self) -> str:
        """ "man" or "woman" where all agrees; else empty."""
        sexes = {told.sex for told in self.told}
        return sexes.pop() if len(sexes) == 1 else ""


class LonePronoun(NamedTuple):
    """A "he" or "she" that can mean nobody told of: who was named last, and all others near, are of the other sex by ``told``.

    ``sure``: nobody without a name is told of near by either.
    """

    span: Span
    person: Person
    told: ToldSex
    sure: bool


@cache
def _by_word(kind: str) -> dict[str, str]:
    """A title, noun or given name of ``data/sexes.json`` → whose it is."""
    return {word: sex for sex, words in load_data("sexes")[kind].items() for word in words}


_NOUN = r"(?:[\w’'-]+ ){0,3}?(?P<noun>[a-z-]+)(?=[,.;:]| (?:of|who|from|in|to|with|whose|aged)\b)"
_BEHIND = LazyPattern(rf"(?:, (?:who (?:is|was) )?| is | was )(?:now )?an? {_NOUN}")
_FIRST = LazyPattern(r",? (?:(?:is|was|became|becomes|will be|would be) )?the first (?P<noun>man|woman)\b")
_BEFORE = LazyPattern(r"(?P<noun>\b[a-z][a-z-]+) \Z")
_REACH = 90


def told_sexes(story: Story) -> tuple[SexesOf, ...]:
    """Every person with what tells of a man or a woman; read once."""
    found: tuple[SexesOf, ...] = story.once(_told_sexes)
    return found


def _told_sexes(story: Story) -> Iterator[SexesOf]:
    people = story.mentions(Person)
    bearers = Counter(name for person in people for name in {person.family.casefold(), _given(person).casefold()})
    for person in people:
        alone = bearers[person.family.casefold()] == bearers[_given(person).casefold()] == 1
        yield SexesOf(person, tuple(_told(story, person)) if alone else ())


def _given(person: Person) -> str:
    return person.given.partition(" ")[0]


def _told(story: Story, person: Person) -> Iterator[ToldSex]:
    by_name = _by_word("names").get(_given(person))
    if by_name:
        yield ToldSex(by_name, GIVEN, person.span)
    for name in person.references:
        words = name.title.replace(".", "").split()
        if words and (sex := _by_word("titles").get(words[-1])):
            yield ToldSex(sex, TITLE, Span(name.span.start - len(name.title) - 1, name.span.end))
        yield from _by_nouns(story.text, name)


def _by_nouns(text: str, name: Name) -> Iterator[ToldSex]:
    start, end = name.span.start, name.span.end
    nouns = _by_word("nouns")
    if not name.possessive:
        found = _FIRST.match(text, end) or _BEHIND.match(text, end, end + _REACH)
        if found and found["noun"] in nouns:
            yield ToldSex(nouns[found["noun"]], WORD, Span(*found.span("noun")))
    if not name.title:
        found = _BEFORE.search(text, max(0, start - 30), start)
        if found and found["noun"] in nouns:
            yield ToldSex(nouns[found["noun"]], WORD, Span(*found.span("noun")))


_PRONOUN = LazyPattern(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im(?:self)?|[Hh]erself)\b")
_WOMANS = frozenset(["she", "her", "hers", "herself"])
_OTHER = LazyPattern(
    r"\b(?:(?:an?|another|one|the|every|each|any|other|no|whose|their|its) (?:[\w’'-]+ ){0,2}?(?:[a-z-]+(?:er|or|ist|ant|ent|ian|ee|man)|victim|child|baby|judge|chief|"
    r"official|nurse|guard|priest|pilot|aide|boss|coach|cook|guest|infant|captain|person|teen|toddler|youth|guy|host|head|rival|star|fan|thief|"
    r"suspect|\d\d?-year-old|adult|pupil|monarch|colleague|neighbou?r|ship|boat|yacht|vessel|country|nation|horse|dog|cat|storm)|someone|somebody|anyone|everyone|partner|spouse|parents?|child(?:ren)?|"
    r"friends?|fianc[eé]e?|cousins?|twins?|predecessor|successor|God)\b"
)
_LOOSE, _SURE = 30, 60
"""Characters before a pronoun within which somebody without a name ("the driver") may be meant; the second where it is to be sure."""
_SAME = 300
"""The same for somebody of the pronoun's sex: past that, another pronoun would have come."""
_AHEAD = 60
"""Characters behind a pronoun within which whom it means may be named: "When she was young, Ann Lee …"."""
_EITHER = LazyPattern(r"\b(?:[Hh]e|[Hh]is|[Hh]im) or \Z")


def lone_pronouns(story: Story) -> Iterator[LonePronoun]:
    """The only pronoun of a sex outside quotations, where the person last named and all others near are of the other."""
    by_sex: dict[str, list[Span]] = {MAN: [], WOMAN: []}
    if not any(one.sex for one in told_sexes(story)):
        return
    quoted = [quotation.inner for quotation in story.mentions(Quotation)]
    for found in _PRONOUN.finditer(story.text):
        span = Span(*found.span())
        if is_body(story, span) and not any(inner.start <= span.start < inner.end for inner in quoted):
            by_sex[WOMAN if found[0].casefold() in _WOMANS else MAN].append(span)
    for sex, spans in by_sex.items():
        if len(spans) == 1 and story.words(spans[0]).casefold() != "him":  # "Orde told him" is another
            one = _not_meant(story, sex, spans[0].start, quoted)
            if one is not None:
                sure = _OTHER.search(story.text, max(0, spans[0].start - _SURE), spans[0].start) is None
                yield LonePronoun(spans[0], one.person, one.told[0], sure)


def _not_meant(story: Story, sex: str, at: int, quoted: list[Span]) -> SexesOf | None:
    """The person last named before *at*, of the other sex, where nobody of *sex* can be meant; else None."""
    text = story.text
    if _OTHER.search(text, max(0, at - _LOOSE), at) or _EITHER.search(text, max(0, at - 8), at):
        return None
    own = {name.span: one for one in told_sexes(story) for name in one.person.references}
    last: SexesOf | None = None
    for name in story.mentions(Name):
        start = name.span.start
        one = own.get(name.span)
        if not at - _SAME <= start < at + _AHEAD or not (one or _may_be_person(name) or _speaks(text, name)):
            continue
        is_of = one.sex if one else _sex_of(name)
        if is_of == sex or (not is_of and start > at):
            return None
        if start < at and not any(inner.start <= start < inner.end for inner in quoted):
            last = one if is_of else None
    nouns = _by_word("nouns")
    around = _WORD.finditer(text, max(0, at - _SAME), min(len(text), at + _AHEAD))
    return None if any(nouns.get(found[0].casefold()) == sex for found in around) else last


_WORD = LazyPattern(r"[A-Za-z][a-z]+(?:-in-law)?")


def _sex_of(name: Name) -> str:
    words = name.title.replace(".", "").split()
    return _by_word("titles").get(words[-1] if words else "") or _by_word("names").get(name.tokens[0].text, "")


_SPEAKS = (" said", " says", " added", " (")


def _speaks(text: str, name: Name) -> bool:
    start, end = name.span.start, name.span.end
    return text.startswith(_SPEAKS, end) or text[max(0, start - 5) : start] == "said "


def _may_be_person(name: Name) -> bool:
    if name.guess in (ORGANISATION, PLACE):
        return False
    return bool(name.title) or is_given_name(name.tokens[0].text) or is_surname(name.last)
