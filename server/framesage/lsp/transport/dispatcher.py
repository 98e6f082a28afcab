"""Pass messages to pygls, and answer those that it cannot handle as the protocol requires.

pygls 2.1 behaves differently; the workaround for each point can be removed once pygls changes:

- It handles requests before ``initialize`` and after ``shutdown``, and a second ``initialize``.
- It does not answer a message that is not JSON, or a request with invalid parameters.
- It rejects a custom request without ``params``, which JSON-RPC allows to be omitted.
- It logs a traceback for each message that it rejects; one line is enough.
- It keeps the futures of ``didChange`` and other built-in notifications in ``_request_futures`` for
  ever: two kilobytes a keystroke.

None of these is reported upstream yet; openlawlibrary/pygls#608 is a similar leak, of requests that
the client never answers. See docs/adr/0012.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams

if TYPE_CHECKING:
    from collections.abc import Callable

    from pygls.protocol import JsonRPCProtocol

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
INVALID_PARAMS = -32602
NOT_INITIALIZED = -32002

_log = logging.getLogger(__name__)


class Dispatcher:
    """Passes messages to a protocol in the order that LSP requires: ``initialize`` first."""

    def __init__(self, protocol: JsonRPCProtocol, send: Callable[[bytes], None]) -> None:
        self._protocol = protocol
        self._send = send
        self._initialized = False
        self._shut_down = False
        logging.getLogger("pygls.protocol.json_rpc").addFilter(_without_rejection)

    def message(self, message: dict[str, Any]) -> None:
        """Handle one message; an error becomes an answer or a line in the log."""
        method, message_id = message.get("method"), message.get("id")
        refusal = self._refusal(method)
        if refusal is None:
            self._handle(message, message_id)
        elif message_id is not None and method is not None:
            self._answer(message_id, *refusal)

    def malformed(self, error: str) -> None:
        """Answer a message that cannot be read."""
        _log.warning("cannot read a message: %s", error)
        self._answer(None, PARSE_ERROR, error)

    def _refusal(self, method: object) -> tuple[int, str] | None:
        if method == "exit":
            return None
        if self._shut_down:
            return INVALID_REQUEST, "the server is shutting down"
        if not self._initialized and method != "initialize":
            return NOT_INITIALIZED, "the server is not initialized"
        if self._initialized and method == "initialize":
            return INVALID_REQUEST, "the server is already initialized"
        self._initialized = True
        self._shut_down = method == "shutdown"
        return None

    def _handle(self, message: dict[str, Any], message_id: object) -> None:
        is_call = "method" in message
        if is_call:
            message.setdefault("params", None)
        try:
            self._protocol.handle_message(self._protocol.structure_message(message))
        except JsonRpcException as error:
            _log.warning("rejected %s: %s", message.get("method"), error)
            self._initialized = self._initialized and message.get("method") != "initialize"
            if is_call and message_id is not None:
                self._answer(message_id, INVALID_PARAMS, str(error))
        except Exception:  # noqa: BLE001 - one bad message must not end the session
            _log.exception("cannot handle %s", message.get("method"))
        if message_id is None:
            self._drop_finished_futures()

    def _drop_finished_futures(self) -> None:
        futures = getattr(self._protocol, "_request_futures", {})
        for message_id in [key for key, future in futures.items() if future.done()]:
            del futures[message_id]

    def _answer(self, message_id: object, code: int, text: str) -> None:
        error = {"code": code, "message": text}
        body = json.dumps({"jsonrpc": "2.0", "id": message_id, "error": error}).encode()
        self._send(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))


def _without_rejection(record: logging.LogRecord) -> bool:
    """Drop the record of a message that is logged here, and the traceback of invalid arguments."""
    error = record.exc_info[1] if record.exc_info else None
    if isinstance(error, JsonRpcInvalidParams):
        record.msg, record.args, record.exc_info = "rejected a request: %s", (error,), None
    return not str(record.msg).startswith("Unable to deserialize")
