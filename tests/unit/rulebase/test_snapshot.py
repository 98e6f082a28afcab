"""The rule base as the wheel has it: the same knowledge, and never a stale one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from framesage.rulebase import load_rule_base
from framesage.rulebase.paths import shipped_rules
from framesage.rulebase.snapshot import read_snapshot, write_snapshot


@pytest.fixture
def installed(tmp_path):
    """Return a snapshot, and a copy of the rules at another location than where it was made."""
    rules = tmp_path / "elsewhere" / "rules"
    shutil.copytree(shipped_rules(), rules)
    snapshot = tmp_path / "elsewhere" / "rules.snapshot"
    write_snapshot(load_rule_base(whole=True), shipped_rules(), snapshot)
    return snapshot, rules


def test_the_snapshot_contains_the_same_rule_base(installed):
    whole, quick = load_rule_base(whole=True), read_snapshot(*installed)
    assert quick is not None
    assert quick.evidence == whole.evidence
    assert quick.frameworks == whole.frameworks
    assert quick.program == whole.program
    assert quick.advice.keys() == whole.advice.keys()
    assert quick.derivations[0].condition == whole.derivations[0].condition


def test_locations_refer_to_the_installed_rules(installed):
    quick = read_snapshot(*installed)
    assert quick is not None
    rule = next(iter(quick.advice.values()))
    assert rule.location.path.is_relative_to(installed[1])
    assert (
        rule.location.line_column == load_rule_base(whole=True).advice[rule.id].location.line_column
    )


def test_a_changed_rule_file_invalidates_the_snapshot(installed):
    snapshot, rules = installed
    with (rules / "claims.toml").open("a", encoding="utf-8") as file:
        file.write("# more\n")
    assert read_snapshot(snapshot, rules) is None


def test_an_additional_rule_file_invalidates_the_snapshot(installed):
    snapshot, rules = installed
    (rules / "evidence" / "more.toml").write_text("", encoding="utf-8")
    assert read_snapshot(snapshot, rules) is None


@pytest.mark.parametrize("size", [0, 10, 60, 1000, -1])
def test_a_damaged_snapshot_is_not_used(installed, size):
    snapshot, rules = installed
    snapshot.write_bytes(snapshot.read_bytes()[:size])
    assert read_snapshot(snapshot, rules) is None


def test_a_missing_snapshot_is_not_an_error(tmp_path):
    assert read_snapshot(tmp_path / "rules.snapshot", shipped_rules()) is None


def test_snapshots_are_reproducible_across_processes(tmp_path):
    code = (
        "import pathlib, sys\n"
        "from framesage.rulebase import load_rule_base\n"
        "from framesage.rulebase.paths import shipped_rules\n"
        "from framesage.rulebase.snapshot import write_snapshot\n"
        "target = pathlib.Path(sys.argv[1])\n"
        "write_snapshot(load_rule_base(whole=True), shipped_rules(), target)\n"
    )
    path = os.pathsep.join(sys.path)
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        subprocess.run(command, env=environment, check=True)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
