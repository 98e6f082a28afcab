"""``framesage check --fix`` and ``--diff``: the fixes that editors apply on save, in all files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.baseline import with_known
from framesage.advice.fingerprints import fingerprint
from framesage.advice.workspace import assess_paths
from framesage.cli.stdio import error, note, write_utf8
from framesage.cli.written_files import boundary_of, problem_words
from framesage.fixes import auto_fix, fix_files
from framesage.project import CachedFileSystem, Disk, ManifestCache
from framesage.project.atomic_write import write_text
from framesage.project.decoding import encoding_of
from framesage.project.filesystem import read_head
from framesage.report.diff import diff_lines
from framesage.report.locations import position_name, shown_path
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.fingerprints import Fingerprint
    from framesage.advice.model import Assessment, Finding
    from framesage.cli.run import CheckResult


def print_diff(result: CheckResult, base: Path) -> None:
    """Print a patch with all fixes, file names relative to ``base``; write no file."""
    texts = fix_files(result.assessments, result.files, result.today)
    for path, after in texts.items():
        print_file_diff(path, result.files.text(path), after, base)
    note(f"{count_noun(len(texts), 'file')} would be changed" if texts else "no fixes available")


def print_file_diff(path: Path, before: str | None, after: str, base: Path) -> None:
    """Print the patch of one file; ``before`` is None if it is new."""
    mark = _byte_order_mark(path)
    old = None if before is None else mark + before
    write_utf8("".join(diff_lines(path, old, mark + after, base)))


def _byte_order_mark(path: Path) -> str:
    """Return the byte order mark of a file; a patch without it would not apply."""
    try:
        mark, codec = encoding_of(read_head(path))
    except (OSError, ValueError):  # the file that stdin replaces need not exist
        return ""
    return mark.decode(codec)


def fix(result: CheckResult) -> CheckResult:
    """Apply all fixes, list them on standard error and return the remaining findings."""
    texts = fix_files(result.assessments, result.files, result.today)
    written = [_write(path, result.files.text(path) or "", text) for path, text in texts.items()]
    files = ManifestCache(CachedFileSystem(Disk()))
    files.take_names(result.files)
    again = assess_paths(result.paths, result.today, files, Path.cwd(), result.overrides)
    remaining = tuple(again)
    for finding in _fixed(
        list(map(with_known, result.assessments)), list(map(with_known, remaining))
    ):
        note(f"fixed {position_name(finding.location, Path.cwd())} {finding.rule}")
    is_valid = result.is_valid and all(written)
    return replace(result, assessments=remaining, is_valid=is_valid, files=files)


def _write(path: Path, before: str, after: str) -> bool:
    try:
        write_text(path, before, after, boundary_of(path))
    except (OSError, ValueError) as reason:
        error(f"cannot fix {shown_path(path, Path.cwd())}: {problem_words(reason)}")
        return False
    return True


def _fixed(before: Sequence[Assessment], after: Sequence[Assessment]) -> Iterator[Finding]:
    """Yield the findings that had a fix and do not occur any more."""
    remaining = Counter(
        _fingerprint(finding) for assessment in after for finding in assessment.findings
    )
    for assessment in before:
        for finding in assessment.findings:
            if remaining[_fingerprint(finding)]:
                remaining[_fingerprint(finding)] -= 1
            elif auto_fix(finding, assessment):
                yield finding


def _fingerprint(finding: Finding) -> Fingerprint:
    return fingerprint(finding, str(finding.location.path))
