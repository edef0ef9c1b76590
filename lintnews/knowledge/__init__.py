"""What the world knows: places, bodies, people, money. Offline, sourced (``data/NOTICE.md``), read only where a story asks.

For checks that would rather be quiet, the look-ups of ``knowledge.gazetteer``:

- ``places(name)``: every place called so, the most peopled first, with country, region and thousands of people;
- ``is_place(name)``, ``is_place(name, thousands=50)``: whether there is any (of that size);
- ``is_given_name(word)``, ``is_surname(word)``: whether it is on a list of the names of people.

All take the name as the story writes it; capitals, accents, hyphens and apostrophes don't count. A look-up takes some 20 µs and is
remembered: ask for candidates, not for every word. Other spellings of a city ("Gizeh") are places too, with ``own`` false.
"""
