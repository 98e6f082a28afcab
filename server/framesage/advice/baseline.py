"""Baselines: the findings a project had when it took Framesage up, so that only new ones count."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.findings import UNUSABLE
from framesage.advice.fingerprints import Fingerprint, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding

VERSION = 1
_KEYS = ("rule", "file", "about")


class BaselineError(ValueError):
    """A text that is no baseline; the message says why."""


def known_findings(
    assessments: Iterable[Assessment], name: Callable[[Path], str]
) -> Counter[Fingerprint]:
    """Return what a baseline keeps of findings; ``name`` says how it names their files.

    Settings that cannot be used are no findings to live with: they are never kept.
    """
    findings = (one for each in assessments for one in each.findings)
    return Counter(
        fingerprint(one, name(one.location.path)) for one in findings if one.rule not in UNUSABLE
    )


def baseline_text(known: Counter[Fingerprint]) -> str:
    """Return a baseline as it is written: JSON with a line for each finding, sorted."""
    lines = ",\n".join(f"    {_entry(one, known[one])}" for one in sorted(known))
    findings = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "version": {VERSION},\n  "findings": {findings}\n}}\n'


def _entry(one: Fingerprint, times: int) -> str:
    entry: dict[str, object] = dict(zip(_KEYS, one, strict=True))
    return json.dumps({**entry, "times": times} if times > 1 else entry, ensure_ascii=False)


def read_baseline(text: str) -> Counter[Fingerprint]:
    """Return what a baseline keeps; raise BaselineError where a text is none."""
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
        names = [entry.get(key) for key in _KEYS]
        times = entry.get("times", 1)
        if all(isinstance(one, str) for one in names) and isinstance(times, int):
            return Fingerprint(*map(str, names)), times
    raise BaselineError(f"this is no finding: {json.dumps(entry)}")


def without_known(
    assessments: Iterable[Assessment], known: Counter[Fingerprint], name: Callable[[Path], str]
) -> tuple[tuple[Assessment, ...], Counter[Fingerprint]]:
    """Return the assessments with new findings only, and what of the known ones was not found."""
    left = known.copy()

    def news(findings: Iterable[Finding]) -> Iterator[Finding]:
        for finding in findings:
            one = fingerprint(finding, name(finding.location.path))
            if left[one] > 0 and finding.rule not in UNUSABLE:
                left[one] -= 1
            else:
                yield finding

    new = tuple(replace(one, findings=tuple(news(one.findings))) for one in assessments)
    return new, +left
