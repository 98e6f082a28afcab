"""A rule's test becomes a dependency file that says exactly what the test gives."""

from __future__ import annotations

import tomli

from framesage.rulebase.example import pyproject_text
from framesage.rulebase.model import RuleTest


def test_everything_is_written_where_manifests_have_it():
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


def test_a_test_that_gives_nothing_is_an_empty_project():
    assert tomli.loads(pyproject_text(RuleTest("x", wanted=False)))["project"] == {
        "name": "example",
        "keywords": [],
        "classifiers": [],
        "dependencies": [],
    }
