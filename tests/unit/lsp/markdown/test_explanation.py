"""Explanations are pages with the verdict, the traits and the evidence."""

from datetime import date

import pytest

from framesage.advice.model import Assessment
from framesage.advice.workspace import assess_paths
from framesage.lsp.markdown.explanation import project_page, rule_page


@pytest.fixture
def assessment(make_project, tmp_path) -> Assessment:
    project = make_project(tmp_path, {"requirements.txt": "flask\nflask-login\n"})
    (assessment,) = assess_paths([project], date(2026, 1, 1))
    return assessment


def test_a_project_page_has_verdict_traits_and_requirements(assessment, tmp_path):
    page = project_page(assessment)
    assert page.title == f"Framesage on {tmp_path.name}"
    assert page.markdown.startswith(f"# {tmp_path.name}: Flask or Django?\n\n**Verdict:** ")
    kits = page.markdown.partition("## What each framework takes")[2].partition("\n## ")[0]
    assert "| here: flask-login (requirements.txt:2) | included: [`django.contrib.auth`](" in kits
    assert "flask-login (requirements.txt:2)" in page.markdown.partition("## Traits")[2]
    assert "**flask-login**" in page.markdown.partition("## Evidence by requirement")[2]
    assert page.summary.startswith("Framesage: ")


def test_a_rule_page_has_the_reasons_and_the_sources(assessment, tmp_path):
    page = rule_page(assessment, "two-frameworks")
    assert page.title == f"two-frameworks in {tmp_path.name}"
    assert "`two-frameworks` does not apply here:" in page.markdown
    assert "\n\nSources:\n\n- " in page.summary
    with pytest.raises(KeyError):
        rule_page(assessment, "no-such-rule")
