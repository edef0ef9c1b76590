"""What every reader's reading goes through: notes set aside, letters written one way, credits and bylines set apart."""

from __future__ import annotations

from ..story import Reading
from .credit_lines import set_credits_apart
from .headline_bylines import set_bylines_apart
from .letters import join_letters
from .notes import set_aside


def finished(reading: Reading) -> Reading:
    """*reading* as stories are made of it."""
    return set_bylines_apart(set_credits_apart(join_letters(set_aside(reading))))
