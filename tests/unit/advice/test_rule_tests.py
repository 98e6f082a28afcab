"""The tests that rules contain are run with the code that assesses projects."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import tomli

from framesage.advice.rule_tests import example_project, pyproject_text, run_test
from framesage.project.model import Settings
from framesage.rulebase import load_rule_base
from framesage.rulebase.model import RuleTest


@pytest.fixture(scope="module")
def rule_base():
    return load_rule_base(whole=True)


def test_a_test_that_expects_the_opposite_fails(rule_base):
    rule = rule_base.guidance["admin-favors-django"]
    opposite = [replace(test, wanted=not test.wanted) for test in rule.tests]
    outcomes = [run_test(rule, test, rule_base) for test in opposite]
    assert outcomes
    assert not any(outcome.passed for outcome in outcomes)


def test_the_date_and_purpose_of_requirements_count(rule_base):
    rule = rule_base.advice["django-unsupported"]
    old = RuleTest("x", wanted=True, requirements=("django==4.2.1",), today=date(2026, 5, 1))
    assert run_test(rule, old, rule_base).fired
    assert not run_test(rule, replace(old, today=date(2026, 4, 1)), rule_base).fired
    development = replace(old, requirements=(), development=old.requirements)
    assert not run_test(rule, development, rule_base).fired


@pytest.mark.parametrize("declared", [True, False])
def test_declared_traits_count(rule_base, declared):
    rule = rule_base.guidance["mvp-favors-flask"]
    test = RuleTest("x", wanted=declared, traits={"mvp": declared})
    assert run_test(rule, test, rule_base).fired is declared


def test_a_test_is_written_as_a_pyproject_file():
    test = RuleTest(
        "x",
        wanted=True,
        requirements=("flask>=3", 'x ; python_version < "3.12"'),
        development=("pytest",),
        project_name="shop",
        description='Sells "tea" \\ coffee \u2615\nand more.',
        keywords=("web",),
        classifiers=("Framework :: Flask",),
    )
    assert tomli.loads(pyproject_text(test)) == {
        "project": {
            "name": "shop",
            "description": test.description,
            "keywords": ["web"],
            "classifiers": ["Framework :: Flask"],
            "dependencies": list(test.requirements),
        },
        "dependency-groups": {"dev": ["pytest"]},
    }


def test_extras_and_the_python_of_a_test_are_written():
    test = RuleTest("x", wanted=True, extras={"web": ("flask",)}, requires_python=">=3.9")
    project = tomli.loads(pyproject_text(test))["project"]
    assert project["requires-python"] == ">=3.9"
    assert project["optional-dependencies"] == {"web": ["flask"]}
    assert project["dependencies"] == []


def test_a_test_can_have_further_files():
    test = RuleTest("x", wanted=True, files={"requirements-prod.txt": ("flask", "celery")})
    _, listed = example_project(test, Settings()).manifests
    assert listed.source.path.name == "requirements-prod.txt"
    assert [requirement.name for requirement in listed.requirements] == ["flask", "celery"]


def test_an_empty_test_is_an_empty_project():
    assert tomli.loads(pyproject_text(RuleTest("x", wanted=False)))["project"] == {
        "name": "example",
        "keywords": [],
        "classifiers": [],
        "dependencies": [],
    }
