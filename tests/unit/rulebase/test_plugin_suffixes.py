"""Plugins that are known by the end of their names."""

import pytest

from framesage.rulebase import load_rule_base

BASE = load_rule_base()


@pytest.mark.parametrize(
    ("package", "frameworks"),
    [
        ("paystack-django", ["django"]),
        ("propelauth-flask", ["flask"]),
        ("some-unknown-service-flask", ["flask"]),
        ("another-unknown-service-django", ["django"]),
        ("pytest-django", []),
        ("pylint-flask", []),
        ("djangoish", []),
        ("notflask", []),
    ],
)
def test_a_suffix_tells_the_framework(package, frameworks):
    assert list(BASE.plugin_of(package)) == frameworks


def test_a_plugin_with_a_suffix_tells_the_framework_of_a_project(assess_project):
    found = assess_project("unknown-service-django==1.0\ngunicorn\n").framework
    assert [framework.id for framework in found.frameworks] == ["django"]


@pytest.mark.parametrize(
    ("puller", "framework"),
    [("ipykernel", "tornado"), ("jupyter-server", "tornado"), ("distributed", "tornado")],
)
def test_what_notebooks_pull_in_is_no_other_framework(assess_project, puller, framework):
    text = f"flask==3.1.1\n{puller}\n{framework}\n"
    found = assess_project(text).framework
    assert [framework.id for framework in found.frameworks] == ["flask"]
    alone = assess_project(f"flask==3.1.1\n{framework}\n").framework
    assert len(alone.frameworks) == 2 or alone.kind != found.kind
