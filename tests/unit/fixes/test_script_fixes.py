"""Fixes of a script change versions, or add ignore comments at the ends of its metadata lines."""

from datetime import date

from framesage.advice.workspace import assess_paths
from framesage.fixes import apply_edits, fixes_for
from framesage.fixes.ignores import IgnoreScope, ignore_changes, ignore_scopes

SCRIPT = '# /// script\n# dependencies = ["flask==1.0", "flask-login"]\n# ///\nimport flask\n'


def test_a_finding_in_a_script_can_be_resolved_or_ignored(tmp_path):
    path = tmp_path / "run.py"
    path.write_text(SCRIPT)
    (before,) = assess_paths([path], date(2026, 11, 24))
    (finding,) = [finding for finding in before.findings if finding.rule == "flask-unsupported"]
    fixes = [fix for found in before.findings for fix in fixes_for(found, before)]
    assert all(edit.path == path for fix in fixes for edit in fix.edits)
    (upgrade,) = fixes_for(finding, before)
    assert {fix.title for fix in fixes} == {upgrade.title}
    upgraded = apply_edits(before.project.manifests[0].source, upgrade.edits)
    assert upgraded == SCRIPT.replace("flask==1.0", "flask~=3.1.0")
    assert ignore_scopes(finding, before) == {IgnoreScope.LINE: path}
    changes = ignore_changes(finding, before, IgnoreScope.LINE, "a demo")
    path.write_text(apply_edits(before.project.manifests[0].source, changes.edits))
    assert 'login"]  # framesage: ignore[flask-unsupported] a demo\n# ///\n' in path.read_text()
    (after,) = assess_paths([path], date(2026, 11, 24))
    assert "flask-unsupported" not in [finding.rule for finding in after.findings]
