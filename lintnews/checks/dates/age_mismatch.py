"""age-mismatch: an age that doesn't fit the dates of birth and death, or two ages for one person."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace

from ...check import Case, Check
from ...match import Certainty, Match, Note
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from .same_person import only_one_so_called, same_person

if TYPE_CHECKING:
    from ...mentions.dates.ages import Age
    from ...mentions.dates.life_dates import LifeDates
    from ...story import Story
    from .age_links import AgeLink

_OTHER_TIME = LazyPattern(
    r"\b(?:when|then|at the time|ago|(?:1[89]|20)\d\d|years? (?:later|earlier|before)|turned|turns|birthday)\b"
)
_WAS = LazyPattern(r"\b(?:was|were|had)\b(?! born)")
_NOW = LazyPattern(r"\b(?:is|are|has|still|remains?|lives?|works?|runs?|plays?|leads?|serves?|now)\b")
_IS_BEFORE = LazyPattern(r"\b(?:is|now|,) (?:now |still )?$|, $")
_YEAR = LazyPattern(r"\b(?:1[89]|20)\d\d\b")
_WEEKDAY = LazyPattern(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\byesterday\b")
_JUST_BEFORE = 200
_LONGEST_LIFE = 110
"""Who would be older than this is dead, and the age is of another day."""
_DEATH = LazyPattern(r"\b(?:died|dies|dead|killed|death|passed away|drowned|executed)\b")


class AgeMismatch(Check):
    """Flags an age that no birthday explains.

    An age is held against the year or day of birth and death, or of publication, in the same sentence or where another
    one says who is meant. Across the story, two different ages of one name are held against each other.
    """

    kind: ClassVar[str] = "age-mismatch"
    values: ClassVar[tuple[str, ...]] = ("age",)
    cases: ClassVar[Mapping[str, Case]] = {
        "now": Case("Another age than the year of birth makes on the day of publication.", ("born", "right")),
        "at-death": Case("Another age than the years of birth and death make.", ("born", "died", "right")),
        "two-ages": Case("Two ages of one person.", ("other",)),
    }

    def matches(self, story: Story) -> Iterator[Match]:
        from .age_clashes import AgeClash

        plain: tuple[Match, ...] = story.once(plain_mismatches)
        yield from plain
        flagged = [match.span for match in plain]
        for clash in story.mentions(AgeClash):
            if clash.certainty > Certainty.POSSIBLE:
                flagged += [clash.span, clash.other]
        yield from (match for match in _linked(story) if not any(span.overlaps(match.span) for span in flagged))


def plain_mismatches(story: Story) -> Iterator[Match]:
    """Ages that a birth of the same sentence or of the same name doesn't explain, and two ages of one name."""
    from ...mentions.dates.ages import Age
    from ...mentions.dates.life_dates import LifeDates

    ages = [age for age in story.mentions(Age) if age.value < 130]
    known: set[tuple[str, int | None]] = set()
    for life in story.mentions(LifeDates) if ages else ():
        held = _held_against(story, ages, life, (life.owner, life.born) not in known)
        known.add((life.owner, life.born))
        match = next((fault for age in held if (fault := _against(story, age, life))), None)
        if match:
            yield match
    yield from _two_ages(story, ages)


def _linked(story: Story) -> Iterator[Match]:
    """Ages that evidence links to a birth or to another age; of each age the likeliest link."""
    from ...evidence import certainty, likelihood, phrases
    from .age_links import AGES_MODEL, BIRTH_MODEL, age_pairs, birth_links

    best: dict[Span, tuple[float, str, AgeLink]] = {}
    for model, links in ((BIRTH_MODEL, birth_links(story)), (AGES_MODEL, age_pairs(story))):
        for link in links:
            likely = likelihood(model, link.features)
            if likely > best.get(link.age.span, (0.0, "", link))[0]:
                best[link.age.span] = likely, model, link
    told: set[Span] = set()
    for _, model, link in sorted(best.values(), key=lambda one: (-one[0], one[2].age.span)):
        sure = certainty(model, link.features)
        if sure is None or told & {link.age.span, link.other}:
            continue
        told |= {link.age.span, link.other}
        if link.born is None:
            match = _two_told(link.age, _range(link), link.other)
        else:
            match = _now(link.age, link.born, _either(link.low, link.high), Note("The birth", link.other))
        yield replace(match, certainty=sure, evidence=phrases(model, link.features))


def _range(link: AgeLink) -> str:
    return str(link.low) if link.low == link.high else f"{link.low} to {link.high}"


def _held_against(story: Story, ages: list[Age], life: LifeDates, first_told: bool) -> list[Age]:
    """All ages where the first telling of a birth has an owner, else those of its own sentence."""
    if first_told and life.owner and life.born and life.died is None and story.published:
        return ages
    first = bisect_left(ages, life.sentence.start, key=lambda age: age.span.start)
    return ages[first : bisect_right(ages, life.sentence.end, key=lambda age: age.span.start)]


def _against(story: Story, age: Age, life: LifeDates) -> Match | None:
    if life.sentence.contains(age.span):
        same = not life.owner or not age.owner or same_person(life.owner, age.owner)
        return _against_life(story, age, life) if same else None
    return _against_birth(story, age, life) if life.owner and life.born and life.died is None else None


def _against_birth(story: Story, age: Age, life: LifeDates) -> Match | None:
    """An age against the birth of the same person, told in another sentence."""
    from ...mentions.dates.tense import sentence_span
    from ...mentions.names.referents import whose_age

    if story.published is None or life.born is None:
        return None
    low, high = _ages(life.born, life.born_day, story.published.year, story.published)
    sentence = sentence_span(story, age.span)
    died = bool(_DEATH.search(story.text, max(0, sentence.start - _JUST_BEFORE), sentence.end))
    if (low - died <= age.most and age.value <= high) or high > _LONGEST_LIFE:
        return None
    of_these_days = _just_died(story, sentence, life) if died else _told_as_now(story, age)
    if not of_these_days or _tells_of_other_time(story, sentence, age.span):
        return None
    owner = whose_age(story, age)
    if not owner or not same_person(owner, life.owner) or not only_one_so_called(story.text, owner, life.owner):
        return None
    return _now(age, life.born, _either(low, high), Note("The birth", life.span))


def _just_died(story: Story, sentence: Span, life: LifeDates) -> bool:
    """Whether the death told in *sentence* or shortly before it is one of these days."""
    start = max(0, sentence.start - _JUST_BEFORE)
    around = story.text[start : sentence.end].replace(story.words(life.span), "")
    this_year = str(story.published.year) if story.published else ""
    years = set(_YEAR.findall(around))
    return not years - {this_year} and (bool(years) or _WEEKDAY.search(around) is not None)


def _told_as_now(story: Story, age: Age) -> bool:
    """Whether the age is that of the day of publication: "she had a child at age 20", "he was 20 then" are not."""
    start = age.span.start
    if age.form == "is":
        return story.text[max(0, start - 3) : start] == "is "
    if age.form == "decade":
        return _IS_BEFORE.search(story.text, max(0, start - 12), start) is not None
    if age.form == "aged" and not age.owner:
        before = story.text[max(0, start - 60) : start]
        return bool(_NOW.search(before)) and not _WAS.search(before)
    return True


def _against_life(story: Story, age: Age, life: LifeDates) -> Match | None:
    if life.born is None:
        return None
    sentence = story.words(life.sentence)
    if life.died is not None:
        if not _DEATH.search(sentence):
            return None
        low, high = _ages(life.born, life.born_day, life.died, life.died_day)
    elif story.published and not _tells_of_other_time(story, life.sentence, life.span):
        if not _DEATH.search(sentence) and not _told_as_now(story, age):
            return None
        low, high = _ages(life.born, life.born_day, story.published.year, story.published)
        if _DEATH.search(sentence):
            if not (_WEEKDAY.search(sentence) or str(story.published.year) in sentence):
                return None
            low -= 1
    else:
        return None
    if low <= age.most and age.value <= high:
        return None
    right, note = _either(low, high), Note("The dates", life.span)
    if life.died is None:
        return _now(age, life.born, right, note)
    return _match(age, "at-death", (("born", str(life.born)), ("died", str(life.died)), ("right", right)), note)


def _either(low: int, high: int) -> str:
    return str(high) if low == high else f"{low} or {high}" if high == low + 1 else f"{low} to {high}"


def _ages(born: int, born_day: date | None, year: int, day: date | None) -> tuple[int, int]:
    """The least and the greatest age that fits."""
    years = year - born
    if born_day and day:
        exact = years - ((day.month, day.day) < (born_day.month, born_day.day))
        return exact, exact
    return years - 1, years


def _match(age: Age, case: str, values: tuple[tuple[str, str], ...], note: Note) -> Match:
    said = str(age.value) if age.value == age.most else f"{age.value} to {age.most}"
    return Match(age.span, values=(("age", said), *values), notes=(note,), case=case)


def _now(age: Age, born: int, right: str, note: Note) -> Match:
    return _match(age, "now", (("born", str(born)), ("right", right)), note)


def _two_told(age: Age, other: str, place: Span) -> Match:
    return _match(age, "two-ages", (("other", other),), Note("The other age", place))


def _two_ages(story: Story, ages: list[Age]) -> Iterator[Match]:
    seen: list[Age] = []
    for age in ages:
        if not age.owner or age.form == "aged":
            continue
        before = next((other for other in seen if same_person(other.owner, age.owner)), None)
        if before is None:
            seen.append(age)
        elif (
            before.value != age.value
            and not _speaks_of_other_time(story, before, age)
            and only_one_so_called(story.text, before.owner, age.owner)
        ):
            yield _two_told(age, str(before.value), before.span)


def _speaks_of_other_time(story: Story, *ages: Age) -> bool:
    from ...mentions.dates.tense import sentence_span

    return any(_tells_of_other_time(story, sentence_span(story, age.span), age.span) for age in ages)


def _tells_of_other_time(story: Story, sentence: Span, leaving_out: Span) -> bool:
    text = story.text
    words = text[sentence.start : leaving_out.start] + " " + text[leaving_out.end : sentence.end]
    this_year = str(story.published.year) if story.published else ""
    return any(found.group() != this_year for found in _OTHER_TIME.finditer(words))
