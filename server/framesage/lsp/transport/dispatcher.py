"""Pass messages to pygls, and answer those that it cannot handle as the protocol requires.

pygls 2.1 behaves differently; the workaround for each point can be removed once pygls changes:

- It handles requests before ``initialize`` and after ``shutdown``, and a second ``initialize``.
- It does not answer a message that is not JSON, or a request with invalid parameters.
- It rejects a custom request without ``params``, which JSON-RPC allows to be omitted.
- It keeps the futures of ``didChange`` and other built-in notifications in ``_request_futures`` for
  ever: two kilobytes a keystroke.

None of these is reported upstream yet; openlawlibrary/pygls#608 is a similar leak, of requests that
the client never answers. See docs/adr/0012.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcException

from framesage.lsp.transport.validity import is_id, why_invalid
from framesage.text import in_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pygls.protocol import JsonRPCProtocol

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
INTERNAL_ERROR = -32603
NOT_INITIALIZED = -32002

_log = logging.getLogger(__name__)


class Dispatcher:
    """Passes messages to a protocol in the order that LSP requires: ``initialize`` first."""

    def __init__(
        self,
        protocol: JsonRPCProtocol,
        send: Callable[[bytes], None],
        own: Mapping[str, Callable[[object], None]],
    ) -> None:
        """Pass the notifications that are in ``own`` to its functions, and all else to pygls."""
        self._protocol = protocol
        self._send = send
        self._own = own
        self.on_message: Callable[[], None] = lambda: None
        """Called before each message."""
        self._initialized = False
        self._shut_down = False

    def message(self, message: dict[str, Any]) -> None:
        """Handle one message; an error becomes an answer or a line in the log."""
        self.on_message()
        method, message_id = message.get("method"), message.get("id")
        if reason := why_invalid(message):
            self._reject(message, reason)
            return
        refusal = self._refusal(method, message_id)
        if refusal is None:
            self._handle(message, message_id)
        elif message_id is not None and method is not None:
            self._answer(message_id, *refusal)

    def malformed(self, error: str) -> None:
        """Answer a message that cannot be read."""
        _log.warning("cannot read a message: %s", error)
        self._answer(None, PARSE_ERROR, error)

    def _reject(self, message: dict[str, Any], reason: str) -> None:
        """Answer an invalid message, unless it can only be a notification or an answer."""
        _log.warning("rejected a message: %s", reason)
        if "method" not in message and "id" in message:
            return
        if "id" in message or "method" not in message:
            message_id = message.get("id")
            self._answer(message_id if is_id(message_id) else None, INVALID_REQUEST, reason)

    def _refusal(self, method: object, message_id: object) -> tuple[int, str] | None:
        if method == "exit":
            return None
        if self._shut_down:
            return INVALID_REQUEST, "the server is shutting down"
        if not self._initialized and method != "initialize":
            return NOT_INITIALIZED, "the server is not initialized"
        if self._initialized and method == "initialize":
            return INVALID_REQUEST, "the server is already initialized"
        self._initialized = True
        self._shut_down = method == "shutdown" and message_id is not None
        return None

    def _handle(self, message: dict[str, Any], message_id: object) -> None:
        is_call = "method" in message
        if is_call:
            message.setdefault("params", None)
        try:
            self._pass(message)
        except JsonRpcException as error:
            _log.warning("rejected %s: %s", message.get("method", "an answer"), error)
            self._initialized = self._initialized and message.get("method") != "initialize"
            if is_call and message_id is not None:
                self._answer(message_id, error.code, str(error))
        except Exception:  # noqa: BLE001 - one bad message must not end the session
            _log.exception("cannot handle %s", message.get("method"))
            if is_call and message_id is not None:
                self._answer(message_id, INTERNAL_ERROR, "internal error")

    def _pass(self, message: dict[str, Any]) -> None:
        own = self._own.get(message.get("method", ""))
        if own is not None and "id" not in message:
            own(message["params"])
            return
        self._protocol.handle_message(self._protocol.structure_message(message))
        if message.get("id") is None:
            self._drop_finished_futures()

    def _drop_finished_futures(self) -> None:
        futures = getattr(self._protocol, "_request_futures", {})
        for message_id in [key for key, future in futures.items() if future.done()]:
            del futures[message_id]

    def _answer(self, message_id: object, code: int, text: str) -> None:
        error = {"code": code, "message": in_one_line(text)}
        body = json.dumps({"jsonrpc": "2.0", "id": message_id, "error": error}).encode()
        self._send(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
