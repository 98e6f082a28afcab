"""The tools as a server of the Model Context Protocol, over standard input and output."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Annotated

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field

from framesage import __version__
from framesage.consultation.subject import SubjectError
from framesage.logs import to_stderr
from framesage.mcp import descriptions, tools
from framesage.rulebase import load_rule_base
from framesage.text import in_one_line
from framesage.wording.dialogue import candidates_question

if TYPE_CHECKING:
    from collections.abc import Callable

_READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
_ONE_AT_A_TIME = Lock()  # the SDK calls tools in threads

_Path = Annotated[str, Field(description=descriptions.PATH)]
_Project = Annotated[str, Field(description=descriptions.PROJECT)]
_Description = Annotated[str, Field(description=descriptions.DESCRIPTION)]
_Answers = Annotated[dict[str, str], Field(description=descriptions.ANSWERS)]


def build() -> MCPServer:
    """Return the server with its tools."""
    server = MCPServer(
        "framesage",
        title="Framesage",
        instructions=descriptions.INSTRUCTIONS,
        version=__version__,
        log_level="WARNING",
    )
    for tool, title, description in (
        (check, "Check dependencies", descriptions.CHECK),
        (explain, "Explain the verdict", descriptions.EXPLAIN),
        (ask, candidates_question(load_rule_base()), descriptions.ASK),
    ):
        server.add_tool(tool, title=title, description=description, annotations=_READ_ONLY)
    return server


def check(path: _Path) -> CallToolResult:
    """Return the findings of ``framesage check``."""
    return _result(lambda: tools.check(path))


def explain(path: _Path) -> CallToolResult:
    """Return the explanation of ``framesage explain``."""
    return _result(lambda: tools.explain(path))


def ask(
    path: _Project = "", description: _Description = "", answers: _Answers | None = None
) -> CallToolResult:
    """Return a step of ``framesage ask``."""
    return _result(lambda: tools.ask(path, description, answers or {}))


def _result(run: Callable[[], tools.Result]) -> CallToolResult:
    """Return the result for the client; an error that the model can correct has its message."""
    try:
        with _ONE_AT_A_TIME:
            result = run()
    except (ValueError, SubjectError, OSError) as error:
        raise ToolError(in_one_line(str(error))) from error
    content = TextContent(type="text", text=result.text)
    return CallToolResult(content=[content], structured_content=result.data)


def serve() -> None:
    """Run the server until its client closes standard input."""
    to_stderr("framesage: ")  # in place of the log of the SDK, which shows names as they are
    build().run("stdio")
