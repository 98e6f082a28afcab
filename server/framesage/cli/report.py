"""``framesage report``: all that is said of some projects, as a page or as a record in Markdown."""

from __future__ import annotations

import os.path
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.run import check_paths
from framesage.cli.stdio import complain, write

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from framesage.advice.model import Assessment

STANDARD_OUTPUT = "-"


def run(args: argparse.Namespace) -> int:
    """Write what is asked for; return 2 on bad usage or settings, else 0."""
    checked = check_paths([args.path])
    if not checked.assessments:
        if checked.usable:
            complain("no dependency files found")
        return 2
    base = Path(os.path.abspath(args.path))  # noqa: PTH100
    written = True
    if args.html:
        written = _write(args.html, _page(checked.assessments, base, args.html))
    if args.markdown or not args.html:
        record = _record(checked.assessments, base)
        written = _write(args.markdown or STANDARD_OUTPUT, record) and written
    return 0 if checked.usable and written else 2


def _page(assessments: Sequence[Assessment], base: Path, target: str) -> str:
    """Return the page, in ASCII; its links to files are seen from where it is written."""
    from framesage.report.html import Paging, page
    from framesage.report.html.links import file_url

    beside = Path(os.path.abspath(target)).parent  # noqa: PTH100
    if target == STANDARD_OUTPUT:
        beside = base if base.is_dir() else base.parent
    paging = Paging(f"{base.name}: Flask or Django?", base, lambda path: file_url(path, beside))
    return page(assessments, paging).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _record(assessments: Sequence[Assessment], base: Path) -> str:
    from framesage.report.decision_record import record_lines

    today = date.today()  # noqa: DTZ011  # the day on the user's own calendar
    return "".join(f"{line}\n" for line in record_lines(assessments, base, today)).rstrip() + "\n"


def _write(target: str, text: str) -> bool:
    if target == STANDARD_OUTPUT:
        write(text)
        return True
    try:
        Path(target).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        complain(f"{target}: {error.strerror}")
        return False
    return True
