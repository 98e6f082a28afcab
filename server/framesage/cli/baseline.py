"""``framesage check --baseline`` and ``--write-baseline``: files and what is told of them."""

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
from framesage.cli.stdio import UsageError, complain
from framesage.report.locations import relative
from framesage.report.summary import counted

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable
    from pathlib import Path

    from framesage.advice.fingerprints import Fingerprint
    from framesage.cli.run import Checked


def load_baseline(path: Path) -> Counter[Fingerprint]:
    """Return what a baseline keeps; raise UsageError where it cannot be read."""
    try:
        return read_baseline(path.read_text("utf-8-sig"))
    except FileNotFoundError as error:
        wrong = f"{path}: no such baseline; write one with --write-baseline {path}"
        raise UsageError(wrong) from error
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: no baseline of Framesage: not text in UTF-8") from error
    except BaselineError as error:
        raise UsageError(f"{path}: no baseline of Framesage: {error}") from error


def leave_out(checked: Checked, known: Counter[Fingerprint], path: Path) -> Checked:
    """Return what is new; say how much is known, and what is known of but gone."""
    new, left = without_known(checked.assessments, known, _namer(path))
    hidden = known.total() - left.total()
    if hidden:
        complain(f"{counted(hidden, 'finding')} left out, known from {path}")
    gone = [one for one in left.elements() if _is_gone(one, checked, path)]
    if gone:
        findings = counted(len(gone), "finding")
        complain(f"{path} is stale: {findings} in it gone; --write-baseline {path} writes it anew")
    return replace(checked, assessments=new)


def write_baseline(checked: Checked, path: Path) -> bool:
    """Write what is found now, say so, and return whether that was possible."""
    known = known_findings(checked.assessments, _namer(path))
    try:
        path.write_text(baseline_text(known), "utf-8", newline="\n")
    except OSError as error:
        complain(f"{path}: cannot be written: {error.strerror}")
        return False
    complain(f"{counted(known.total(), 'finding')} written to {path}")
    return True


def _namer(path: Path) -> Callable[[Path], str]:
    """Name files from the baseline's folder: both move together, wherever the command is run."""
    folder = path.absolute().parent
    return lambda file: relative(file, folder)


def _is_gone(one: Fingerprint, checked: Checked, path: Path) -> bool:
    """Tell whether a file was looked at, or is no more; others may still have the finding."""
    name = _namer(path)
    files = {name(m.source.path) for each in checked.assessments for m in each.project.manifests}
    return one.file in files or not (path.absolute().parent / one.file).exists()
