"""When somebody must have been born, by each age and birth that the story tells: 31 now, 19 in 1992, turned 40 in August, born in May 1990."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ...story import is_above
from ..words.lazy_pattern import LazyPattern
from .ages import Age
from .births import Birth
from .durations import NUMBER_WORDS
from .life_dates import LifeDates
from .moments import Moment, moments_in, years_from
from .tense import sentence_span

if TYPE_CHECKING:
    from ...story import Story

B = TypeVar("B", bound="BirthTime")
_MOST = 24
"""A story with more ages is a list of people."""
_DEATH = LazyPattern(
    r"\b(?:died|dies|dead|killed|death|passed away|drowned|executed|buried|burial|funeral|laid to rest|succumbed|perished)\b"
)
_OTHERS_DEATH = LazyPattern(
    r"\b(?:(?:his|her|the|their|my) (?:[a-z]+ )?(?:father|mother|brother|sister|wife|husband|son|daughter|parents|uncle|aunt|grandfather|grandmother|"
    r"friend|teacher|partner|predecessor|baby|child)(?:['’]s)?|whose \w+) (?:had |was |were |sudden |early )?(?:died|killed|death|drowned|executed|buried|funeral)\b|"
    r"\b(?:death|funeral) of (?:his|her|the|their) \w+"
)
_WAS = LazyPattern(
    r"\b(?:[Hh]e|[Ss]he|[Ww]ho|[Ii]t|I|[A-Z]\w+) (?:was|were|had been)(?: (?:only|just|barely|then|still|already|a mere))? \Z"
)
_PRESENT = LazyPattern(
    r"\b(?:is|has|still|remains?|(?:[a-z]{3,}(?<!is)(?<!as)(?<!us)(?<!ss)s) (?:the|a|an|to|every|his|her|on|at|in|with)|now|will)\b|['’]s\b"
)
_PAST = LazyPattern(
    r"\b(?:was|were|had|did|became|began|went|came|took|left|won|lost|made|met|ran|got|[a-z]{2,}(?<!ne)(?<!fe)(?<!see)(?<!inde)ed)\b"
)
_THEN = LazyPattern(
    r"\b(?:[Ww]hen|[Tt]hen|at the time|ago|years? (?:later|earlier|before|after|on)|that year|as an? (?:\d|[a-z]+-year)|would|youth|childhood|"
    r"by the (?:time|age))\b"
)
_GAP_BEHIND = LazyPattern(
    r"(?: years old| years of age)?,? ?(?:(?:in|on|at|back in|in that|in the|during the|that|when|early in|late in|by|the|last|this|earlier|just|of|"
    r"spring|summer|autumn|fall|winter|in early|in late|in mid-)[ -]?){0,4}"
)
_GAP_BEFORE = LazyPattern(
    r",?(?: when| while| and)?(?: (?:she|he|who|I) was| still| only| just| aged?| at| as an?| a| an| at the age of| at age)* ?"
)
_BEGINS = LazyPattern(r"(?:He|She|[A-Z][\w’'-]+) was(?: (?:only|just|barely|then|still))? \Z")
_THAT_WAS = LazyPattern(r"[.!?][\"”’]* (?:That|It|This|The year) was (?:back )?(?:in )?[12]\d{3}\b")
_TURNED = LazyPattern(r"turn(?:ed|s|ing) ")
_DIED_AT = LazyPattern(r"(?:died|dead)\b")
_BORN = LazyPattern(
    r"\b(?:[Bb]orn\b(?!-)|(?:[Bb]irth|delivered|(?:[Aa]rrival|arrived|came|coming) in(?:to)? (?:the|this) world)(?= (?:on |in )?(?:last|this|early|late|[A-Z]|\d)))",
    needs=("orn", "irth", "rrival", "world", "delivered"),
)
_LATELY = LazyPattern(
    r"(?:(?: (?:in|into|to|the|world|at|on|last|this|early|late|back|[A-Z][\w’'-]+|hospital|weighing \S+|prematurely),?){0,7} |,? )"
)
_UNITS = {"month": 30.44, "week": 7.0}
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(word for word, value in NUMBER_WORDS.items() if value < 25)})"
_SMALL = LazyPattern(rf"\b(?i:{_NUMBER})[- ](?P<unit>month|week)s?[- ]old\b", needs=("month", "week"))
_SMALL_BARE = LazyPattern(
    rf"\b(?:[Aa]t|[Aa]ged|is|[Nn]ow) (?i:{_NUMBER}) (?P<unit>month|week)s\b(?= (?:he|she|about)\b|[,.;])",
    needs=(" months", " weeks"),
)
_IS_NOW = LazyPattern(r"\b(?:is|now|still) \Z|['’]s \Z")
_AS_A = LazyPattern(r"\b(?:as|when|when (?:he|she|it) was|was|were) (?:an? |only |just )*\Z")
_CHILD = LazyPattern(
    r"(?: [a-z]+){0,2} (?:baby|boy|girl|son|daughter|infant|child|toddler|twins?|cub|calf|puppy|pup|kitten|foal|lamb|colt|filly|cheetah|gorilla|"
    r"elephant|panda|tiger|lion)s?\b|,? [A-Z][a-z]+|[.,;]"
)
_FRESH = timedelta(45)
"""Who is told to have died lately died within so many days of publication."""
_OLD = timedelta(400)
"""What lies further back is another time than that of the story."""


class BirthTime(Mention, frozen=True):
    """The birth that follows from one telling: between ``first`` and ``last`` somebody must have been born.

    ``form`` is how it follows: ``born`` (a birth with its year), ``lately`` (born last November), ``now`` (an age on the day of publication),
    ``small`` (an age in months or weeks), ``then`` (an age at a time that is told), ``death`` (an age at death), ``birthday`` (turned 40 in August).
    """

    kind: ClassVar[str] = "birth-time"
    first: Annotated[date, "The earliest day of birth that fits."]
    last: Annotated[date, "The latest day of birth that fits."]
    form: Annotated[
        str,
        "How it follows: born (a birth with its year), lately (born last November), now (an age on the day of publication), small (an age in "
        "months or weeks), then (an age at a time that is told), death (an age at death), birthday (turned 40 in August).",
    ]
    owner: Annotated[str, "Whose birth it is, where the name stands beside; else empty."]
    anchor: Annotated[Span | None, "The time that the age is counted to, where one is told."]
    sentence: Annotated[Span, "The sentence in which it is told."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        ages = story.mentions(Age)
        if len(ages) > _MOST:
            return ()
        small = list(_small(cls, story))
        if not ages and not small:
            return ()
        found = [*_births(cls, story), *small]
        told = [time for age in ages if (time := _of_age(cls, story, age, set()))]
        taken = {time.anchor for time in told if time.anchor}
        read = {time.span for time in told}
        told += [time for age in ages if taken and age.span not in read and (time := _of_age(cls, story, age, taken))]
        found += told
        if small or any(age.value < 3 for age in ages):
            found += _lately(cls, story)
        return sorted(found, key=lambda time: time.span)


def _births(cls: type[B], story: Story) -> Iterator[B]:
    for life in story.mentions(LifeDates):
        if life.born and story.text.startswith("(", life.span.start - 1):
            yield cls(
                life.span, date(life.born, 1, 1), date(life.born, 12, 31), "born", life.owner, None, life.sentence
            )
    for birth in story.mentions(Birth):
        first, last = birth.day or date(birth.year, 1, 1), birth.day or date(birth.year, 12, 31)
        for moment in moments_in(story, birth.sentence):
            if moment.span.contains(birth.when):
                first, last = moment.first, moment.last
        yield cls(birth.span, first, last, "born", birth.owner, None, birth.sentence)


def _of_age(cls: type[B], story: Story, age: Age, taken: set[Span]) -> B | None:
    """What follows from an age; the times *taken* are those to which other ages are counted."""
    sentence = sentence_span(story, age.span)
    births = [birth.when for birth in story.mentions(Birth) if birth.sentence.overlaps(sentence)]
    every = [
        one for one in moments_in(story, sentence) if not any(one.span.overlaps(span) for span in (age.span, *births))
    ]
    times = [one for one in every if one.span not in taken]
    if len(times) < len(every):
        if times or age.form not in ("comma", "compound", "decade") or story.published is None:
            return None
        first, last = years_from(story.published, -age.most - 1), years_from(story.published, -age.value)
        return cls(age.span, first, last, "now", age.owner, None, sentence)
    if taken:
        return None
    if age.form == "birthday" or _TURNED.match(story.text, age.span.start):
        beside = _beside(story, age, times) or (times[0] if len(times) == 1 and age.form == "birthday" else None)
        if beside is None or beside.form == "ago":
            return None
        first, last = years_from(beside.first, -age.value), years_from(beside.last, -age.value)
        return cls(age.span, first, last, "birthday", age.owner, beside.span, sentence)
    told = _when(story, age, sentence, times)
    if told is None:
        return None
    first, last, form, anchor = told
    low, high = years_from(first, -age.most - 1) + timedelta(1), years_from(last, -age.value)
    return cls(age.span, low, high, form, age.owner, anchor, sentence)


When = tuple[date, date, str, Span | None]


def _when(story: Story, age: Age, sentence: Span, times: list[Moment]) -> When | None:
    """The time at which somebody is so old, and how that is told."""
    text, published = story.text, story.published
    words = story.words(sentence)
    old = [one for one in times if published is None or one.last < published - _OLD]
    was = _WAS.search(text, max(0, age.span.start - 40), age.span.start) is not None
    if age.form in ("aged", "is", "at", "since") and (was or age.form == "aged"):
        died = _died(story, age, sentence, times, old)
        if died:
            return died
    beside = _beside(story, age, times)
    if beside and (published is None or beside.last < published - _OLD):
        return beside.first, beside.last, "then", beside.span
    if was or age.form in ("aged", "since"):
        if len(old) == 1 and len(times) == 1 and age.form != "decade":
            return old[0].first, old[0].last, "then", old[0].span
        if age.form in ("aged", "since") and not times:
            return _behind(story, sentence)
        if was and not times and _BEGINS.search(text, sentence.start, age.span.start):
            return _before(story, sentence)
        if was or not age.owner:
            return None
    if age.form == "decade" and not _IS_NOW.search(text, max(0, age.span.start - 10), age.span.start):
        return None
    if published is None or old or _is_of_then(story, age, words):
        return None
    return published - timedelta(8), published, "now", None


def _is_of_then(story: Story, age: Age, words: str) -> bool:
    around = story.text[max(0, age.span.start - 40) : age.span.end + 20]
    if age.form in ("comma", "compound", "of") and not _THEN.search(words):
        return False
    if age.form == "at" and is_above(story, age.span):
        return bool(_DEATH.search(words))
    if age.form == "at":
        start = max(0, age.span.start - 5)
        return "now" not in story.text[start : age.span.start].lower() and (
            bool(_PAST.search(words)) or not _PRESENT.search(words)
        )
    if age.form == "is":
        return not _PRESENT.search(around) or bool(_THEN.search(words))
    return bool(_THEN.search(words))


def _beside(story: Story, age: Age, times: list[Moment]) -> Moment | None:
    """The time that stands right behind or before an age: 19 in 1992, in 1995, at age 17."""
    for one in times:
        if age.span.end <= one.span.start and _GAP_BEHIND.fullmatch(story.text, age.span.end, one.span.start):
            return one
        if one.span.end <= age.span.start and age.form in ("aged", "at", "is", "since", "compound"):
            gap = story.text[one.span.end : age.span.start]
            if len(gap) < 40 and _GAP_BEFORE.fullmatch(gap):
                return one
    return None


def _before(story: Story, sentence: Span) -> When | None:
    """The one time of the sentence before: … first played there in 1958. He was 11."""
    end = len(story.text[: sentence.start].rstrip())
    if not end or "\n\n" in story.text[end : sentence.start]:
        return None
    times = moments_in(story, sentence_span(story, Span(end - 1, end)))
    if len(times) > 1:
        times = [one for one in times if end - 2 <= one.span.end <= end]
    if len(times) != 1 or (story.published and times[0].last >= story.published - _OLD):
        return None
    return times[0].first, times[0].last, "then", times[0].span


def _behind(story: Story, sentence: Span) -> When | None:
    """The time of the next sentence where that says no more: He left at 15. That was in 1972."""
    behind = _THAT_WAS.match(story.text, sentence.end)
    times = moments_in(story, Span(behind.end() - 4, behind.end())) if behind else []
    return (times[0].first, times[0].last, "then", times[0].span) if times else None


def _died(story: Story, age: Age, sentence: Span, times: list[Moment], old: list[Moment]) -> When | None:
    """The time of death, where the age is that of somebody who died."""
    words = _OTHERS_DEATH.sub("", story.words(sentence))
    at_once = _DIED_AT.match(story.text, age.span.start) or _DEATH.search(words)
    if not at_once:
        end = len(story.text[: sentence.start].rstrip())
        start = max(0, end - 300)
        before = sentence_span(story, Span(end - 1, end)) if end else sentence
        if times or not _BEGINS.search(story.text, sentence.start, age.span.start):
            return None
        if not _DEATH.search(story.text, max(start, before.start), end):
            return None
        times = moments_in(story, before)
        old = [one for one in times if story.published is None or one.last < story.published - _OLD]
    lives = [life for life in story.mentions(LifeDates) if life.died]
    if not times and lives and len({life.died for life in lives}) == 1 and lives[0].died:
        year = lives[0].died
        return date(year, 1, 1), date(year, 12, 31), "death", lives[0].span
    if old:
        return (old[0].first, old[0].last, "death", old[0].span) if len(times) == 1 else None
    if story.published is None or len({one.first.year for one in times}) > 2:
        return None
    return story.published - _FRESH, story.published, "death", None


def _small(cls: type[B], story: Story) -> Iterator[B]:
    """Ages in months and weeks of children and young animals, told as of now."""
    if story.published is None:
        return
    old = [match for match in _SMALL.finditer(story.text) if _CHILD.match(story.text, match.end())]
    for match in (*old, *_SMALL_BARE.finditer(story.text)):
        number = match["number"]
        amount = int(number) if number.isdigit() else NUMBER_WORDS[number.lower()]
        if _AS_A.search(story.text, max(0, match.start() - 24), match.start()):
            continue
        size = _UNITS[match["unit"].lower()]
        first = story.published - timedelta(round(size * (amount + 1.2)) + 8)
        last = story.published - timedelta(round(size * (amount - 0.2)))
        span = Span(match.start("number"), match.end())
        yield cls(span, first, last, "small", "", None, sentence_span(story, span))


def _lately(cls: type[B], story: Story) -> Iterator[B]:
    """Births with a time by the calendar of publication: born last November."""
    for match in _BORN.finditer(story.text):
        sentence = sentence_span(story, Span(*match.span()))
        for one in moments_in(story, Span(match.end(), max(match.end(), sentence.end))):
            gap = story.text[match.end() : one.span.start]
            if not one.dated and _LATELY.fullmatch(gap):
                yield cls(Span(match.start(), one.span.end), one.first, one.last, "lately", "", one.span, sentence)
            break
