"""Assessments as JSON, version 1; ``docs/check.schema.json`` describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from framesage.report.locations import lsp_range, relative
from framesage.wording.reasons import reason_places, reason_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framesage.advice.model import Assessment, Finding, Place, TraitFound
    from framesage.inference import Reason
    from framesage.project.model import Project

VERSION = 1
_DIGITS = 4  # of certainties and weights: more would promise more than is known


def json_text(assessments: Iterable[Assessment]) -> str:
    """Return the whole document; in ASCII, which no console or pipe can garble."""
    return json.dumps(document(assessments), indent=2) + "\n"


def document(assessments: Iterable[Assessment]) -> dict[str, Any]:
    """Return the whole document as plain values."""
    return {"version": VERSION, "projects": [_project(one) for one in assessments]}


def _project(assessment: Assessment) -> dict[str, Any]:
    project, use, verdict = assessment.project, assessment.use, assessment.verdict
    return {
        "root": project.root.as_posix(),
        "manifests": [relative(one.source.path, project.root) for one in project.manifests],
        "web": assessment.web,
        "framework": {
            "state": use.state,
            "decided": use.decided,
            "declared": [_declared(place, project) for place in use.declared],
        },
        "traits": [_trait(trait, assessment) for trait in assessment.traits],
        "verdict": {
            "favors": verdict.favors,
            "level": verdict.level or None,
            "score": round(verdict.score, _DIGITS),
            "because": [_reason(one, assessment) for one in verdict.because],
            "despite": [_reason(one, assessment) for one in verdict.despite],
        },
        "findings": [_finding(one, project) for one in assessment.findings],
    }


def _declared(place: Place, project: Project) -> dict[str, Any]:
    return {"name": getattr(place.subject, "name", place.text), **_place(place, project)}


def _trait(found: TraitFound, assessment: Assessment) -> dict[str, Any]:
    conclusion = found.conclusion
    return {
        "id": found.trait.id,
        "title": found.trait.title,
        "certainty": round(found.certainty, _DIGITS),
        "level": found.level,
        "evidence": [_reason(one, assessment) for one in conclusion.supporting],
        "counter-evidence": [_reason(one, assessment) for one in conclusion.opposing],
    }


def _reason(reason: Reason, assessment: Assessment) -> dict[str, Any]:
    project = assessment.project
    return {
        "source": reason.source,
        "why": reason_words(reason, assessment.rule_base),
        "weight": round(reason.weight, _DIGITS),
        "places": [_place(one, project) for one in reason_places(reason, assessment)],
    }


def _finding(finding: Finding, project: Project) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        "message": finding.message,
        **_place(finding.place, project),
        "related": [
            {"message": one.message, **_place(one.place, project)} for one in finding.related
        ],
        "references": list(finding.references),
    }


def _place(place: Place, project: Project) -> dict[str, Any]:
    return {"file": relative(place.path, project.root), "range": lsp_range(place)}
