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


def test_a_rule_page_has_what_is_reported_where_why_and_the_sources(assessment, tmp_path):
    page = rule_page(assessment, "flask-login-without-throttling")
    assert page.title == f"flask-login-without-throttling in {tmp_path.name}"
    title, message, *rest = page.markdown.split("\n\n")
    assert title.startswith("# ")
    assert message.startswith("**")
    assert message.endswith("** `flask-login-without-throttling`, requirements.txt:2")
    assert "Sources:" in rest
    assert message.partition("**")[2].partition("**")[0] in page.summary


def test_the_page_of_a_rule_without_a_finding_says_what_is_not_so(assessment):
    page = rule_page(assessment, "two-frameworks")
    result = "`two-frameworks` reports nothing here, because this is not so:"
    assert f"\n\n{result}\n\n- " in page.markdown
    assert "\n\nSources:\n\n- " in page.summary
    with pytest.raises(KeyError):
        rule_page(assessment, "no-such-rule")
