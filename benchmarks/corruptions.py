"""Ways to misspell one mention of a name, each a function of the name's words and a random source.

A corruption takes the words of one name as written and returns how it might come out wrong, or None where it does not
apply. ``KINDS`` names them all.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from functools import cache

from lintnews.datafiles import DATA_FOLDER
from lintnews.mentions.names.name_words import word_class
from lintnews.mentions.names.spelling_edits import sound as sound_key
from lintnews.mentions.names.word_frequency import familiarity
from lintnews.mentions.words.edit_distance import edit_distance

Corruption = Callable[[str, random.Random], "str | None"]
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
SOUNDS = (
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("c", "k"), ("k", "c"), ("z", "s"), ("s", "z"), ("y", "i"), ("ie", "y"), ("ei", "ie"),
    ("ie", "ei"), ("ea", "ee"), ("ee", "ea"), ("ou", "u"), ("j", "g"), ("x", "ks"), ("qu", "kw"), ("th", "t"), ("v", "w"), ("w", "v"), ("kh", "k"),
    ("oo", "u"), ("tz", "ts"), ("gh", "g"), ("sch", "sh"), ("ll", "l"), ("nn", "n"), ("rr", "r"), ("tt", "t"), ("ss", "s"),
)  # fmt: skip
VOWELS = "aeiou"


def _word(text: str, rng: random.Random, shortest: int = 4) -> re.Match[str] | None:
    """A word of *text* worth misspelling."""
    found = [
        m
        for m in re.finditer(r"[^\W\d_]+", text)
        if len(m.group()) >= shortest and not m.group().isupper() and m.group()[0].isupper()
    ]
    return rng.choice(found) if found else None


def _at(
    text: str, rng: random.Random, change: Callable[[str, int], str | None], shortest: int = 4, first: int = 1
) -> str | None:
    word = _word(text, rng, shortest)
    if word is None:
        return None
    places = list(range(first, len(word.group())))
    rng.shuffle(places)
    for place in places:
        changed = change(word.group(), place)
        if changed and changed.casefold() != word.group().casefold():
            return text[: word.start()] + changed + text[word.end() :]
    return None


def dropped(text: str, rng: random.Random) -> str | None:
    return _at(text, rng, lambda w, i: w[:i] + w[i + 1 :])


def doubled(text: str, rng: random.Random) -> str | None:
    return _at(
        text, rng, lambda w, i: w[:i] + w[i] + w[i:] if w[i - 1].lower() != w[i] and w[i + 1 : i + 2] != w[i] else None
    )


def added(text: str, rng: random.Random) -> str | None:
    return _at(text, rng, lambda w, i: w[:i] + rng.choice(_near_key(w[i].lower()) or "e") + w[i:])


def swapped(text: str, rng: random.Random) -> str | None:
    return _at(
        text, rng, lambda w, i: w[:i] + w[i + 1] + w[i] + w[i + 2 :] if i + 1 < len(w) and w[i] != w[i + 1] else None
    )


def replaced(text: str, rng: random.Random) -> str | None:
    return _at(
        text,
        rng,
        lambda w, i: w[:i] + rng.choice(_near_key(w[i].lower())) + w[i + 1 :] if _near_key(w[i].lower()) else None,
    )


def vowel(text: str, rng: random.Random) -> str | None:
    return _at(
        text, rng, lambda w, i: w[:i] + rng.choice(VOWELS.replace(w[i], "")) + w[i + 1 :] if w[i] in VOWELS else None
    )


def sound(text: str, rng: random.Random) -> str | None:
    pairs = list(SOUNDS)
    rng.shuffle(pairs)

    def change(word: str, at: int) -> str | None:
        return next((word[:at] + new + word[at + len(old) :] for old, new in pairs if word.startswith(old, at)), None)

    return _at(text, rng, change)


def real_word(text: str, rng: random.Random) -> str | None:
    """Another name that is one letter away (Reagan → Regan, Colombia → Columbia)."""
    word = _word(text, rng)
    if word is None:
        return None
    near = sorted(name for name in _near_names(word.group().casefold()))
    return text[: word.start()] + rng.choice(near).title() + text[word.end() :] if near else None


def diacritic(text: str, rng: random.Random) -> str | None:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return plain if plain != unicodedata.normalize("NFC", text) else None


def hyphen(text: str, rng: random.Random) -> str | None:
    return text.replace("-", " " if rng.random() < 0.5 else "", 1) if re.search(r"\w{3,}-\w{2,}", text) else None


def apostrophe(text: str, rng: random.Random) -> str | None:
    changed = re.sub(r"(?<=\w)[’'](?=\w{2,})", "", text, count=1)
    return changed if changed != text else None


def case(text: str, rng: random.Random) -> str | None:
    changed = re.sub(r"(?<=[a-z])[A-Z](?=[a-z])", lambda m: m.group().lower(), text, count=1)
    return changed if changed != text else None


def particle(text: str, rng: random.Random) -> str | None:
    words = text.split(" ")
    found = [
        i for i, word in enumerate(words) if i and word in word_class("particles") and word not in ("of", "i", "e")
    ]
    if found:
        at = rng.choice(found)
        return " ".join(words[:at] + ([words[at].capitalize()] if rng.random() < 0.5 else []) + words[at + 1 :])
    changed = re.sub(r"\b(al|el)-(?=[A-Z])", lambda m: m[1].capitalize() + " ", text, count=1)
    return changed if changed != text else None


def order(text: str, rng: random.Random) -> str | None:
    words = text.split(" ")
    if len(words) < 3 or any(word[:1].islower() or len(word) < 3 for word in words):
        return None
    at = rng.randrange(len(words) - 1)
    words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(words)


def joiner(text: str, rng: random.Random) -> str | None:
    """An organisation's *of* for *for*, or the reverse."""
    swap = {" of ": " for ", " for ": " of "}
    found = next((word for word in swap if word in text), None)
    return text.replace(found, swap[found], 1) if found else None


def twin(text: str, rng: random.Random) -> str | None:
    """The last word as another surname that sounds alike or is a letter off (Smyth → Smith, Thomson → Thompson)."""
    words = text.split(" ")
    last = words[-1].casefold()
    known = familiarity(last)
    if len(last) < 4 or not words[-1][0].isupper() or (known.zipf >= 1 and not known.surname):
        return None
    alike = {*_near_names(last), *_surnames_by_sound().get(sound_key(last), ())} - {last}
    near = sorted(n for n in alike if familiarity(n).surname and familiarity(n).zipf >= _A_COMMON_SURNAME)
    return " ".join([*words[:-1], rng.choice(near).title()]) if near else None


_A_COMMON_SURNAME = 2.5
"""Zipf frequency of the surnames that stand in for another."""


def two_letters(text: str, rng: random.Random) -> str | None:
    """Two slips in one word of eight letters or more."""
    word = _word(text, rng, 8)
    if word is None:
        return None
    written = word.group()
    half = len(written) // 2
    ways = (dropped, doubled, swapped, replaced, vowel)
    first = _in_part(written[:half], rng, ways)
    second = _in_part(written[half:], rng, ways)
    if not first or not second:
        return None
    return text[: word.start()] + first + second + text[word.end() :]


def _in_part(part: str, rng: random.Random, ways: tuple[Corruption, ...]) -> str | None:
    changed = rng.choice(ways)(part.title(), rng)
    return changed and (changed if part[0].isupper() else changed[0].lower() + changed[1:])


KINDS: dict[str, Corruption] = {
    "dropped": dropped,
    "doubled": doubled,
    "added": added,
    "swapped": swapped,
    "replaced": replaced,
    "vowel": vowel,
    "sound": sound,
    "real-word": real_word,
    "diacritic": diacritic,
    "hyphen": hyphen,
    "apostrophe": apostrophe,
    "case": case,
    "particle": particle,
    "order": order,
    "joiner": joiner,
    "twin": twin,
    "two-letters": two_letters,
}
LETTERS = ("dropped", "doubled", "added", "swapped", "replaced", "vowel", "sound")
"""The kinds that the target for misspellings counts."""


def _near_key(letter: str) -> str:
    for row in KEYBOARD:
        at = row.find(letter)
        if at >= 0:
            return row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    return ""


@cache
def _names_by_key() -> dict[str, list[str]]:
    """Listed names that are common enough, filed under themselves with one letter left out."""
    filed: dict[str, list[str]] = {}
    for line in (DATA_FOLDER / "word_frequencies.txt").read_text(encoding="utf-8").splitlines():
        word, _, value = line.partition("\t")
        number = value.rstrip("gps")
        if len(value) > len(number) and int(number) >= 25 and word.isalpha():
            for at in range(len(word)):
                filed.setdefault(word[:at] + word[at + 1 :], []).append(word)
            filed.setdefault(word, []).append(word)
    return filed


@cache
def _surnames_by_sound() -> dict[str, list[str]]:
    filed: dict[str, list[str]] = {}
    for word in {word for words in _names_by_key().values() for word in words}:
        filed.setdefault(sound_key(word), []).append(word)
    return filed


def _near_names(word: str) -> set[str]:
    filed = _names_by_key()
    keys = [word] + [word[:at] + word[at + 1 :] for at in range(len(word))]
    near = {name for key in keys for name in filed.get(key, ())}
    return {name for name in near if name != word and name[0] == word[0] and edit_distance(name, word, 1) == 1}
