"""Conditions of a team's rules on single requirements and on any project, in whole projects."""

from __future__ import annotations

import pytest

from framesage.api import check

RULE = """
[[rule]]
id = "acme"
title = "So"
message = "Not {package}."
why = "So."
severity = "warning"
scope = "any"
at = "matches"
references = ["https://acme.example/"]
when = WHEN
"""
PYPROJECT = """
[project]
name = "billing-worker"
requires-python = ">=3.8"
dependencies = ["celery", "psycopg2-binary>=2.9", "flask-login==0.6.3", "django~=4.2", "requests<3"]

[project.optional-dependencies]
Postgres_Fast = ["psycopg2-binary"]
dev = ["ruff"]

[dependency-groups]
test = ["psycopg2-binary", "pytest==8.*"]
web = ["gunicorn"]
"""


@pytest.fixture
def found(tmp_path, make_project):
    """Return where the rule with a condition reports something in these files of a project."""

    def found(when, files=None, scope='scope = "any"'):
        rule = RULE.replace("WHEN", when).replace('scope = "any"', scope)
        settings = 'rule-paths = ["../team.toml"]\n'
        make_project(tmp_path, {"team.toml": rule})
        project = {"framesage.toml": settings, **(files or {"pyproject.toml": PYPROJECT})}
        root = make_project(tmp_path / "project", project)
        findings = [item for assessment in check(root) for item in assessment.findings]
        assert "settings" not in {item.rule for item in findings}, findings
        return [
            f"{item.location.path.name}:{item.location.range.start.line + 1} {item.location.text}"
            for item in findings
            if item.rule == "acme"
        ]

    return found


@pytest.mark.parametrize(
    ("when", "places"),
    [
        ('{ package = "psycopg2-binary" }', ["5 psycopg2-binary"]),
        ('{ package = "psycopg2-binary", where = "optional" }', ["8 psycopg2-binary"]),
        ('{ package = "psycopg2-binary", where = "development" }', ["12 psycopg2-binary"]),
        ('{ package = "psycopg2-binary", where = ["runtime", "optional"] }',
         ["5 psycopg2-binary", "8 psycopg2-binary"]),
        ('{ package = "psycopg2-binary", where = "any" }',
         ["5 psycopg2-binary", "8 psycopg2-binary", "12 psycopg2-binary"]),
        ('{ package = "psycopg2-binary", group = "t*" }', ["12 psycopg2-binary"]),
        ('{ package = "*", group = "*" , where = "runtime", except = ["celery", "r*", "psyco*"] }',
         ["5 flask-login", "5 django", "13 gunicorn"]),
        ('{ package = "psycopg2-binary", extra = "postgres-*" }', ["8 psycopg2-binary"]),
        ('{ package = "psycopg2-binary", extra = "test" }', []),
        ('{ package = "ruff", group = "dev" }', []),
        ('{ package = "ruff", extra = "dev" }', ["9 ruff"]),
        ('{ package = "flask-*" }', ["5 flask-login"]),
        ('{ package = "*-binary", file = "pyproject.toml", where = "runtime" }',
         ["5 psycopg2-binary"]),
        ('{ package = "*", specifier = "none" }', ["5 celery", "13 gunicorn"]),
        ('{ package = "*", specifier = "unlimited" }',
         ["5 celery", "5 psycopg2-binary", "13 gunicorn"]),
        ('{ package = "*", specifier = "unpinned" }',
         ["5 celery", "5 psycopg2-binary", "5 django", "5 requests", "13 gunicorn"]),
        ('{ package = "pytest", specifier = "unpinned", where = "any" }', ["12 pytest"]),
        ('{ package = "*", specifier = "pinned", where = "any" }', ["5 flask-login"]),
        ('{ package = "*", admits = "<2.0", except = "celery" }',
         ["5 flask-login", "5 requests", "13 gunicorn"]),
        ('{ package = "django", admits = "<4.2.1" }', ["5 django"]),
        ('{ package = "django", admits = ">=5" }', []),
        ('{ package = "psycopg2-*", version = ">=2" }', ["5 psycopg2-binary"]),
        ('{ package-for = "login", where = "any" }', ["5 flask-login"]),
        ('{ requires-python = "<3.9" }', ["4 >=3.8"]),
        ('{ requires-python = "<3.8" }', []),
        ('{ project-name = "*-worker", package = "celery" }', ["3 billing-worker", "5 celery"]),
        ('{ package = "celery", all = [{ project-name = "*-worker" }] }', ["5 celery"]),
        ('{ package = "celery", all = [{ project-name = "*-api" }] }', []),
        ('{ package = "celery", none = [{ package = "psycopg2-binary", extra = "*" }] }', []),
        ('{ package = "celery", none = [{ package = "gunicorn", where = "development" }] }',
         ["5 celery"]),
        ('{ any = [{ package = "ruff", where = "development" }, { package = "x-*" }] }',
         ["9 ruff"]),
        ('{ count = 2, of = [{ package = "cel*" }, { package = "pytest", where = "any" }] }',
         ["5 celery", "13 pytest"]),
    ],
)  # fmt: skip
def test_findings_stand_at_the_requirements_that_a_condition_means(found, when, places):
    places = [place.replace("13 pytest", "12 pytest") for place in places]
    assert found(when) == [f"pyproject.toml:{place}" for place in places]


FILES = {
    "requirements-prod-eu.txt": "psycopg2-binary\n",
    "requirements-prod.in": "psycopg2-binary\n",
    "requirements-dev.txt": "psycopg2-binary\n",
    "requirements/prod.txt": "celery\n",
}


@pytest.mark.parametrize(
    ("when", "places"),
    [
        ('{ package = "*", file = "requirements-prod*.txt" }', ["requirements-prod-eu.txt:1"]),
        ('{ package = "*", file = "requirements/*" }', ["prod.txt:1"]),
        ('{ package = "psycopg2-binary", where = "development" }', ["requirements-dev.txt:1"]),
    ],
)
def test_a_file_is_named_by_a_pattern(found, when, places):
    assert [place.partition(" ")[0] for place in found(when, FILES)] == places


def test_what_a_lock_file_or_constraints_hold_is_pinned(found):
    unpinned = '{ package = "*", specifier = "unpinned" }'
    listed = {"requirements.txt": "celery\n"}
    assert found(unpinned, listed) == ["requirements.txt:1 celery"]
    held = {"requirements.txt": "-c constraints.txt\ncelery\n", "constraints.txt": "celery==5.4\n"}
    assert found(unpinned, held) == []


def test_half_typed_versions_and_urls_say_nothing(found):
    lists = {"requirements.txt": "celery>=\nkombu @ https://x.example/kombu.zip\n"}
    for limit in (
        'specifier = "unpinned"',
        'specifier = "unlimited"',
        'specifier = "none"',
        'admits = "<2"',
    ):
        assert found(f'{{ package = ["celery", "kombu"], {limit} }}', lists) == []


@pytest.mark.parametrize(
    "lists",
    [
        {"requirements.txt": "celery\npsycopg2-binary\n"},
        {"requirements.txt": "fastapi\npsycopg2-binary\n"},
        {"requirements.txt": "flask\npsycopg2-binary\n"},
        {"requirements.txt": "flask\n\npsycopg2-binary\n", "py.typed": ""},
    ],
)
def test_a_rule_of_any_project_concerns_workers_and_other_frameworks(found, lists):
    lists = {**lists, "framesage.toml": 'rule-paths = ["../team.toml"]\n[rules]\n'}
    when = '{ package = "psycopg2-binary" }'
    assert [place.partition(" ")[2] for place in found(when, lists)] == ["psycopg2-binary"]


def test_a_rule_without_a_scope_concerns_web_applications_only(found):
    lists = {"requirements.txt": "celery\npsycopg2-binary\n"}
    assert found('{ package = "psycopg2-binary" }', lists, scope="") == []
    web = {"requirements.txt": "flask\npsycopg2-binary\n"}
    assert found('{ package = "psycopg2-binary" }', web, scope="") == [
        "requirements.txt:2 psycopg2-binary"
    ]


def test_a_finding_outside_web_applications_is_suppressed_by_a_comment(found):
    lists = {"requirements.txt": "celery\npsycopg2-binary  # framesage: ignore[acme] wheels\n"}
    assert found('{ package = "psycopg2-binary" }', lists) == []


def test_an_ignore_that_matches_nothing_is_reported_outside_web_applications(
    tmp_path, make_project
):
    rule = RULE.replace("WHEN", '{ package = "psycopg2-binary" }')
    unused, of_web = "# framesage: ignore[acme] wheels", "# framesage: ignore[two-frameworks] both"
    lists = f"celery  {unused}\nkombu  {of_web}\n"
    make_project(tmp_path, {"team.toml": rule})
    settings = 'rule-paths = ["../team.toml"]\n'
    files = {"framesage.toml": settings, "requirements.txt": lists}
    (assessment,) = check(make_project(tmp_path / "project", files))
    (finding,) = assessment.findings
    assert finding.rule == "unused-ignore"
    assert finding.location.range.start.line == 0


def test_an_allowed_list_reports_everything_else(found):
    allowed = '[[package-set]]\nid = "allowed"\npackages = ["celery", "django", "requests"]\n'
    when = '{ package = "*", except-set = "allowed", except = "psycopg2-*" }\n' + allowed
    assert found(when) == ["pyproject.toml:5 flask-login", "pyproject.toml:13 gunicorn"]
