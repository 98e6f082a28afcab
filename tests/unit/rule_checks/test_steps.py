"""The check of rule files that are open in an editor."""

from __future__ import annotations

from framesage.rule_checks.steps import CheckedFiles, check_steps
from framesage.rulebase import load_rule_base


def test_the_built_in_rules_are_not_checked(tmp_path):
    """They are used while all files of a project have errors; installed, they have no locations."""
    checked = CheckedFiles(load_rule_base())
    assert list(check_steps(checked, {tmp_path / "acme.toml"})) == []
    assert checked.issues == []
