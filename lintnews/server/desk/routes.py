"""The page and what it asks for, below ``/desk``; open to the page alone."""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ...linter import BUNDLED_RULES
from ...problem import LintnewsError, ReadError
from ...version import VERSION
from ..bodies import TooLarge, body_of
from ..copy import Copy
from ..housed import OWN, styles
from ..jobs import Jobs, Overloaded, TookTooLong
from .checking import Asked, check
from .rule_page import rule_page
from .taking_in import FORMATS, File, take_in

PAGE = Path(__file__).parents[1] / "page"
MOST_CHARACTERS = 200_000
MOST_BYTES_OF_FILE = 20_000_000
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
SEEDS = next((folder for folder in (PAGE / "seeds", BUNDLED_RULES.parent / "seeds") if folder.is_dir()), PAGE / "seeds")

_SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character, as a browser may send it."""

Answer = Callable[[Request], Awaitable[Response]]


class _Refused(Exception):
    """What the page asked can't be done; the words say why."""

    def __init__(self, status: int, message: str) -> None:
        self.status, self.message = status, message
        super().__init__(message)


def desk(jobs: Jobs) -> list[BaseRoute]:
    """The routes of the page, whose stories are linted by *jobs*."""

    async def checked(request: Request) -> Response:
        return await _done(jobs, check, _asked(await _json(request)))

    async def taken_in(request: Request) -> Response:
        data = await _body(request, MOST_BYTES_OF_FILE)
        name = unquote(request.headers.get("x-file-name", ""))[-200:]
        return await _done(jobs, take_in, File(name, data))

    async def rule(request: Request) -> Response:
        found = jobs.housed.rules.get(request.path_params["id"])
        if found is None:
            return Response("There is no such rule.", 404, HEADERS, "text/plain")
        return Response(rule_page(found), 200, HEADERS, "text/html")

    return [
        Route("/", _page),
        Route("/rules/{id}", rule),
        Mount(
            "/desk",
            routes=[
                Route("/check", _answering(checked), methods=["POST"]),
                Route("/take-in", _answering(taken_in), methods=["POST"]),
                Route("/settings", _settings),
                Route("/sample", _sample),
                Mount("/", app=_Files(directory=PAGE)),
            ],
        ),
    ]


class _Files(StaticFiles):
    """The page's own files, with its policy."""

    def file_response(self, *arguments: Any, **more: Any) -> Response:
        response = super().file_response(*arguments, **more)
        response.headers.update({**HEADERS, "Cache-Control": "no-cache"})
        return response


def _answering(answer: Answer) -> Answer:
    async def answered(request: Request) -> Response:
        try:
            return await answer(request)
        except _Refused as refused:
            return JSONResponse({"error": refused.message}, refused.status, HEADERS)

    return answered


async def _done(jobs: Jobs, job: Callable[..., bytes], asked: Any) -> Response:
    try:
        return Response(await jobs.run(job, asked), 200, HEADERS, "application/json")
    except Overloaded:
        raise _Refused(503, "The server has too much to do; it will try again.") from None
    except TookTooLong:
        raise _Refused(500, "This took too long to check.") from None
    except (ReadError, LintnewsError, ValueError) as error:
        raise _Refused(422, f"This can't be read: {error}") from None


async def _body(request: Request, most: int) -> bytes:
    try:
        return await body_of(request, most)
    except TooLarge:
        raise _Refused(413, f"This is longer than {most // 1_000_000} MB.") from None


async def _json(request: Request) -> dict[str, Any]:
    if request.headers.get("content-type", "").partition(";")[0] != "application/json":
        raise _Refused(415, "The page asks in JSON.")
    try:
        found = json.loads(await _body(request, 4 * MOST_CHARACTERS))
    except ValueError:
        found = None
    if not isinstance(found, dict) or not all(isinstance(value, str) for value in found.values()):
        raise _Refused(400, "The page asks with an object of texts.")
    return {name: _SURROGATE.sub("\ufffd", value) for name, value in found.items()}


def _asked(fields: dict[str, Any]) -> Asked:
    text, style, format_of = fields.get("text", ""), fields.get("style", OWN), fields.get("format", "plain")
    published = fields.get("published", "")
    if len(text) > MOST_CHARACTERS:
        raise _Refused(413, f"The story is longer than {MOST_CHARACTERS:,} characters.")
    if style != OWN and style not in styles():
        raise _Refused(400, "There is no such house style.")
    if format_of not in FORMATS:
        raise _Refused(400, f"The copy is one of {', '.join(FORMATS)}.")
    try:
        day = date.fromisoformat(published).isoformat() if published else ""
    except ValueError:
        raise _Refused(400, "The publication date is no date.") from None
    return Asked(Copy(text, format_of, fields.get("headline", "")[:1000], day), style)


async def _page(_: Request) -> Response:
    return Response((PAGE / "index.html").read_text(encoding="utf-8"), 200, HEADERS, "text/html")


async def _settings(_: Request) -> Response:
    return JSONResponse({"version": VERSION, "styles": styles()}, 200, HEADERS)


async def _sample(_: Request) -> Response:
    found = sorted(SEEDS.glob("*.txt"))
    text = found[0].read_text(encoding="utf-8") if found else ""
    return JSONResponse({"format": "plain", "text": text, "headline": "", "published": ""}, 200, HEADERS)
