"""The bodies of requests, read no further than they may be long."""

from __future__ import annotations

from starlette.requests import Request

MOST_BYTES = 4_000_000


class TooLarge(Exception):
    """A request's body is longer than it may be."""


async def body_of(request: Request, most: int = MOST_BYTES) -> bytes:
    """The request's body; TooLarge as soon as it is longer than *most* bytes."""
    said = request.headers.get("content-length", "")
    if said.isdigit() and int(said) > most:
        raise TooLarge
    parts, length = [], 0
    async for part in request.stream():
        length += len(part)
        if length > most:
            raise TooLarge
        parts.append(part)
    return b"".join(parts)
