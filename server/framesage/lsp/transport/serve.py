"""Start the server, over standard input and output or over TCP.

``start_io`` and ``start_tcp`` of pygls are not used: the messages come from our own reader, and
lsprotocol must be prepared before pygls imports it. See docs/adr/0011 and docs/adr/0012.
"""

from __future__ import annotations

import gc
import logging
import os
import socket
import sys
from typing import TYPE_CHECKING

from framesage.logs import to_stderr

WIDEST = 1024 * 1024
"""The size of the output's pipe in bytes: the most that Linux gives to everybody."""

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable


def start_stdio() -> int:
    """Serve over standard input and output until the session ends; return the exit code."""
    sys.stdout = sys.stderr  # a stray print must not corrupt the message stream
    _widen(1)
    return _serve(lambda size: os.read(0, size), lambda data: os.write(1, data))


def _widen(pipe: int) -> None:
    """Let a pipe take the diagnostics of a long file at once, where the system can.

    Linux has 64 KiB otherwise: the server then waits several times until the client has read.
    """
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, WIDEST)
    except (ImportError, AttributeError, OSError):  # another system, a file or a terminal
        return


def listen(port: int) -> socket.socket:
    """Return a socket that listens on a local port; raise OSError or OverflowError."""
    return socket.create_server(("127.0.0.1", port))


def start_tcp(listening: socket.socket) -> int:
    """Serve the first client that connects; return the exit code."""
    with listening:
        print(f"listening on 127.0.0.1:{listening.getsockname()[1]}", file=sys.stderr)  # noqa: T201
        connection, _ = listening.accept()
    with connection:
        return _serve(connection.recv, connection.send)


def _serve(read: Callable[[int], bytes], write: Callable[[memoryview], int]) -> int:
    gc.disable()  # a collection during the imports takes 20 ms and frees nothing
    from framesage.lsp.transport import lazy_lsprotocol, light_asyncio

    light_asyncio.prepare()
    lazy_lsprotocol.prepare()
    import asyncio

    from framesage.lsp.server import build
    from framesage.lsp.transport.dispatcher import Dispatcher
    from framesage.lsp.transport.ending import Ending, exit_on_signals
    from framesage.lsp.transport.garbage import GarbageCollector
    from framesage.lsp.transport.log import ClientLog
    from framesage.lsp.transport.output import Output
    from framesage.lsp.transport.parent_watchdog import watch
    from framesage.lsp.transport.reader import MessageReader

    to_stderr("framesage: ", ClientLog(sys.stderr))
    logging.getLogger("pygls").setLevel(logging.ERROR)
    exit_on_signals()
    server, output = build(), Output(write)
    server.protocol.set_writer(output)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    ending = Ending(loop, output)
    dispatcher = Dispatcher(server.protocol, output.write, server.own)
    garbage = GarbageCollector(loop, lambda: reader.waiting)
    dispatcher.on_message = garbage.message
    server.seconds_quiet = garbage.seconds_quiet
    reader = MessageReader(read, dispatcher.message, dispatcher.malformed, ending.end)
    server.waiting_messages = lambda: reader.waiting
    reader.start(loop)
    watch(lambda: server.editor, output, ending.end)
    garbage.start()
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
