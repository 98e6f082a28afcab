"""asyncio works without ``ssl``, which can be imported later."""

import subprocess
import sys

PROGRAM = """
import sys
from framesage.lsp.transport import light_asyncio
light_asyncio.prepare()
import asyncio
assert "ssl" not in sys.modules
asyncio.run(asyncio.sleep(0))
import ssl
assert ssl.SSLContext
light_asyncio.prepare()
assert "ssl" in sys.modules
"""


def test_asyncio_is_imported_without_ssl():
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
