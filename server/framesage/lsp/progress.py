"""``$/progress``: the progress of long work, which the user can cancel."""

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
    """The progress of one request, under the client's token or under one that is created.

    Nothing waits for the client to create a token: if it never does, the progress is not shown.
    """

    def __init__(self, server: FramesageServer, token: types.ProgressToken | None) -> None:
        self._server = server
        self._client_token = token
        self._token: types.ProgressToken | None = None
        self._has_begun = False
        self._has_ended = False

    @property
    def is_requested(self) -> bool:
        """Whether the client requested the progress with the request."""
        return self._client_token is not None

    @property
    def is_cancelled(self) -> bool:
        """Whether the user has cancelled the work."""
        tokens = self._server.work_done_progress.tokens
        return self._token in tokens and tokens[self._token].cancelled()

    def begin(self, title: str) -> None:
        """Show the progress, if the client supports it; further calls have no effect."""
        if self._has_begun:
            return
        self._has_begun = True
        if self._client_token is not None:
            self._begin(self._client_token, title)
        elif self._can_create():
            token = str(uuid.uuid4())
            response = self._server.work_done_progress.create(token)
            response.add_done_callback(self._begin_once_created(token, title))

    def report(self, message: str) -> None:
        """Show a message."""
        self._notify(types.WorkDoneProgressReport(message=message))

    def end(self, message: str) -> None:
        """Show a last message."""
        self._notify(types.WorkDoneProgressEnd(message=message))
        self._has_ended = True
        if self._token is not None:
            # pygls keeps the tokens of ended work for ever (openlawlibrary/pygls#607).
            self._server.work_done_progress.tokens.pop(self._token, None)
            self._token = None

    def _begin(self, token: types.ProgressToken, title: str) -> None:
        self._token = token
        begin = types.WorkDoneProgressBegin(title=title, cancellable=True)
        self._server.work_done_progress.begin(token, begin)

    def _begin_once_created(self, token: str, title: str) -> Callable[[Future[Any]], None]:
        def begin(response: Future[Any]) -> None:
            is_created = not response.cancelled() and response.exception() is None
            if is_created and not self._has_ended:
                self._begin(token, title)

        return begin

    def _can_create(self) -> bool:
        window = self._server.client_capabilities.window
        return bool(window and window.work_done_progress)

    def _notify(self, value: Value) -> None:
        if self._token is not None:
            self._server.protocol.notify(
                types.PROGRESS, types.ProgressParams(token=self._token, value=value)
            )
