"""Regular expressions as their parts, so far as what is asked of them needs it.

What is rare in them (conditions on groups, flags in the middle, octal escapes) is not read: ``Unread``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Unread(Exception):
    """The pattern holds something that is not read here."""


class Literal(NamedTuple):
    text: str


class Set(NamedTuple):
    """One character of a set. ``letters`` are those named one by one, ``kinds`` the classes: d, w, s, D, W, S."""

    letters: str = ""
    kinds: frozenset[str] = frozenset()
    ranges: bool = False
    negated: bool = False

    @property
    def is_letters(self) -> bool:
        return not (self.kinds or self.ranges or self.negated)


class Any(NamedTuple):
    """Any character."""


class Place(NamedTuple):
    """A place without characters: ``\\b``, ``^``, ``$``, ``\\A``, ``\\Z`` …"""

    name: str


class Again(NamedTuple):
    """What a group has matched, again."""


class Group(NamedTuple):
    """``kind``: "" for a plain one, "caught", "flags", "atomic". ``ways`` are its alternatives."""

    ways: tuple[Parts, ...]
    kind: str = ""


class Look(NamedTuple):
    """What must, or must not, stand ahead or behind."""

    ways: tuple[Parts, ...]
    ahead: bool
    negated: bool


class Repeat(NamedTuple):
    """``most`` is ``ENDLESS`` where there is no end; ``possessive``: it gives nothing back."""

    least: int
    most: int
    body: Parts
    possessive: bool


Part = Literal | Set | Any | Place | Again | Group | Look | Repeat
Parts = Sequence[Part]
ENDLESS = 1 << 32
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v", "a": "\a"}
_CODED = {"x": 2, "u": 4, "U": 8}
_KINDS, _PLACES = "dwsDWS", "bBAZ"
_DEEPEST = 60
"""Groups inside groups that are followed."""


class Pattern(NamedTuple):
    ways: tuple[Parts, ...]
    ignores_case: bool


def read_pattern(source: str) -> Pattern:
    """The parts of *source*, which ``re`` must be able to compile; Unread where they can't be told."""
    reader = _Reader(source)
    ways = reader.ways(0)
    if reader.at < len(source):
        raise Unread(source)
    return Pattern(ways, reader.ignores_case)


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.ignores_case = False

    def next(self, count: int = 1) -> str:
        found = self.source[self.at : self.at + count]
        if len(found) < count:
            raise Unread(self.source)
        self.at += count
        return found

    def accept(self, text: str) -> bool:
        if self.source.startswith(text, self.at):
            self.at += len(text)
            return True
        return False

    def ways(self, depth: int) -> tuple[Parts, ...]:
        """Alternatives up to the end of the group or the pattern."""
        if depth > _DEEPEST:
            raise Unread(self.source)
        found = [self.parts(depth)]
        while self.accept("|"):
            found.append(self.parts(depth))
        return tuple(found)

    def parts(self, depth: int) -> Parts:
        found: list[Part] = []
        while self.at < len(self.source) and self.source[self.at] not in "|)":
            part = self.part(depth)
            if part is not None:
                found.append(self.repeated(part))
        return found

    def part(self, depth: int) -> Part | None:
        character = self.next()
        if character == "(":
            return self.group(depth)
        if character == "[":
            return self.set()
        if character == "\\":
            return self.escaped()
        if character == ".":
            return Any()
        return Place(character) if character in "^$" else Literal(character)

    def repeated(self, part: Part) -> Part:
        """*part* with the repeats behind it."""
        while self.at < len(self.source):
            limits = self.limits()
            if limits is None:
                break
            possessive = self.accept("+")
            if not possessive:
                self.accept("?")
            part = Repeat(*limits, (part,), possessive)
        return part

    def limits(self) -> tuple[int, int] | None:
        for mark, least, most in (("*", 0, ENDLESS), ("+", 1, ENDLESS), ("?", 0, 1)):
            if self.accept(mark):
                return least, most
        if not self.source.startswith("{", self.at):
            return None
        within, closed, _ = self.source[self.at + 1 :].partition("}")
        low, comma, high = within.partition(",")
        if not closed or not within.strip(",") or not (low + high).isdecimal():
            return None
        self.at += len(within) + 2
        least = int(low or 0)
        return least, (int(high) if high else ENDLESS) if comma else least

    def group(self, depth: int) -> Part | None:
        if not self.accept("?"):
            return self.closed(Group(self.ways(depth + 1), "caught"))
        for mark, ahead, negated in (("=", True, False), ("!", True, True), ("<=", False, False), ("<!", False, True)):
            if self.accept(mark):
                return self.closed(Look(self.ways(depth + 1), ahead, negated))
        if self.accept(":"):
            return self.closed(Group(self.ways(depth + 1)))
        if self.accept(">"):
            return self.closed(Group(self.ways(depth + 1), "atomic"))
        if self.accept("P<"):
            self.until(">")
            return self.closed(Group(self.ways(depth + 1), "caught"))
        if self.accept("P="):
            self.until(")")
            return Again()
        if self.accept("#"):
            self.until(")")
            return None
        return self.flagged(depth)

    def flagged(self, depth: int) -> Part | None:
        begin = self.at
        while self.at < len(self.source) and self.source[self.at] in "aims-":
            self.at += 1
        flags = self.source[begin : self.at]
        if self.accept(":") and flags:
            return self.closed(Group(self.ways(depth + 1), "flags"))
        if self.accept(")") and flags and begin == 2:
            self.ignores_case = "i" in flags
            return None
        raise Unread(self.source)

    def closed(self, part: Part) -> Part:
        if not self.accept(")"):
            raise Unread(self.source)
        return part

    def until(self, mark: str) -> None:
        end = self.source.find(mark, self.at)
        if end < 0:
            raise Unread(self.source)
        self.at = end + len(mark)

    def escaped(self) -> Part:
        character = self.next()
        if character in _KINDS:
            return Set(kinds=frozenset(character))
        if character in _PLACES:
            return Place(character)
        if character in "123456789":
            while self.at < len(self.source) and self.source[self.at].isdecimal():
                self.at += 1
            return Again()
        return Literal(self.character(character))

    def character(self, escape: str) -> str:
        """The character that stands for itself, or that the escape is of."""
        if escape in _CONTROLS:
            return _CONTROLS[escape]
        if escape in _CODED:
            return chr(int(self.next(_CODED[escape]), 16))
        if escape.isascii() and escape.isalnum():
            raise Unread(self.source)
        return escape

    def set(self) -> Part:
        negated = self.accept("^")
        letters: list[str] = []
        kinds: set[str] = set()
        ranges = False
        begin = self.at
        while self.at == begin or not self.source.startswith("]", self.at):
            kind, letter = self.member()
            if kind:
                kinds.add(kind)
                continue
            if self.source.startswith("-", self.at) and not self.source.startswith("-]", self.at):
                self.at += 1
                if self.member()[0]:
                    raise Unread(self.source)
                ranges = True
            else:
                letters.append(letter)
        self.at += 1
        if len(letters) == 1 and not (kinds or ranges or negated):
            return Literal(letters[0])
        return Set("".join(dict.fromkeys(letters)), frozenset(kinds), ranges, negated)

    def member(self) -> tuple[str, str]:
        """The class or the character that comes next in a set."""
        character = self.next()
        if character != "\\":
            return "", character
        escape = self.next()
        if escape in _KINDS:
            return escape, ""
        return "", "\b" if escape == "b" else self.character(escape)
