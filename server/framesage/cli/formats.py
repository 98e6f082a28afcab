"""What ``framesage check`` prints, in each format; only the one that is asked for is imported."""

from __future__ import annotations

import os.path
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import write
from framesage.project import Disk, repository_root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.advice.model import Assessment


def print_findings(assessments: Sequence[Assessment], form: str) -> None:
    """Print the findings."""
    if form == "text":
        from framesage.cli.console import print_lines
        from framesage.report.terminal.text import text_lines

        print_lines(text_lines(assessments, Path.cwd()))
    else:
        write(_written(assessments, form))


def _written(assessments: Sequence[Assessment], form: str) -> str:
    if form == "json":
        from framesage.report.json import json_text

        return json_text(assessments)
    base = sources_root(assessments)
    if form == "sarif":
        from framesage.report.sarif.log import sarif_text

        return sarif_text(assessments, base)
    if form == "github":
        from framesage.report.github import github_lines

        return _joined(github_lines(assessments, base))
    from framesage.report.markdown import markdown_lines

    return _joined(markdown_lines(assessments, base))


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def sources_root(assessments: Sequence[Assessment]) -> Path:
    """Return the folder that services name files from: the repository, else what holds it all."""
    roots = [str(one.project.root) for one in assessments] or [os.getcwd()]  # noqa: PTH109
    try:
        return repository_root(Path(os.path.commonpath(roots)), Disk())
    except ValueError:  # several drives
        return Path.cwd()
