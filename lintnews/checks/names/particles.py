"""Particles: surnames as written with their de, van, al- or bin, where two mentions of one person differ in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...mentions.names.capitalised import begins_sentence, composed
from ...mentions.names.names import PERSON, Name
from ...mentions.names.spelling_edits import folded
from ...source import Span
from ...story import BODY

if TYPE_CHECKING:
    from ...story import Story

_JOINED = re.compile(r"(?:al|el|as[hs]?|a[rdntz]|ul|ur)[-‐‑ ](?=\w{3})", re.IGNORECASE)
_LEADING = r"(?:de las?|de los?|de|del|della|di|da|dos|du|van der|van den|van de|van|von der|von|bin|ibn|ben|al|el)"
_BEFORE = re.compile(rf"(?<![\w’'-])(?:{_LEADING} )+$")
_PARTICLE_FIRST = re.compile(rf"{_LEADING}\s|[ae]l[-‐‑]", re.IGNORECASE)
_REACH = 16

Forms = dict[str, list[Span]]


def find_particle_forms(story: Story) -> Iterator[Forms]:
    """Spans by form, for each surname that is written in two forms where neither begins a sentence; for ``story.once``.

    Compared are surnames alone, or behind a title, with a large and a small particle ("Mr. al-Harbi", "Mr. Al-Harbi"). A
    large one alone and a small one behind a given name is the style of many papers.
    """
    groups: dict[str, Forms] = {}
    for name in story.mentions(Name):
        if name.in_capitals or name.initial:
            continue
        span = _with_particle(name, story.text)
        written = composed(" ".join(story.words(span).split()))
        if not _PARTICLE_FIRST.match(written) or (span != name.span and begins_sentence(story.text, span.start)):
            continue
        block = story.block_at(span.start)
        if block is not None and block.kind in BODY:
            groups.setdefault(folded(written), {}).setdefault(written, []).append(span)
    for forms in groups.values():
        if len({form[0] for form in forms}) > 1:
            yield forms


def _with_particle(name: Name, text: str) -> Span:
    start = name.span.start
    if not name.title:
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        start = before.start() if before else start
    return Span(start, name.span.end)


def find_lost_particles(story: Story) -> Iterator[Forms]:
    """Spans by form, for each full name of a person that stands with its particle and without it; for ``story.once``."""
    groups: dict[str, Forms] = {}
    for name in story.mentions(Name):
        if len(name.tokens) > 1 and not name.in_capitals and not name.suffix and not name.nickname:
            plain = " ".join(folded(_JOINED.sub("", token.text)) for token in name.tokens)
            groups.setdefault(plain, {}).setdefault(name.text, []).append(name.span)
    for plain, forms in groups.items():
        without = {form for form in forms if folded(form) == folded(plain)}
        if 0 < len(without) < len(forms) and _of_a_person(forms, story):
            yield forms


def _of_a_person(forms: Forms, story: Story) -> bool:
    spans = {span for places in forms.values() for span in places}
    names = [name for name in story.mentions(Name) if name.span in spans]
    return any(name.guess == PERSON for name in names) or any(_JOINED.match(name.last) for name in names)
