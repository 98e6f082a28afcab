"""A light bulb has few entries, the most useful first, and drops no policy of outer folders."""

import time
from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.editing.light_bulb import MOST_FINDINGS, EntryKind, LightBulb
from framesage.fixes.ignores import IgnoreScope, ignore_scopes

REBUILDS = "Flask>=3.1\nFlask-Login\nFlask-SQLAlchemy\nFlask-Admin\nFlask-Mail\nstripe\n"
OLD = "Flask==1.1.4\nFlask-Login==0.5.0\nFlask-SQLAlchemy==2.5.1\nFlask-Mail\nstripe\n"
CHOICE = "[project]\ndependencies = []\n\n[tool.framesage.traits]\nneeds-admin = true\n"


def entries_on_line(assessment, line, *, asks, room=6):
    found = [
        finding for finding in assessment.findings if finding.location.range.start.line == line
    ]
    assert found
    return LightBulb(assessment, asks=asks, can_apply=lambda _fix: True).entries(found, room)


def titles(entries):
    return [
        entry.fix.title if entry.fix else f"{entry.kind.value} {entry.findings[0].rule}"
        for entry in entries
    ]


@pytest.mark.parametrize("asks", [True, False])
@pytest.mark.parametrize(("text", "line"), [(OLD, 0), (REBUILDS, 0), (REBUILDS, 1)])
def test_there_are_at_most_six_entries_and_remedies_come_first(assess_project, text, line, asks):
    entries = entries_on_line(assess_project(text), line, asks=asks)
    assert 2 < len(entries) <= 6
    assert not titles(entries)[0].casefold().startswith("ignore")
    assert sum(entry.kind is EntryKind.EXPLAIN for entry in entries) <= 1
    preferred = [entry.fix is not None and entry.fix.preferred for entry in entries]
    assert preferred == sorted(preferred, reverse=True)


def test_each_rule_is_ignored_once(assess_project):
    assessment = assess_project(OLD)
    entries = entries_on_line(assessment, 0, asks=True)
    ignored = [
        finding.rule
        for entry in entries
        if entry.kind is EntryKind.IGNORE
        for finding in entry.findings
    ]
    on_line = {
        finding.rule for finding in assessment.findings if finding.location.range.start.line == 0
    }
    assert sorted(ignored) == sorted(on_line)


def test_where_entries_are_too_many_one_ignores_any_of_the_rules(assess_project):
    assessment = assess_project(OLD)
    few = entries_on_line(assessment, 0, asks=True, room=3)
    (ignore,) = [entry for entry in few if entry.kind is EntryKind.IGNORE]
    assert len({finding.rule for finding in ignore.findings}) > 1
    assert len(few) <= 3


def test_a_decision_comes_before_ignoring_where_it_removes_the_finding(assess_project):
    shown = titles(entries_on_line(assess_project(REBUILDS), 0, asks=True))
    decide, ignore = 'Set `framework = "flask"` for this project', "ignore flask-rebuilds-django"
    assert shown.index(decide) < shown.index(ignore)


def test_an_open_choice_offers_both_frameworks(assess_project):
    shown = titles(entries_on_line(assess_project(pyproject__toml=CHOICE), 1, asks=True))
    assert {"Start with Flask", "Start with Django"} <= set(shown)
    assert len(shown) <= 6


def test_entries_that_write_settings_leave_those_of_a_folder_above_in_force(tmp_path, make_project):
    policy = '[rules]\nunused-ignore = "off"\nflask-rebuilds-django = "warning"\n'
    files = {"framesage.toml": policy, "shop/requirements.txt": REBUILDS, ".git/HEAD": ""}
    make_project(tmp_path, files)
    (assessment,) = assess_paths([tmp_path / "shop"], date(2026, 11, 24))
    (finding,) = [found for found in assessment.findings if found.rule == "flask-rebuilds-django"]
    scopes = ignore_scopes(finding, assessment)
    assert scopes[IgnoreScope.PROJECT] == tmp_path / "shop" / "framesage.toml"
    bulb = LightBulb(assessment, asks=False, can_apply=lambda _fix: True)
    fixes = [entry.fix for entry in bulb.entries([finding], 20) if entry.fix]
    (edit,) = (edit for fix in fixes for edit in fix.edits if "framework" in edit.text)
    make_project(tmp_path, {edit.path.relative_to(tmp_path).as_posix(): edit.text})
    (assessment,) = assess_paths([tmp_path / "shop"], date(2026, 11, 24))
    settings = assessment.project.settings
    assert settings.framework == "flask"
    assert set(settings.severities) == {"unused-ignore", "flask-rebuilds-django"}


@pytest.mark.running_time
def test_a_whole_file_is_no_more_work_than_its_gravest_findings(assess_project):
    assessment = assess_project("flask<1\n" * 200)
    bulb = LightBulb(assessment, asks=True, can_apply=lambda _fix: True)
    all_found = assessment.findings

    def seconds(findings):
        start = time.process_time()
        assert bulb.entries(findings, 6)
        return time.process_time() - start

    assert len(all_found) > 5 * MOST_FINDINGS
    assert seconds(all_found) < 3 * seconds(all_found[:MOST_FINDINGS])
