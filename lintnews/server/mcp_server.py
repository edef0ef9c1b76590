"""The server that assistants ask, by the Model Context Protocol over standard input and output. It needs ``lintnews[mcp]``."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import ToolAnnotations

from ..problem import LintnewsError
from ..version import VERSION
from .housed import Housed
from .mcp_tools import Tools, WrongArgument

INSTRUCTIONS = """\
lintnews finds what is wrong in news copy or at odds with itself, by rules, the same each time. Give it whole stories with
their publication date. What it finds is a reason to look, not a correction: tell the editor both places, and leave names,
dates, figures and quotations as they are until somebody who knows has decided. It finds nothing in most good stories; that
is no proof that a story is right. Use list_facts for what remains to be verified."""
READ_ONLY = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)


def make_mcp_server(housed: Housed) -> MCPServer:
    """The server, ready to run; stories are linted by *housed*, and neither kept nor logged."""
    server = MCPServer("lintnews", instructions=INSTRUCTIONS, version=VERSION, log_level="WARNING")
    tools = Tools(housed)
    for tool in (tools.check_story, tools.explain_rule, tools.list_facts, tools.check_quotations):
        server.add_tool(_told(tool), annotations=READ_ONLY)
    return server


def _told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """*tool*, whose reasons for not answering reach the assistant as the tool's own error."""

    @functools.wraps(tool)
    def asked(*arguments: Any, **named: Any) -> Any:
        try:
            return tool(*arguments, **named)
        except (WrongArgument, LintnewsError) as error:
            raise ToolError(str(error)) from None

    return asked


def run_mcp(housed: Housed) -> None:
    """Answer until standard input ends."""
    make_mcp_server(housed).run("stdio")
