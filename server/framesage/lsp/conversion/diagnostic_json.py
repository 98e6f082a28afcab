"""Diagnostics as JSON texts, each written once for as long as its finding stays the same.

A key changes few findings, and moves others at most. What pygls does for every diagnostic of every
message, with attrs objects and a generic converter, would take most of the time between a key and
its diagnostics. See docs/adr/0046.
"""

from __future__ import annotations

import json
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from pathlib import Path

    from lsprotocol import types

    from framesage.advice.model import Assessment, Finding
    from framesage.lsp.conversion.diagnostics import DiagnosticConverter
    from framesage.rulebase.rule_base import RuleBase

_SAID = attrgetter("message", "location.range", "rule", "severity", "location.manifest.source.path")
_START = '"start": {"line": %d, "character": %d}'
_END = '"end": {"line": %d, "character": %d}'
_RANGE = f'{{"range": {{{_START}, {_END}}}, '

Said = tuple[object, ...]


class _Written(NamedTuple):
    """What was written for an assessment: ``said`` is what each of its findings says."""

    assessment: Assessment | None
    findings: tuple[Finding, ...]
    said: list[Said]
    texts: list[str]
    paths: tuple[Path, ...]
    by_path: dict[Path, list[str]]
    rests: _Rests


class _Rests:
    """Diagnostics without their ranges, by what they are made from."""

    MOST = 4
    """How many there may be for each finding: a message can change with every key."""

    def __init__(self, rule_base: RuleBase) -> None:
        self.rule_base = rule_base
        self.known: dict[Hashable, str] = {}

    def fit(self, assessment: Assessment) -> bool:
        """Return whether they are from the same rules, and not too many."""
        most = self.MOST * len(assessment.findings) + 100
        return self.rule_base is assessment.rule_base and len(self.known) <= most


class DiagnosticWriter:
    """Writes the diagnostics of assessments, given what it has written for those before."""

    def __init__(self, converter: DiagnosticConverter) -> None:
        self._converter = converter
        self._written: dict[Path, _Written] = {}

    def by_path(self, assessment: Assessment, key: Path) -> Mapping[Path, list[str]]:
        """Return the diagnostics of every manifest as JSON objects, also of those without any.

        The assessments of a project, under one name, have one ``key``.
        """
        before = self._written.get(key)
        if before and _says_the_same(before.assessment, assessment):
            return before.by_path
        paths = tuple(manifest.source.path for manifest in assessment.project.manifests)
        if before is None or not before.rests.fit(assessment):
            before = _Written(None, (), [], [], (), {}, _Rests(assessment.rule_base))
        written = self._written[key] = self._write(assessment, paths, before)
        return written.by_path

    def _write(self, assessment: Assessment, paths: tuple[Path, ...], before: _Written) -> _Written:
        findings = assessment.findings
        said = list(map(_SAID, findings))
        kept = list(map(_is_kept, before.said, said, before.findings, findings))
        if len(findings) == len(before.findings) and paths == before.paths and all(kept):
            return before._replace(assessment=assessment, findings=findings, said=said)
        texts = [
            before.texts[number]
            if number < len(kept) and kept[number]
            else self._text(finding, assessment, before.rests)
            for number, finding in enumerate(findings)
        ]
        found: dict[Path, list[str]] = {path: [] for path in paths}
        for finding, text in zip(findings, texts, strict=True):
            found.setdefault(finding.location.path, []).append(text)
        same = before.by_path
        by_path = {
            path: same[path] if same.get(path) == own else own for path, own in found.items()
        }
        return _Written(assessment, findings, said, texts, paths, by_path, before.rests)

    def _text(self, finding: Finding, assessment: Assessment, rests: _Rests) -> str:
        location, positions = finding.location, self._converter.positions
        related = self._related(finding) if self._converter.related else ()
        said = finding.rule, finding.severity, finding.message, location.path, related
        if said not in rests.known:
            rests.known[said] = _rest(self._converter.diagnostic(finding, assessment))
        span = positions.range_in_units(location.manifest.source, location.range)
        return _RANGE % span + rests.known[said]

    def _related(self, finding: Finding) -> tuple[object, ...]:
        """Return everything that the rows below a message are made from."""
        in_units = self._converter.positions.range_in_units
        return tuple(
            (
                related.message,
                related.location.path,
                related.location.text,
                in_units(related.location.manifest.source, related.location.range),
            )
            for related in finding.related
        )


def _says_the_same(before: Assessment | None, assessment: Assessment) -> bool:
    """Return whether an assessment is known to have the diagnostics of another one."""
    move = assessment.move
    return assessment is before or bool(move and move.before is before and move.is_in_place)


def _is_kept(old: Said, new: Said, before: Finding, after: Finding) -> bool:
    """Return whether two findings say the same of what was not read again.

    A range that is equal, but another object, can be on a line with other characters before it.
    """
    return before is after or (
        old[0] is new[0]
        and old[1] is new[1]
        and old[2:] == new[2:]
        and (before.related is after.related or _are_related(before, after))
    )


def _are_related(before: Finding, after: Finding) -> bool:
    if len(before.related) != len(after.related):
        return False
    return all(
        old.message is new.message
        and old.location.range is new.location.range
        and old.location.subject is new.location.subject
        and old.location.path == new.location.path
        for old, new in zip(before.related, after.related, strict=True)
    )


def _rest(diagnostic: types.Diagnostic) -> str:
    """Return a diagnostic as the text of a JSON object, from behind its range."""
    written: dict[str, Any] = {"message": diagnostic.message, "source": diagnostic.source}
    if diagnostic.severity is not None:
        written["severity"] = diagnostic.severity.value
    if diagnostic.code is not None:
        written["code"] = diagnostic.code
    if diagnostic.code_description is not None:
        written["codeDescription"] = {"href": diagnostic.code_description.href}
    if diagnostic.tags is not None:
        written["tags"] = [tag.value for tag in diagnostic.tags]
    if diagnostic.related_information is not None:
        written["relatedInformation"] = list(map(_row, diagnostic.related_information))
    return json.dumps(written)[1:]


def _row(related: types.DiagnosticRelatedInformation) -> dict[str, object]:
    span = related.location.range
    ends = {"start": _position(span.start), "end": _position(span.end)}
    return {"location": {"uri": related.location.uri, "range": ends}, "message": related.message}


def _position(position: types.Position) -> dict[str, int]:
    return {"line": position.line, "character": position.character}
