"""Run the bundled language server: ``run_server.py FOLDER``, where FOLDER is for its bytecode.

Packages that are installed for this interpreter are ignored.
"""

import json
import sys
from importlib.machinery import FileFinder, SourceFileLoader
from pathlib import Path
from types import CodeType

LIBS = str(Path(__file__).resolve().parent)
BYTECODE = sys.argv[1]

# `-X pycache_prefix` would apply to all modules and compile the standard library again. That is
# right only where its own bytecode is missing and not writable, as in some container images.
IS_COMPILED = Path(str(json.__spec__ and json.__spec__.cached)).exists()
OTHERS = None if IS_COMPILED else BYTECODE


class BundledLoader(SourceFileLoader):
    """Caches bytecode outside of the extension, whose folder may be read-only."""

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the code of a module, from the cache if possible."""
        sys.pycache_prefix = BYTECODE
        try:
            return super().get_code(fullname)
        finally:
            sys.pycache_prefix = OTHERS


def find_bundled(folder: str) -> FileFinder:
    """Return the finder for a folder of bundled packages; raise ImportError for other folders."""
    if not folder.startswith(LIBS):
        raise ImportError
    return FileFinder(folder, (BundledLoader, [".py"]))


sys.pycache_prefix = OTHERS
sys.path_hooks.insert(0, find_bundled)
sys.path.insert(0, LIBS)

from framesage.lsp.transport.serve import start_stdio  # noqa: E402 - found only now

sys.exit(start_stdio())
