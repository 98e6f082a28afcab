"""The output formats of ``framesage check``; only the requested one is imported."""

from __future__ import annotations

import os.path
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import note, write
from framesage.project import Disk, has_repository, repository_root
from framesage.severity import Severity
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from framesage.advice.model import Assessment


def print_findings(
    assessments: Sequence[Assessment], output_format: str, least: Severity = Severity.HINT
) -> None:
    """Print the findings of at least a severity to standard output; count the others."""
    shown = [without_below(least, assessment) for assessment in assessments]
    if output_format == "text":
        from framesage.cli.console import print_lines
        from framesage.report.terminal.text import text_lines

        print_lines(text_lines(shown, Path.cwd(), least))
    else:
        write(_render(shown, output_format, least))
    note_hidden(_number_of_findings(assessments) - _number_of_findings(shown), least)


def note_hidden(hidden: int, least: Severity) -> None:
    """Print how many findings are not shown because they are below a severity."""
    if hidden:
        note(f"{count_noun(hidden, 'finding')} below {least} not shown")


def without_below(least: Severity, assessment: Assessment) -> Assessment:
    """Return an assessment without the findings below a severity."""
    kept = tuple(finding for finding in assessment.findings if finding.severity >= least)
    return replace(assessment, findings=kept)


def _number_of_findings(assessments: Iterable[Assessment]) -> int:
    return sum(len(assessment.findings) for assessment in assessments)


def _render(assessments: Sequence[Assessment], output_format: str, least: Severity) -> str:
    if output_format == "json":
        from framesage.report.json import json_text

        return json_text(assessments)
    base = sources_root(assessments)
    if output_format == "sarif":
        from framesage.report.sarif.log import sarif_text

        return sarif_text(assessments, base)
    if output_format == "github":
        from framesage.report.github import github_lines

        return _joined(github_lines(assessments, base))
    if output_format == "gitlab":
        from framesage.report.gitlab import gitlab_text

        return gitlab_text(assessments, base)
    from framesage.report.markdown import markdown_lines

    return _joined(markdown_lines(assessments, base, least))


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def sources_root(assessments: Sequence[Assessment]) -> Path:
    """Return the folder that file names are relative to.

    It is the root of the repository. CI jobs in containers often have the files without it: then it
    is the folder that GitHub calls the workspace, or the current folder.
    """
    start = _common_folder(assessments)
    root = repository_root(start, Disk())
    if has_repository(root, Disk()):
        return root
    workspace = os.environ.get("GITHUB_WORKSPACE")
    folders = (Path(workspace), Path(os.path.realpath(workspace))) if workspace else ()
    return next((folder for folder in folders if start.is_relative_to(folder)), Path.cwd())


def patch_root(assessments: Sequence[Assessment]) -> Path:
    """Return the folder that a patch applies to: it cannot change files outside of it."""
    root, common = sources_root(assessments), _common_folder(assessments)
    return root if common.is_relative_to(root) else common


def _common_folder(assessments: Sequence[Assessment]) -> Path:
    roots = [str(assessment.project.root) for assessment in assessments]
    try:
        return Path(os.path.commonpath(roots)) if roots else Path.cwd()
    except ValueError:  # projects on several drives
        return Path.cwd()
