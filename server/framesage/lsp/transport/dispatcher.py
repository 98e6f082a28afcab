"""From messages to pygls, with the answers that the protocol asks for when something is wrong."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from collections.abc import Callable

    from pygls.protocol import JsonRPCProtocol

PARSE_ERROR = -32700
INVALID_REQUEST = -32600
INVALID_PARAMS = -32602
NOT_INITIALIZED = -32002

_log = logging.getLogger(__name__)


class Dispatcher:
    """Hands messages to a protocol in the order of the session's life: initialize first."""

    def __init__(self, protocol: JsonRPCProtocol, send: Callable[[bytes], None]) -> None:
        self._protocol = protocol
        self._send = send
        self._initialized = False
        self._shut_down = False
        logging.getLogger("pygls.protocol.json_rpc").addFilter(_is_not_told_here)

    def message(self, message: dict[str, Any]) -> None:
        """Handle one message; whatever goes wrong is an answer or a line in the log."""
        method, identity = message.get("method"), message.get("id")
        refusal = self._refusal(method)
        if refusal is None:
            self._handle(message, identity)
        elif identity is not None and method is not None:
            self._answer(identity, *refusal)

    def malformed(self, problem: str) -> None:
        """Answer a message that could not be read."""
        _log.warning("a message could not be read: %s", problem)
        self._answer(None, PARSE_ERROR, problem)

    def _refusal(self, method: object) -> tuple[int, str] | None:
        if method == "exit":
            return None
        if self._shut_down:
            return INVALID_REQUEST, "the server has been shut down"
        if not self._initialized and method != "initialize":
            return NOT_INITIALIZED, "the server is not initialized"
        if self._initialized and method == "initialize":
            return INVALID_REQUEST, "the server has been initialized already"
        self._initialized = True
        self._shut_down = method == "shutdown"
        return None

    def _handle(self, message: dict[str, Any], identity: object) -> None:
        asks = "method" in message
        if asks:
            message.setdefault("params", None)  # pygls refuses what it does not know without any
        try:
            self._protocol.handle_message(self._protocol.structure_message(message))
        except JsonRpcException as error:
            _log.warning("%s was refused: %s", message.get("method"), error)
            self._initialized = self._initialized and message.get("method") != "initialize"
            if asks and identity is not None:
                self._answer(identity, INVALID_PARAMS, str(error))
        except Exception:  # noqa: BLE001 - one bad message must not end the session
            _log.exception("%s failed", message.get("method"))
        if identity is None:
            self._forget_what_is_done()

    def _forget_what_is_done(self) -> None:
        """Drop the futures of notices: pygls keeps each for good, two kilobytes a keystroke."""
        futures = getattr(self._protocol, "_request_futures", {})
        for one in [one for one, future in futures.items() if future.done()]:
            del futures[one]

    def _answer(self, identity: object, code: int, problem: str) -> None:
        error = {"code": code, "message": problem}
        body = json.dumps({"jsonrpc": "2.0", "id": identity, "error": error}).encode()
        self._send(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))


def _is_not_told_here(record: logging.LogRecord) -> bool:
    """Leave out pygls's traceback for a message that is refused: it gets one line of ours."""
    return not str(record.msg).startswith("Unable to deserialize")
