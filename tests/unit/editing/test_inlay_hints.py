"""Inlay hints name the traits with the strongest evidence."""

from framesage.editing.inlay_hints import hints
from framesage.text import Position, Range

WHOLE = Range(Position(0, 0), Position(99, 0))
SETTING = {"framesage__toml": "inlay-hints = true\n"}


def test_the_strongest_evidence_comes_first(assess_project):
    assessment = assess_project("django\ndjango-allauth\ngunicorn\n", **SETTING)
    (manifest,) = [manifest for manifest in assessment.project.manifests if manifest.requirements]

    texts = {hint.location.text: hint.text for hint in hints(assessment, manifest, WHOLE)}

    assert texts["django-allauth"].startswith("needs-auth")
    assert texts["django"].startswith("web-application")
    assert texts["gunicorn"].startswith("web-application")
