"""The example projects in ``tests/fixtures`` and what Framesage reports about them."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

import framesage
from framesage.explanation.kits import kits_for, kits_summary

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
PROJECTS = sorted(path for path in FIXTURES.iterdir() if path.is_dir())
TODAY = date(2026, 11, 28)


@pytest.mark.parametrize("folder", PROJECTS, ids=lambda folder: folder.name)
def test_report_is_as_expected(folder):
    found = [summary(assessment, folder) for assessment in framesage.check(folder, today=TODAY)]
    expected = folder / "expected.json"
    if os.environ.get("FRAMESAGE_UPDATE_FIXTURES"):
        expected.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    assert json.loads(expected.read_text(encoding="utf-8")) == found


def test_every_project_is_described():
    page = (FIXTURES / "README.md").read_text(encoding="utf-8")
    assert [folder.name for folder in PROJECTS if f"| `{folder.name}` |" not in page] == []


def summary(assessment: framesage.Assessment, folder: Path) -> dict:
    root = assessment.project.root
    return {
        "root": root.relative_to(folder).as_posix(),
        "web": assessment.web,
        "framework": assessment.framework.state,
        "verdict": " ".join([assessment.verdict.favors, assessment.verdict.certainty]).strip(),
        "traits": {found.trait.id: found.certainty for found in assessment.traits},
        "kits": kits_summary(kits_for(assessment)),
        "findings": [_line(finding, root) for finding in assessment.findings],
    }


def _line(finding: framesage.Finding, root: Path) -> str:
    location = finding.location
    where = f"{location.path.relative_to(root).as_posix()}:{location.range.start.line + 1}"
    return f"{where}: {finding.severity} {finding.rule}: {finding.message}"
