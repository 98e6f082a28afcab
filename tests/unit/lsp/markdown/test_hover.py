"""Hovers say what there is to say, with the lines it was read off."""

from datetime import date

import pytest

from framesage.advice.model import Assessment
from framesage.advice.workspace import assess_paths
from framesage.analysis.model import Location
from framesage.lsp.markdown.hover import (
    MOST_REASONS,
    comparison_table,
    finding_text,
    reference_text,
    requirement_text,
    verdict_text,
)
from framesage.rulebase import load_rule_base

FLASK = ["Flask-Login", "Flask-SQLAlchemy", "Flask-Migrate", "Flask-WTF", "Flask-Mail", "six"]


@pytest.fixture
def say(make_project, tmp_path):
    def assessed(*requirements: str, traits: str = "") -> Assessment:
        files = {"requirements.txt": "\n".join(requirements)}
        if traits:
            files["framesage.toml"] = f"[traits]\n{traits}\n"
        (one,) = assess_paths([make_project(tmp_path, files)], date(2026, 1, 1))
        return one

    return assessed


def location(assessment: Assessment, name: str) -> Location:
    for manifest in assessment.project.manifests:
        for one in manifest.requirements:
            if one.name == name:
                return Location(manifest, one.range, one)
    raise KeyError(name)


def test_a_requirement_says_what_it_evidences_and_how_strongly(say):
    assessment = say("Flask", *FLASK)
    lines = requirement_text(location(assessment, "flask-login"), assessment).splitlines()
    assert lines[0] == "**Flask-Login**"
    told = [line for line in lines[2:] if line]
    assert told and all(line.startswith("- speaks ") for line in told)
    titles = {trait.title for trait in assessment.rule_base.traits.values()}
    assert all(line.split("*")[1] in titles for line in told)
    assert any("strong evidence" in line or "fair evidence" in line for line in told)


def test_a_neutral_requirement_says_so_and_an_unknown_one_nothing(say):
    neutral = next(one for one in load_rule_base().neutral if not one.endswith("*"))
    assessment = say("Flask", neutral, "nobody-knows-this-name")
    assert "Says nothing about" in requirement_text(location(assessment, neutral), assessment)
    assert requirement_text(location(assessment, "nobody-knows-this-name"), assessment) == ""
    one_of_many = say("Flask", "pytest-nobody-knows-this")
    told = requirement_text(location(one_of_many, "pytest-nobody-knows-this"), one_of_many)
    assert "Says nothing about Flask or Django: runs or supports tests." in told


def test_the_verdict_has_reasons_with_lines_a_comparison_and_what_is_left_to_do(say):
    assessment = say("Flask", *FLASK)
    text = verdict_text(assessment)
    assert assessment.findings
    assert all(f"- {one.message}" in text for one in assessment.findings)
    assert comparison_table(assessment.rule_base) in text
    reasons = text.partition("Because\n\n")[2].partition("\n\n")[0].splitlines()
    assert 1 <= len(reasons) <= MOST_REASONS
    assert any("requirements.txt:" in one for one in reasons)


@pytest.mark.parametrize(
    ("traits", "headline"),
    [
        ("needs-auth = true\nneeds-admin = true\ncontent-heavy = true", "Django would fit"),
        ("api-only = true\nmvp = true\nsmall-project = true", "Flask would fit"),
    ],
)
def test_the_headline_follows_the_verdict(say, traits, headline):
    text = verdict_text(say("gunicorn", traits=traits))
    assert headline in text.splitlines()[0]
    assert "as declared" in text


def test_an_open_verdict_has_a_side_for_each_framework_and_what_would_turn_it_to_each(say):
    text = verdict_text(say("Flask", "flask-smorest", "flask-sqlalchemy", "flask-jwt-extended"))
    assert "both fit" in text.splitlines()[0]
    headings = [line for line in text.splitlines() if line.startswith(("For ", "Because", "Despi"))]
    assert headings == ["For Flask", "For Django"]
    assert "What would turn it to Flask: " in text
    assert "What would turn it to Django: " in text
    assert text.count("declared in [tool.framesage.traits]") == 1


def test_a_finding_that_says_the_verdict_is_not_said_twice(say):
    assessment = say("gunicorn", traits="needs-auth = true\nneeds-admin = true")
    assert [one.rule for one in assessment.findings] == ["choose-django"]
    assert assessment.findings[0].message not in verdict_text(assessment)


def test_a_table_has_a_row_for_each_topic():
    base = load_rule_base()
    lines = comparison_table(base).splitlines()
    assert len(lines) == len(base.comparison) + 2
    assert all(line.count("|") == 4 for line in lines)


def test_a_finding_tells_why_and_where_that_is_written(say):
    assessment = say("Flask", "Django")
    (finding,) = {one.rule: one for one in assessment.findings}.values()
    rule = assessment.rule_base.advice[finding.rule]
    text = finding_text(finding, assessment.rule_base)
    assert rule.why in text and f"`{rule.id}`" in text
    claim = assessment.rule_base.claims["G14"]
    assert claim.text in text


def test_references():
    base = load_rule_base()
    assert base.claims["G05"].text in reference_text("guide:G05", base)
    assert reference_text("https://example.org/x", base) == "<https://example.org/x>"
    assert reference_text("guide:G99", base) == "guide:G99"
