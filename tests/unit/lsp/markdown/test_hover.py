"""Hovers show the evidence, the verdict and the rules, with their locations."""

import re
from datetime import date

import pytest

from framesage.advice.model import Assessment
from framesage.advice.to_do import to_do
from framesage.advice.workspace import assess_paths
from framesage.analysis.model import Location
from framesage.lsp.markdown.hover import (
    MOST_REASONS,
    comparison_table,
    finding_text,
    requirement_text,
    verdict_text,
)
from framesage.rulebase import load_rule_base

FLASK = ["Flask-Login", "Flask-SQLAlchemy", "Flask-Migrate", "Flask-WTF", "Flask-Mail", "six"]


@pytest.fixture
def assess(make_project, tmp_path):
    def assessed(*requirements: str, traits: str = "") -> Assessment:
        files = {"requirements.txt": "\n".join(requirements)}
        if traits:
            files["framesage.toml"] = f"[traits]\n{traits}\n"
        (assessment,) = assess_paths([make_project(tmp_path, files)], date(2026, 1, 1))
        return assessment

    return assessed


def location(assessment: Assessment, name: str) -> Location:
    for manifest in assessment.project.manifests:
        for requirement in manifest.requirements:
            if requirement.name == name:
                return Location(manifest, requirement.range, requirement)
    raise KeyError(name)


def test_a_requirement_shows_its_evidence_and_strengths(assess):
    assessment = assess("Flask", *FLASK)
    lines = requirement_text(location(assessment, "flask-login"), assessment).splitlines()
    assert lines[0] == "**Flask-Login**"
    evidence = [line for line in lines[2:] if line]
    assert evidence and all(" evidence for *" in line for line in evidence)
    titles = {trait.title for trait in assessment.rule_base.traits.values()}
    assert all(line.split("*")[1] in titles for line in evidence)
    assert any(line.startswith(("- Strong", "- Fair")) for line in evidence)


def test_a_neutral_requirement_shows_the_reason_and_an_unknown_one_nothing(assess):
    neutral = next(name for name in load_rule_base().neutral if not name.endswith("*"))
    assessment = assess("Flask", neutral, "unknown-package")
    assert "Not relevant to" in requirement_text(location(assessment, neutral), assessment)
    assert requirement_text(location(assessment, "unknown-package"), assessment) == ""
    one_of_many = assess("Flask", "pytest-unknown")
    text = requirement_text(location(one_of_many, "pytest-unknown"), one_of_many)
    assert "Not relevant to the choice between Flask and Django. " in text


def test_a_requirement_that_another_one_installs_is_not_counted(assess_project):
    assessment = assess_project("flask\nitsdangerous\n")
    text = requirement_text(location(assessment, "itsdangerous"), assessment)
    assert "another requirement installs it anyway" in text


def test_the_verdict_has_reasons_findings_and_a_comparison(assess):
    assessment = assess("Flask", *FLASK)
    text = verdict_text(assessment)
    assert to_do(assessment)
    assert all(f"- {finding.message}" in text for finding in to_do(assessment))
    assert comparison_table(assessment.rule_base) in text
    reasons = text.partition("of the weight):\n\n")[2].partition("\n\n")[0].splitlines()
    assert 1 <= len(reasons) <= MOST_REASONS
    assert any("requirements.txt:" in reason for reason in reasons)


@pytest.mark.parametrize(
    ("traits", "headline"),
    [
        (
            "needs-auth = true\nneeds-admin = true\ncontent-heavy = true",
            "Django would suit this project (",
        ),
        ("api-only = true\nmvp = true\nsmall-project = true", "Flask would suit this project ("),
    ],
)
def test_the_headline_follows_the_verdict(assess, traits, headline):
    text = verdict_text(assess("gunicorn", traits=traits))
    assert headline in text.splitlines()[0]
    assert "as declared" in text


def test_an_open_verdict_shows_both_sides_and_what_would_change_it(assess):
    text = verdict_text(assess("Flask", "flask-smorest", "flask-sqlalchemy", "flask-jwt-extended"))
    assert "Both fit" in text.splitlines()[0]
    headings = [line for line in text.splitlines() if line.startswith("For ")]
    assert [line.split()[1] for line in headings] == ["Flask", "Django"]
    assert all(line.endswith("% of the weight):") for line in headings)
    assert "**What if:** Flask would fit better if " in text
    assert "**What if:** Django would fit better if " in text
    assert text.count("in [tool.framesage.traits]") == 1


def test_a_finding_that_repeats_the_verdict_is_not_shown(assess):
    assessment = assess("gunicorn", traits="needs-auth = true\nneeds-admin = true")
    assert [finding.rule for finding in assessment.findings] == ["choose-django"]
    assert assessment.findings[0].message not in verdict_text(assessment)


def test_the_table_has_a_row_for_each_topic():
    base = load_rule_base()
    lines = comparison_table(base).splitlines()
    assert len(lines) == len(base.comparison) + 2
    assert all(line.count("|") == 4 for line in lines)


def test_a_finding_shows_its_rule_and_sources(assess):
    assessment = assess("Flask", "Django")
    (finding,) = {finding.rule: finding for finding in assessment.findings}.values()
    rule = assessment.rule_base.advice[finding.rule]
    text = finding_text(finding, assessment.rule_base)
    assert rule.why in text and f"`{rule.id}`" in text
    claim = assessment.rule_base.claims["G14"]
    assert claim.text in text


def test_the_verdict_counts_what_each_framework_takes_for_the_needs(assess):
    text = verdict_text(assess("flask", "flask-login", "flask-admin"))
    (line,) = [line for line in text.splitlines() if "For these" in line]
    assert re.fullmatch(
        r"\*\*Kits:\*\* For these \d+ needs, Flask includes .*; Django includes .*\.", line
    )
    assert "For these" not in verdict_text(assess("flask"))
