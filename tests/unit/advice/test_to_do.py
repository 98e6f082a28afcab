"""The headline with the number of findings: in code lenses, the status and on pages."""

from framesage.advice.to_do import short_headline
from framesage.report.summary import count_findings

SHOP = "flask\nflask-login\nflask-sqlalchemy\nwtforms\nflask-script\n"


def test_the_number_is_that_of_the_command_line(assess_project):
    assessment = assess_project(SHOP)
    number = count_findings(assessment.findings).partition(" (")[0]
    assert len(assessment.findings) > 3
    assert short_headline(assessment).endswith(f". {number}")


def test_findings_of_all_files_count(assess_project):
    alone = assess_project("flask\n", framesage__toml="[traits]\nunknown = true\n")
    assert short_headline(alone).endswith(". 1 finding")


def test_a_finding_that_repeats_the_verdict_counts_as_in_the_terminal(assess_project):
    traits = "[traits]\nneeds-auth = true\nneeds-admin = true\ncontent-heavy = true\n"
    assessment = assess_project("gunicorn\n", framesage__toml=traits)
    assert [finding.rule for finding in assessment.findings] == ["choose-django"]
    assert short_headline(assessment).endswith(". 1 finding")


def test_headlines_with_findings_fit_into_a_line(assess_project):
    for text in (SHOP, "django\ndjango-allauth\n", "flask\nasyncpg\n", "flask==1.0\ndjango==2\n"):
        assert len(f"Framesage: {short_headline(assess_project(text))}") <= 80
