"""The explanation of a verdict as JSON, version 1, for programs that ask about one project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framesage.explanation.what_if import find_flips, flip_words
from framesage.report.json import VERSION, project_json

if TYPE_CHECKING:
    from framesage.advice.model import Assessment


def explanation_json(assessment: Assessment) -> dict[str, Any]:
    """Return a project as ``framesage check`` does, and with what would change the verdict."""
    return {
        "version": VERSION,
        **project_json(assessment),
        "what-if": [flip_words(flip) for flip in find_flips(assessment)],
    }
