"""The assistant's tools, asked by the SDK's own client: over standard input and output, and in the process."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import StdioServerParameters
from mcp.client.client import Client
from mcp.client.stdio import stdio_client

from lintnews.config import Config
from lintnews.linter import load_rules
from lintnews.server.copy import Copy
from lintnews.server.housed import Housed
from lintnews.server.mcp_server import make_mcp_server

STORY = """\
# Mill burns

A fire killed 12 people on Tuesday, March 5, 2025, officials said.

Fire Chief Thomas Brennan said that crews were there. “We never saw the invoice until Monday,” Brenan said.
"""
TRANSCRIPT = "BRENNAN: It was late.\nWe never saw the bill until Monday.\n"


@pytest.fixture(scope="module")
def housed() -> Housed:
    return Housed(Config(), load_rules())


def ask(housed: Housed, tool: str, **arguments: Any) -> dict[str, Any]:
    """What the tool gives, or ``{"error": …}``."""

    async def asked() -> dict[str, Any]:
        async with Client(make_mcp_server(housed)) as client:
            return given(await client.call_tool(tool, arguments))

    return asyncio.run(asked())


def given(result: Any) -> dict[str, Any]:
    if result.is_error:
        return {"error": result.content[0].text}
    structured = result.structured_content
    assert isinstance(structured, dict)
    assert json.loads(result.content[0].text) == structured
    return structured


def test_over_standard_input_and_output(tmp_path: Path) -> None:
    (tmp_path / "lintnews.yaml").write_text("rules: {all: off, weekday-mismatch: on}\n")
    program = str(Path(sys.executable).with_name("lintnews"))
    parameters = StdioServerParameters(command=program, args=["serve", "--mcp"], cwd=str(tmp_path))

    async def asked() -> None:
        async with Client(stdio_client(parameters)) as client:
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert set(tools) == {"check_story", "explain_rule", "list_facts", "check_quotations"}
            for tool in tools.values():
                assert tool.description and tool.output_schema and tool.annotations and tool.annotations.read_only_hint
                properties = tool.input_schema["properties"].values()
                assert all("description" in value for value in properties), tool.name
            found = given(await client.call_tool("check_story", {"text": STORY, "published": "2025-03-06"}))
            (finding,) = found["findings"]
            assert (finding["rule"], finding["place"]["line"], found["errors"]) == ("weekday-mismatch", 3, 1)
            explained = given(await client.call_tool("explain_rule", {"rule": "weekday-mismatch"}))
            assert explained["on"] and any("[[" in example for example in explained["flagged"])

    asyncio.run(asyncio.wait_for(asked(), 60))


def test_places_and_remedies(housed: Housed) -> None:
    found = ask(housed, "check_story", text=STORY, published="2025-03-06", least="warning")
    by_rule = {finding["rule"]: finding for finding in found["findings"]}
    name = by_rule["inconsistent-name"]
    assert name["place"] == {"words": "Brenan", "where": "text", "line": 5, "column": 96}
    assert name["contradicts"][0]["place"]["line"] == 5
    assert "Replace with “Brennan” (check it first)" in name["remedies"]
    assert found["remarks"] == []
    assert found["published"] == "2025-03-06"


@pytest.mark.parametrize("format_of", ["markdown", "plain", "html"])
def test_the_headline_is_held_against_the_text(housed: Housed, format_of: str) -> None:
    text = "A fire at a paper mill killed 12 people on Wednesday, officials said. The 12 dead were found inside."
    text = f"<p>{text}</p>" if format_of == "html" else text
    found = ask(
        housed, "check_story", text=text, format=format_of, headline="Fire at mill kills 21", published="2025-03-06"
    )
    places = [note["place"] for finding in found["findings"] for note in finding["contradicts"]]
    places += [finding["place"] for finding in found["findings"]]
    assert {"words": "21", "where": "headline", "line": 1, "column": 20} in places
    assert all(place["line"] == 1 for place in places if place["where"] == "text")


def test_places_behind_a_headline_that_was_put_into_front_matter(housed: Housed) -> None:
    text = "---\npublished: 2025-03-06\n---\n\nIt rained on Tuesday, March 5, 2025.\n"
    found = ask(housed, "check_story", text=text, headline="It rains")
    (finding,) = found["findings"]
    assert (finding["place"]["line"], finding["place"]["column"]) == (5, 14)
    assert Copy("---\nheadline: Own\n---\nIt rained.", "markdown", "Other").source.count("headline") == 1


def test_what_print_minds(housed: Housed) -> None:
    text = "Mayor Ann Lee (CQ) spoke."
    assert not ask(housed, "check_story", text=text)["findings"]
    found = ask(housed, "check_story", text=text, for_print=True)
    assert [finding["rule"] for finding in found["findings"]] == ["leftover-cq"]
    assert "publication date" in found["remarks"][0]


def test_what_a_story_allows_is_told(housed: Housed) -> None:
    text = "It rained on Tuesday, March 5, 2025. <!-- lintnews: allow weekday-mismatch -- the lawsuit says so -->"
    found = ask(housed, "check_story", text=text, published="2025-03-06")
    assert not found["findings"]
    assert found["allowed"][0].endswith("Allowed: the lawsuit says so")


def test_the_facts(housed: Housed) -> None:
    found = ask(housed, "list_facts", text=STORY, published="2025-03-06")
    kinds = {fact["kind"] for fact in found["facts"]}
    assert {"person", "date", "quotation"} <= kinds
    (day,) = (fact for fact in found["facts"] if fact["kind"] == "date")
    assert day["state"] == "contradicted"
    assert day["places"][0]["line"] == 3
    only = ask(housed, "list_facts", text=STORY, kinds=["quotation"])
    assert {fact["kind"] for fact in only["facts"]} == {"quotation"}


def test_quotations(housed: Housed) -> None:
    text = STORY + "\n“It was late,” he said. “Nobody had warned us of this,” a neighbor said.\n"
    found = ask(housed, "check_quotations", text=text, source=TRANSCRIPT, source_name="interview")
    verdicts = [(q["verdict"], q["changes"], q["line"]) for q in found["quotations"]]
    assert verdicts == [
        ("differs", ["has “invoice” where the source has “bill”"], 2),
        ("as said", [], 1),
        ("not in the source", [], None),
    ]
    assert found["quotations"][0]["place"]["line"] == 5


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("check_story", {"text": "It rained.", "published": "5 March"}, "`5 March` is not a date like 2025-03-05"),
        ("explain_rule", {"rule": "weekday-mismatsch"}, "did you mean `weekday-mismatch`?"),
        ("list_facts", {"text": "It rained.", "kinds": ["peson"]}, "did you mean `person`?"),
        ("check_story", {"text": "x" * 2_000_001}, "up to 2,000,000 characters"),
        ("check_story", {"text": "It rained.", "format": "docx"}, "markdown"),
    ],
)
def test_what_can_not_be_followed(housed: Housed, tool: str, arguments: dict[str, str], said: str) -> None:
    assert said in ask(housed, tool, **arguments)["error"]


def test_several_at_once(housed: Housed) -> None:
    async def asked() -> list[Any]:
        async with Client(make_mcp_server(housed)) as client:
            calls: list[Awaitable[Any]] = [
                client.call_tool("check_story", {"text": STORY, "published": "2025-03-06"}) for _ in range(8)
            ]
            return await asyncio.gather(*calls)

    results = [given(result) for result in asyncio.run(asked())]
    assert all(result == results[0] for result in results)


def test_rule_and_format_names_are_shown_as_they_are(housed: Housed) -> None:
    make: Callable[[Housed], Any] = make_mcp_server
    tools = asyncio.run(make(housed).list_tools())
    (check,) = (tool for tool in tools if tool.name == "check_story")
    assert check.input_schema["properties"]["format"]["enum"] == ["markdown", "html", "plain"]
    assert check.input_schema["required"] == ["text"]
