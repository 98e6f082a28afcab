"""Run the bundled language server, ignoring packages installed for this interpreter."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "libs"))

from framesage.lsp.transport.serve import start_stdio

sys.exit(start_stdio())
