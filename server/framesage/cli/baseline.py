"""``framesage check --baseline`` and ``--write-baseline``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.baseline import (
    BaselineError,
    baseline_text,
    known_findings,
    read_baseline,
    without_known,
)
from framesage.cli.stdio import UsageError, error, note, warning
from framesage.project import relative
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.fingerprints import Fingerprint
    from framesage.cli.run import CheckResult


def load_baseline(path: Path) -> Counter[Fingerprint]:
    """Return the findings recorded in a baseline; raise UsageError if it cannot be read."""
    try:
        return read_baseline(path.read_text("utf-8-sig"))
    except FileNotFoundError as reason:
        hint = f"create it with --write-baseline {path}"
        raise UsageError(f"baseline {path} does not exist; {hint}") from reason
    except OSError as reason:
        raise UsageError(f"cannot read baseline {path}: {reason.strerror}") from reason
    except UnicodeDecodeError as reason:
        raise UsageError(f"{path} is not a baseline: not UTF-8") from reason
    except BaselineError as reason:
        raise UsageError(f"{path} is not a baseline: {reason}") from reason


def hide_known_findings(
    result: CheckResult, known: Counter[Fingerprint], path: Path
) -> CheckResult:
    """Return the new findings; report how many are hidden and whether the baseline is stale."""
    assessments, left = without_known(result.assessments, known, _file_name(path))
    hidden = known.total() - left.total()
    if hidden:
        note(f"{count_noun(hidden, 'finding')} hidden by baseline {path}")
    gone = sum(_is_gone(fingerprint, result, path) for fingerprint in left.elements())
    if gone:
        findings = "1 finding no longer occurs" if gone == 1 else f"{gone} findings no longer occur"
        warning(f"baseline {path} is stale: {findings}; update it with --write-baseline {path}")
    return replace(result, assessments=assessments)


def write_baseline(result: CheckResult, path: Path) -> bool:
    """Record all findings in a baseline and return whether that succeeded."""
    known = known_findings(result.assessments, _file_name(path))
    try:
        path.write_text(baseline_text(known), "utf-8", newline="\n")
    except OSError as reason:
        error(f"cannot write baseline {path}: {reason.strerror}")
        return False
    note(f"{count_noun(known.total(), 'finding')} written to baseline {path}")
    return True


def _file_name(path: Path) -> Callable[[Path], str]:
    """Return a function that names files relative to the folder of the baseline.

    The baseline then applies from any current folder, and can be moved with the project.
    """
    folder = path.absolute().parent
    return lambda file: relative(file, folder)


def _is_gone(fingerprint: Fingerprint, result: CheckResult, path: Path) -> bool:
    """Return whether a missing finding's file was checked, or does not exist any more."""
    name = _file_name(path)
    projects = [assessment.project for assessment in result.assessments]
    checked = {name(manifest.source.path) for project in projects for manifest in project.manifests}
    return fingerprint.file in checked or not (path.absolute().parent / fingerprint.file).exists()
