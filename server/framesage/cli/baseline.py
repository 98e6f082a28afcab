"""``framesage check`` with a baseline: read, write and prune it, and say what it hides."""

from __future__ import annotations

import os.path
from collections import Counter
from functools import reduce
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.baseline import (
    BaselineError,
    baseline_error,
    baseline_text,
    read_baseline,
    recorded,
)
from framesage.cli.stdio import UsageError, error, note, warning
from framesage.cli.written_files import boundary_of, problem_words
from framesage.project import relative
from framesage.project.atomic_write import put_text, write_text
from framesage.project.filesystem import LARGEST, read_text
from framesage.report.locations import shown_path
from framesage.wording.grammar import count_noun

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.advice.fingerprints import Fingerprint
    from framesage.advice.model import Assessment
    from framesage.cli.run import CheckResult

    Known = Counter[Fingerprint]

_TOO_LARGE = (
    f"write one for each project; it would be larger than {LARGEST / 1_000_000:g} MB, "
    "which is not read"
)


def check_baseline(path: Path) -> None:
    """Raise UsageError if a baseline cannot be read."""
    try:
        read_baseline(read_text(path))
    except FileNotFoundError as reason:
        hint = f"create it with --write-baseline {path}"
        raise UsageError(f"baseline {path} does not exist; {hint}") from reason
    except BaselineError as reason:
        raise UsageError(f"{path} is not a baseline: {reason}") from reason
    except (OSError, ValueError) as reason:
        raise UsageError(f"cannot read baseline {path}: {problem_words(reason)}") from reason


def report_baselines(result: CheckResult) -> None:
    """Print how many findings the baselines hide, and how many of the known ones are gone."""
    for path, assessments in _by_baseline(result).items():
        known, hidden = _read(assessments), _hidden(assessments, path.parent)
        name = shown_path(path, Path.cwd())
        if hidden:
            note(f"{count_noun(hidden.total(), 'finding')} hidden by baseline {name}")
        gone = _gone(known - hidden, result, path.parent)
        if gone:
            them = "it" if gone.total() == 1 else "them"
            remedy = f"remove {them} with --prune-baseline"
            warning(f"baseline {name} is stale: {_no_longer(gone)}; {remedy}")


def prune_baselines(result: CheckResult) -> bool:
    """Remove what no longer occurs from the baselines in use; return whether that succeeded.

    Raises UsageError if no baseline is in use.
    """
    baselines = _by_baseline(result)
    if not baselines and result.assessments:
        raise UsageError("--prune-baseline requires a baseline in the settings, or --baseline FILE")
    pruned = [_prune(result, path, baselines[path]) for path in baselines]
    return all(pruned)


def _prune(result: CheckResult, path: Path, assessments: Sequence[Assessment]) -> bool:
    known = _read(assessments)
    gone = _gone(known - _hidden(assessments, path.parent), result, path.parent)
    name = shown_path(path, Path.cwd())
    if not gone:
        note(f"nothing to remove from baseline {name}")
        return True
    done = f"{_no_longer(gone)}; removed from baseline {name}"
    return _write(path, known - gone, done, before=_text(assessments))


def write_baseline(result: CheckResult, path: Path | None) -> bool:
    """Record all findings in a baseline and return whether that succeeded.

    Without a path, it is the one in the settings; raises UsageError unless there is one. What an
    existing baseline knows of files that were not checked stays in it.
    """
    path = path or _baseline_in_settings(result)
    folder = path.absolute().parent
    found = (recorded(assessment.findings, folder) for assessment in result.assessments)
    known: Known = sum(found, Counter())
    kept = _of_other_files(path, result)
    done = f"{count_noun(known.total(), 'finding')} written to baseline {path}"
    if kept:
        done += f"; {count_noun(kept.total(), 'finding')} of other files kept"
    return _write(path, known + kept, done)


def _of_other_files(path: Path, result: CheckResult) -> Known:
    """Return what a baseline knows of files that exist and were not checked."""
    try:
        known = read_baseline(read_text(path))
    except (OSError, ValueError):  # it is created, or replaced
        return Counter()
    folder = path.absolute().parent
    gone = _gone(known, result, folder)
    others = (found for found in known - gone if not _is_below(folder / found.file, result))
    return Counter({found: known[found] for found in others})


def _is_below(path: Path, result: CheckResult) -> bool:
    """Return whether a file is in a folder that was searched, where settings can exclude it."""
    normal = Path(os.path.normpath(path))
    return any(normal.is_relative_to(searched) for searched in result.paths)


def _write(path: Path, known: Known, done: str, before: str | None = None) -> bool:
    """Write a baseline; one with the text ``before`` stays if another program changes it."""
    text = baseline_text(known)
    if len(text.encode(errors="replace")) > LARGEST:
        error(f"cannot write baseline {path}: {_TOO_LARGE}")
        return False
    try:
        if before is None:
            put_text(path, text, boundary_of(path))
        else:
            write_text(path, before, text, boundary_of(path))
    except OSError as reason:
        error(f"cannot write baseline {path}: {problem_words(reason)}")
        return False
    note(done)
    return True


def _baseline_in_settings(result: CheckResult) -> Path:
    """Return the baseline that the settings name, which is not in use while another is written."""
    paths = {
        path for assessment in result.assessments if (path := assessment.project.written_baseline)
    }
    if len(paths) != 1:
        which = "the settings name no baseline" if not paths else "the settings name several"
        raise UsageError(f"--write-baseline requires FILE: {which}")
    return Path(shown_path(paths.pop(), Path.cwd()))


def _by_baseline(result: CheckResult) -> dict[Path, list[Assessment]]:
    found: dict[Path, list[Assessment]] = {}
    for assessment in result.assessments:
        baseline = assessment.project.baseline
        if baseline and not baseline_error(baseline):
            found.setdefault(baseline.path, []).append(assessment)
    return found


def _read(assessments: Sequence[Assessment]) -> Known:
    return read_baseline(_text(assessments))


def _text(assessments: Sequence[Assessment]) -> str:
    """Return the text of the baseline that some projects, at least one, have in common."""
    baseline = assessments[0].project.baseline
    assert baseline  # they are grouped by it
    return baseline.text


def _hidden(assessments: Sequence[Assessment], folder: Path) -> Known:
    """Return the findings that a baseline hides; those in a list of several projects count once."""
    return reduce(
        or_, (recorded(assessment.known, folder) for assessment in assessments), Counter()
    )


def _gone(left: Known, result: CheckResult, folder: Path) -> Known:
    """Return the missing findings whose file was checked, or does not exist any more."""
    projects = [assessment.project for assessment in result.assessments]
    files = {manifest.source.path for project in projects for manifest in project.manifests}
    checked = {relative(path, folder) for path in files | result.other_files}
    return Counter(
        {
            found: times
            for found, times in left.items()
            if found.file in checked or not (folder / found.file).exists()
        }
    )


def _no_longer(gone: Known) -> str:
    verb = "occurs" if gone.total() == 1 else "occur"
    return f"{count_noun(gone.total(), 'finding')} no longer {verb}"
