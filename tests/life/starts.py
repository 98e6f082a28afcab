"""Ways to start the server, and what is measured of its process."""

import os
import sys
import time
from pathlib import Path

import pytest

_RUN = """
from framesage.cli import main
sys.exit(main({arguments!r}))
"""

_OBEY_PERMISSIONS = """
import ctypes, os, sys
for capability in range(4):  # CAP_CHOWN, CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER
    ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


def patched(code: str, *arguments: str) -> list[str]:
    """Return the command that runs framesage after some code, by default the server."""
    run = _RUN.format(arguments=list(arguments or ("server",)))
    return [sys.executable, "-c", f"import sys\n{code}\n{run}"]


def ordinary(command: list[str]) -> list[str]:
    """Return a command that runs another one, whose first part is Python, as an ordinary user.

    Permissions prove nothing for root, who reads everything: there, the process loses the
    capabilities for that, and otherwise stays the user that can read the checkout.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [sys.executable, "-c", _OBEY_PERMISSIONS, *command[1:]] if is_root else command


def kilobytes(process: int) -> int:
    """Return the memory of a process."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))


def processor_seconds(process: int) -> float:
    """Return the processor's time that a process has used, once it has nothing more to do."""
    before, end = -1, time.monotonic() + 60
    while time.monotonic() < end:
        fields = _fields(Path(f"/proc/{process}/stat"))
        ticks = int(fields[11]) + int(fields[12])
        if ticks == before and _sleeps(process):
            return ticks / os.sysconf("SC_CLK_TCK")
        before = ticks
        time.sleep(0.2)
    pytest.fail("the process does not come to rest")


def _sleeps(process: int) -> bool:
    try:
        threads = [_fields(path) for path in Path(f"/proc/{process}/task").glob("*/stat")]
    except OSError:  # a thread has just ended
        return False
    return all(fields[0] == "S" for fields in threads)


def _fields(path: Path) -> list[str]:
    """Return the fields of a file ``stat`` from the third one, the state."""
    return path.read_text(encoding="utf-8").rpartition(")")[2].split()
