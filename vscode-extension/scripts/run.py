"""Start the Framesage that lies beside this file, whatever the Python it is started with has."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "libs"))

from framesage.cli import main

sys.exit(main())
