"""The dialogues that are going on: at most one for a project, each in a task of its own."""

from __future__ import annotations

import asyncio
import logging
import shlex
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcMethodNotFound

from framesage.lsp.dialogue.arguments import project_at
from framesage.lsp.dialogue.dialogue import Dialogue
from framesage.wording.dialogue import ask_in_terminal, ask_in_terminal_if_silent

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.lsp.server import FramesageServer

_log = logging.getLogger(__name__)


class Dialogues:
    """Starts dialogues and ends them."""

    def __init__(self, server: FramesageServer) -> None:
        self._server = server
        self._running: dict[Path, tuple[Dialogue, asyncio.Task[None]]] = {}

    def start(self, uri: str) -> None:
        """Start the dialogue about a document's project, or ask again where it is.

        A message that an editor has hidden can thus be shown again; an answer to the hidden one
        has no effect. Some editors ignore questions, and no capability tells which: where the first
        one has no answer yet, a message says what to do instead.
        """
        root = project_at(self._server, uri).project.root
        before = self._running[root][0] if root in self._running else None
        self._cancel(root)
        if before and not before.was_answered:
            self._tell(ask_in_terminal_if_silent(shlex.quote(str(root))))
        dialogue = Dialogue(self._server, uri, before.answers if before else {})
        task = asyncio.get_running_loop().create_task(self._run(dialogue, root))
        self._running[root] = dialogue, task
        task.add_done_callback(lambda done: self._forget(root, done))

    def stop(self) -> None:
        """End all dialogues, when the server shuts down."""
        for root in list(self._running):
            self._cancel(root)

    def _cancel(self, root: Path) -> None:
        _, task = self._running.pop(root, (None, None))
        if task:
            task.cancel()

    def _forget(self, root: Path, task: asyncio.Task[None]) -> None:
        if root in self._running and self._running[root][1] is task:
            del self._running[root]

    async def _run(self, dialogue: Dialogue, root: Path) -> None:
        try:
            await dialogue.run()
        except JsonRpcMethodNotFound:
            self._tell(ask_in_terminal(shlex.quote(str(root))))
        except JsonRpcException as error:
            _log.warning("the editor cannot ask a question: %s", error)
        except Exception:  # noqa: BLE001 - an error here must not go unseen
            _log.exception("the dialogue about %s failed", root)

    def _tell(self, text: str) -> None:
        self._server.window_show_message(types.ShowMessageParams(types.MessageType.Info, text))
