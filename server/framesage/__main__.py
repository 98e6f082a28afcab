"""``python -m framesage`` does what ``framesage`` does."""

import sys

if sys.version_info < (3, 10):  # noqa: UP036 - this is reached from a checkout, without pip
    sys.exit("Framesage needs Python 3.10 or later; this is Python " + sys.version[:3] + ".")

from framesage.cli import main

raise SystemExit(main())
