"""Counted lists that the words around the number tell: "two vans, the Alta and the Brio, which", "one … the other"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from ...source import Span
from ..words.cardinals import GROUPS, ONE_TO_TWELVE, ORDINALS
from ..words.lazy_pattern import LazyPattern
from .hedges import Hedge
from .listed_items import NAMES, items_of
from .number_words import SMALL
from .quantities import Quantity

if TYPE_CHECKING:
    from ...story import Story

M = TypeVar("M")

_MOST = 12
_GROUP = LazyPattern(
    rf"\b(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in GROUPS)})\b",
    needs=tuple(word[1:] for word in GROUPS),
)
_OPEN = LazyPattern(
    r"(?i)\b(?:includ\w*|such as|among|like|e\.g|for example|at least|other than|more than|least|first|last|another|between|top|some|nearly|almost|about|over|after)\b[^.]{0,20}\Z"
)
_LEAD = LazyPattern(
    r"(?P<sign>, | - | -- | ?— ?| – | _ |: | \()(?:(?:the|his|her|its|their|in|at|on|for|of|named|namely|called|identified as|both|[a-z]+ (?:of|in|for)) ){0,4}"
)
_END = LazyPattern(r"[,.;)\n]| [-—–_]|—|\Z| (?:who|which|were|are|have|had|was|of|from|in|on|to|will|at)\b")
_AFTER_COUNT = LazyPattern(r"[,.;)\n]| (?:that|who|which|of|in) | [-—–_] |\Z")
_OUT = LazyPattern(r"\w+ of (?:the|its|their|those) ")
_BEFORE = LazyPattern(r"(?:, (?:the |both )?| (?:are|were) (?:the |among the )?)\Z")
_LONGEST = 160


def told_lists(cls: type[M], story: Story) -> Iterator[M]:
    """The lists that stand right behind a number with its noun, or right before it, and what is left of a number."""
    for quantity, number, end in _counts(story):
        yield from _behind(cls, story.text, quantity.figure.start, end, number)
        yield from _ahead(cls, story.text, quantity.figure.start, end, number)
        yield from _one_and_other(cls, story.text, quantity.figure.start, end, number)
        yield from _linked(cls, story.text, quantity.figure.start, end, number)
        yield from _predicated(cls, story.text, quantity.figure.start, end, number)
    for match in _GROUP.finditer(story.text):
        yield from _behind(cls, story.text, *match.span(), GROUPS[match.group().lower()])
    yield from _ranks(cls, story.text)
    yield from _said_again(cls, story.text)
    yield from _left(cls, story.text)


def _counts(story: Story) -> Iterator[tuple[Quantity, int, int]]:
    """Numbers from two to twelve, with where their noun ends."""
    for quantity in story.mentions(Quantity):
        if quantity.measure != "count" or not quantity.noun or not 2 <= quantity.value <= _MOST or quantity.is_range:
            continue
        start = story.text.find(quantity.counted.split(" ")[0], quantity.figure.end, quantity.figure.end + 40)
        if start > 0 and quantity.hedge is Hedge.EXACT and quantity.value == int(quantity.value):
            yield quantity, int(quantity.value), start + len(quantity.counted)


def _made(cls: Any, span: tuple[int, int], number: int, least: int, most: int, items: tuple[int, int], how: str) -> Any:
    return cls(Span(*span), number, least, most, Span(*items), how)


def _behind(cls: type[M], text: str, start: int, end: int, number: int) -> Iterator[M]:
    """ "Two vans, the Alta and the Brio, which" """
    lead = _LEAD.match(text, end)
    if lead is None or _OPEN.search(text[max(0, start - 30) : start]):
        return
    items = items_of(text, lead.end())
    plain = items is None and lead["sign"] != ", "
    if plain:
        items = items_of(text, lead.end(), plain=True)
    if items is None or (plain and text[items.end : items.end + 1] == ","):
        return
    far = lead["sign"] == ", " and not items.least - 1 <= number <= items.most + 1
    if _END.match(text, items.end) and not far:
        yield _made(cls, (start, end), number, items.least, items.most, (lead.end(), items.end), "listed")


def _ahead(cls: type[M], text: str, start: int, end: int, number: int) -> Iterator[M]:
    """ "Alta and Brio, two vans," or "Alta and Brio were two of the few" """
    link = _BEFORE.search(text, max(0, start - 20), start)
    if link is None or not (_AFTER_COUNT.match(text, end) or _OUT.match(text, start)):
        return
    begin = max(0, link.start() - _LONGEST)
    for names in NAMES.finditer(text, begin, link.start()):
        if names.end() == link.start():
            items = items_of(text[: link.start()], names.start())
            before = text[max(0, names.start() - 20) : names.start()]
            if items is not None and not _OPEN.search(before) and not before.endswith((" and ", ", ")):
                place = names.start(), link.start()
                yield _made(cls, (start, end), number, items.least, items.most, place, "listed")


_SUCH = LazyPattern(r"\b(?:such as|like) (?=[A-Z])", needs=("such as", "like "))
_ALL = LazyPattern(
    rf"(?:[.\"”’']+\s+[\"“‘]?|\n\n[\"“‘]?)(?:Those|These) (?P<n>{'|'.join(list(SMALL)[2:11])}) [a-z]+s\b(?! of)"
)


def _said_again(cls: type[M], text: str) -> Iterator[M]:
    """ "Inns such as Alta, Brio and Cend … Those three inns" """
    for again in _ALL.finditer(text):
        begin = max(0, again.start() - 250)
        for such in _SUCH.finditer(text, begin, again.start()):
            items = items_of(text, such.end())
            if items is not None and items.least > 2 and _SUCH.search(text, items.end, again.start()) is None:
                span = again.start("n"), again.end()
                yield _made(cls, span, SMALL[again["n"]], items.least, items.most, (such.end(), items.end), "listed")


_PREPOSITION = LazyPattern(
    r"[^.;:\n\d,]{0,45}? (?:of|in|for|at|from|by|against|over|on|are|were|are the|were the) (?=[A-Z])"
)


def _linked(cls: type[M], text: str, start: int, end: int, number: int) -> Iterator[M]:
    """ "Two prizes for her parts in Alta and Brio": a list that may be of something else, unless it is one short."""
    lead = _PREPOSITION.match(text, end, end + 60)
    items = items_of(text, lead.end()) if lead else None
    if lead is None or items is None or _OPEN.search(text[max(0, start - 30) : start]):
        return
    if (
        items.least == items.most
        and 0 <= number - items.most <= 1
        and text[items.end : items.end + 1] in (".", ",", ";", "\n", "")
    ):
        yield _made(cls, (start, end), number, items.least, items.most, (lead.end(), items.end), "named")


_BE = LazyPattern(r" (?:are|were)(?: for| in)?:? (?=[a-z])")


def _predicated(cls: type[M], text: str, start: int, end: int, number: int) -> Iterator[M]:
    """ "The three other rooms are for boots, coats and tools" """
    lead = _BE.match(text, end)
    items = items_of(text, lead.end(), plain=True) if lead else None
    if lead and items and items.least > 2 and text[items.end : items.end + 1] in (".", ";", "\n", ""):
        yield _made(cls, (start, end), number, items.least, items.most, (lead.end(), items.end), "listed")


_ONE = LazyPattern(
    r"[^.\n]{0,120}[.:;,] (?:One|one)\b(?! of)[^.\n]{3,160}?(?:[,.;] (?:and )?| and )(?P<other>[Tt]he other)\b(?P<next> [a-z]+)?"
)
_SEVERAL = LazyPattern(
    r"(?:: |, | - | -- | ?— ?)(?P<list>one\b[^.;\n]{3,200}?,? and (?:one|another|the other)\b[^.;\n,]{2,120})(?=[.;\n]|\Z)"
)
_EACH_ONE = LazyPattern(r"(?:\A|: |, |- |— ?| and )(?:one|another|the other)\b(?! of)")
_MORE = LazyPattern(r"\b(?:second|third|another|two|three)\b")
_VERBS = frozenset(["is", "was", "has", "had", "in", "for", "to", "on", "at", "will", "from", "by", "with"])


def _one_and_other(cls: type[M], text: str, start: int, end: int, number: int) -> Iterator[M]:
    """ "Three doors: one at the front and the other at the back" """
    near = text[end : end + 320]
    if near[:1] in ":,-—" and (several := _SEVERAL.match(near)):
        ones = len(_EACH_ONE.findall(several.group()))
        yield _made(cls, (start, end), number, ones, ones, (end + several.start("list"), end + several.end()), "listed")
        return
    if "he other" not in near:
        return
    found = _ONE.match(text, end, end + 330)
    if found and not _MORE.search(found.group()) and (found["next"] is None or found["next"][1:] in _VERBS):
        yield _made(cls, (start, end), number, 2, 2, found.span("other"), "listed")


_ORDINALS = {word: value for word, value in ORDINALS.items() if 3 <= value <= 8}
_RANK = LazyPattern(
    rf"\b(?P<rank>{'|'.join(_ORDINALS)})\b[^.\n]{{3,120}}? (?:after|following) (?:[a-z]+ ){{0,2}}?(?:over |against )?(?=[A-Z])",
    needs=tuple(_ORDINALS),
)


def _ranks(cls: type[M], text: str) -> Iterator[M]:
    """ "The third bank to do so after Alta and Brio" """
    for found in _RANK.finditer(text):
        items = items_of(text, found.end())
        if items is not None and _END.match(text, items.end):
            number = _ORDINALS[found["rank"]] - 1
            yield _made(cls, found.span("rank"), number, items.least, items.most, (found.end(), items.end), "after")


_OUT_OF = LazyPattern(
    rf"(?i)\b(?P<some>{ONE_TO_TWELVE}) of (?:the |its |their |his |her )?(?P<all>{ONE_TO_TWELVE}|\d{{1,2}}) [a-z]+"
)
_OTHERS = LazyPattern(rf"\b[Tt]he (?:other|remaining) (?P<rest>{ONE_TO_TWELVE})\b")
_NEAR = 400
_MORE_OF = LazyPattern(r"(?i)\b(?:another|second|third|both|one|two|three|four|five)\b")


def _left(cls: type[M], text: str) -> Iterator[M]:
    """ "Sold one of the four … the other three" """
    if " of " not in text or not ("he other " in text or "he remaining " in text):
        return
    for found in _OUT_OF.finditer(text):
        rest = _OTHERS.search(text, found.end(), found.end() + _NEAR)
        every = SMALL.get(found["all"].lower()) or (int(found["all"]) if found["all"].isdigit() else 0)
        left = every - SMALL[found["some"].lower()]
        if rest is None or not 0 < left <= _MOST:
            continue
        between = text[found.end() : rest.start()]
        if "\n\n" not in between or not _MORE_OF.search(between):
            yield _made(cls, rest.span(), SMALL[rest["rest"].lower()], left, left, found.span(), "left")
