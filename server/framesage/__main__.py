"""``python -m framesage`` does what ``framesage`` does."""

from framesage.cli import main

raise SystemExit(main())
