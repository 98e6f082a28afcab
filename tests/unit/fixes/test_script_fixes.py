"""Of a script's metadata a fix edits no more than the end of a line: the rest is comments."""

from datetime import date

from framesage.advice.workspace import assess_paths
from framesage.fixes import apply_edits, fixes_for

SCRIPT = '# /// script\n# dependencies = ["flask==1.0", "flask-login"]\n# ///\nimport flask\n'


def test_a_finding_can_be_ignored_where_it_stands_and_nothing_else(tmp_path):
    path = tmp_path / "run.py"
    path.write_text(SCRIPT)
    (before,) = assess_paths([path], date(2026, 11, 24))
    (finding,) = [one for one in before.findings if one.rule == "flask-unsupported"]
    fixes = [fix for one in before.findings for fix in fixes_for(one, before)]
    assert {fix.title.partition(" ")[0] for fix in fixes} == {"Ignore"}
    assert all(edit.path == path for fix in fixes for edit in fix.edits)
    (fix,) = fixes_for(finding, before)
    path.write_text(apply_edits(before.project.manifests[0].source, fix.edits))
    assert 'flask-login"]  # framesage: ignore[flask-unsupported] \n# ///\n' in path.read_text()
    (after,) = assess_paths([path], date(2026, 11, 24))
    assert "flask-unsupported" not in [one.rule for one in after.findings]
