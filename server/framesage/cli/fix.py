"""``framesage check --fix`` and ``--diff``: the fixes that editors make on save, for all files."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.fingerprints import fingerprint
from framesage.advice.workspace import assess_root
from framesage.cli.stdio import complain, write_exactly
from framesage.fixes import fix_files, fix_taking_away
from framesage.project import CachedFileSystem, Disk
from framesage.project.atomic_write import write_text
from framesage.project.filesystem import encoding_of
from framesage.report.diff import diff_lines
from framesage.report.locations import location_name, shown_path
from framesage.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.advice.fingerprints import Fingerprint
    from framesage.advice.model import Assessment, Finding
    from framesage.cli.run import Checked


def print_diff(checked: Checked, base: Path) -> None:
    """Print what fixes would change, files named from ``base``; write nothing."""
    texts = fix_files(checked.assessments, checked.files, checked.today)
    for path, after in texts.items():
        mark, before = _mark(path), checked.files.text(path) or ""
        write_exactly("".join(diff_lines(path, mark + before, mark + after, base)))
    complain(f"{counted(len(texts), 'file')} would be changed" if texts else "nothing to fix")


def _mark(path: Path) -> str:
    """Return the byte order mark of a file: a patch without it would not apply."""
    try:
        with path.open("rb") as file:
            mark, codec = encoding_of(file.read(4))
    except OSError:  # the text of standard input can stand for a file that is not there
        return ""
    return mark.decode(codec)


def fix(checked: Checked) -> Checked:
    """Write what fixes change, say on standard error what they fixed; return what remains."""
    texts = fix_files(checked.assessments, checked.files, checked.today)
    written = [_write(path, checked.files.text(path) or "", text) for path, text in texts.items()]
    files = CachedFileSystem(Disk())
    remaining = tuple(
        assess_root(one.project.start, files, checked.today, one.project.boundary)
        for one in checked.assessments
    )
    for finding in _gone(checked.assessments, remaining):
        complain(f"fixed {location_name(finding.location, Path.cwd())} {finding.rule}")
    usable = checked.usable and all(written)
    return replace(checked, assessments=remaining, usable=usable, files=files)


def _write(path: Path, before: str, after: str) -> bool:
    try:
        write_text(path, before, after)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        complain(f"not fixed: {shown_path(path, Path.cwd())}: {why}")
        return False
    return True


def _gone(before: Sequence[Assessment], after: Sequence[Assessment]) -> Iterator[Finding]:
    """Yield the findings that had a fix and are there no more; others may have gone with them."""
    left = Counter(_fingerprint(one) for each in after for one in each.findings)
    for assessment in before:
        for finding in assessment.findings:
            if left[_fingerprint(finding)]:
                left[_fingerprint(finding)] -= 1
            elif fix_taking_away(finding, assessment):
                yield finding


def _fingerprint(finding: Finding) -> Fingerprint:
    return fingerprint(finding, str(finding.location.path))
