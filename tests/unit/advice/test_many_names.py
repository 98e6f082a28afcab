"""Time is linear in what a file repeats: rules in one comment, and lines about one package."""

from datetime import date
from unittest.mock import Mock

import pytest

from framesage.advice.suppressions import suppressions_of
from framesage.advice.workspace import assess_paths
from framesage.analysis import failing_limits
from framesage.rulebase import load_rule_base
from growth import assert_linear


@pytest.mark.parametrize(
    ("begin", "repeated", "end", "size"),
    [
        ("flask # framesage: ignore[", "rule-name-{0},", "x]\n", 500),
        ("", "flask\n", "", 1000),
        ("", "django<2\n", "", 500),
    ],
)
def test_repetitions(tmp_path, make_project, begin, repeated, end, size):
    def make(count):
        text = begin + "".join(repeated.format(number) for number in range(count)) + end
        return make_project(tmp_path / str(count), {"requirements.txt": text})

    assess_paths([make(2)], date(2026, 7, 26))
    assert_linear(lambda folder: list(assess_paths([folder], date(2026, 7, 26))), make, size)


def test_ignored_rules_in_settings(tmp_path, make_project):
    def make(count):
        lines = "".join(f'rule-name-{number} = "because"\n' for number in range(count))
        folder = make_project(tmp_path / str(count), {"framesage.toml": f"[ignore]\n{lines}"})
        (assessment,) = assess_paths([folder], date(2026, 7, 26))
        return assessment.project

    assert_linear(suppressions_of, make, 1500)


def test_repeated_requirements_are_compared_with_limits_once(tmp_path, make_project, monkeypatch):
    compared = Mock(wraps=failing_limits._fails)
    monkeypatch.setattr(failing_limits, "_fails", compared)
    limits = len(load_rule_base().limits)
    folder = make_project(tmp_path, {"requirements.txt": "flask\nflask>1\n" * 100})
    list(assess_paths([folder], date(2026, 7, 26)))
    assert compared.call_count <= 2 * limits
