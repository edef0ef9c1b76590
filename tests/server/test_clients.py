"""Clients of LanguageTool that others wrote, set to a running lintnews."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
import language_tool_python
from pylanguagetool import api

WEEKDAY = "The bridge opened on Tuesday, March 5, 2025, officials said. 🎉 The the crowd cheered."


def test_language_tool_python(address: str) -> None:
    with language_tool_python.LanguageTool("en-US", remote_server=address.rstrip("/")) as tool:
        found = {match.rule_id: match for match in tool.check(WEEKDAY)}
        assert found["weekday-mismatch"].matched_text == "Tuesday, March 5, 2025"
        assert found["weekday-mismatch"].category == "dates"
        assert "doubled-word" in found
        assert WEEKDAY[found["doubled-word"].offset :].startswith("The the")
        tool.disabled_rules = {"weekday-mismatch"}
        assert "weekday-mismatch" not in {match.rule_id for match in tool.check(WEEKDAY)}


def test_language_tool_python_mends(address: str) -> None:
    with language_tool_python.LanguageTool("en-GB", remote_server=address.rstrip("/")) as tool:
        assert tool.correct('“We will rebuild it," Ann Lee said.') == "“We will rebuild it,” Ann Lee said."


def test_pylanguagetool(address: str) -> None:
    url = f"{address}v2/"
    assert {"en-US", "en-GB"} <= {language["longCode"] for language in api.get_languages(url)}
    answer = api.check(WEEKDAY, api_url=url, lang="auto", preferred_variants="en-GB", picky=True)
    assert answer["language"]["code"] == "en-GB"
    assert "weekday-mismatch" in {match["rule"]["id"] for match in answer["matches"]}
    answer = api.check(WEEKDAY, api_url=url, lang="en-US", disabled_categories="dates")
    assert "weekday-mismatch" not in {match["rule"]["id"] for match in answer["matches"]}


def test_many_clients_at_once(address: str) -> None:
    def asked(number: int) -> int:
        text = f"{WEEKDAY} It cost ${number} million."
        return httpx.post(f"{address}v2/check", data={"text": text, "language": "en"}, timeout=60).status_code

    with ThreadPoolExecutor(20) as clients:
        assert set(clients.map(asked, range(60))) == {200}
