"""The protocol's addresses, below ``/v2``."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from ...version import VERSION
from ..bodies import MOST_BYTES, TooLarge, body_of
from ..jobs import Jobs, Overloaded, TookTooLong
from .asked import MOST_CHARACTERS, Asked, BadRequest, TooLong, read_asked
from .languages import LANGUAGES
from .matches import SOFTWARE, check

ANY_METHOD = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]
OPEN_TO_ALL = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Private-Network": "true",
    "Access-Control-Max-Age": "86400",
}
"""Pages of any site may ask, as browser add-ons do in their place: what they get is about the text that they send."""
MOST_PARAMETERS = 50

Endpoint = Callable[[Request], Awaitable[Response]]


class _Refused(Exception):
    """A request that is answered by an error."""

    def __init__(self, status: int, message: str) -> None:
        self.status, self.message = status, message
        super().__init__(message)


def languagetool(jobs: Jobs) -> Mount:
    """The protocol below ``/v2``; texts are checked by *jobs*."""

    async def checked(request: Request) -> Response:
        asked = await _asked(request)
        try:
            return Response(await jobs.run(check, asked), media_type="application/json")
        except Overloaded:
            raise _Refused(503, "Server overloaded, please try again later") from None
        except TookTooLong:
            raise _Refused(500, "Checking took too long; please submit a shorter text") from None

    answers: dict[str, tuple[tuple[str, ...], Endpoint]] = {
        "check": (("GET", "POST"), checked),
        "languages": (("GET",), _languages),
        "info": (("GET",), _info),
        "healthcheck": (("GET",), _healthcheck),
        "maxtextlength": (("GET",), _most_characters),
    }
    routes = [Route(f"/{name}", _answering(*answer), methods=ANY_METHOD) for name, answer in answers.items()]
    return Mount("/v2", routes=[*routes, Route("/{action:path}", _answering(ANY_METHOD, _unknown), methods=ANY_METHOD)])


def _answering(methods: tuple[str, ...] | list[str], endpoint: Endpoint) -> Endpoint:
    """*endpoint* with the protocol's errors, open to pages of any site, for *methods* alone."""

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=OPEN_TO_ALL)
        try:
            if request.method not in methods and not (request.method == "HEAD" and "GET" in methods):
                raise _Refused(405, f"'{request.method}' is not allowed here; use {' or '.join(methods)}")
            response = await endpoint(request)
        except _Refused as refused:
            allow = {"Allow": ", ".join(methods)} if refused.status == 405 else {}
            response = PlainTextResponse(f"Error: {refused.message}", refused.status, headers=allow)
        response.headers.update(OPEN_TO_ALL)
        return response

    return answer


async def _asked(request: Request) -> Asked:
    try:
        body = (await body_of(request)).decode() if request.method == "POST" else ""
        pairs = [
            pair
            for part in (request.url.query, body)
            for pair in parse_qsl(part, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
        ]
        return read_asked(dict(pairs), f"{request.base_url}rules/")
    except TooLarge:
        raise _Refused(413, f"Request size limit exceeded: more than {MOST_BYTES} bytes") from None
    except TooLong as error:
        raise _Refused(413, str(error)) from None
    except BadRequest as error:
        raise _Refused(400, str(error)) from None
    except UnicodeDecodeError:
        raise _Refused(400, "The request is not UTF-8") from None
    except ValueError:
        raise _Refused(400, f"The request has more than {MOST_PARAMETERS} parameters") from None


async def _languages(_: Request) -> Response:
    found = [{"name": name, "code": code.partition("-")[0], "longCode": code} for code, name in LANGUAGES.items()]
    return Response(json.dumps(found), media_type="application/json")


async def _info(_: Request) -> Response:
    software = {"name": SOFTWARE["name"], "version": VERSION, "buildDate": "", "commit": "", "premium": False}
    return Response(json.dumps({"software": software}), media_type="application/json")


async def _healthcheck(_: Request) -> Response:
    return PlainTextResponse("OK")


async def _most_characters(_: Request) -> Response:
    return PlainTextResponse(str(MOST_CHARACTERS))


async def _unknown(request: Request) -> Response:
    action = request.path_params["action"][:80]
    raise _Refused(404, f"Unsupported action: '{action}'. Please see https://languagetool.org/http-api/")
