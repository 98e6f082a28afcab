"""The fixes of a finding scan the text of a file at most once, besides that of the fixed file."""

from pathlib import Path

import pytest

from framesage import toml
from framesage.editing.light_bulb import LightBulb

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
    """A list that grows with every scan of the text of the file."""
    found: list[object] = []
    scan = toml.scan

    def counting(text, *arguments):
        if text == PYPROJECT:
            found.append(text)
        return scan(text, *arguments)

    monkeypatch.setattr(toml, "scan", counting)
    return found


def test_all_fixes_of_a_finding_share_one_scan(assess_project, scans):
    assessment = assess_project(pyproject__toml=PYPROJECT)
    (finding,) = [
        finding for finding in assessment.findings if finding.rule == "flask-forms-without-csrf"
    ]
    light_bulb = LightBulb(assessment, asks=False, can_apply=lambda _fix: True)
    fixes = [entry.fix for entry in light_bulb.entries([finding], 6) if entry.fix]
    assert {Path(edit.path).name for fix in fixes for edit in fix.edits} == {"pyproject.toml"}
    assert len(fixes) == 3
    assert len(scans) == 1
    light_bulb.entries([finding], 6)
    assert len(scans) == 1
