"""GitLab Code Quality reports: the keys that GitLab requires, and fingerprints that last."""

import json
from datetime import date

from framesage.advice.workspace import assess_paths
from framesage.report.gitlab import gitlab_report, gitlab_text

TODAY = date(2026, 1, 1)


def report(folder, make_project, text):
    make_project(folder, {".git/HEAD": "", "a b/requirements.txt": text})
    return gitlab_report(list(assess_paths([folder], TODAY)), folder)


def test_an_issue_has_the_keys_that_gitlab_requires(tmp_path, make_project):
    issues = report(tmp_path, make_project, "wtforms\nflask==2.3.3\n")
    (old,) = (issue for issue in issues if issue["check_name"] == "flask-unsupported")
    assert old["location"] == {"path": "a b/requirements.txt", "lines": {"begin": 2}}
    assert old["severity"] == "major"
    assert "Flask 3.1" in old["description"]
    assert len(old["fingerprint"]) == 32


def test_fingerprints_are_unique_and_stay_when_lines_move(tmp_path, make_project):
    twice = "flask==2.3.3\nflask==2.2.5\n"
    before = report(tmp_path, make_project, twice)
    assert len({issue["fingerprint"] for issue in before}) == len(before) >= 2
    after = report(tmp_path, make_project, f"# moved\n\n{twice}")
    assert [issue["fingerprint"] for issue in before] == [issue["fingerprint"] for issue in after]
    lines = [issue["location"]["lines"]["begin"] for issue in before]
    assert [issue["location"]["lines"]["begin"] for issue in after] == [line + 2 for line in lines]


def test_the_report_is_an_empty_list_without_findings():
    assert json.loads(gitlab_text([], None)) == []
