"""Names and signs of currencies, from ``data/currencies.json``."""

from __future__ import annotations

from ...datafiles import load_data

_DATA = load_data("currencies")

SIGNS: dict[str, str] = _DATA["signs"]
"""What stands before a figure → the currency. A plain dollar sign is the U.S. dollar."""

SIGN = (
    r"(?:U\.S\.\$|(?:US|AU|CA|HK|NZ|NT|[ACSR])?\$|[£€¥₹₽₩]|(?<!\w)(?:Rs\.?|DM|USD|GBP|EUR|JPY|CHF|AUD|CAD)(?= ?\d)) ?$"
)

WORDS: dict[str, tuple[str, float]] = {
    word: (entry["currency"], entry["each"]) for entry in _DATA["words"] for word in entry["words"]
}
"""What stands behind a figure → the currency, and how much of it one is: 0.01 for cents."""

NATIONS = frozenset(nation.replace(" ", "_") for nation in _DATA["nations"])
"""Nations that a currency's name may follow, lower case, words joined by an underscore."""

_DOLLARS: dict[str, str] = _DATA["dollars"]
_PLAIN_DOLLARS = ("U.S", "Us", "American")


def currency(words: str) -> tuple[str, float] | None:
    """The currency that *words* ("dlrs", "Swiss francs") name, and how many units each is (0.01 for cents); None for none."""
    nation, _, name = words.lower().rpartition(" ")
    if nation == "pounds" and name == "sterling":
        nation = ""
    found = WORDS.get(name)
    if found is None or (nation and nation.replace(" ", "_").rstrip(".") not in NATIONS):
        return None
    unit, factor = found
    nation = nation.rstrip(".").title()
    if not nation or nation in _PLAIN_DOLLARS or (nation == "British" and unit == "£"):
        return unit, factor
    if unit == "$":
        return _DOLLARS.get(nation, f"{nation} $"), factor
    return f"{nation} {unit}", factor
