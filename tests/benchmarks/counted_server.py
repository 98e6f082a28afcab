"""The language server, counting the calls of functions in its main thread.

On SIGUSR1 it writes their number, and that of the imported modules, to the file that is the
argument. Unlike times, they are the same on a busy machine.
"""

import signal
import sys
from pathlib import Path

calls = 0


def count(_frame, event, _argument):
    global calls
    calls += event in ("call", "c_call")


def tell(_signal, _frame):
    target = Path(sys.argv[1])
    target.with_suffix(".new").write_text(f"{calls} {len(sys.modules)}")
    target.with_suffix(".new").replace(target)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, tell)
    from framesage.cli import main

    sys.setprofile(count)
    sys.exit(main(["server"]))
