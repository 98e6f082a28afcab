"""``framesage report``: an HTML page or a decision record in Markdown."""

from __future__ import annotations

import os.path
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.run import NO_FILES, check_paths
from framesage.cli.stdio import error, write
from framesage.cli.written_files import boundary_of, problem_words
from framesage.project.atomic_write import put_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from framesage.advice.model import Assessment

STDOUT = "-"


def run(args: argparse.Namespace) -> int:
    """Write the report; return 2 on bad usage or invalid settings, else 0."""
    result = check_paths([args.path])
    if not result.assessments:
        if result.is_valid:
            error(NO_FILES)
        return 2
    base = Path(os.path.abspath(args.path))  # noqa: PTH100
    is_written = True
    if args.html:
        is_written = _write(args.html, _page(result.assessments, base, args.html))
    if args.markdown or not args.html:
        record = _record(result.assessments, base)
        is_written = _write(args.markdown or STDOUT, record) and is_written
    return 0 if result.is_valid and is_written else 2


def _page(assessments: Sequence[Assessment], base: Path, target: str) -> str:
    """Return the page in ASCII, with links to files relative to the folder of ``target``."""
    from framesage.report.html import Paging, page
    from framesage.report.html.links import file_url

    folder = Path(os.path.abspath(target)).parent  # noqa: PTH100
    if target == STDOUT:
        folder = base if base.is_dir() else base.parent
    title = f"{base.name}: {_question(assessments)}"
    paging = Paging(title, base, lambda path: file_url(path, folder))
    return page(assessments, paging).encode("ascii", "xmlcharrefreplace").decode("ascii")


def _question(assessments: Sequence[Assessment]) -> str:
    """Return the question that the page answers, with the candidates of all projects."""
    from framesage.wording.dialogue import candidates_question

    rule_bases = (assessment.rule_base for assessment in assessments)
    return candidates_question(max(rule_bases, key=lambda base: len(base.candidates)))


def _record(assessments: Sequence[Assessment], base: Path) -> str:
    from framesage.report.decision_record import record_lines

    today = date.today()  # noqa: DTZ011  # the local date of the user
    return "".join(f"{line}\n" for line in record_lines(assessments, base, today)).rstrip() + "\n"


def _write(target: str, text: str) -> bool:
    if target == STDOUT:
        write(text)
        return True
    try:
        put_text(Path(target), text, boundary_of(Path(target)))
    except OSError as reason:
        error(f"cannot write {target}: {problem_words(reason)}")
        return False
    return True
