"""The page has the whole verdict: reasons, kits, what would change it, findings, a comparison."""

import re
from datetime import date

import pytest

from framesage.advice.model import Assessment
from framesage.advice.workspace import assess_paths
from framesage.lsp.markdown.whole_verdict import comparison_table, whole_verdict
from framesage.rulebase import load_rule_base
from framesage.wording.reasons import MOST_REASONS

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


def test_the_verdict_has_reasons_findings_and_a_comparison(assess):
    assessment = assess("Flask", *FLASK)
    text = whole_verdict(assessment)
    assert assessment.findings
    assert all(f"- {finding.message} — " in text for finding in assessment.findings)
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
    text = whole_verdict(assess("gunicorn", traits=traits))
    assert headline in text.splitlines()[0]
    assert "as declared" in text


def test_an_open_verdict_shows_both_sides_and_what_would_change_it(assess):
    text = whole_verdict(assess("Flask", "flask-smorest", "flask-sqlalchemy", "flask-jwt-extended"))
    assert "Both fit" in text.splitlines()[0]
    headings = [line for line in text.splitlines() if line.startswith("For ")]
    assert [line.split()[1] for line in headings] == ["Flask", "Django"]
    assert all(line.endswith("% of the weight):") for line in headings)
    assert "**What if:** Flask would fit better if " in text
    assert "**What if:** Django would fit better if " in text
    assert text.count("in [tool.framesage.traits]") == 1


def test_a_finding_that_repeats_the_verdict_is_listed_as_it_is_counted(assess):
    assessment = assess("gunicorn", traits="needs-auth = true\nneeds-admin = true")
    assert [finding.rule for finding in assessment.findings] == ["choose-django"]
    assert f"- {assessment.findings[0].message} — " in whole_verdict(assessment)


def test_the_table_has_a_row_for_each_topic():
    base = load_rule_base()
    lines = comparison_table(base).splitlines()
    assert len(lines) == len(base.comparison) + 2
    assert all(line.count("|") == 4 for line in lines)


def test_the_verdict_counts_what_each_framework_takes_for_the_needs(assess):
    text = whole_verdict(assess("flask", "flask-login", "flask-admin"))
    (line,) = [line for line in text.splitlines() if "For these" in line]
    assert re.fullmatch(
        r"\*\*Kits:\*\* For these \d+ needs, Flask includes .*; Django includes .*\.", line
    )
    assert "For these" not in whole_verdict(assess("flask"))
