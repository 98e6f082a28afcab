"""Progress of long work, shown where the client shows any; the user may stop the work there."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from lsprotocol import types

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from framesage.lsp.server import FramesageServer

    Value = types.WorkDoneProgressBegin | types.WorkDoneProgressReport | types.WorkDoneProgressEnd


class Progress:
    """One piece of work. Where the client gave no token, it is asked to take one of ours.

    Nothing waits for its answer: a client that never gives one sees no progress, and gets the work.
    """

    def __init__(self, server: FramesageServer, token: types.ProgressToken | None) -> None:
        self._server = server
        self._given = token
        self._token: types.ProgressToken | None = None
        self._asked = False
        self._ended = False

    @property
    def is_given(self) -> bool:
        """Whether the client itself wants to see this."""
        return self._given is not None

    @property
    def is_stopped(self) -> bool:
        """Whether the user has stopped the work."""
        tokens = self._server.work_done_progress.tokens
        return self._token in tokens and tokens[self._token].cancelled()

    def begin(self, title: str) -> None:
        """Show the work, if the client can; once is enough."""
        if self._asked:
            return
        self._asked = True
        if self._given is not None:
            self._begin(self._given, title)
        elif self._can_ask():
            token = str(uuid.uuid4())
            asked = self._server.work_done_progress.create(token)
            asked.add_done_callback(self._when_taken(token, title))

    def report(self, message: str) -> None:
        """Say how far it is."""
        self._tell(types.WorkDoneProgressReport(message=message))

    def end(self, message: str) -> None:
        """Say that it is over; nothing is shown from now on."""
        self._tell(types.WorkDoneProgressEnd(message=message))
        self._ended = True
        if self._token is not None:
            self._server.work_done_progress.tokens.pop(self._token, None)
            self._token = None

    def _begin(self, token: types.ProgressToken, title: str) -> None:
        self._token = token
        begin = types.WorkDoneProgressBegin(title=title, cancellable=True)
        self._server.work_done_progress.begin(token, begin)

    def _when_taken(self, token: str, title: str) -> Callable[[Future[Any]], None]:
        def answered(answer: Future[Any]) -> None:
            if not answer.cancelled() and answer.exception() is None and not self._ended:
                self._begin(token, title)

        return answered

    def _can_ask(self) -> bool:
        window = self._server.client_capabilities.window
        return bool(window and window.work_done_progress)

    def _tell(self, value: Value) -> None:
        if self._token is not None:
            self._server.protocol.notify(
                types.PROGRESS, types.ProgressParams(token=self._token, value=value)
            )
