"""The small words that stand inside names of people and bodies, for patterns."""

from __future__ import annotations

from ..datafiles import word_list

NAME_PARTICLE = "|".join(sorted(word_list("name_particles"), key=lambda word: (-len(word), word)))
"""Choices of a pattern: van der, de la, al; the longest first."""
