"""Start the server, over standard input and output or over TCP.

``start_io`` and ``start_tcp`` of pygls are not used: the messages come from our own reader, and
lsprotocol must be prepared before pygls imports it. See docs/adr/0011 and docs/adr/0012.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
import os
import socket
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_log = logging.getLogger("framesage")


def start_stdio() -> int:
    """Serve over standard input and output until the session ends; return the exit code."""
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print must not corrupt the message stream
    write = _Writer(output.write, output.flush)
    return _serve(lambda size: os.read(0, size), write)


def listen(port: int) -> socket.socket:
    """Return a socket that listens on a local port; raise OSError or OverflowError."""
    return socket.create_server(("127.0.0.1", port))


def start_tcp(listening: socket.socket) -> int:
    """Serve the first client that connects; return the exit code."""
    with listening:
        print(f"listening on 127.0.0.1:{listening.getsockname()[1]}", file=sys.stderr)  # noqa: T201
        connection, _ = listening.accept()
    with connection:
        return _serve(connection.recv, _Writer(connection.sendall, lambda: None))


class _Writer:
    """The writer that pygls sends through.

    pygls' own raises BrokenPipeError when the client is gone (openlawlibrary/pygls#179, closed);
    here that is logged, and the end of the input stream ends the session.
    """

    def __init__(self, write: Callable[[bytes], Any], flush: Callable[[], Any]) -> None:
        self._write = write
        self._flush = flush

    def write(self, data: bytes) -> None:
        try:
            self._write(data)
            self._flush()
        except (OSError, ValueError) as error:
            _log.info("cannot write to the client: %s", error)

    def close(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._flush()


def _serve(read: Callable[[int], bytes], writer: _Writer) -> int:
    gc.disable()  # a collection during the imports takes 20 ms and frees nothing
    from framesage.lsp.transport.lazy_lsprotocol import prepare

    prepare()
    from framesage.lsp.server import build
    from framesage.lsp.transport.dispatcher import Dispatcher
    from framesage.lsp.transport.reader import MessageReader

    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="framesage: %(message)s")
    logging.getLogger("pygls").setLevel(logging.ERROR)
    server = build()
    server.protocol.set_writer(writer)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    dispatcher = Dispatcher(server.protocol, writer.write)
    reader = MessageReader(read, dispatcher.message, dispatcher.malformed, loop.stop)
    server.waiting_messages = lambda: reader.waiting
    reader.start(loop)
    gc.freeze()
    gc.enable()
    return _run(loop)


def _run(loop: asyncio.AbstractEventLoop) -> int:
    """Run until ``exit`` (for which pygls raises SystemExit) or the end of the input stream."""
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        return 130
    except SystemExit as system_exit:
        return int(system_exit.code or 0)
    return 1
