"""Give each reader random input made of its format's own pieces, and check every position of what it reads.

    python -m benchmarks.fuzz_readers --minutes 5 [--only markdown,html] [--seed 1]

Says how many inputs were tried, read and refused for each reader; stops with status 1 at the first that is wrong.
"""

from __future__ import annotations

import argparse
import io
import json
import random
import sys
import time
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from lintnews.problem import ReadError
from lintnews.readers import read_bytes
from lintnews.source import Span
from lintnews.story import Reading

WORDS = [
    "a",
    "Bo",
    "é",
    "😀",
    "“",
    "”",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\xa0",
    "\u2028",
    "\x0c",
    "\xad",
    ".",
    "1",
    "AT&T",
    "[lintnews: off]",
    " [lintnews: allow x] ",
    "\u0301",
    "\u200b",
    "\u202f",
    "(AP Photo/Bo Ek)",
    "Photo: Bo Ek/Getty Images",
    "© Bo",
    "Eds: x",
]
SHORT = [
    "a",
    "Bo.",
    " ",
    "\n",
    "\n\n",
    "[lintnews: off]",
    "[lintnews: b]",
    "\t",
    "\xa0",
    "\u2003",
    "\u0301",
    "\u200b",
    "(AP)",
    "©",
]
"""Notes and blanks above all, in all sequences."""
PLAIN = [
    "date ",
    "2025-03-05",
    "By Ann Lee",
    "Headline: x",
    "---\n",
    "a: b",
    "title: 'b''c'",
    "title: >\n  x y\n",
    "+++\n",
    'title = "c\\u00e9"',
    "-30-",
    "AB-CD",
]
MARKDOWN = ["*", "**", "_", "`", "[", "]", "](/u)", "![", "<", ">", "<b>", "</b>", "<br>", "<!-- c -->", "<!--", "&amp;", "&#233;", "\\", "# ", "## ", "- ", "1. ", "> ", "|", "|-|-|\n", "~~", "    ", "```", "---", "===", "[a]: /b\n"]  # fmt: skip
HTML = ["<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<br>", "<li>", "<ul>", "<h1>", "</h1>", "<blockquote>", "</blockquote>", "<td>", "<tr>", "<!-- c -->", "&amp;", "&nbsp;", "&#10;", "&shy;", "&", "<", "<aside>", "</aside>", "<q>", "</q>", "<time>", "</time>", '<p class="byline">', "<article>", "<title>", "<script>", "</script>"]  # fmt: skip
XML = [
    "</p><p>",
    "<p>a</p>",
    "<br/>",
    "<em>b</em>",
    "&amp;",
    "&lt;",
    "&#233;",
    "<![CDATA[x]]>",
    "<!-- c -->",
    "<q>x</q>",
    "<hl2>y</hl2>",
]


def mixed(pieces: list[str]) -> Callable[[random.Random], str]:
    """Texts of up to 30 pieces, some of them random characters."""
    every = pieces * 2 + WORDS

    def make(rng: random.Random) -> str:
        if rng.random() < 0.2:
            return "".join(rng.choice(SHORT) for _ in range(rng.randrange(12)))
        return "".join(
            chr(rng.choice([rng.randrange(32, 127), rng.randrange(160, 0xD800)]))
            if rng.random() < 0.05
            else rng.choice(every)
            for _ in range(rng.randrange(30))
        )

    return make


def in_xml(pieces: list[str]) -> Callable[[random.Random], str]:
    """Texts as ``mixed`` makes them, well-formed but for one in twenty."""

    def make(rng: random.Random) -> str:
        words = "".join(
            rng.choice(pieces) if rng.random() < 0.5 else escape(rng.choice(WORDS)).replace("\x0c", "")
            for _ in range(rng.randrange(30))
        )
        return words + rng.choice(["<", "&", "<p>"]) if rng.random() < 0.05 else words

    return make


def docx(rng: random.Random) -> bytes:
    body = in_xml(
        [
            "</w:t><w:br/><w:t>",
            "</w:t><w:tab/><w:t>",
            "</w:t></w:r></w:p><w:p><w:r><w:t>",
            "</w:t><w:del><w:t>x</w:t></w:del><w:t>",
            "&amp;",
        ]
    )(rng)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="w"><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:document>'
        )
    return damaged(rng, buffer.getvalue())


def ninjs(rng: random.Random) -> str:
    fields = [
        ("headline", mixed([])(rng)),
        ("body_xhtml", mixed(HTML)(rng)),
        ("byline", "Ann Lee"),
        ("body_text", mixed([])(rng)),
    ]
    rng.shuffle(fields)
    return json.dumps(dict(fields), ensure_ascii=rng.random() < 0.5)


def newsml(rng: random.Random) -> str:
    if rng.random() < 0.5:
        content = f'<inlineData contenttype="text/{rng.choice(["html", "plain"])}">{escape(mixed(HTML)(rng)).replace(chr(12), "")}</inlineData>'
    else:
        content = f"<inlineXML><div><p>{in_xml(XML)(rng)}</p></div></inlineXML>"
    return f"<newsItem><contentMeta><headline>A é</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"


def nitf(rng: random.Random) -> str:
    return f"<nitf><body><body.content><p>{in_xml(XML)(rng)}</p></body.content></body></nitf>"


def damaged(rng: random.Random, data: bytes) -> bytes:
    """*data*, once in ten times with a byte changed, or cut short."""
    if data and rng.random() < 0.1:
        changed = bytearray(data)
        changed[rng.randrange(len(data))] = rng.randrange(256)
        return bytes(changed[: rng.randrange(len(data)) + 1])
    return data


def encoded(make: Callable[[random.Random], str]) -> Callable[[random.Random], bytes]:
    def give(rng: random.Random) -> bytes:
        encoding = rng.choice(["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252"])
        return damaged(rng, make(rng).encode(encoding, "replace"))

    return give


INPUTS: dict[str, Callable[[random.Random], bytes]] = {
    "plain": encoded(mixed(PLAIN)),
    "markdown": encoded(mixed(MARKDOWN + PLAIN[4:10])),
    "html": encoded(mixed(HTML)),
    "docx": docx,
    "ninjs": encoded(ninjs),
    "nitf": encoded(nitf),
    "newsmlg2": encoded(newsml),
}


SLOW = 2.0
"""Seconds that no such small input may take."""


def fault(source: str, reading: Reading) -> str:
    """What is wrong with *reading* of *source*; nothing if all is right."""
    if "\n\n".join(block.span.of(reading.text) for block in reading.blocks) != reading.text:
        return "the blocks don't make up the text"
    if any(not 0 <= comment.at <= len(reading.text) for comment in reading.comments):
        return "a comment stands nowhere"
    for block in reading.blocks:
        words = block.span.of(reading.text)
        if not words or words != words.strip() or "\n\n" in words or "\r" in words:
            return f"a block holds {words!r}"
    for at in range(len(reading.text)):
        place = reading.map.to_source(Span(at, at + 1))
        if not 0 <= place.start <= place.end <= len(source):
            return f"character {at} is at {place}"
        if reading.map.is_verbatim(Span(at, at + 1)) and place.of(source) != reading.text[at]:
            return f"character {at}, {reading.text[at]!r}, is not at {place}"
    return ""


def fuzz(name: str, seconds: float, seed: int) -> bool:
    """Whether all inputs that there was time for were read rightly or refused."""
    rng = random.Random(f"{seed} {name}")
    tried = refused = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        data = INPUTS[name](rng)
        tried += 1
        began = time.process_time()
        try:
            document = read_bytes(data, format_of=name)
        except ReadError:
            refused += 1
            continue
        except Exception as error:
            print(f"{name}: {data!r}: {error!r}")
            return False
        if time.process_time() - began > SLOW:
            print(f"{name}: {data!r}: took {time.process_time() - began:.1f} s")
            return False
        if wrong := fault(document.source, document):
            print(f"{name}: {data!r}: {wrong}")
            return False
    print(
        f"{name:10} {tried:8,} tried, {tried - refused:8,} read with every position right, {refused:7,} refused",
        flush=True,
    )
    return True


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=7, help="for all readers together")
    parser.add_argument("--only", default=",".join(INPUTS))
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    names = options.only.split(",")
    results = [fuzz(name, 60 * options.minutes / len(names), options.seed) for name in names]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
