"""The fixes of a finding scan the text of a file at most once."""

from pathlib import Path

import pytest

from framesage.fixes import fixes_for
from framesage.toml import parser

PYPROJECT = """\
[project]
name = "shop"
dependencies = [
  "flask",
  "wtforms",
]

[tool.framesage.traits]
small-project = true
"""


@pytest.fixture
def scans(monkeypatch) -> list[object]:
    """A list that grows with every scan of a TOML text."""
    found: list[object] = []
    scan = parser.Parser.__init__

    def counting(self, *arguments, **options):
        found.append(self)
        scan(self, *arguments, **options)

    monkeypatch.setattr(parser.Parser, "__init__", counting)
    return found


def test_all_fixes_of_a_finding_share_one_scan(assess_project, scans):
    assessment = assess_project(pyproject__toml=PYPROJECT)
    assert scans
    scans.clear()
    (finding,) = [
        finding for finding in assessment.findings if finding.rule == "flask-forms-without-csrf"
    ]
    fixes = fixes_for(finding, assessment)
    assert {Path(edit.path).name for fix in fixes for edit in fix.edits} == {"pyproject.toml"}
    assert len(fixes) > 3
    assert len(scans) == 1
    fixes_for(finding, assessment)
    assert len(scans) == 1
