"""The digits of a figure that say something."""

from __future__ import annotations

from ....mentions.numbers.placed import Placed


def digits_of(placed: Placed) -> str:
    """Without the zeros at both ends and the point."""
    return f"{placed.value:.12g}".partition("e")[0].replace(".", "").replace("-", "").strip("0")
