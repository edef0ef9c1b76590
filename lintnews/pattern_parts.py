"""What the parts of a regular expression say about its matches: what each holds, how each begins, whether it may backtrack far.

Patterns are read as ``re`` reads them; where this Python doesn't show that, nothing is said about any, and all works as well,
only slower.
"""

from __future__ import annotations

import re
from itertools import product
from typing import Any, NamedTuple

_MOST_GATES = 40
_MOST_WORDS = 60
_MANY = 200
_MOST_POSSESSED = 2000
"""Rounds of a possessive repeat, which gives nothing back, that may be looked at from any one place."""


def is_bounded(source: str) -> bool:
    """Whether *source* can't backtrack far: no repeat of a repeat, and no long repeat of anything that spans words."""
    parsed = _parsed(source)
    if parsed is None:
        return False
    return not _may_backtrack(parsed, inside=False)


def gates(source: str) -> tuple[str, ...]:
    """Pieces of text, in lower case, of which every match of *source* holds at least one, capitals aside; () if unknown."""
    parsed = _parsed(source)
    return tuple(dict.fromkeys(piece.lower() for piece in _required(parsed))) if parsed is not None else ()


def first_words(source: str, ignore_case: bool) -> tuple[str, ...]:
    """Words of which every match of *source* begins with one, whole, lower-case if case is ignored; () if unknown.

    A word is a run of ``\\w``; it begins where the match does, since the pattern looks behind for that.
    """
    parsed = _parsed(source)
    if parsed is None or parsed.state.flags & re.IGNORECASE or not _begins_a_word(parsed):
        return ()
    ways = _beginnings(parsed)
    if not ways or not all(way.ended and way.text for way in ways):
        return ()
    return tuple(dict.fromkeys(way.text.lower() if ignore_case else way.text for way in ways))


class _Way(NamedTuple):
    """One way in which a match can begin: the letters of its first word, and whether the word ends there."""

    text: str
    ended: bool = False


def _begins_a_word(parsed: Any) -> bool:
    """Whether nothing that belongs to a word may stand before a match."""
    for operation, argument in parsed:
        name = str(operation)
        if name == "AT" and str(argument) == "AT_BOUNDARY":
            return True
        if name == "ASSERT_NOT" and argument[0] < 0 and _takes_in_words(argument[1]):
            return True
        if name == "SUBPATTERN" and not argument[1]:
            return _begins_a_word(argument[3])
        if not name.startswith("ASSERT"):
            return False
    return False


def _takes_in_words(body: Any) -> bool:
    """Whether *body* is one character of a set that holds all of ``\\w``."""
    if len(body) != 1 or str(body[0][0]) != "IN":
        return False
    kinds = [str(part[1]) for part in body[0][1] if str(part[0]) == "CATEGORY"]
    return "CATEGORY_WORD" in kinds and not any(str(part[0]) == "NEGATE" for part in body[0][1])


def _beginnings(parsed: Any) -> list[_Way]:
    """The ways in which what *parsed* matches can begin; none if there are too many, or if one can't be told."""
    ways = [_Way("")]
    for operation, argument in parsed:
        if all(way.ended for way in ways):
            break
        if str(operation) == "AT" and str(argument) == "AT_BOUNDARY":
            ways = [_Way(way.text, ended=bool(way.text)) for way in ways]
            continue
        following = _following(str(operation), argument)
        if not following:
            return []
        ways = [way if way.ended else _Way(way.text + then.text, then.ended) for way, then in product(ways, following)]
        ways = list(dict.fromkeys(ways))
        if len(ways) > _MOST_WORDS:
            return []
    return ways


def _following(name: str, argument: Any) -> list[_Way]:
    """How a word can go on, or end, with one part of a pattern; none where that can't be told."""
    if name == "LITERAL":
        return [_letter(chr(argument))]
    if name == "IN":
        return _set(argument)
    if name == "SUBPATTERN":
        return [] if argument[1] else _beginnings(argument[3])
    if name == "BRANCH":
        arms = [_beginnings(arm) for arm in argument[1]]
        return [way for arm in arms for way in arm] if all(arms) else []
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, body = argument
        once = _beginnings(body)
        if least and once and all(way.ended for way in once):
            return once
        return [_Way(""), *once] if (least, int(most)) == (0, 1) and once else []
    if name == "ASSERT_NOT":
        return [_Way("", ended=argument[0] > 0 and _takes_in_words(argument[1]))]
    if name == "ASSERT":
        ahead = _beginnings(argument[1]) if argument[0] > 0 else []
        return [_Way("", ended=bool(ahead) and all(way == _Way("", ended=True) for way in ahead))]
    return []


def _letter(character: str) -> _Way:
    return _Way(character) if character.isalnum() or character == "_" else _Way("", ended=True)


def _set(parts: Any) -> list[_Way]:
    if all(str(part[0]) == "LITERAL" for part in parts):
        return list(dict.fromkeys(_letter(chr(part[1])) for part in parts))
    if all(
        (str(part[0]) == "LITERAL" and not _letter(chr(part[1])).text) or str(part[1]) == "CATEGORY_SPACE"
        for part in parts
    ):
        return [_Way("", ended=True)]
    return []


def _parsed(source: str) -> Any:
    """The parts of *source* as ``re`` reads them; None where it can't, or where this Python doesn't show them.

    Without them every pattern runs in ``regex``, with its time limit: slower, and right all the same.
    """
    parser = getattr(re, "_parser", None)
    try:
        return parser.parse(source) if parser is not None else None
    except (re.error, RecursionError):
        return None


def _may_backtrack(parsed: Any, *, inside: bool) -> bool:
    for operation, argument in parsed:
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            _, most, body = argument
            many = int(most) > _MANY
            kept_short = name == "POSSESSIVE_REPEAT" and int(most) <= _MOST_POSSESSED
            if many and (inside or (_spans_words(body) and not kept_short)):
                return True
            if _may_backtrack(body, inside=inside or int(most) > 1):
                return True
        elif any(_may_backtrack(part, inside=inside) for part in _parts(name, argument)):
            return True
    return False


def _spans_words(body: Any) -> bool:
    """Whether one round of *body* may be nearly any character, so that a run of it crosses words."""
    if len(body) != 1:
        return False
    name, argument = str(body[0][0]), body[0][1]
    if name in ("ANY", "NOT_LITERAL"):
        return True
    if name != "IN":
        return False
    kinds = {str(part[1]) for part in argument if str(part[0]) == "CATEGORY"}
    negated = any(str(part[0]) == "NEGATE" for part in argument)
    return (
        negated
        or len(kinds) > 1
        or any("NOT" in kind for kind in kinds)
        or (
            any("WORD" in kind for kind in kinds)
            and any((str(part[0]), part[1]) == ("LITERAL", 32) for part in argument)
        )
    )


def _parts(name: str, argument: Any) -> list[Any]:
    if name == "SUBPATTERN":
        return [argument[3]]
    if name == "BRANCH":
        return list(argument[1])
    if name in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    if name == "ATOMIC_GROUP":
        return [argument]
    if name == "GROUPREF_EXISTS":
        return [part for part in argument[1:] if part is not None]
    return []


def _required(parsed: Any) -> tuple[str, ...]:
    """The best set of pieces of which one is in every match."""
    candidates: list[tuple[str, ...]] = []
    run = ""
    for operation, argument in parsed:
        name = str(operation)
        if name == "LITERAL":
            run += chr(argument)
            continue
        if name == "AT":
            continue
        if run:
            candidates.append((run,))
            run = ""
        if name == "SUBPATTERN":
            candidates.append(_required(argument[3]))
        elif name == "ATOMIC_GROUP":
            candidates.append(_required(argument))
        elif name == "BRANCH":
            arms = [_required(arm) for arm in argument[1]]
            if all(arms):
                candidates.append(tuple(piece for arm in arms for piece in arm))
        elif name.endswith("REPEAT") and argument[0] >= 1:
            candidates.append(_required(argument[2]))
        elif name == "IN" and all(str(part[0]) == "LITERAL" for part in argument):
            candidates.append(tuple(chr(part[1]) for part in argument))
    if run:
        candidates.append((run,))
    usable = [found for found in candidates if found and len(found) <= _MOST_GATES]
    return max(usable, key=lambda found: (min(map(len, found)), -len(found)), default=())
