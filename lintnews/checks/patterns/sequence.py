"""sequence: words in a row by what they are, with spaCy's Matcher."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from ...check import PlannedCheck, option
from ...declared import Mistake, Mistakes
from ...match import Match
from ...mentions.words.language import language_model
from ...mentions.words.lazy_pattern import LazyPattern
from ...regexes import check_pattern
from ...source import Span
from .terms import Plan, find, places, plan, plans

if TYPE_CHECKING:
    from ...story import Story

Tokens = tuple[dict[str, Any], ...]

ATTRIBUTES = (
    "ORTH",
    "TEXT",
    "NORM",
    "LOWER",
    "LENGTH",
    "IS_ALPHA",
    "IS_ASCII",
    "IS_DIGIT",
    "IS_LOWER",
    "IS_UPPER",
    "IS_TITLE",
    "IS_PUNCT",
    "IS_SPACE",
    "IS_STOP",
    "IS_SENT_START",
    "SPACY",
    "LIKE_NUM",
    "LIKE_URL",
    "LIKE_EMAIL",
    "POS",
    "TAG",
    "MORPH",
    "DEP",
    "LEMMA",
    "SHAPE",
    "ENT_TYPE",
    "ENT_IOB",
    "ENT_ID",
    "ENT_KB_ID",
    "OP",
    "PREFIX",
    "SUFFIX",
)
PREDICATES = (
    "REGEX",
    "FUZZY",
    "IN",
    "NOT_IN",
    "IS_SUBSET",
    "IS_SUPERSET",
    "INTERSECTS",
    "==",
    "!=",
    ">=",
    "<=",
    ">",
    "<",
)
PARTS_OF_SPEECH: tuple[str, ...] = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X", "SPACE"),
)
_OPERATOR = LazyPattern(r"[!?+*]|\{\d*,?\d*\}")
_LITERAL = ("LOWER", "ORTH", "TEXT")


class Sequence(PlannedCheck):
    """Flags words in a row that one of ``patterns`` describes.

    The language model takes a second to load, so it is asked only about paragraphs in which one of ``near`` stands;
    without ``near``, the words are taken from the patterns themselves.
    """

    kind: ClassVar[str] = "sequence"
    patterns: tuple[Tokens, ...] = option("spaCy Matcher patterns: each a list of tokens, each token a mapping.")
    near: tuple[str, ...] = option(
        "Words or expressions of which one stands in the same paragraph, capitals aside.", ()
    )

    def plan(self) -> tuple[Plan, ...]:
        mistakes = [m for index, tokens in enumerate(self.patterns) for m in _mistakes(tokens, ("patterns", index))]
        near = self.near or tuple(word for tokens in self.patterns for word in _words(tokens))
        if not self.near and not mistakes:
            mistakes += [
                Mistake(
                    "no word of this pattern is certain: name some in `near`, or every story would load the model",
                    ("patterns", i),
                )
                for i, tokens in enumerate(self.patterns)
                if not _words(tokens)
            ]
        if mistakes:
            raise Mistakes(*mistakes)
        where = places("near", near) if self.near else [("patterns",)] * len(near)
        return plans(lambda: plan(near, where, ignore_case=True))

    def matches_by(self, plan: tuple[Plan, ...], story: Story) -> Iterator[Match]:
        found = find(plan[0], story)
        if not found:
            return
        starts = [block.span.start for block in story.blocks]
        for index in sorted({bisect_right(starts, one.span.start) - 1 for one in found}):
            block = story.blocks[max(0, index)]
            document = _document(story, block.span)
            matched = _matcher(json.dumps(self.patterns))(document)
            spans = sorted(((start, end) for _, start, end in matched), key=lambda span: (span[0], -span[1]))
            done = 0
            for start, end in spans:
                if start >= done:
                    done = end
                    words = document[start:end]
                    yield Match(Span(words.start_char, words.end_char).shifted(block.span.start))


@cache
def _matcher(patterns: str) -> Any:
    from spacy.matcher import Matcher

    matcher = Matcher(language_model().vocab)
    matcher.add("sequence", json.loads(patterns))
    return matcher


def _document(story: Story, span: Span) -> Any:
    """The words of *span* as the language model reads them; read once a story, whichever rules ask."""
    return story.once(lambda story: [language_model()(story.words(span))], ("document", span))[0]


def _words(tokens: Tokens) -> tuple[str, ...]:
    """The words of which one is in every match of *tokens*: those of the first token that names its words and is certain."""
    for token in tokens:
        if token.get("OP", "1") in ("!", "?", "*") or str(token.get("OP")).startswith(("{0", "{,")):
            continue
        for attribute in _LITERAL:
            value = token.get(attribute)
            words = [value] if isinstance(value, str) else value.get("IN", ()) if isinstance(value, Mapping) else ()
            if words:
                return tuple(re.escape(word).replace(r"\ ", " ") for word in words)
    return ()


def _mistakes(tokens: Tokens, keys: tuple[str | int, ...]) -> Iterator[Mistake]:
    if not tokens:
        yield Mistake("a pattern needs at least one token", keys)
    for index, token in enumerate(tokens):
        for name, value in token.items():
            place = (*keys, index, name)
            if name not in ATTRIBUTES:
                yield Mistake(
                    f"`{name}` is not an attribute of spaCy's Matcher", place, at_key=True, word=name, known=ATTRIBUTES
                )
            elif name == "OP" and not (isinstance(value, str) and _OPERATOR.fullmatch(value)):
                yield Mistake(f"`{value}` is not one of ! ? + * {{n}} {{n,m}}", place)
            else:
                if name == "POS":
                    yield from _part_of_speech_mistakes(value, place)
                if isinstance(value, Mapping):
                    yield from _predicate_mistakes(value, place)


def _part_of_speech_mistakes(value: Any, place: tuple[str | int, ...]) -> Iterator[Mistake]:
    """What is no part of speech of Universal Dependencies, and so would never be met."""
    if isinstance(value, str):
        if value not in PARTS_OF_SPEECH:
            wrong = f"`{value}` is not a part of speech: {', '.join(PARTS_OF_SPEECH)}"
            yield Mistake(wrong, place, word=value, known=PARTS_OF_SPEECH)
    elif isinstance(value, Mapping):
        for name in ("IN", "NOT_IN"):
            listed = value.get(name)
            for index, one in enumerate(listed if isinstance(listed, list | tuple) else ()):
                yield from _part_of_speech_mistakes(one, (*place, name, index))


def _predicate_mistakes(value: Mapping[str, Any], place: tuple[str | int, ...]) -> Iterator[Mistake]:
    for name, argument in value.items():
        if name not in PREDICATES and not re.fullmatch(r"FUZZY\d", name):
            yield Mistake(f"`{name}` is not a predicate", (*place, name), at_key=True, word=name, known=PREDICATES)
        elif name == "REGEX":
            wrong = check_pattern(argument) if isinstance(argument, str) else ("must be text", 0)
            if wrong:
                yield Mistake(f"`{argument}` is not a regular expression: {wrong[0]}", (*place, name), within=wrong[1])
