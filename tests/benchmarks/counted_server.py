"""The language server, counting the calls of functions in its main thread.

On SIGUSR1 it writes their number, and that of the imported modules, to the file that is the
argument, with few calls of its own. Unlike times, they are the same on a busy machine.
"""

import os
import signal
import sys
from pathlib import Path

NEW = Path(f"{sys.argv[1]}.new")
calls = 0


def count(_frame, event, _argument):
    global calls
    calls += event in ("call", "c_call")


def tell(_signal, _frame):
    file = os.open(NEW, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.write(file, b"%d %d" % (calls, len(sys.modules)))
    os.close(file)
    NEW.replace(sys.argv[1])


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, tell)
    from framesage.cli import main

    sys.setprofile(count)
    sys.exit(main(["server"]))
