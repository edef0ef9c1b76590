"""How long clients wait for the server, many at once: ``lintnews serve`` is started, asked, and watched.

    python -m benchmarks.server [--minutes 5] [--clients 50] [--workers 2] [--pause 4] [FOLDER]

Each client sends a story of about 600 words by LanguageTool's protocol, waits for the answer, pauses as somebody who
writes does, and sends the next: never the same twice. The stories are those of FOLDER, or one of this folder with its
paragraphs and numbers changed. Printed are the waiting times, errors, and the memory of the server's processes early and
late; the status is 1 where an answer was an error, the memory grew by more than a tenth, or one client in twenty waited
longer than 150 ms. Client and server share the machine, so that the times are the worse for it.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import re
import socket
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from lintnews.folders import stories_in
from lintnews.readers import read_file

from .processes import LINTNEWS

CLEAN = Path(__file__).with_name("clean.md")
SLIPS = "The hearing is on Tuesday, March 5, 2025. It was the the last one. Turnout rose from 200 to 240, or 25%."
WORDS = (500, 700)
TARGET = 150.0
"""Milliseconds within which 95 of 100 answers come."""


@dataclass
class Seen:
    """What came of the requests: milliseconds waited, errors, and the server's memory at times, in MB."""

    waited: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)


def stories(folder: str) -> list[str]:
    """Stories of the wanted length in *folder*, or the one that is always here."""
    if not folder:
        return [read_file(CLEAN).text]
    texts = (read_file(Path(path)).text for path in stories_in([folder], (".txt", ".md")))
    return [text for text in texts if WORDS[0] <= len(text.split()) <= WORDS[1]] or [read_file(CLEAN).text]


def varied(text: str, chance: random.Random) -> str:
    """*text* with its paragraphs in another order, other figures, and a few slips in it."""
    paragraphs = text.split("\n\n")
    chance.shuffle(paragraphs)
    changed = re.sub(r"\b\d{2,3}\b", lambda match: str(chance.randint(10, 999)), "\n\n".join(paragraphs))
    return f"{changed}\n\n{SLIPS}"


async def ask(port: int, text: str) -> dict[str, object]:
    """The server's answer to one request, on a connection of its own."""
    body = urlencode({"text": text, "language": "en-US", "level": "picky"}).encode()
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"POST /v2/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + body)
    answer = await reader.read()
    writer.close()
    status, _, rest = answer.partition(b"\r\n")
    if b" 200 " not in status:
        raise ValueError(status.decode() + " " + rest.partition(b"\r\n\r\n")[2][:200].decode())
    found: dict[str, object] = json.loads(rest.partition(b"\r\n\r\n")[2])
    if not found["matches"]:
        raise ValueError("no matches")
    return found


async def client(number: int, port: int, texts: list[str], until: float, pause: float, seen: Seen) -> None:
    chance = random.Random(number)
    await asyncio.sleep(chance.random() * pause)
    while time.monotonic() < until:
        text = varied(chance.choice(texts), chance)
        began = time.perf_counter()
        try:
            await ask(port, text)
        except (OSError, ValueError) as error:
            seen.errors.append(str(error))
        seen.waited.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(chance.uniform(0.5, 1.5) * pause)


async def watch(process: int, until: float, seen: Seen) -> None:
    began = time.monotonic()
    while time.monotonic() < until:
        seen.memory.append((time.monotonic() - began, memory_of(process)))
        await asyncio.sleep(2)


def memory_of(process: int) -> float:
    """The memory, in MB, that *process* and its children have for themselves; what they share counts once. Linux alone."""
    total = 0.0
    for one in (process, *_children(process)):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text()
        except OSError:
            continue
        total += int(re.search(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[1]) / 1024  # type: ignore[index]
    return total


def _children(process: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except OSError:
        return []


async def load(asked: argparse.Namespace, port: int, process: int) -> Seen:
    seen = Seen()
    texts = stories(asked.folder)
    until = time.monotonic() + 60 * asked.minutes
    clients = (client(number, port, texts, until, asked.pause, seen) for number in range(asked.clients))
    await asyncio.gather(watch(process, until, seen), *clients)
    return seen


async def answering(port: int) -> None:
    for _ in range(600):
        try:
            await ask(port, SLIPS)
            return
        except OSError:
            await asyncio.sleep(0.1)
    raise SystemExit("the server does not answer")


def report(seen: Seen, asked: argparse.Namespace) -> bool:
    """Print what was seen; whether it is as it should be."""
    waited = sorted(seen.waited)
    at = {share: waited[min(len(waited) - 1, len(waited) * share // 100)] for share in (50, 95, 99)}
    third = max(1, len(seen.memory) // 3)
    early, late = max(mb for _, mb in seen.memory[:third]), max(mb for _, mb in seen.memory[-third:])
    rate = len(waited) / (60 * asked.minutes)
    print(f"{len(waited)} answers, {rate:.1f} a second, {len(seen.errors)} errors {sorted(set(seen.errors))[:3] or ''}")
    print(f"waited: half {at[50]:.0f} ms, p95 {at[95]:.0f} ms, p99 {at[99]:.0f} ms, longest {waited[-1]:.0f} ms")
    print(f"memory of all processes: {early:.0f} MB in the first third, {late:.0f} MB in the last")
    return not seen.errors and at[95] <= TARGET and late <= 1.1 * early


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", default="", help="stories of 500 to 700 words")
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--pause", type=float, default=4.0, help="seconds between an answer and the next request")
    asked = parser.parse_args()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([LINTNEWS, "serve", "--port", str(port), "--workers", str(asked.workers)])
    try:
        asyncio.run(answering(port))
        return 0 if report(asyncio.run(load(asked, port, server.pid)), asked) else 1
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    sys.exit(main())
