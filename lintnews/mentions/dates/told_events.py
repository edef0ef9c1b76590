"""Events that are told as done or as to come, with the time right beside: met on March 5, will open in January 2025."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..quotations.quotations import Quotation
from ..words.calendar_words import WEEKDAY
from ..words.lazy_pattern import LazyPattern
from .dates import Date, PartialDate
from .tense import Tense

if TYPE_CHECKING:
    from ...story import Story

E = TypeVar("E", bound="ToldEvent")
_DONE = (
    r"(?:met|voted|died|was killed|were killed|was arrested|were arrested|was shot|won|was held|were held|took place|"
    r"happened|occurred|crashed|struck|visited|arrived|spoke|resigned|was born|was sworn in|was elected|was found|"
    r"was released|were released|was hit|sank|exploded|collapsed|was fired|was buried|testified|pleaded guilty|appeared|"
    r"was signed|were signed|signed|ruled|was approved|was passed|was adopted|was completed|was built|was founded|was opened|"
    r"opened|closed|began|started|ended|was launched|was published|was charged|were charged|was convicted|was sentenced|"
    r"was injured|were injured|were married|married|graduated|retired|was appointed|took effect|took office|landed|left office)"
)
_TO_COME = (
    r"(?:will|is (?:due|scheduled|set|expected|slated|going) to|are (?:due|scheduled|set|expected|slated|going) to)"
)
_STOPS = (
    "what who whom how why which where whether if that when after before since until from to of for effective than through "
    "by as over into about because is are takes goes comes begins starts runs ends expires has"
)
_WORD = rf"(?: (?!(?:{_STOPS.replace(' ', '|')})\b)[\w’'-]+)"
_WORD_OF_PAST = rf"(?:(?! (?:and|or|\d{{4}})\b){_WORD})"
_WHEN = rf"(?: on)?(?: {WEEKDAY}\.?,?)? $"
_PAST = LazyPattern(rf"(?<!to )(?<!be )(?<!have )(?<!had )(?<!not )\b{_DONE}{_WORD_OF_PAST}{{0,6}}{_WHEN}")
_NO_EVENT = (
    r"(?!(?:have|not|never|always|forget|remember|recall|mark|celebrate|commemorate|review|discuss|examine|appeal|study|honou?r|"
    r"investigate|consider|carry|long|be (?:back-?dated|retroactive|dated|on)|report (?:its|their|income|assets))\b)"
)
"""What is to be done about a day gone by is no event of that day."""
_FUTURE = LazyPattern(rf"\b{_TO_COME} {_NO_EVENT}[\w’'-]+{_WORD}{{0,6}}{_WHEN}")
_TAKES_PLACE = LazyPattern(
    rf"\b(?:takes place|takes effect|goes on sale|comes into force)(?: on)(?: {WEEKDAY}\.?,?)? $"
)
_UNSURE = LazyPattern(
    r"\b(?:will|would|could|should|may|might|if|planned|expected|scheduled|due|was to|were to|had been|set for|until|"
    r"moved|postponed|delayed|novel|fiction|forecast|projected|bound|fiscal|season|tickets|can|cannot|must|shall|[Hh]ad (?:it|he|she|they)|models?|scenario)\b"
)
_HAPPEN = (
    r"(?:re)?(?:open|close|begin|start|end|take place|take effect|be held|launch|arrive|return|visit|meet|debut|expire|retire|step down|"
    r"be completed|be released|be published|be launched|be built|go on sale|come into force|leave office|take office)"
)
_IN = r"(?: back)? in $"
_LATER = LazyPattern(rf"\b{_TO_COME} {_HAPPEN}(?:(?! on\b| with\b| against\b){_WORD}){{0,4}}{_IN}")
_EARLIER = LazyPattern(
    rf"(?<!to )(?<!be )(?<!have )(?<!had )(?<!not )\b{_DONE}(?:(?! on\b| with\b| against\b){_WORD}){{0,4}}{_IN}"
)
_OTHER_VERB = LazyPattern(
    r"\b(?:was|were|had|\w{3,}ed|wrote|began|chose|drew|gave|saw|sold|told|built|bought|brought|said|sent|spent|taken|given|"
    r"written|drawn|made|won|lost|held|begun|passed|left|took|known|seen|done|fought|caught|struck|killed)\b"
)
_BE_DONE = LazyPattern(
    r"\bbe (?:\w+ed|held|built|made|won|sent|sold|told|given|taken|drawn|left)\b|\b(?:need|feed|speed|shed|bed)\b"
)
_AFTER_DAY = LazyPattern(r"[,.;)]|$|\n| (?:and|when|at|in|with|after|before|while|but)\b")
_NOT_ADJECTIVE = LazyPattern(r"\b(?:the|a|an|its|their|his|her|this|that|on|of)$")
_LED_BY = LazyPattern(
    rf", (?:(?!(?:{_STOPS.replace(' ', '|')}|was|were|had|said)\b)[\w’'-]+ ){{1,5}}?(?:(?P<future>{_TO_COME} {_NO_EVENT}[a-z]+)|(?P<past>{_DONE}))\b"
    r"(?! that\b)"
)
_LEADS = LazyPattern(rf"(?:^|[.!?”\"] |\n)(?P<on>On) (?:{WEEKDAY}\.?, )?$")
_TALE = LazyPattern(
    r"\b(?:film|movie|book|novel|series|play|story|show|exhibit(?:ion)?|opera|drama|tale|game)s?\b", re.IGNORECASE
)
"""What begins or ends in a year of its own."""
_YEAR = LazyPattern(r"(?<=\bin )((?:19|20)\d\d)(?![\w/%–-]|[.,]\d)")


class ToldEvent(Mention, frozen=True):
    """``tense`` is how the event is told. Its time is the ``date``; or, where that is None, the ``month`` of the ``year``,
    or the ``year``. The span runs from the verb to the end of the time, or the other way round.
    """

    kind: ClassVar[str] = "told-event"
    tense: Annotated[Tense, "How the event is told."]
    date: Annotated[Date | None, "The day that is given for it."]
    year: Annotated[int | None, "The year, where no day is given."]
    month: Annotated[int | None, "The month, where no day is given."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        found = sorted([*_on_days(cls, story), *_in_years(cls, story)], key=lambda event: event.span)
        quotations = story.mentions(Quotation) if found else ()
        return [event for event in found if not any(quotation.span.overlaps(event.span) for quotation in quotations)]


def _on_days(cls: type[E], story: Story) -> Iterator[E]:
    text = story.text
    for day in story.mentions(Date):
        start, end = day.span.start, day.span.end
        window = text[max(0, start - 90) : start]
        leads = _LEADS.search(window)
        if leads:
            led = _LED_BY.match(text, end)
            if led and not _UNSURE.search(led.group().removesuffix(led["future"] or "")):
                yield cls(
                    Span(start - len(window) + leads.start("on"), led.end()),
                    Tense.FUTURE if led["future"] else Tense.PAST,
                    day,
                    day.year,
                    day.month,
                )
            continue
        bare = not re.search(rf"\bon (?:{WEEKDAY}\.?,? )?$", window)
        if bare and (not _AFTER_DAY.match(text, end) or _NOT_ADJECTIVE.search(_before_weekday(window))):
            continue
        found = _told(window, _PAST, _FUTURE)
        if found:
            tense, at = found
            yield cls(Span(start - len(window) + at, end), tense, day, day.year, day.month)


def _before_weekday(window: str) -> str:
    return re.sub(rf" {WEEKDAY}\.?,? $", "", window).rstrip()


def _told(window: str, past: LazyPattern, future: LazyPattern) -> tuple[Tense, int] | None:
    """The tense of the event right before a time, and where in *window* its verb stands."""
    to_come = future.search(window) or _TAKES_PLACE.search(window)
    if to_come:
        words = _BE_DONE.sub("", re.sub(_TO_COME, "", to_come.group(), count=1))
        return None if _OTHER_VERB.search(words) else (Tense.FUTURE, to_come.start())
    done = past.search(window)
    if done is None or _UNSURE.search(window[max(0, done.start() - 40) :]):
        return None
    return Tense.PAST, done.start()


def _in_years(cls: type[E], story: Story) -> Iterator[E]:
    """Months and years: will open in January 2025, opened in 2031."""
    text = story.text
    times: list[tuple[Span, int, int | None]] = [
        (month.span, month.year, month.month) for month in story.mentions(PartialDate) if month.year
    ]
    times += [(Span(*year.span()), int(year[1]), None) for year in _YEAR.finditer(text)]
    for span, year, month in times:
        window = text[max(0, span.start - 90) : span.start]
        if not _AFTER_DAY.match(text, span.end) or (month is None and _TALE.search(window)):
            continue
        found = _told(window, _EARLIER, _LATER)
        if found:
            tense, at = found
            yield cls(Span(span.start - len(window) + at, span.end), tense, None, year, month)
