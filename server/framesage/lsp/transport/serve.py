"""Starting the server: lean, with stdout kept clean for the protocol."""

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
    """Serve over standard input and output until the client leaves; return the exit code."""
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # a stray print must not end up between two messages
    write = _Writer(output.write, output.flush)
    return _serve(lambda size: os.read(0, size), write)


def listen(port: int) -> socket.socket:
    """Return a socket that listens on a port of this machine; raise OSError or OverflowError."""
    return socket.create_server(("127.0.0.1", port))


def start_tcp(listening: socket.socket) -> int:
    """Serve the first client that connects to a socket; return the exit code."""
    with listening:
        print(f"listening on 127.0.0.1:{listening.getsockname()[1]}", file=sys.stderr)  # noqa: T201
        connection, _ = listening.accept()
    with connection:
        return _serve(connection.recv, _Writer(connection.sendall, lambda: None))


class _Writer:
    """What pygls writes to; a client that is gone ends the session quietly."""

    def __init__(self, write: Callable[[bytes], Any], flush: Callable[[], Any]) -> None:
        self._write = write
        self._flush = flush

    def write(self, data: bytes) -> None:
        try:
            self._write(data)
            self._flush()
        except (OSError, ValueError) as error:
            _log.info("the client no longer reads: %s", error)

    def close(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            self._flush()


def _serve(read: Callable[[int], bytes], writer: _Writer) -> int:
    gc.disable()  # a collection amid the imports costs 20 ms and frees nothing
    from framesage.lsp.transport.lazy_lsprotocol import prepare

    prepare()
    from framesage.lsp.server import build
    from framesage.lsp.transport.dispatcher import Dispatcher
    from framesage.lsp.transport.reader import Incoming

    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="framesage: %(message)s")
    logging.getLogger("pygls").setLevel(logging.ERROR)
    server = build()
    server.protocol.set_writer(writer)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    dispatcher = Dispatcher(server.protocol, writer.write)
    incoming = Incoming(read, dispatcher.message, dispatcher.malformed, loop.stop)
    server.waiting = lambda: incoming.waiting
    incoming.start(loop)
    gc.freeze()
    gc.enable()
    return _run(loop)


def _run(loop: asyncio.AbstractEventLoop) -> int:
    """Run until the client says ``exit`` (pygls raises SystemExit) or its stream ends."""
    try:
        loop.run_forever()
    except KeyboardInterrupt:
        return 130
    except SystemExit as leaving:
        return int(leaving.code or 0)
    return 1
