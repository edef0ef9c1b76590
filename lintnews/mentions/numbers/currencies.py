"""Names and signs of currencies."""

from __future__ import annotations

SIGNS = {
    "US$": "$", "U.S.$": "$", "$": "$", "A$": "A$", "AU$": "A$", "C$": "C$", "CA$": "C$", "HK$": "HK$", "NZ$": "NZ$",
    "S$": "S$", "NT$": "NT$", "R$": "R$", "£": "£", "€": "€", "¥": "yen", "₹": "rupee", "₽": "rouble", "₩": "won",
    "Rs": "rupee", "Rs.": "rupee", "DM": "mark", "USD": "$", "GBP": "£", "EUR": "€", "JPY": "yen", "CHF": "Swiss franc",
    "AUD": "A$", "CAD": "C$",
}  # fmt: skip
"""What stands before a figure → the currency. A plain dollar sign is the U.S. dollar."""

SIGN = (
    r"(?:U\.S\.\$|(?:US|AU|CA|HK|NZ|NT|[ACSR])?\$|[£€¥₹₽₩]|(?<!\w)(?:Rs\.?|DM|USD|GBP|EUR|JPY|CHF|AUD|CAD)(?= ?\d)) ?$"
)

WORDS: dict[str, tuple[str, float]] = {
    "dlr": ("$", 1), "dlrs": ("$", 1), "dollar": ("$", 1), "dollars": ("$", 1), "bucks": ("$", 1),
    "ct": ("$", 0.01), "cts": ("$", 0.01), "cent": ("$", 0.01), "cents": ("$", 0.01),
    "stg": ("£", 1), "sterling": ("£", 1), "pounds": ("£", 1), "quid": ("£", 1),
    "pence": ("£", 0.01), "penny": ("£", 0.01), "p": ("£", 0.01),
    "euro": ("€", 1), "euros": ("€", 1), "yen": ("yen", 1), "won": ("won", 1), "yuan": ("yuan", 1), "baht": ("baht", 1),
    "rand": ("rand", 1), "ringgit": ("ringgit", 1), "rupiah": ("rupiah", 1), "lira": ("lira", 1), "lire": ("lira", 1),
}  # fmt: skip
for _name in ("franc", "mark", "guilder", "crown", "krona", "krone", "kroner", "kronor", "peso", "rupee", "rouble", "ruble",
              "riyal", "dinar", "shekel", "zloty", "forint", "real", "austral", "cruzado", "schilling", "escudo", "peseta",
              "drachma", "bolivar", "naira", "cedi", "dirham", "markka", "hryvnia", "taka", "dong", "rial", "sucre", "inti"):  # fmt: skip
    WORDS[_name] = WORDS[_name + "s"] = (_name, 1)
del WORDS["real"]
WORDS["reais"] = ("real", 1)

NATIONS = frozenset(
    "u.s us american canadian australian new-zealand hong-kong singapore taiwan swiss french belgian luxembourg cfa german "
    "west-german finnish swedish danish norwegian czech dutch austrian indian pakistani sri-lankan russian mexican philippine "
    "chilean colombian argentine egyptian lebanese irish british turkish italian japanese south-korean chinese saudi kuwaiti "
    "iraqi iranian israeli malaysian thai south-african kenyan ugandan zimbabwe jamaican".replace("-", "_").split()
)
"""Nations that a currency's name may follow, lower case, words joined by an underscore."""

_DOLLARS = {
    "Canadian": "C$", "Australian": "A$", "New Zealand": "NZ$", "Hong Kong": "HK$", "Singapore": "S$", "Taiwan": "NT$",
    "Jamaican": "J$", "Zimbabwe": "Z$",
}  # fmt: skip
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
