"""What the elements of HTML are in a story."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from ..story import BlockKind
from .elements import Elements, Vocabulary

_KINDS = {
    "h1": BlockKind.HEADLINE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), BlockKind.SUBHEAD),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    **dict.fromkeys(("td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    "blockquote": BlockKind.BLOCKQUOTE,
    **dict.fromkeys(
        ("p", "div", "section", "article", "main", "body", "header", "hgroup", "address", "figure", "details", "summary"),
        BlockKind.PARAGRAPH,
    ),
    **dict.fromkeys(("ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "tr", "hr", "center"), BlockKind.PARAGRAPH),
}  # fmt: skip
_INHERITED = {
    "blockquote": BlockKind.BLOCKQUOTE,
    "figcaption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "dd": BlockKind.LIST_ITEM,
    "h1": BlockKind.HEADLINE,
}
"""What a paragraph is within these."""

_CLASSES = (
    (re.compile(r"(?:^|[\s_-])byline(?:$|[\s_-])", re.IGNORECASE), BlockKind.BYLINE),
    (
        re.compile(r"(?:^|[\s_-])(?:deck|dek|standfirst|subheadline|subtitle)(?:$|[\s_-])", re.IGNORECASE),
        BlockKind.DECK,
    ),
    (re.compile(r"(?:^|[\s_-]|[a-z](?=C))(?i:credits?|copyright|photographer)(?:$|[\s_-])"), BlockKind.CREDIT),
    (re.compile(r"(?:^|[\s_-])(?:caption|wp-caption-text)(?:$|[\s_-])", re.IGNORECASE), BlockKind.CAPTION),
)
_CLASSED = frozenset({"p", "div", "span", "h2", "address", "section", "small", "cite"})
_INLINE = frozenset({"span", "small", "cite"})
_BLOCK_LEVEL = frozenset(_KINDS) | {"nav", "aside", "footer", "form", "pre", "main"}


def _kind_of(name: str, attributes: Mapping[str, str], elements: Elements) -> BlockKind | None:
    """The kind of the block that *name* opens."""
    if name == "title":
        return BlockKind.HEADLINE
    if name in _CLASSED and (classes := attributes.get("class")):
        for pattern, kind in _CLASSES:
            if pattern.search(classes) and _is_block(name, kind, elements):
                return kind
    kind_of_name = _KINDS.get(name)
    if kind_of_name is BlockKind.HEADLINE and BlockKind.HEADLINE in elements.flow.kinds:
        return BlockKind.SUBHEAD
    if kind_of_name is BlockKind.PARAGRAPH:
        return next((kind for outer, kind in _INHERITED.items() if elements.opened[outer]), kind_of_name)
    return kind_of_name


def _is_block(name: str, kind: BlockKind, elements: Elements) -> bool:
    """Whether an element of a telling class is a block; within running text only the credit of a caption is."""
    within_text = name in _INLINE and elements.flow.has_words
    return not within_text or (kind is BlockKind.CREDIT and elements.flow.kind is BlockKind.CAPTION)


_NEVER_READ = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "title",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "option",
        "textarea",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "svg",
        "math",
        "map",
        "dialog",
        "pre",
        "code",
        "samp",
        "kbd",
        "del",
        "s",
        "strike",
        "datalist",
        "xmp",
        "noembed",
        "noframes",
        "applet",
        "rt",
        "rp",
    }
)
HTML = Vocabulary(
    kind_of=_kind_of,
    left_out=_NEVER_READ,
    empty=frozenset(
        {"area", "base", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
    ),
    breaks=frozenset({"br"}),
    quotes=frozenset({"q"}),
    gaps=frozenset({"code", "samp", "kbd", "math", "del", "s", "strike"}),
    closed_by={
        **{name: frozenset({"p"}) for name in _BLOCK_LEVEL},
        "li": frozenset({"li", "p"}),
        "td": frozenset({"td", "th", "p"}),
        "th": frozenset({"td", "th", "p"}),
        "tr": frozenset({"td", "th", "tr", "p"}),
        "dt": frozenset({"dt", "dd", "p"}),
        "dd": frozenset({"dt", "dd", "p"}),
        "body": frozenset({"head"}),
    },
    read_outside=frozenset({"h1"}),
)
HTML_WITHOUT_HEADING = replace(HTML, left_out=_NEVER_READ - {"title"}, read_outside=frozenset({"h1", "title"}))
"""For pages without ``h1``, whose headline is the title."""

# fmt: off
_ALSO_KNOWN = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "data", "dfn", "em", "fieldset", "font",
    "frame", "frameset", "head", "html", "i", "ins", "label", "legend", "marquee", "meter", "nobr", "optgroup",
    "output", "picture", "portal", "progress", "q", "ruby", "rb", "rtc", "search", "slot", "small", "span",
    "strong", "sub", "sup", "time", "tt", "u", "var",
))
# fmt: on


def is_element(name: str) -> bool:
    """Whether *name* is that of an element of HTML, of today's or of old, or of one of a page's or a program's own."""
    name = name.lower()
    known = name in _KINDS or name in _NEVER_READ or name in HTML.empty or name in HTML.breaks or name in HTML.closed_by
    return known or name in _ALSO_KNOWN or "-" in name or ":" in name
