"""Headlines with one word altered as editors slip: another name of the same kind, land, day, digit or direction."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

from lintnews.checks.package.headline_candidates import Candidate, Head
from lintnews.checks.package.headline_support import HEADS, Body, classes
from lintnews.checks.package.headline_values import DAYS, Sentence, day, without_ending
from lintnews.facts.words import Word, is_one_word, plain_word, telling, telling_of
from lintnews.knowledge.kinds import rivals
from lintnews.knowledge.lands import is_land, lands
from lintnews.knowledge.relations import opposites, siblings
from lintnews.mentions.numbers.movements import directions
from lintnews.story import Story

_MOST = 4
"""Words altered in each headline."""
_ADJECTIVES = ("an", "ish", "ese", "ch", "i")
_NUMBERS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]


class Alteration(NamedTuple):
    """The headline with *old* altered to *new*, which begins at *at* in the story's text."""

    old: str
    new: str
    headline: str
    at: int

    def touches(self, pair: Candidate) -> bool:
        """Whether the pair is of the new word and what the old one said."""
        span = pair.stated.span
        if span.start >= self.at + len(self.new) or span.end <= self.at:
            return False
        if pair.family in ("opposite", "kind") or is_one_word(plain_word(self.old), pair.found.plain):
            return True
        return bool(lands(without_ending(self.old)) & lands(without_ending(pair.found.text)))


class Pools:
    """Names of all headlines by section and in all, and names of lands."""

    def __init__(self, stories: list[dict[str, Any]]) -> None:
        self.names: dict[str, list[str]] = defaultdict(list)
        self.lands: list[str] = []
        for row in stories:
            text = row["headline"]
            sentence = Sentence(telling_of(text), text)
            for at in sorted(sentence.named) if sentence.cased else ():
                name = without_ending(sentence.words[at].text)
                if at in sentence.lands:
                    self.lands.append(name)
                else:
                    self.names[section(row["id"])].append(name)
                    self.names[""].append(name)


class Inside:
    """What the body's first sentences hold of each kind: what an editor takes by mistake."""

    def __init__(self, body: Body) -> None:
        named = {(s.words[at].text, at in s.lands) for s in body.sentences for at in s.named}
        self.names = sorted(without_ending(text) for text, _ in named if text.isalpha())
        self.lands = sorted(without_ending(text) for text, is_land_too in named if is_land_too)
        self.figures = [f for s in body.sentences for f in s.figures.values() if f.digits and not f.scored]


def section(identity: str) -> str:
    """ "bbc/sport" of "bbc/sport-012": what such a story's names are likely to be mistaken for."""
    return identity.rpartition("-")[0] if identity.startswith("bbc/") else identity.partition("/")[0]


def alterations(story: Story, row: dict[str, Any], pools: Pools, chance: random.Random) -> Iterator[Alteration]:
    """Some words of the headline that the first sentences bear out, each made another of its kind."""
    heads = [block.span for block in story.blocks if block.kind in HEADS]
    base = story.text.find(row["headline"])
    if not heads or not story.body or base < 0:
        return
    body = Body(story)
    sentence = Sentence(telling(story, heads[0]), story.text)
    head = Head(sentence, body)
    inside = Inside(body)
    words = [word for word in head.content if word.at not in head.lost]
    chance.shuffle(words)
    words.sort(
        key=lambda w: not (w.at in sentence.named or w.at in sentence.figures or w.at in sentence.lands or day(w))
    )
    done = 0
    for word in words:
        if word.at not in sentence.lands and not any(head.forms[word.at] & s.plain for s in body.sentences[:3]):
            continue
        new = other(word, sentence, inside, section(row["id"]), pools, chance)
        if new and new.casefold() != word.text.casefold() and done < _MOST:
            start = word.span.start - base
            headline = row["headline"][:start] + new + row["headline"][start + len(word.text) :]
            yield Alteration(word.text, new, headline, word.span.start)
            done += 1


def other(word: Word, head: Sentence, inside: Inside, where: str, pools: Pools, chance: random.Random) -> str:
    """Another word of the family of *word*; "" where it has none."""
    ending, bare = ("'s" if word.text.endswith("'s") else ""), without_ending(word.text)
    if word.at in head.figures:
        figure = head.figures[word.at]
        told = [f.word.text for f in inside.figures if f.unit == figure.unit and f.value != figure.value]
        if told and figure.digits and chance.random() < 0.3:
            return chance.choice(told)
        return "" if figure.scored else other_figure(word, chance)
    if day(word):
        return chance.choice([name for name, kind in DAYS.items() if kind == DAYS[word.plain]]).capitalize()
    if word.at in head.lands and is_land(bare):
        alike = [w for w in pools.lands if w.endswith(_ADJECTIVES) == bare.endswith(_ADJECTIVES)]
        if chance.random() < 0.35:
            near = [w for w in inside.lands if w.endswith(_ADJECTIVES) == bare.endswith(_ADJECTIVES)]
            alike = [w for w in near if not lands(w) & head.lands[word.at]] or alike
        new = chance.choice([w for w in alike if not lands(w) & head.lands[word.at]] or pools.lands or [bare])
        return (new.upper() if not head.cased and word.text.isupper() and len(word.text) > 3 else new) + ending
    if word.at in head.named:
        drawn = chance.random()
        listed = rivals(bare.casefold())
        if listed and drawn < 0.5:
            return chance.choice(listed).capitalize() + ending
        alike = [name for name in pools.names[where] if classes(name) == classes(bare)]
        pool = inside.names if drawn < 0.35 else alike if drawn < 0.85 else pools.names[""]
        return chance.choice(pool) + ending if pool else ""
    return other_word(word, head, chance)


def other_word(word: Word, head: Sentence, chance: random.Random) -> str:
    """An opposite of *word*, or a word for another thing of its kind."""
    kinds = [sorted(opposites(word.plain))] * 2 + [sorted(siblings(word.plain))] + [list(rivals(word.plain))] * 4
    if word.plain in directions():
        kinds += [[w for w, way in directions().items() if way != directions()[word.plain] and " " not in w]] * 3
    kinds = [kind for kind in kinds if kind]
    if not kinds:
        return ""
    new = chance.choice(chance.choice(kinds))
    if word.plain.endswith("s") and not new.endswith("s") and chance.random() < 0.8:
        new += "s"
    return new.upper() if word.text.isupper() and not head.cased else new


def other_figure(word: Word, chance: random.Random) -> str:
    """A figure near *word*: a small one more or less, two digits swapped or one changed."""
    if not word.text[0].isdigit():
        if word.plain not in _NUMBERS:
            return ""
        at = _NUMBERS.index(word.plain) + chance.choice([-2, -1, 1, 2])
        new = _NUMBERS[max(0, min(len(_NUMBERS) - 1, at))]
        return new.capitalize() if word.text[0].isupper() else new
    figure = word.text
    if figure.isdigit() and int(figure) <= 30 and (len(figure) == 1 or chance.random() < 0.3):
        return str(max(1, int(figure) + chance.choice([-2, -1, 1, 1, 2])))
    places = [at for at, letter in enumerate(figure) if letter.isdigit()]
    letters = list(figure)
    if len(places) > 1 and chance.random() < 0.5:
        at = chance.randrange(len(places) - 1)
        one, two = places[at], places[at + 1]
        letters[one], letters[two] = letters[two], letters[one]
    else:
        at = chance.choice(places)
        letters[at] = chance.choice([digit for digit in "123456789" if digit != letters[at]])
    return "" if letters[0] == "0" else "".join(letters)
