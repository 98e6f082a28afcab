"""The location, message, severity and related locations of findings."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.rulebase import load_rule_base
from framesage.severity import Severity
from framesage.wording.releases import day_words

SHOP = "flask\nflask-login\nflask-sqlalchemy\nflask-migrate\nflask-wtf\nflask-mail\n"

OWN_RULE = """
[[rule]]
id = "own"
title = "A rule of ours"
message = "{package} here."
why = "It is only an example."
severity = "hint"
at = "matches"
when = { package = "wagtail", all = [{ package = "django", version = ">=6.0" }] }
references = ["https://example.org/"]
"""


def rules(assessment) -> list[str]:
    return [finding.rule for finding in assessment.findings]


def finding(assessment, rule: str):
    (found,) = [found for found in assessment.findings if found.rule == rule]
    return found


def test_the_battery_count_has_the_counted_packages_as_related_locations(assess_project):
    found = finding(assess_project(SHOP), "flask-rebuilds-django")
    assert found.message.startswith("Consider Django: it includes what ")
    assert found.location.text == "flask"
    assert {evidence.location.text for evidence in found.related} == set(SHOP.split()) - {"flask"}


def test_a_message_names_the_feature_that_a_package_duplicates(assess_project):
    found = finding(assess_project("django\nwtforms\n"), "django-doubled-battery")
    assert found.message.endswith(" wtforms: forms with validation.")


def test_a_finding_is_at_the_requirement_that_it_is_about(assess_project):
    found = finding(assess_project(SHOP), "flask-login-without-throttling")
    assert found.location.range.start.line == 1
    assert found.message.startswith("Add Flask-Limiter: ")
    assert "(flask-login)" in found.message
    assert found.related == ()


def test_two_packages_with_the_same_problem_are_one_finding(assess_project):
    found = finding(
        assess_project("flask\nflask-login\nflask-user\n"), "flask-login-without-throttling"
    )
    assert "(flask-login and flask-user)" in found.message
    assert [evidence.location.text for evidence in (found, *found.related)] == [
        "flask-login",
        "flask-user",
    ]


def test_without_a_framework_a_finding_is_at_the_dependency_list(assess_project):
    project = (
        '[project]\nname = "x"\ndependencies = ["gunicorn"]\n'
        "[tool.framesage.traits]\nneeds-auth = true\nneeds-admin = true\n"
    )
    found = finding(assess_project(pyproject__toml=project), "choose-django")
    assert found.location.range.start.line == 2
    assert found.severity is Severity.INFORMATION
    assert "admin" in found.message and "certainty" in found.message


def test_an_open_choice_names_the_best_reason_for_each_side(assess_project):
    traits = "[traits]\napi-only = true\nneeds-auth = true\n"
    found = finding(assess_project("gunicorn\n", framesage__toml=traits), "either-framework-fits")
    assert "it is an API without HTML pages (Flask)" in found.message
    assert "it needs user accounts (Django)" in found.message


def test_a_recommendation_is_related_to_its_evidence(assess_project):
    text = "gunicorn\npython3-saml\npsycopg\nopenpyxl\nrequests\n"
    found = finding(assess_project(text), "choose-django")
    related = {evidence.location.text for evidence in found.related}
    assert "python3-saml" in related
    assert "psycopg" not in related  # a database is no reason to choose
    assert "requests" not in related


def test_a_comment_suppresses_a_rule_on_its_line(assess_project):
    text = SHOP.replace(
        "flask-login\n", "flask-login  # framesage: ignore[flask-login-without-throttling] proxy\n"
    )
    assert "flask-login-without-throttling" not in rules(assess_project(text))
    other = text.replace("[flask-login-without-throttling]", "[two-frameworks]")
    assert "flask-login-without-throttling" in rules(assess_project(other))
    every = text.replace("[flask-login-without-throttling]", "")
    assert "flask-login-without-throttling" not in rules(assess_project(every))


def test_settings_suppress_rules_and_change_severities(assess_project):
    off = '[rules]\nflask-rebuilds-django = "off"\n'
    assert "flask-rebuilds-django" not in rules(assess_project(SHOP, framesage__toml=off))
    ignored = '[ignore]\nflask-rebuilds-django = "we like it so"\n'
    assert "flask-rebuilds-django" not in rules(assess_project(SHOP, framesage__toml=ignored))
    loud = '[rules]\nflask-rebuilds-django = "warning"\n'
    raised = finding(assess_project(SHOP, framesage__toml=loud), "flask-rebuilds-django")
    assert raised.severity is Severity.WARNING


def test_invalid_settings_are_findings_at_the_setting(assess_project):
    wrong = '[traits]\nneeds-ath = true\n[rules]\nflask-rebuild = "off"\n'
    assessment = assess_project("requests\n", framesage__toml="colour = 1\n" + wrong)
    lines = {finding.message: finding.location.range.start.line for finding in assessment.findings}
    assert {finding.rule for finding in assessment.findings} == {"settings"}
    assert any("colour" in message and line == 0 for message, line in lines.items())
    assert any("needs-auth" in message and line == 2 for message, line in lines.items())
    assert any("flask-rebuilds-django" in message and line == 4 for message, line in lines.items())


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("flask==0.12.5", date(2020, 2, 10)),
        ("flask==1.0.4", date(2019, 7, 4)),
        ("flask==1.1.4", date(2021, 5, 14)),
        ("flask==2.0.3", date(2022, 2, 14)),
        ("flask==2.1.3", date(2022, 7, 13)),
        ("flask==2.2.5", date(2023, 5, 2)),
        ("flask==2.3.3", date(2023, 8, 21)),
        ("flask==3.0.3", date(2024, 4, 7)),
        ("django==1.11.29", date(2020, 3, 4)),
        ("django==2.1.15", date(2019, 12, 2)),
        ("django==2.2.28", date(2022, 4, 11)),
        ("django==3.0.14", date(2021, 4, 6)),
        ("django==3.1.14", date(2021, 12, 7)),
        ("django==4.2.30", date(2026, 4, 7)),
        ("django==5.0.14", date(2025, 4, 2)),
        ("django==5.1.15", date(2025, 12, 2)),
    ],
)
def test_support_does_not_end_before_the_last_release_of_a_series(assess_project, last, day):
    assessment = assess_project(last)
    framework, _, version = last.partition("==")
    (series,) = [
        release
        for release in assessment.rule_base.releases_of(framework)
        if version.startswith(f"{release.series}.")
    ]
    assert series.security_until >= day
    (found,) = [finding for finding in assessment.findings if "unsupported" in finding.rule]
    assert day_words(series.security_until) in found.message


def test_an_unsupported_release_is_a_finding_on_its_line(assess_project):
    assessment = assess_project("flask-login\nflask==1.1.4\ndjango==3.2.1\n")
    flask = finding(assessment, "flask-unsupported")
    django = finding(assessment, "django-unsupported")
    assert (flask.location.text, django.location.text) == ("flask", "django")
    assert flask.message == "Upgrade to Flask 3.1: support for 1.1.4 ended 14 May 2021."
    assert django.message == (
        "Upgrade to Django 5.2 (LTS) or later: security support for 3.2.1 ended 1 April 2024."
    )


@pytest.mark.parametrize(
    ("specifier", "shown", "ended"),
    [
        (">=4.0,<5", "4.0 to 4.2", "7 April 2026"),  # of all it admits, the last to end
        ("==1.10.5", "1.10.5", "2 December 2017"),
        ("==1.4.22", "1.4.22", "before 1 December 2015"),  # older than what is known
        ("==3.2.*", "3.2", "1 April 2024"),
    ],
)
def test_when_support_ended(assess_project, specifier, shown, ended):
    found = finding(assess_project(f"django{specifier}\n"), "django-unsupported")
    assert found.message.endswith(f": security support for {shown} ended {ended}.")


@pytest.mark.parametrize("rule", ["flask-rebuilds-django", "django-would-fit"])
def test_a_declared_framework_is_not_questioned(assess_project, rule):
    needs = "[traits]\nneeds-auth = true\nneeds-admin = true\ncontent-heavy = true\n"
    project = SHOP if rule == "flask-rebuilds-django" else "flask\n"
    assert rule in rules(assess_project(project, framesage__toml=needs))
    decided = f'framework = "flask"\n{needs}'
    assert rule not in rules(assess_project(project, framesage__toml=decided))


def test_findings_are_in_the_order_of_the_text(assess_project):
    found = assess_project(SHOP).findings
    assert [finding.location.range.start.line for finding in found] == sorted(
        finding.location.range.start.line for finding in found
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[tool.poetry.dependencies]\n"flask" = "^3"\n"Django-axes" = "*"\n',
            "Remove Django-axes or",
        ),
        (
            '[project]\nname = "x"\ndependencies = ["flask", "dj\\u0061ngo-axes"]\n',
            "Remove django-axes or",
        ),
    ],
)
def test_a_message_names_a_package_without_quotes_and_escapes(assess_project, text, message):
    found = finding(assess_project(pyproject__toml=text), "django-plugin-in-flask")
    assert found.message.startswith(message)


def test_projects_that_are_not_web_applications_have_no_findings(assess_project):
    assert assess_project("requests\nsqlalchemy\nclick\n").findings == ()


def test_a_version_condition_is_not_the_subject_of_a_finding(assess_project, tmp_path):
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.toml").write_text(OWN_RULE)
    settings = 'rule-paths = ["rules"]\n'
    found = finding(assess_project("django==6.0.1\nwagtail\n", framesage__toml=settings), "own")
    assert (found.location.text, found.message) == ("wagtail", "wagtail here.")


def test_no_fix_removes_a_framework(assess_project):
    """The tests of the rules whose fix removes a package are the examples."""
    base = assess_project("flask\n").rule_base
    removing = [rule for rule in base.advice.values() if rule.fix and rule.fix.remove]
    assert removing
    for rule in load_rule_base(whole=True).advice.values():
        for test in rule.tests if rule.fix and rule.fix.remove else ():
            for found in assess_project("\n".join(test.requirements) + "\n").findings:
                if found.rule == rule.id:
                    assert found.location.subject.name not in base.framework_of, (
                        rule.id,
                        test.name,
                    )


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        ("Django==3.2.*", " 3.2 ended"),
        ("Django>=3.2,<4.0", " 3.2 ended"),
        ("Django~=3.2.1", " 3.2 ended"),
        ("Django>=3.0,<4", " 3.0 to 3.2 ended"),
        ("Flask>=2.2,<2.3", " 2.2 ended"),
    ],
)
def test_a_message_names_the_releases_of_a_specifier(assess_project, requirement, words):
    messages = [finding.message for finding in assess_project(f"{requirement}\n").findings]
    assert any(words in message for message in messages), messages


TRAITS = "[traits]\nneeds-auth = true\nneeds-admin = true\ncontent-heavy = true\n"


def test_a_project_of_settings_alone_gets_its_advice_there(assess_project):
    (found,) = assess_project("", framesage__toml=TRAITS).findings
    assert (found.rule, found.location.path.name) == ("choose-django", "framesage.toml")
    assert found.location.range.start == (1, 0)


def test_advice_can_be_ignored_among_the_settings(assess_project):
    ignored = TRAITS.replace("\n", "\n# framesage: ignore[choose-django] not yet\n", 1)
    assert assess_project("", framesage__toml=ignored).findings == ()


def test_settings_for_the_projects_below_get_no_advice(tmp_path, make_project):
    make_project(tmp_path, {"framesage.toml": TRAITS, "web/requirements.txt": "django\n"})
    outer = next(iter(assess_paths([tmp_path], date(2026, 11, 28))))
    assert outer.project.root == tmp_path
    assert outer.findings == ()


def test_a_change_in_a_list_for_development_does_not_hide_another(assess_project):
    found = assess_project("django~=5.2\nraven\n", **{"requirements-dev.txt": "nose\n"}).findings
    assert "superseded-package" in {finding.rule for finding in found}
