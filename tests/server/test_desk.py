"""What the desk page asks of the server, and what it is told."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from lintnews.linter import Linter
from lintnews.server.copy import Copy
from lintnews.server.desk.checking import Places
from lintnews.server.desk.routes import MOST_CHARACTERS, PAGE, POLICY
from lintnews.source import Span

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
WEEKDAY = "The bridge opened on Tuesday, March 5, 2025, officials said."
TWO = "Orla Quinnell spoke first on the bridge.\n\nThe hall was full. Orla Quinell left at noon, and Quinnell stayed."


def ask(client: TestClient, text: str, **more: str) -> dict[str, Any]:
    answer = client.post("/desk/check", json={"text": text, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def finding(answer: dict[str, Any], rule: str) -> dict[str, Any]:
    return next(found for found in answer["findings"] if found["rule"] == rule)


def remedy(found: dict[str, Any], does: str) -> dict[str, Any]:
    return next(one for one in found["remedies"] if one["does"] == does)


def edited(text: str, done: dict[str, Any]) -> str:
    for edit in sorted(done["edits"], key=lambda edit: -edit["place"]["start"]):
        assert edit["place"]["where"] == "text"
        text = text[: edit["place"]["start"]] + edit["text"] + text[edit["place"]["end"] :]
    return text


def rules(answer: dict[str, Any]) -> list[str]:
    return [found["rule"] for found in answer["findings"]]


def test_findings_and_facts_have_their_places(client: TestClient) -> None:
    answer = ask(client, WEEKDAY)
    place = finding(answer, "weekday-mismatch")["place"]
    assert (place["where"], WEEKDAY[place["start"] : place["end"]]) == ("text", "Tuesday, March 5, 2025")
    day = next(fact for fact in answer["facts"] if fact["attribute"] == "date")
    assert (day["text"], day["state"]) == ("March 5, 2025", "contradicted")
    assert day["places"] == [{"where": "text", "start": 30, "end": 43}]


def test_the_other_place_is_told(client: TestClient) -> None:
    (note,) = finding(ask(client, TWO), "inconsistent-name")["notes"]
    assert TWO[note["place"]["start"] : note["place"]["end"]] == "Orla Quinnell"


@pytest.mark.parametrize("format_of", ["plain", "markdown"])
@pytest.mark.parametrize("does", ["mends", "certifies", "tells-apart", "allows"])
def test_what_is_done_settles_the_finding(client: TestClient, does: str, format_of: str) -> None:
    found = finding(ask(client, TWO, format=format_of), "inconsistent-name")
    if does == "mends" and not any(one["does"] == "mends" for one in found["remedies"]):
        pytest.skip("nobody knows which spelling is right")
    after = edited(TWO, remedy(found, does))
    answer = ask(client, after, format=format_of)
    assert not [one for one in answer["findings"] if one["text"] == "Orla Quinell"], after
    assert not [one for one in rules(answer) if "suppression" in one and one != "suppression-without-reason"], after
    if does in ("tells-apart", "allows"):
        assert [one["rule"] for one in answer["allowed"]] == ["inconsistent-name"]


def test_a_reason_has_its_place_in_a_suppression(client: TestClient) -> None:
    allow = remedy(finding(ask(client, WEEKDAY), "weekday-mismatch"), "allows")
    (edit,) = allow["edits"]
    edit["text"] = f"{edit['text'][: allow['reasonAt']]} -- by the old calendar{edit['text'][allow['reasonAt'] :]}"
    answer = ask(client, edited(WEEKDAY, allow))
    assert [(one["rule"], one["reason"]) for one in answer["allowed"]] == [("weekday-mismatch", "by the old calendar")]


def test_the_headline_is_a_part_of_the_story(client: TestClient) -> None:
    headline = 'Bridge: "Long" 🎉 opens Tuesday, March 5, 2025'
    answer = ask(client, "Hundreds came to the bridge to see it open, officials said.", headline=headline)
    place = finding(answer, "weekday-mismatch")["place"]
    units = headline.encode("utf-16-le")[2 * place["start"] : 2 * place["end"]]
    assert (place["where"], units.decode("utf-16-le")) == ("headline", "Tuesday, March 5, 2025")


def test_front_matter_of_the_story_stays(client: TestClient) -> None:
    text = f"---\nslug: bridge\n---\n{WEEKDAY}\n"
    answer = ask(client, text, headline="Bridge opens to the cheers of hundreds", published="2025-03-06")
    place = finding(answer, "weekday-mismatch")["place"]
    assert text[place["start"] : place["end"]] == "Tuesday, March 5, 2025"
    assert answer["published"] == "2025-03-06"


@given(
    st.text(st.sampled_from("ab \n🎉’"), max_size=20),
    st.sampled_from(["", "Ann Lee wins", 'She said "no" 🎉 again']),
    st.sampled_from(["", "---\nslug: a\n---\n", "+++\nslug = 'a'\n+++\n"]),
    st.sampled_from(["", "2025-03-05"]),
)
def test_places_lead_back_to_the_text(text: str, headline: str, front: str, published: str) -> None:
    copy = Copy(f"{front}{text} zz", headline=headline, published=published)
    source = copy.source
    assert source.endswith(text + " zz")
    story = Linter(select=["doubled-word"]).lint_text(source).story
    assert story is not None
    found = story.text.rindex("zz")
    place = Places(copy, story).of_text(Span(found, found + 2))
    assert place is not None
    units = copy.text.encode("utf-16-le")[2 * place["start"] : 2 * place["end"]]
    assert units.decode("utf-16-le") == "zz"


@pytest.mark.parametrize(
    "front",
    ["---\nheadline: Bridge opens\ndate: 2025-03-05\n---\n", "+++\ntitle = 'Bridge opens'\ndate = 2025-03-05\n+++\n"],
)
def test_what_the_story_says_itself_stands(client: TestClient, front: str) -> None:
    answer = ask(client, front + WEEKDAY, headline="Another bridge", published="2026-01-01")
    assert (answer["said"], answer["published"]) == ([], "2025-03-05")
    place = finding(answer, "weekday-mismatch")["place"]
    assert (front + WEEKDAY)[place["start"] : place["end"]] == "Tuesday, March 5, 2025"


def test_fields_go_into_front_matter_of_either_kind(client: TestClient) -> None:
    front = "+++\nslug = 'bridge'\n+++\n"
    answer = ask(client, front + WEEKDAY, headline='Bridge "opens" Tuesday, March 5, 2025', published="2025-03-06")
    assert (answer["said"], answer["published"]) == ([], "2025-03-06")
    wheres = {found["place"]["where"] for found in answer["findings"] if found["rule"] == "weekday-mismatch"}
    assert wheres == {"headline", "text"}


def test_house_style_is_chosen(client: TestClient) -> None:
    assert set(client.get("/desk/settings").json()["styles"]) >= {"us-wire", "uk-desk"}
    text = "SALTMERE, England (AP) — About 60 percent of the town came to see it, officials said."
    assert "percent-sign" not in rules(ask(client, text))
    assert "percent-sign" in rules(ask(client, text, style="us-wire"))


def test_nothing_is_found_in_nothing(client: TestClient) -> None:
    answer = ask(client, "")
    assert (answer["findings"], answer["facts"], answer["words"]) == ([], [], 0)
    half = b'{"text": "\\ud800 half a character"}'
    assert client.post("/desk/check", content=half, headers={"Content-Type": "application/json"}).status_code == 200


def taken_in(client: TestClient, name: str, data: bytes) -> dict[str, str]:
    answer = client.post("/desk/take-in", content=data, headers={"X-File-Name": quote(name)})
    assert answer.status_code == 200, answer.text
    found: dict[str, str] = answer.json()
    return found


def test_text_and_markdown_stay_as_they_are(client: TestClient) -> None:
    assert taken_in(client, "story.md", b"# Bridge\r\n\r\n*It* opened.")["text"] == "# Bridge\r\n\r\n*It* opened."
    assert taken_in(client, "störy.txt", "Café.".encode("cp1252"))["text"] == "Café."


def test_other_formats_become_copy(client: TestClient) -> None:
    html = b"""<html><head><meta property="article:published_time" content="2025-03-05T10:00:00Z"></head><body>
    <h1>Bridge opens</h1><p>It is <b>long</b> &amp; wide. <!-- lintnews: allow long-sentence -- it is one --></p><p>It is new.</p></body></html>"""
    found = taken_in(client, "story.html", html)
    assert (found["headline"], found["published"], found["format"]) == ("Bridge opens", "2025-03-05", "plain")
    assert found["text"] == "It is long & wide. [lintnews: allow long-sentence -- it is one]\n\nIt is new.\n"
    ninjs = {
        "uri": "x",
        "versioncreated": "2025-03-05T10:00:00Z",
        "headline": "Bridge opens",
        "body_text": "It is long.\n\nIt is new.",
    }
    assert taken_in(client, "story.json", json.dumps(ninjs).encode())["headline"] == "Bridge opens"
    document, file = Document(), io.BytesIO()
    document.add_heading("Bridge opens", 0)
    document.add_paragraph("It is long.")
    document.save(file)
    found = taken_in(client, "story.docx", file.getvalue())
    assert (found["headline"], found["text"]) == ("Bridge opens", "It is long.\n")
    nitf = b"<nitf><body><body.head><hedline><hl1>Bridge opens</hl1></hedline></body.head><body.content><p>It is long.</p></body.content></body></nitf>"
    found = taken_in(client, "story.xml", nitf)
    assert (found["headline"], found["text"]) == ("Bridge opens", "It is long.\n")
    newsml = b"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta><headline>Bridge opens</headline></contentMeta>
    <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It is long.</p></body></html>
    </inlineXML></contentSet></newsItem>"""
    found = taken_in(client, "story.xml", newsml)
    assert (found["headline"], found["text"]) == ("Bridge opens", "It is long.\n")


def test_what_cant_be_read_is_said(client: TestClient) -> None:
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        archive.writestr("nothing.txt", "")
    for name, data in (("story.docx", b"not a document"), ("story.docx", broken.getvalue()), ("x.json", b"{")):
        answer = client.post("/desk/take-in", content=data, headers={"X-File-Name": name})
        assert (answer.status_code, answer.json()["error"][:19]) == (422, "This can't be read:")


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"text": "a" * (MOST_CHARACTERS + 1)}, 413),
        ({"text": "a", "style": "../../etc/passwd"}, 400),
        ({"text": "a", "format": "docx"}, 400),
        ({"text": "a", "published": "soon"}, 400),
        ({"text": 3}, 400),
        ([], 400),
    ],
)
def test_what_the_page_never_asks_is_refused(client: TestClient, fields: Any, status: int) -> None:
    answer = client.post("/desk/check", json=fields)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_other_sites_cant_ask(client: TestClient) -> None:
    answer = client.post("/desk/check", content=b'{"text": "a"}', headers={"Content-Type": "text/plain"})
    assert answer.status_code == 415
    for path in ("/", "/desk/settings", "/desk/main.js"):
        assert "access-control-allow-origin" not in client.get(path).headers


@pytest.mark.parametrize(
    "path", ["/", "/desk/main.js", "/desk/desk.css", "/desk/settings", "/desk/sample", "/rules/weekday-mismatch"]
)
def test_everything_has_the_policy(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "unsafe" not in POLICY


def test_no_file_of_others_is_served(client: TestClient) -> None:
    for path in ("/desk/..%2f..%2fcli%2fapp.py", "/desk/../app.py", "/desk//etc/passwd", "/rules/nothing"):
        assert client.get(path).status_code == 404


def test_the_page_names_no_other_place() -> None:
    for path in PAGE.iterdir():
        if path.is_file():
            text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert "http:" not in text and "https:" not in text and "//cdn" not in text, path


def test_a_rule_has_its_page(client: TestClient) -> None:
    page = client.get("/rules/weekday-mismatch").text
    assert "<h1>weekday-mismatch</h1>" in page
    assert "<mark>" in page


def test_the_sample_is_the_seed_story(client: TestClient) -> None:
    assert client.get("/desk/sample").json()["text"] == SEED.read_text(encoding="utf-8")
