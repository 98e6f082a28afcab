"""Baselines: files of known findings, so that only new findings are reported."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import UNUSABLE_INPUT
from framesage.advice.fingerprints import Fingerprint, fingerprint
from framesage.project import relative

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framesage.advice.model import Assessment, Finding
    from framesage.project.model import Project
    from framesage.text import Source

VERSION = 1
_KEYS = ("rule", "file", "about")
_LONE = re.compile("[\ud800-\udfff]")
"""Bytes in the name of a file that are no UTF-8; files have no code for them, but JSON has."""


class BaselineError(ValueError):
    """The text is not a baseline; the message says why."""


def recorded(findings: Iterable[Finding], folder: Path) -> Counter[Fingerprint]:
    """Return the findings that a baseline in a folder records.

    Its file names are relative to the folder. Findings about input that cannot be used are not
    recorded, because the results are incomplete until that is corrected.
    """
    return Counter(
        fingerprint(finding, relative(finding.location.path, folder))
        for finding in findings
        if finding.rule not in UNUSABLE_INPUT
    )


def baseline_text(known: Counter[Fingerprint]) -> str:
    """Return the text of a baseline: JSON with one finding per line, sorted."""
    lines = ",\n".join(f"    {_entry(found, known[found])}" for found in sorted(known))
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def _entry(found: Fingerprint, times: int) -> str:
    entry: dict[str, object] = dict(zip(_KEYS, found, strict=True))
    text = json.dumps({**entry, "times": times} if times > 1 else entry, ensure_ascii=False)
    return _LONE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


@lru_cache(maxsize=8)
def read_baseline(text: str) -> Counter[Fingerprint]:
    """Return the findings in the text of a baseline; raise BaselineError if it is invalid."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"not JSON: {error}") from error
    if not isinstance(document, dict) or not isinstance(document.get("findings"), list):
        raise BaselineError("it has no list of findings")
    if document.get("version") != VERSION:
        raise BaselineError(f"its version is {document.get('version')}, not {VERSION}")
    return Counter(dict(map(_read_entry, document["findings"])))


def _read_entry(entry: object) -> tuple[Fingerprint, int]:
    if isinstance(entry, dict):
        values = [entry.get(key) for key in _KEYS]
        times = entry.get("times", 1)
        if all(isinstance(value, str) for value in values) and isinstance(times, int):
            return Fingerprint(*map(str, values)), times
    raise BaselineError(f"not a finding: {json.dumps(entry)}")


def split_known(
    findings: Iterable[Finding], baseline: Source | None
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the new findings and the known ones; all are new without a valid baseline.

    A finding that occurs more often than it is known is new.
    """
    if baseline is None or baseline_error(baseline):
        return tuple(findings), ()
    left, folder = read_baseline(baseline.text).copy(), baseline.path.parent
    new, known = [], []
    for finding in findings:
        found = fingerprint(finding, relative(finding.location.path, folder))
        if left[found] > 0 and finding.rule not in UNUSABLE_INPUT:
            left[found] -= 1
            known.append(finding)
        else:
            new.append(finding)
    return tuple(new), tuple(known)


def with_known(assessment: Assessment) -> Assessment:
    """Return an assessment as it is without the baseline."""
    return replace(assessment, findings=(*assessment.findings, *assessment.known), known=())


def baseline_error(baseline: Source) -> str:
    """Return why a text is not a baseline, or ""."""
    try:
        read_baseline(baseline.text)
    except BaselineError as error:
        return str(error)
    return ""


def baseline_problem(project: Project, name: str = "") -> str:
    """Return why the baseline in the settings of a project cannot be used, or "".

    ``name`` is what it is called; by default, its path from the root of the project.
    """
    path = project.settings.baseline
    if not path:
        return ""
    name = name or project.relative(Path(path))
    if project.unread_baseline:
        return f"baseline '{name}' cannot be read: {project.unread_baseline}"
    if project.baseline is None:
        return (
            f"baseline '{name}' does not exist; create it with `framesage check --write-baseline`"
        )
    error = baseline_error(project.baseline)
    return f"'{name}' is not a baseline: {error}" if error else ""
