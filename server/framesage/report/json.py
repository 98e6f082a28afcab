"""Assessments as JSON, version 1; ``docs/check.schema.json`` describes it."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from framesage.explanation.kits import kits_for
from framesage.project import relative
from framesage.report.locations import lsp_range
from framesage.wording.reasons import reason_locations, reason_words
from framesage.wording.verdict import verdict_headline

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location
    from framesage.analysis.model import Analysis, InferredTrait
    from framesage.explanation.kit_entries import KitEntry
    from framesage.inference import Reason
    from framesage.project.model import Project

VERSION = 1
_DIGITS = 4  # of beliefs and weights; more would be false precision


def json_text(assessments: Iterable[Assessment]) -> str:
    """Return the whole document; in ASCII, which is safe in every console and pipe."""
    return "".join(json_parts(assessments))


def json_parts(assessments: Iterable[Assessment]) -> Iterator[str]:
    """Yield the text of the document in parts, each project as soon as it is there.

    Each trait and each finding is on a line of its own. More lines would be for people, who have
    other formats, and take several times as long: only Python's compact JSON is written in C.
    """
    separator = ""
    yield f'{{"version": {VERSION}, "projects": ['
    for assessment in assessments:
        yield f"{separator}\n{_project_text(project_json(assessment))}"
        separator = ","
    yield "\n]}\n" if separator else "]}\n"


def _project_text(project: Mapping[str, Any]) -> str:
    keys = (f'  "{key}": {_value_text(value)}' for key, value in project.items())
    return "{{\n{}\n}}".format(",\n".join(keys))


def _value_text(value: object) -> str:
    if not isinstance(value, list) or not value:
        return json.dumps(value)
    return "[\n{}\n  ]".format(",\n".join(f"    {json.dumps(item)}" for item in value))


def document(assessments: Iterable[Assessment]) -> dict[str, Any]:
    """Return the whole document as plain values."""
    return {
        "version": VERSION,
        "projects": [project_json(assessment) for assessment in assessments],
    }


def project_json(assessment: Assessment) -> dict[str, Any]:
    """Return a project with its verdict and findings as plain values."""
    project, use = assessment.project, assessment.framework
    return {
        "root": project.root.as_posix(),
        "manifests": [
            relative(manifest.source.path, project.root) for manifest in project.manifests
        ],
        "web": assessment.web,
        "framework": {
            "state": use.state,
            "decided": use.is_declared,
            "declared": [_declared(location, project) for location in use.locations],
        },
        "traits": [_trait(trait, assessment) for trait in assessment.traits],
        "verdict": verdict_json(assessment),
        "kits": kits_json(assessment),
        "findings": [_finding(finding, project) for finding in assessment.findings],
    }


def verdict_json(assessment: Assessment) -> dict[str, Any]:
    """Return the verdict as a sentence, the rules' verdict and its reasons as plain values."""
    verdict = assessment.verdict
    fitting = [framework.id for framework in verdict.fitting]
    return {
        "headline": verdict_headline(assessment),
        "favors": verdict.favors,
        "certainty": verdict.certainty or None,
        "score": round(verdict.score, _DIGITS),
        "because": [_reason(reason, assessment) for reason in verdict.because],
        "despite": [_reason(reason, assessment) for reason in verdict.despite],
        **({"fitting": fitting} if fitting else {}),
    }


def kits_json(analysis: Analysis) -> dict[str, Any]:
    """Return what each candidate has for the needs of the project as plain values."""
    return {
        kit.framework.id: [_entry(entry) for entry in kit.entries] for kit in kits_for(analysis)
    }


def _entry(entry: KitEntry) -> dict[str, Any]:
    return {
        "need": entry.need,
        "trait": entry.trait,
        "packages": list(entry.packages),
        "alternatives": list(entry.alternatives),
        "included": entry.included,
        "url": entry.url,
    }


def _declared(location: Location, project: Project) -> dict[str, Any]:
    return {
        "name": getattr(location.subject, "name", location.text),
        **_location(location, project),
    }


def _trait(found: InferredTrait, assessment: Assessment) -> dict[str, Any]:
    conclusion = found.conclusion
    return {
        "id": found.trait.id,
        "title": found.trait.title,
        "belief": round(found.belief, _DIGITS),
        "certainty": found.certainty,
        "evidence": [_reason(reason, assessment) for reason in conclusion.supporting],
        "counter-evidence": [_reason(reason, assessment) for reason in conclusion.opposing],
    }


def _reason(reason: Reason, assessment: Assessment) -> dict[str, Any]:
    project = assessment.project
    return {
        "source": reason.source,
        "why": reason_words(reason, assessment),
        "weight": round(reason.weight, _DIGITS),
        "locations": [
            _location(location, project) for location in reason_locations(reason, assessment)
        ],
    }


def _finding(finding: Finding, project: Project) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        **_location(finding.location, project),
        "related": [
            {"message": related.message, **_location(related.location, project)}
            for related in finding.related
        ],
        "references": list(finding.references),
    }


def _location(location: Location, project: Project) -> dict[str, Any]:
    return {"file": _relative(location.path, project.root), "range": lsp_range(location)}


@lru_cache(maxsize=256)
def _relative(path: Path, root: Path) -> str:
    return relative(path, root)
