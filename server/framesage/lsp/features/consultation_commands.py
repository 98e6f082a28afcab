"""The commands of the consultation: the dialogue, a step of it, and writing its answers."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from framesage.lsp.features.execute_command import has_command

if TYPE_CHECKING:
    from framesage.lsp.dialogue.dialogues import Dialogues
    from framesage.lsp.server import FramesageServer

ASK = "framesage.ask"
"""Takes the URI of a document or folder. Starts the dialogue and returns at once."""

CONSULTATION = "framesage.consultation"
"""Takes ``{"uri", "answers"}``. Returns the step as JSON; shows and changes nothing."""

APPLY_ANSWERS = "framesage.applyAnswers"
"""Takes ``{"uri", "answers", "start", "kit"}``. Writes the answers, and with ``start`` the decision
for a framework and its requirements. Returns ``{"applied", "text", "message"}``."""

ADVISE = "framesage.advise"
"""Takes ``{"uri", "description", "answers"}``, each of which may be null. Returns ``{"text"}``, the
step for an assistant in Markdown, or ``{"problem"}`` if it cannot read the arguments."""

CLIENT_ASK = "framesage.askMe"
"""A client's own command for the dialogue, which takes a URI. A client that has one names it in
``experimental.commands.commands`` of its capabilities."""


def register(server: FramesageServer) -> None:
    """Register the commands, and end all dialogues when the server shuts down."""

    @cache
    def dialogues() -> Dialogues:
        from framesage.lsp.dialogue.dialogues import Dialogues

        return Dialogues(server)

    @server.command(ASK)
    def _ask(uri: str) -> None:
        dialogues().start(uri)

    # With a first parameter named `ls`, pygls does not ask whether the type of the arguments is a
    # server, which raises an error on Python 3.10: `Any` is not a class there.

    @server.command(CONSULTATION)
    def _consultation(ls: Any, arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        from framesage.lsp.dialogue.requests import consultation

        return consultation(ls, arguments)

    @server.command(ADVISE)
    def _advise(ls: Any, arguments: Any) -> dict[str, str]:  # noqa: ANN401 - JSON
        from framesage.lsp.dialogue.requests import advise

        return advise(ls, arguments)

    @server.command(APPLY_ANSWERS)
    async def _apply_answers(ls: Any, arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        from framesage.lsp.dialogue.requests import apply_answers

        return await apply_answers(ls, arguments)

    @server.feature(types.SHUTDOWN)
    def _shutdown(_params: None) -> None:
        if dialogues.cache_info().currsize:  # otherwise there is none, and a restart waits for this
            dialogues().stop()


def ask_command(ls: FramesageServer, title: str, uri: str) -> types.Command:
    """Return the command that starts the dialogue: the client's own if it has one."""
    name = CLIENT_ASK if has_command(ls, CLIENT_ASK) else ASK
    return types.Command(title, name, arguments=[uri])
