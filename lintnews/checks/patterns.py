"""What the pattern kinds share: terms and regular expressions as rule files write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


@cache
def term_pattern(terms: tuple[str, ...], ignore_case: bool, word: bool = True) -> re.Pattern[str]:
    """One pattern for *terms*, each a regular expression, as whole words unless *word* is false.

    ValueError for a term that is no regular expression.
    """
    for term in terms:
        try:
            re.compile(term)
        except re.error as error:
            raise ValueError(f"`{term}` is not a regular expression: {error}") from None
    return re.compile(_joined(terms, word), re.IGNORECASE if ignore_case else 0)


def _joined(terms: Iterable[str], word: bool) -> str:
    inner = "|".join(f"(?:{term})" for term in terms)
    return rf"(?<!\w)(?:{inner})(?!\w)" if word else f"(?:{inner})"
