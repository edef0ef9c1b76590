from lintnews.knowledge.gazetteer import is_given_name, is_place, is_surname, places, region_name


def test_places_of_one_name_stand_by_size() -> None:
    found = places("Paris")
    assert (found[0].kind, found[0].country) == ("city", "FR")
    assert any((place.country, place.region) == ("US", "TX") for place in found)


def test_capitals_accents_hyphens_and_saint_do_not_count() -> None:
    assert places("ST. LOUIS") == places("Saint Louis")
    assert places("São Paulo") == places("Sao Paulo")
    assert any(place.country == "GB" for place in places("Stratford upon Avon") or places("Stratford-upon-Avon"))


def test_size() -> None:
    assert is_place("Pittsburg") and is_place("Georgia", thousands=5_000)
    assert not is_place("Philidelphia") and not is_place("Ushuaia", thousands=5_000)


def test_other_spellings_are_places_too() -> None:
    assert not places("Gizeh")[0].own and places("Giza")[0].own


def test_regions_and_names_of_people() -> None:
    assert region_name("CA", "NS") == "Nova Scotia" and region_name("CA", "ZZ") == ""
    assert is_surname("Kováč") and is_given_name("Yılmaz") and not is_surname("Qqxz")


def test_words_before_and_after_all_keys() -> None:
    assert places("") == () and places("\U0010ffff") == () and places("\ud800") == ()
