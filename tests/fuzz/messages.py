"""Send random messages to a real server, which has to answer, and to stay small and quiet.

``python -m fuzz.messages COUNT SEED``, with ``tests`` on ``PYTHONPATH``. After every batch the
server must answer; it may log about a line for each message, no answer may be an internal error,
and its memory is bounded.
"""

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from e2e.wire import PATIENCE, Wire
from fuzz.random_messages import Messages

BATCH = 200
MOST_GROWTH = 64 * 1024
"""In kilobytes, once the server has seen every kind of message."""
WARM = 3000
LOUD = """
import sys
from framesage.cli import main
from framesage.lsp.transport import log
log.MOST_LINES = 10**9
sys.exit(main(["server"]))
"""
SYNC = b"\n" * 200
"""More than a wrong length takes."""
INTERNAL_ERROR = -32603


def run(count: int, seed: int, root: Path) -> dict[str, float]:
    """Send messages; return measurements. Raises AssertionError with what the server did wrong."""
    random, begin = Random(seed), time.monotonic()
    (root / "sub").mkdir()
    (root / "requirements.txt").write_text("flask\n-r sub/dev.txt\n", encoding="utf-8")
    (root / "sub" / "dev.txt").write_text("django\n", encoding="utf-8")
    frames, slowest, warm = Messages(random, root).frames(), 0.0, 0
    with Wire([sys.executable, "-c", LOUD]) as wire:
        wire.initialize(root)
        for sent in range(0, count, BATCH):
            batch = [next(frames) for _ in range(min(BATCH, count - sent))]
            slowest = max(slowest, _survives(wire, batch))
            memory = _kilobytes(wire.process.pid)
            warm = memory if sent < WARM else warm
            assert memory < warm + MOST_GROWTH, f"{memory} KB after {sent}, {warm} KB at {WARM}"
        assert wire.log.count(b"\n") <= count * 2, "more than two lines for a message"
        return {
            "messages": count,
            "seconds": time.monotonic() - begin,
            "slowest": slowest,
            "log lines": wire.log.count(b"\n"),
            "kilobytes": memory,
            "warm": warm,
        }


def _survives(wire: Wire, batch: list[bytes]) -> float:
    """Send a batch; return how long the answer to the request after it took."""
    begin, identity = time.monotonic(), f"after {time.monotonic()}"
    wire.seen.clear()
    wire.raw(b"".join(batch) + SYNC)
    body = b'{"jsonrpc": "2.0", "id": "%b", "method": "framesage/status"}' % identity.encode()
    wire.raw(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
    answer = wire.answer(identity)
    errors = [message.get("error") for message in [*wire.seen, answer] if "method" not in message]
    internal = [error for error in errors if error and error["code"] == INTERNAL_ERROR]
    assert not internal, (internal, wire.log[-5000:].decode())
    assert b"Traceback" not in wire.log, wire.log[-5000:].decode()
    return time.monotonic() - begin


def _kilobytes(process: int) -> int:
    """Return the memory of a process; 0 where that is not known."""
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0
    lines = status.read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    COUNT, SEED = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        print(f"seed {SEED}: {run(COUNT, SEED, Path(folder))}; patience {PATIENCE} s")
