"""pygls' protocol, with what it makes of a client's messages and of errors in their answers.

- It rejects a message for any value that lsprotocol does not know, and drops a request for a
  notification's method without an answer.
- It creates a class for each message with a method that lsprotocol does not know, and keeps the
  names of such methods.
- It takes an answer for that of a request of the client's own with the same id.
- It keeps the type of the result of a request of the server's that the client answered by an error.
- It sends tracebacks to the client.

None of these is reported upstream yet. See docs/adr/0049.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams, JsonRpcInvalidRequest
from pygls.protocol import (
    JsonRPCNotification,
    JsonRPCRequestMessage,
    JsonRPCResponseMessage,
    LanguageServerProtocol,
)

from framesage.lsp.structuring.announced import announced
from framesage.lsp.structuring.beginning import make_readable
from framesage.lsp.structuring.lenient import structure
from framesage.lsp.structuring.numbers import accept_any_number
from framesage.text import in_one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cattrs import Converter
    from pygls.lsp.server import LanguageServer

LONGEST_ERROR = 300
"""The most characters of an error that are sent to a client."""


class LenientProtocol(LanguageServerProtocol):
    """Structures all that can be understood, and sends short errors."""

    def __init__(self, server: LanguageServer, converter: Converter) -> None:
        accept_any_number(converter)
        super().__init__(server, converter)

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 - any message
        """Return a message as an object; raise JsonRpcException if it cannot be understood."""
        is_response = "method" not in data
        message_type = self._response_type(data) if is_response else self._call_type(data)
        try:
            if message_type is None:
                return _generic(data)
            message = self._structured(data, message_type)
        except JsonRpcInvalidParams as error:
            if is_response:  # the answer to a request of the server's, which must not wait for ever
                return _failure(data, str(error))
            raise
        if "id" in data and not hasattr(message, "id"):
            raise JsonRpcInvalidRequest(f"{_short(data['method'])} is a notification")
        if isinstance(message, types.ExecuteCommandRequest):  # pygls counts no arguments if null
            message.params.arguments = message.params.arguments or ()
        return message

    def _structured(self, data: dict[str, Any], message_type: type[Any]) -> Any:  # noqa: ANN401 - any message
        sent = data["params"].get("capabilities") if _is_initialize(data) else None
        if not isinstance(sent, dict):
            return structure(self._converter, data, message_type)
        data["params"]["capabilities"] = {}
        message = structure(self._converter, data, message_type)
        message.params.capabilities = announced(sent, self._capabilities)
        return message

    def _capabilities(self, sent: dict[str, Any]) -> types.ClientCapabilities:
        """Return a part of the capabilities of a client as an object."""
        found: types.ClientCapabilities = structure(self._converter, sent, types.ClientCapabilities)
        return found

    def get_message_type(self, method: str) -> type[Any] | None:  # type: ignore[override]
        """Return the type of a message; unlike pygls' method, it keeps no unknown names."""
        return types.METHOD_TO_TYPES.get(method, (None,))[0]

    def _call_type(self, data: Mapping[str, Any]) -> type[Any] | None:
        if _is_initialize(data):
            make_readable(data["params"])
        return self.get_message_type(data["method"])

    def _response_type(self, data: Mapping[str, Any]) -> type[Any] | None:
        if data["id"] not in self._result_types:  # pygls would take it for the client's own request
            raise JsonRpcInvalidRequest("nothing was asked with its id")
        expected = self._result_types.pop(data["id"])
        return types.ResponseErrorMessage if data.get("error") is not None else expected

    def _send_response(
        self,
        msg_id: str | int,
        result: Any = None,  # noqa: ANN401 - any result
        error: types.ResponseError | None = None,
    ) -> None:
        if error is not None:
            error = types.ResponseError(error.code, _short(error.message))
        super()._send_response(msg_id, result, error)


def _is_initialize(data: Mapping[str, Any]) -> bool:
    return data.get("method") == types.INITIALIZE and isinstance(data.get("params"), dict)


def _generic(data: Mapping[str, Any]) -> object:
    """Return a message that lsprotocol has no type for; all objects have their keys as attributes.

    pygls makes named tuples of them, and so a class for each object.
    """
    version, method = data["jsonrpc"], data.get("method")
    try:
        params, result = _object(data.get("params")), _object(data.get("result"))
    except RecursionError:
        raise JsonRpcInvalidParams("nested too deeply") from None
    if method is None:
        return JsonRPCResponseMessage(data["id"], version, result)
    if "id" in data:
        return JsonRPCRequestMessage(data["id"], method, version, params)
    return JsonRPCNotification(method, version, params)


def _object(value: object) -> object:
    if isinstance(value, dict):
        return SimpleNamespace(**{key: _object(part) for key, part in value.items()})
    return [_object(part) for part in value] if isinstance(value, list) else value


def _failure(data: Mapping[str, Any], reason: str) -> types.ResponseErrorMessage:
    error = types.ResponseError(JsonRpcInvalidParams.CODE, reason)
    return types.ResponseErrorMessage(id=data["id"], error=error)


def _short(text: str) -> str:
    return in_one_line(text, LONGEST_ERROR)
