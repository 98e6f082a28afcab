"""Where to upgrade an unsupported framework to, with the Python that it needs."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths

TO_52, TO_31 = "Upgrade to Django 5.2 (LTS) or later", "Upgrade to Flask 3.1"


@pytest.mark.parametrize(
    ("dependency", "pythons", "start"),
    [
        ("django~=4.2", ">=3.8,<3.10", f"{TO_52} and Python 3.10: "),
        ("django~=4.2", ">=3.8", f"{TO_52}: "),
        ("django~=4.2", "", f"{TO_52}: "),
        ("flask~=2.2", "==3.8.*", f"{TO_31} and Python 3.9: "),
        ("flask~=2.2", "==3.9.*", f"{TO_31}: "),
    ],
)
def test_an_upgrade_names_the_python_that_it_needs(
    tmp_path, make_project, dependency, pythons, start
):
    text = f'[project]\nname = "x"\nrequires-python = "{pythons}"\ndependencies = ["{dependency}"]'
    root = make_project(tmp_path, {"pyproject.toml": text})
    (assessment,) = assess_paths([root], date(2026, 11, 30))
    (message,) = [
        finding.message for finding in assessment.findings if finding.rule.endswith("-unsupported")
    ]
    assert message.startswith(start)
