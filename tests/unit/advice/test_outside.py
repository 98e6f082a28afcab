"""A project that does not choose between Flask and Django gets no findings, whatever the rules."""

import pytest

from framesage.wording.silence import silence_or_framework
from framesage.wording.verdict import verdict_sentence

SPEED = "[traits]\nperformance-sensitive = true\n"


@pytest.mark.parametrize(
    ("requirements", "framework"),
    [
        ("aiohttp-session\naiohttp-security\n", "aiohttp"),
        ("aiohttp\naiohttp-swagger\nuvloop\nbcrypt\n", "aiohttp"),
        ("sanic-jwt\n", "Sanic"),
        ("fastapi-pagination\nsqlalchemy\n", "FastAPI"),
        ("starlette-csrf\njinja2\nitsdangerous\n", "Starlette"),
        ("tornado\ntornado-cors\nwtforms\n", "Tornado"),
        ("pyramid_tm\nsqlalchemy\nwaitress\n", "Pyramid"),
        ("bottle-beaker\ngunicorn\n", "Bottle"),
        ("falcon-cors\ngunicorn\n", "Falcon"),
        ("litestar-htmx\n", "Litestar"),
        ("quart-auth\nhypercorn\n", "Quart"),
    ],
)
def test_another_framework_is_known_by_its_plugins(assess_project, requirements, framework):
    assessment = assess_project(requirements, framesage__toml=SPEED)
    assert verdict_sentence(assessment) == f"Not applicable: this project uses {framework}"
    assert silence_or_framework(assessment).words == verdict_sentence(assessment)
    assert assessment.findings == ()


def test_a_client_is_no_server(assess_project):
    assert assess_project("aiohttp\naiohttp-retry\naiohttp-socks\n").framework.state == "none"


@pytest.mark.parametrize(
    "requirements",
    [
        "uvicorn\nuvloop\nasyncpg\nfastapi\n",  # another framework
        "uvicorn\nuvloop\nasyncpg\n",  # asynchronous
        "dash\nflask==2.2.2\n",  # a dashboard
        "zappa\ngunicorn\n",  # serverless
    ],
)
def test_a_rule_need_not_rule_out_projects_outside(assess_project, tmp_path, requirements):
    (tmp_path / "team.toml").write_text(
        '[[rule]]\nid = "team-rule"\ntitle = "T"\nmessage = "Always."\nwhy = "W"\n'
        'severity = "warning"\nat = "head"\nwhen = "web-application"\nreferences = ["guide:G01"]\n'
    )
    files = {"framesage__toml": 'rule-paths = ["team.toml"]\n'}
    rules = [finding.rule for finding in assess_project("flask\n", **files).findings]
    assert "team-rule" in rules
    assert assess_project(requirements, **files).findings == ()


def test_a_reusable_package_gets_no_findings(assess_project):
    project = '[project]\nname = "x"\ndependencies = ["flask==2.2.2", "wtforms"]\n'
    assert assess_project(pyproject__toml=project).findings
    project += "[tool.framesage.traits]\nreusable-package = true\n"
    assert assess_project(pyproject__toml=project).findings == ()


def test_a_plugin_of_another_framework_is_evidence_beside_flask(assess_project):
    both = assess_project("flask\nfastapi-users\n")
    assert both.framework.state == "flask"
    assert "needs-auth" in [found.trait.id for found in both.traits]
