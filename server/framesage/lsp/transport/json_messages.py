"""Write a message whose parameters are JSON already; pygls would make them from objects."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pygls.protocol import JsonRPCProtocol


def notify(protocol: JsonRPCProtocol, method: str, params: str) -> None:
    """Send a notification; ``params`` is the text of a JSON object in ASCII."""
    writer: Any = protocol.writer
    if writer is not None:
        body = f'{{"jsonrpc": "2.0", "method": {json.dumps(method)}, "params": {params}}}'.encode()
        writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
