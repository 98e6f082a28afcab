"""Baselines: files of known findings, so that only new findings are reported."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import UNUSABLE_INPUT
from framesage.advice.fingerprints import Fingerprint, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding

VERSION = 1
_KEYS = ("rule", "file", "about")


class BaselineError(ValueError):
    """The text is not a baseline; the message says why."""


def known_findings(
    assessments: Iterable[Assessment], name: Callable[[Path], str]
) -> Counter[Fingerprint]:
    """Return the findings that a baseline of these assessments records.

    ``name`` returns the name of a file in the baseline. Findings about input that cannot be used
    are not recorded, because the results are incomplete until that is corrected.
    """
    return Counter(
        fingerprint(finding, name(finding.location.path))
        for assessment in assessments
        for finding in assessment.findings
        if finding.rule not in UNUSABLE_INPUT
    )


def baseline_text(known: Counter[Fingerprint]) -> str:
    """Return the text of a baseline: JSON with one finding per line, sorted."""
    lines = ",\n".join(f"    {_entry(found, known[found])}" for found in sorted(known))
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def _entry(found: Fingerprint, times: int) -> str:
    entry: dict[str, object] = dict(zip(_KEYS, found, strict=True))
    return json.dumps({**entry, "times": times} if times > 1 else entry, ensure_ascii=False)


def read_baseline(text: str) -> Counter[Fingerprint]:
    """Return the findings in the text of a baseline; raise BaselineError if it is invalid."""
    try:
        document = json.loads(text)
    except ValueError as error:
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


def without_known(
    assessments: Iterable[Assessment], known: Counter[Fingerprint], name: Callable[[Path], str]
) -> tuple[tuple[Assessment, ...], Counter[Fingerprint]]:
    """Return the assessments without the known findings, and the known findings that are gone.

    ``name`` returns the name of a file in the baseline. A finding that occurs more often than it
    is known is new.
    """
    left = known.copy()

    def new_findings(assessment: Assessment) -> Iterator[Finding]:
        for finding in assessment.findings:
            found = fingerprint(finding, name(finding.location.path))
            if left[found] > 0 and finding.rule not in UNUSABLE_INPUT:
                left[found] -= 1
            else:
                yield finding

    new = tuple(
        replace(assessment, findings=tuple(new_findings(assessment))) for assessment in assessments
    )
    return new, +left
