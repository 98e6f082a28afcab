"""The hover on a framework or a list is one screen: verdict, reasons, what would change it."""

from datetime import date

import pytest

from framesage.advice.model import Assessment
from framesage.advice.to_do import number_of_findings, short_headline
from framesage.advice.workspace import assess_paths
from framesage.lsp.markdown.markup import plain
from framesage.lsp.markdown.verdict_hover import verdict_text

MORE = "[Open the explanation](command:more)"
SHOP = ["Flask==3.0.3", "Flask-Login", "Flask-SQLAlchemy", "Flask-Admin", "Flask-WTF", "celery"]
API = ["django", "djangorestframework", "psycopg"]
MOST_LINES = 7
"""A hover of VS Code has room for these and for two diagnostics above them."""


@pytest.fixture
def assess(make_project, tmp_path):
    def assessed(*requirements: str, settings: str = "", project: str = "") -> Assessment:
        files = {"requirements.txt": "\n".join(requirements)} if requirements else {}
        files |= {"framesage.toml": settings} if settings else {}
        files |= {"pyproject.toml": project} if project else {}
        (assessment,) = assess_paths([make_project(tmp_path, files)], date(2026, 1, 1))
        return assessment

    return assessed


def lines_of(assessment: Assessment) -> list[str]:
    return [line.rstrip() for line in verdict_text(assessment, MORE).splitlines() if line]


@pytest.mark.parametrize(
    ("requirements", "settings"),
    [
        (SHOP, ""),
        (API, ""),
        (["flask"], ""),
        (["flask", "flask-smorest", "flask-sqlalchemy", "flask-jwt-extended"], ""),
        (["gunicorn"], "[traits]\nneeds-auth = true\nneeds-admin = true\ncontent-heavy = true\n"),
        (["gunicorn"], "[traits]\napi-only = true\nmvp = true\nsmall-project = true\n"),
        (SHOP, 'framework = "flask"\n'),
        (["fastapi"], ""),
        (["flask"], "[traits]\nreusable-package = true\n"),
        (["flask", "django"], ""),
    ],
)
def test_every_kind_of_verdict_is_a_few_short_lines_and_a_link(assess, requirements, settings):
    lines = lines_of(assess(*requirements, settings=settings))
    assert lines[0].startswith("**")
    assert lines[-1].endswith(MORE)
    assert len(lines) <= MOST_LINES
    assert max(len(plain(line)) for line in lines) <= 165
    assert all(len(plain(line)) <= 75 for line in lines if line.startswith("- "))


def test_the_first_line_is_the_verdict_and_its_certainty(assess):
    headline = lines_of(assess(*SHOP))[0]
    assert headline == "**Django would suit this project better than Flask** (medium certainty)"


def test_the_strongest_reasons_of_both_sides_have_their_requirements(assess):
    assert lines_of(assess(*SHOP))[1:4] == [
        "- For Django: it needs an admin back office (Flask-Admin)",
        "- For Django: it needs user accounts (Flask-Login)",
        "- For Flask: its components are hand-picked (Flask-SQLAlchemy, Flask)",
    ]


def test_a_reason_from_the_description_quotes_it(assess):
    project = (
        '[project]\nname = "club"\ndependencies = []\n'
        'description = "A website for our book club: members log in and discuss"\n'
    )
    reasons = [line for line in lines_of(assess(project=project)) if line.startswith("- ")]
    assert reasons == ["- It needs user accounts ('log in', 'members log in')"]


def test_a_declared_reason_says_so(assess):
    declared = "[traits]\nneeds-auth = true\nneeds-admin = true\n"
    lines = lines_of(assess("gunicorn", settings=declared))
    assert "- It needs user accounts (as declared)" in lines


def test_the_bookkeeping_of_the_engine_is_left_to_the_page(assess):
    assessment = assess(*SHOP)
    text = verdict_text(assessment, MORE)
    assert not any(words in text for words in ("%", "weight", "evidence", "|", " = true"))
    assert not any(finding.message in text for finding in assessment.findings)


def test_the_number_of_findings_is_that_of_the_code_lens(assess):
    traits = "[traits]\nneeds-auth = true\nneeds-admin = true\ncontent-heavy = true\n"
    assessment = assess("gunicorn", settings=traits)
    assert [finding.rule for finding in assessment.findings] == ["choose-django"]
    assert lines_of(assessment)[-1].endswith(f"1 finding. {MORE}")
    assert short_headline(assessment).endswith(". 1 finding")


def test_one_sentence_says_what_would_change_the_verdict(assess):
    assert any(
        line.startswith("Flask would fit better if ") and " = " not in line
        for line in lines_of(assess(*SHOP))
    )


def test_an_open_verdict_says_what_would_tip_it_to_each_side(assess):
    both = assess("Flask", "flask-smorest", "flask-sqlalchemy", "flask-jwt-extended")
    lines = lines_of(both)
    assert "Both fit" in lines[0]
    reasons = [line.split(":")[0] for line in lines if line.startswith("- ")]
    assert reasons == ["- For Flask", "- For Flask", "- For Django"]
    assert any("Flask would fit better if " in line and ", Django if " in line for line in lines)


def test_the_numbers_of_both_kits_are_a_short_sentence(assess):
    assert "Of 11 needs, Flask includes 2 and Django 9." in lines_of(assess(*SHOP))[-1]
    assert "needs" not in lines_of(assess("flask"))[-1]


def test_nothing_argues_with_a_decision(assess):
    decided = assess(*SHOP, settings='framework = "flask"\ndecision = "2026-11-28: we know it"\n')
    lines = lines_of(decided)
    assert lines[0] == "**Flask, as decided** (2026-11-28: we know it)"
    assert len(lines) == 2
    assert "Django" not in lines[1]
    assert f" {number_of_findings(decided.findings)}. " in lines[1]


def test_a_decision_with_nothing_left_to_do_says_so(assess):
    assert "Nothing left to do." in lines_of(assess("flask", settings='framework = "flask"\n'))[-1]


def test_an_api_on_django_reads_no_doubt_about_its_framework(assess):
    lines = lines_of(assess(*API))
    assert lines[0] == "**No reason to change from Django**"
    assert not [line for line in lines if line.startswith("- ") or "fit better" in line]
    assert "certainty" not in " ".join(lines)


def test_a_project_that_does_not_choose_says_how_to_correct_that(assess):
    lines = lines_of(assess("flask", settings="[traits]\nreusable-package = true\n"))
    assert "`reusable-package = false`" in " ".join(lines)
    assert not [line for line in lines if line.startswith("- ")]
