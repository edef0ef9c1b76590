"""How many years something is said to have lasted or to lie back: 30 years ago, the 50th anniversary, a 22-year career, bicentenary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, ClassVar, Self, TypeVar

from ...mention import Mention
from ...source import Span
from ..words.cardinals import ORDINALS
from ..words.lazy_pattern import LazyPattern
from ..words.word_index import matches_from, starts_of, word_starts
from .durations import NUMBER_WORDS, Duration

if TYPE_CHECKING:
    from ...story import Story

L = TypeVar("L", bound="YearsLong")
_CENTURIES = {"centenary": 100, "centennial": 100, "sesquicentennial": 150, "bicentenary": 200, "bicentennial": 200, "tercentenary": 300,
              "quincentenary": 500, "golden jubilee": 50, "silver jubilee": 25, "diamond jubilee": 60}  # fmt: skip
_ORDINAL = LazyPattern(
    rf"\b(?P<number>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS)})[ -](?:(?P<day>anniversary|jubilee|birthday)|(?P<year>year|season)\b(?! in a row| running| old))"
)
_CENTURY = LazyPattern(rf"\b(?P<word>{'|'.join(_CENTURIES)})\b", needs=("cent", "jubilee"))
_THING_AGE = LazyPattern(
    rf"\b(?P<number>\d{{2,3}}|{'|'.join(w for w in NUMBER_WORDS if len(w) > 3)})-year-old (?:[a-z]+ )?(?:firm|company|church|club|brewery|bank|school|"
    r"theatre|theater|bridge|hotel|pub|newspaper|paper|festival|business|institution|chain|band|shop|store|mill|factory|college|university|"
    r"museum|house|building|ship|ferry|tradition|union|party|law|ban|embargo|war|conflict|feud|dispute|programme|program|show|series|marriage|record)\b",
    needs=("-year-old ",),
)
_BEFORE = LazyPattern(
    r"\b(?P<word>[Ff]or|[Aa]fter|[Ii]n|[Oo]ver|[Dd]uring|[Ss]pent|[Ss]pans?|[Ss]panning|lasted|together|past|last|first|than|once every|every|next|within|"
    r"another|coming|his|her|their|its|those|these) (?:the )?(?:(?:nearly|almost|about|some|more than|over|around|all|his|her|their|its|last|past) )*\Z"
)
_SINCE = LazyPattern(r" (?:to the (?:day|minute|hour|week|month)|since|on from)\b")
_LATER = LazyPattern(
    r" (?:later|earlier|before|from now|in (?:prison|jail)|to come|older|younger|or more|each|apiece|behind bars|junior|senior)\b"
)
_OF = LazyPattern(r" (?:of|at|with|as|in) ")
_CAREER = LazyPattern(
    r" (?:career|reign|rule|tenure|marriage|history|absence|friendship|association|partnership|spell|stint|service|existence|presidency|leadership)\b"
)


class YearsLong(Mention, frozen=True):
    """A number of years, of five or more, that something has lasted or that lie between something and now."""

    kind: ClassVar[str] = "years-long"
    amount: Annotated[int, "How many years."]
    form: Annotated[
        str,
        "How it is told: ago, anniversary, nth-year, since (60 years to the day after), career (a 22-year career), thing (a 300-year-old "
        "church), for, of (20 years of), other.",
    ]
    rough: Annotated[bool, "Whether it may be rounded: about, nearly, decades, tens."]

    @classmethod
    def find(cls, story: Story) -> Iterable[Self]:
        text = story.text
        found: dict[int, Self] = {}
        for mention in (*_things(cls, text), *_ordinals(cls, story), *_plain(cls, story)):
            found.setdefault(mention.span.start, mention)
        return sorted(found.values(), key=lambda mention: mention.span)


def _plain(cls: type[L], story: Story) -> Iterator[L]:
    text = story.text
    for duration in story.mentions(Duration):
        start, end = duration.span.start, duration.span.end
        if duration.unit != "year" or duration.amount < 5 or text.startswith(("-old", " old", " of age"), end):
            continue
        before = _BEFORE.search(text, max(0, start - 40), start)
        word = before["word"].lower() if before else ""
        if _LATER.match(text, end) or word in ("every", "once every", "next", "within", "another", "coming", "first"):
            continue
        form = "other"
        if duration.ago:
            form = "ago"
        elif _SINCE.match(text, end):
            form = "since"
        elif duration.compound:
            form = "career" if _CAREER.match(text, end) else "compound"
        elif word in ("for", "after", "spent", "together", "lasted", "last", "past", "over", "in", "during", "than"):
            form = "for" if word not in ("in", "than") else word
        elif word in ("his", "her", "their", "its") or _OF.match(text, end):
            form = "of"
        yield cls(duration.span, duration.amount, form, duration.rough or duration.round_number)


def _ordinals(cls: type[L], story: Story) -> Iterator[L]:
    text = story.text
    for match in matches_from(_ORDINAL, text, starts_of(story, (*ORDINALS, *_figures(story)))):
        word = match["number"]
        amount = int(word[:-2]) if word[0].isdigit() else ORDINALS[word]
        if amount >= 5:
            yield cls(Span(*match.span()), amount, "anniversary" if match["day"] else "nth-year", False)
    for match in _CENTURY.finditer(text):
        yield cls(Span(*match.span()), _CENTURIES[match["word"]], "anniversary", False)


def _figures(story: Story) -> Iterator[str]:
    """The story's ordinals in figures."""
    for word in story.once(word_starts)[0]:
        if word[0].isdigit() and word.endswith(("st", "nd", "rd", "th")):
            yield word


def _things(cls: type[L], text: str) -> Iterator[L]:
    for match in _THING_AGE.finditer(text):
        word = match["number"]
        amount = int(word) if word.isdigit() else NUMBER_WORDS[word]
        if amount >= 5:
            yield cls(Span(match.start(), match.end()), amount, "thing", amount % 10 == 0)
