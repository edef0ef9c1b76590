"""name-form: one name written with and without a hyphen, a space, a diacritic, a capital inside or a particle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from ...check import Check, option
from ...match import Edit, Fix, Match, Note
from ...mentions.names.capitalised import composed
from ...mentions.names.codes import is_code
from ...mentions.names.names import Name
from ...mentions.names.spelling_edits import folded
from ...mentions.names.word_frequency import familiarity
from ...mentions.words.lazy_pattern import LazyPattern
from ...source import Span
from .name_slips import explained_places
from .particles import Forms, find_lost_particles, find_particle_forms

if TYPE_CHECKING:
    from ...story import Story

_INITIALS = LazyPattern(r"\b(\w) (?=\w\b)")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-"})


class NameForm(Check):
    """Flags the rarer form of a name that the story writes in two forms which differ in small marks or in a particle, once.

    Where both are as frequent, the later one is flagged and no fix is offered. Names in capitals are left out.
    """

    kind: ClassVar[str] = "name-form"
    values: ClassVar[tuple[str, ...]] = ("other",)
    shortest: int = option("Letters that a name must have.", 4)

    def matches(self, story: Story) -> Iterator[Match]:
        wholes: list[Span] = []
        for forms in sorted(_several_forms(story, self.shortest), key=lambda forms: -max(map(len, forms))):
            yield from _rarer(_by_form(forms, _without_position), wholes, story)
        for finder in (find_particle_forms, find_lost_particles):
            groups: tuple[Forms, ...] = story.once(finder)
            for forms in groups:
                yield from _rarer(_by_form(forms, str), wholes, story)


def _by_form(forms: Forms, sign: Callable[[str], str]) -> Forms:
    """The places by the commonest of those forms that are the same to *sign*."""
    same: dict[str, list[str]] = {}
    for form in forms:
        same.setdefault(sign(form), []).append(form)
    return {
        max(several, key=lambda form: len(forms[form])): sorted(place for form in several for place in forms[form])
        for several in same.values()
    }


def _rarer(forms: Forms, wholes: list[Span], story: Story) -> Iterator[Match]:
    """A match for each of the rarer forms, but for places inside one of *wholes*, which get the new ones."""
    best = max(forms, key=lambda form: (len(forms[form]), -forms[form][0].start))
    for form, places in forms.items():
        if form == best or explained_places(places[0], forms[best][0], story):
            continue
        kept = [place for place in places if not any(whole.contains(place) for whole in wholes)]
        if kept:
            wholes += kept
            fixes = (Fix(tuple(Edit(place, best) for place in kept)),) if len(forms[best]) > len(places) else ()
            notes = [Note(f"It is written {best} here.", forms[best][0])]
            notes += [Note(f"It is written {form} here too.", place) for place in kept[1:_ALSO_SHOWN]]
            yield Match(kept[0], values=(("other", best),), notes=tuple(notes), fixes=fixes)


_ALSO_SHOWN = 10
"""Places of the rarer form that a finding points to."""


def _several_forms(story: Story, shortest: int) -> Iterator[Forms]:
    by_key: dict[str, Forms] = {}
    alone: set[str] = set()
    for name in story.mentions(Name):
        if name.in_capitals:
            continue
        if any(is_code(token, story.text) for token in name.tokens):
            continue
        for span in (name.span, *(token.span for token in name.tokens if len(name.tokens) > 1)):
            written, key = _form(story.words(span))
            if key and len(written) >= shortest:
                by_key.setdefault(key, {}).setdefault(written, []).append(span)
                if span == name.span:
                    alone.add(written)
    for key, every in by_key.items():
        forms = _like_with_like(every, alone)
        if len(forms) > 1 and len(key) >= shortest and _differ_in_marks(list(forms)) and not _of_words(forms):
            yield forms


@lru_cache(10_000)
def _form(words: str) -> tuple[str, str]:
    """*words* as they are compared, and what all forms of the same name have in common; "" for words in capitals."""
    written = composed(" ".join(words.split())).translate(_APOSTROPHES)
    return written, "" if written.isupper() or _SMALL_CAPITALS.search(written) else _key(written)


_SMALL_CAPITALS = re.compile(r"\b(?:Mc|Mac|O'|D[eiu]|L[ae]|Fitz|Van)[A-Z]{2}")
"""A prefix as headlines in capitals have it: McCOURT."""
_EVERYDAY = 3.5
"""Zipf frequency from on which a word that no list of names has is no name, though it has a capital."""
_PLAIN_WORD = 2.5
"""Zipf frequency from on which both parts are words or peoples, which a hyphen may join or not (Bosnian-Croat)."""


def _of_words(forms: Forms) -> bool:
    """Whether it is an everyday word ("Teen-agers" in a title), or the forms differ in a hyphen alone, and the parts are plain
    words and no given names."""
    joined = familiarity(folded(next(iter(forms))))
    if joined.zipf >= _EVERYDAY and not joined.listed:
        return True
    parts = {tuple(form.replace("-", " ").split()) for form in forms}
    if len(parts) > 1 or not all(" " in form or "-" in form for form in forms):
        return False
    known = [familiarity(part) for part in next(iter(parts))]
    return all(word.zipf >= _PLAIN_WORD and not word.listed for word in known)


def _like_with_like(forms: Forms, alone: set[str]) -> Forms:
    """Without the words that only stand in longer names, where a name of several words is like them: a company may
    write its town in one word."""
    if not any(" " in form for form in forms):
        return forms
    return {form: places for form, places in forms.items() if form in alone or "-" in form}


def _key(written: str) -> str:
    return written.casefold() if written.isascii() and written.isalpha() else folded(written)


def _differ_in_marks(forms: list[str]) -> bool:
    """Whether no form differs from another by a first capital, full stops, or words all in capitals alone."""
    return len({_without_position(form) for form in forms}) > 1


def _without_position(form: str) -> str:
    plain = _INITIALS.sub(r"\1", form.replace(".", "").replace(",", ""))
    words = [word.capitalize() if word.isupper() else word for word in plain.split()]
    first, *rest = " ".join(words).split("-")
    joined = "-".join((first, *(part[:1].casefold() + part[1:] for part in rest)))
    return joined[:1].casefold() + joined[1:]
