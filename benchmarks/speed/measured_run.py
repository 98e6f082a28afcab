"""Run a command and print its milliseconds, the MiB that it had at most, and its exit code.

A script of its own: a process counts the memory of the one that started it, which must be small.
"""

import os
import subprocess
import sys
import time

_KIB = 1024

if __name__ == "__main__":
    start = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    spent = (time.perf_counter() - start) * 1000
    print(spent, used.ru_maxrss / _KIB, os.waitstatus_to_exitcode(status))
