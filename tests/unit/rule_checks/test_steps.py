"""The check of rule files that are open in an editor, on the rules that are in use."""

from __future__ import annotations

from framesage.rule_checks.steps import CheckedFiles, check_steps
from framesage.rulebase import load_rule_base
from framesage.rulebase.paths import shipped_rules
from framesage.rulebase.snapshot import read_snapshot, write_snapshot


def test_the_rules_of_an_installed_package_are_not_checked(tmp_path):
    """They are used while all files of a project have errors, and have no locations."""
    write_snapshot(load_rule_base(whole=True), shipped_rules(), tmp_path / "rules.snapshot")
    installed = read_snapshot(tmp_path / "rules.snapshot", shipped_rules())
    assert installed is not None
    checked = CheckedFiles(installed)
    assert list(check_steps(checked, {tmp_path / "acme.toml"})) == []
    assert checked.issues == []
