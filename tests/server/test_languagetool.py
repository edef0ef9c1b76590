"""LanguageTool's protocol: what is asked, what is answered, and what is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from lintnews.server.languagetool.asked import MOST_CHARACTERS
from lintnews.server.languagetool.languages import is_english

NAMES = "Orla Quinnell spoke first.\n\nThe hall was full. Orla Quinell left at noon. Quinnell did not return."
WEEKDAY = "The bridge opened on Tuesday, March 5, 2025, officials said."


def ask(client: TestClient, text: str = WEEKDAY, language: str = "en-US", **more: str) -> dict[str, Any]:
    answer = client.post("/v2/check", data={"text": text, "language": language, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def annotated(client: TestClient, *parts: dict[str, str], **more: str) -> dict[str, Any]:
    data = json.dumps({"annotation": parts})
    answer = client.post("/v2/check", data={"data": data, "language": "en-US", **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def rules(answer: dict[str, Any]) -> list[str]:
    return [match["rule"]["id"] for match in answer["matches"]]


def words(match: dict[str, Any], text: str) -> str:
    """The words of *match*, whose offsets count UTF-16 units."""
    start, end = 2 * match["offset"], 2 * (match["offset"] + match["length"])
    return text.encode("utf-16-le")[start:end].decode("utf-16-le")


def test_a_match_has_all_that_the_protocol_says(client: TestClient) -> None:
    answer = ask(client)
    assert answer["software"]["apiVersion"] == 1
    assert answer["language"]["code"] == "en-US"
    assert answer["sentenceRanges"] == [[0, len(WEEKDAY)]]
    match = next(m for m in answer["matches"] if m["rule"]["id"] == "weekday-mismatch")
    assert words(match, WEEKDAY) == "Tuesday, March 5, 2025"
    assert "Wednesday" in match["message"]
    assert match["shortMessage"] == "Weekday mismatch"
    assert match["sentence"] == WEEKDAY
    context = match["context"]
    assert words(context, context["text"]) == "Tuesday, March 5, 2025"
    assert match["rule"]["category"] == {"id": "dates", "name": "Dates"}
    assert match["rule"]["issueType"] == "inconsistency"
    assert match["rule"]["description"]
    assert match["rule"]["urls"] == [{"value": "http://127.0.0.1:8081/rules/weekday-mismatch"}]
    assert match["type"] == {"typeName": "Other"}


def test_replacements_stand_for_the_words_of_the_match(client: TestClient) -> None:
    text = '“We will rebuild it," Ann Lee said.'
    match = next(m for m in ask(client, text)["matches"] if m["rule"]["id"] == "mixed-quotation-marks")
    assert (words(match, text), match["replacements"]) == ('"', [{"value": "”"}])


def test_offsets_count_utf16_units(client: TestClient) -> None:
    text = f"🎉 A party. {WEEKDAY}"
    match = next(m for m in ask(client, text)["matches"] if m["rule"]["id"] == "weekday-mismatch")
    assert words(match, text) == "Tuesday, March 5, 2025"
    assert words(match["context"], match["context"]["text"]) == "Tuesday, March 5, 2025"


def test_the_contradicting_place_is_told_in_words(client: TestClient) -> None:
    match = next(m for m in ask(client, NAMES)["matches"] if m["rule"]["id"] == "inconsistent-name")
    assert "Orla Quinnell spoke first." in match["message"]


def test_markup_counts_and_is_not_read(client: TestClient) -> None:
    parts = [{"markup": "<p>"}, {"text": "It opened on "}, {"markup": "<b>"}, {"text": "Tuesday"}, {"markup": "</b>"}]
    parts += [{"text": ", March 5, 2025, officials said."}, {"markup": "</p>", "interpretAs": "\n\n"}]
    text = "".join(part.get("text", "") + part.get("markup", "") for part in parts)
    match = next(m for m in annotated(client, *parts)["matches"] if m["rule"]["id"] == "weekday-mismatch")
    assert words(match, text) == "Tuesday</b>, March 5, 2025"
    assert match["replacements"] == []


def test_markup_is_read_as_it_is_to_be_interpreted(client: TestClient) -> None:
    parts = ({"text": "It was the"}, {"markup": "&nbsp;", "interpretAs": " "}, {"text": "the end of it."})
    assert "doubled-word" in rules(annotated(client, *parts))
    assert "doubled-word" not in rules(annotated(client, parts[0], {"markup": "<wbr>"}, parts[2]))


def test_parameters_may_stand_in_the_address(client: TestClient) -> None:
    answer = client.get("/v2/check", params={"text": WEEKDAY, "language": "en"})
    assert "weekday-mismatch" in rules(answer.json())


@pytest.mark.parametrize(
    "asked",
    [
        {"disabledRules": "weekday-mismatch,UPPERCASE_SENTENCE_START"},
        {"disabledRules": "WEEKDAY-MISMATCH"},
        {"disabledCategories": "dates"},
        {"enabledOnly": "true", "enabledRules": "inconsistent-name"},
        {"enabledOnly": "true", "enabledRules": "NO_SUCH_RULE"},
    ],
)
def test_rules_are_switched_off(client: TestClient, asked: dict[str, str]) -> None:
    assert "weekday-mismatch" not in rules(ask(client, **asked))


def test_rules_are_switched_on(client: TestClient) -> None:
    assert "percent-sign" not in rules(ask(client, "About 60 percent came.", level="picky"))
    assert "percent-sign" in rules(ask(client, "About 60 percent came.", level="picky", enabledRules="percent-sign"))
    both = NAMES + "\n\n" + WEEKDAY
    assert set(rules(ask(client, both, enabledOnly="true", enabledCategories="names"))) == {"inconsistent-name"}


def test_hints_are_for_the_picky(client: TestClient) -> None:
    text = "She was laying in bed in Springfield. The the meeting ran on. It was totally unique, he said."
    calm, picky = ask(client, text), ask(client, text, level="picky")
    assert {m["type"]["typeName"] for m in calm["matches"]} <= {"Other"}
    assert len(picky["matches"]) >= len(calm["matches"])


def test_the_language_may_be_left_open(client: TestClient) -> None:
    assert ask(client, language="auto")["language"]["code"] == "en-US"
    assert ask(client, language="auto", preferredVariants="de-AT,en-GB")["language"]["code"] == "en-GB"
    assert ask(client, language="en-gb")["language"]["name"] == "English (GB)"
    german = "Der Bürgermeister eröffnete am Dienstag, March 5, 2025, die neue Brücke über den Fluss und dankte allen Helfern."
    answer = ask(client, german, language="auto")
    assert (answer["matches"], answer["language"]["detectedLanguage"]["confidence"]) == ([], 0.0)
    assert not is_english(
        "Le maire a ouvert le pont sur la rivière hier soir devant une foule de quatre mille personnes"
    )


def test_the_publication_date_may_be_given(client: TestClient) -> None:
    text = "A fire at the mill killed two people on Tuesday, March 11, officials said."
    assert "weekday-mismatch" not in rules(ask(client, text, published="2025-03-12"))
    assert "weekday-mismatch" in rules(ask(client, text, published="2026-03-12"))


def test_an_empty_text_has_no_matches(client: TestClient) -> None:
    answer = ask(client, "")
    assert (answer["matches"], answer["sentenceRanges"]) == ([], [])


def refused(answer: Response) -> tuple[int, str]:
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.headers["access-control-allow-origin"] == "*"
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({}, "Error: Missing 'text' or 'data' parameter"),
        ({"text": "a"}, "Error: Missing 'language' parameter"),
        ({"text": "a", "data": "{}", "language": "en"}, "Error: Set only 'text' or 'data' parameter, not both"),
        ({"text": "a", "language": "xx"}, "Error: 'xx' is not a language code known to lintnews."),
        ({"text": "a", "language": "en", "level": "stern"}, "Error: 'level' must be one of default, picky"),
        ({"text": "a", "language": "en", "enabledOnly": "true"}, "Error: You must specify enabled rules"),
        ({"text": "a", "language": "en", "published": "soon"}, "Error: 'published' is not a date"),
        ({"data": "{", "language": "en"}, "Error: 'data' is not JSON"),
        ({"data": "[]", "language": "en"}, "Error: 'data' must be a JSON object"),
        ({"data": '{"annotation": [{"text": "a", "markup": "b"}]}', "language": "en"}, "Error: Each part"),
        ({"data": '{"annotation": [3]}', "language": "en"}, "Error: Each part of 'annotation' must be an object"),
        ({"data": '{"text": "\\ud800", "annotation": [{"text": "\\ud800"}]}', "language": "en"}, "Error: 'data' holds"),
    ],
)
def test_what_cant_be_followed_gets_the_protocols_error(client: TestClient, asked: dict[str, str], said: str) -> None:
    status, text = refused(client.post("/v2/check", data=asked))
    assert status == 400
    assert text.startswith(said)


def test_what_is_too_long_is_refused(client: TestClient) -> None:
    status, said = refused(client.post("/v2/check", data={"text": "a" * (MOST_CHARACTERS + 1), "language": "en"}))
    assert (status, said[:39]) == (413, "Error: Your text exceeds the limit of 2")
    status, said = refused(client.post("/v2/check", content=b"text=" + b"a" * 5_000_000))
    assert (status, said[:35]) == (413, "Error: Request size limit exceeded:")
    endless = (b"a" * 100_000 for _ in range(100))
    assert refused(client.post("/v2/check", content=endless))[0] == 413


def test_other_methods_and_addresses_are_refused(client: TestClient) -> None:
    answer = client.put("/v2/check")
    assert refused(answer)[0] == 405
    assert answer.headers["allow"] == "GET, POST"
    assert refused(client.post("/v2/languages"))[0] == 405
    status, said = refused(client.get("/v2/words"))
    assert (status, said[:35]) == (404, "Error: Unsupported action: 'words'.")
    assert refused(client.post("/v2/check", content=b"\xff=\xfe"))[0] == 400
    assert refused(client.get("/v2/check?" + "a=b&" * 60))[0] == 400


def test_pages_of_any_site_may_ask(client: TestClient) -> None:
    answer = client.options(
        "/v2/check", headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST"}
    )
    assert answer.status_code == 204
    assert answer.headers["access-control-allow-origin"] == "*"
    assert client.post("/v2/check", data={"text": "a", "language": "en"}).headers["access-control-allow-origin"] == "*"


def test_what_the_server_is(client: TestClient) -> None:
    assert client.get("/v2/healthcheck").text == "OK"
    assert client.get("/v2/maxtextlength").text == str(MOST_CHARACTERS)
    assert client.get("/v2/info").json()["software"]["name"] == "lintnews"
    languages = client.get("/v2/languages").json()
    assert {"name": "English (US)", "code": "en", "longCode": "en-US"} in languages
    assert {"name": "English", "code": "en", "longCode": "en"} in languages
