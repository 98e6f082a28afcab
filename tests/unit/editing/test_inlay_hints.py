"""What a hint behind a requirement names: its strongest evidence, and nothing faint beside it."""

from framesage.editing.inlay_hints import hints
from framesage.text import Position, Range

WHOLE = Range(Position(0, 0), Position(99, 0))
SETTING = {"framesage__toml": "inlay-hints = true\n"}


def test_the_strongest_evidence_comes_first(assess_project):
    assessment = assess_project("django\ndjango-allauth\ngunicorn\n", **SETTING)
    (manifest,) = [one for one in assessment.project.manifests if one.requirements]

    texts = {one.location.text: one.text for one in hints(assessment, manifest, WHOLE)}

    assert texts["django-allauth"].startswith("needs-auth")
    assert texts["django"].startswith("web-application")
    assert texts["gunicorn"].startswith("web-application")
