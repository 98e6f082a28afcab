"""Ignore comments and settings suppress findings; expired and unused ones are reported."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.fixes import apply_edits, fix_all, fixes_for
from framesage.lsp.markdown.whole_verdict import whole_verdict
from framesage.severity import Severity

RULE = "flask-forms-without-csrf"
LOGIN = "flask-login-without-throttling"


@pytest.fixture
def reported(assess_project):
    """Return the rule and message of the findings about RULE, suppressions and settings."""

    def run(*arguments, **files):
        found = assess_project(*arguments, **files).findings
        wanted = (RULE, "expired-ignore", "unused-ignore", "settings")
        return [(finding.rule, finding.message) for finding in found if finding.rule in wanted]

    return run


def rules(findings):
    return [rule for rule, _ in findings]


@pytest.mark.parametrize(
    "text",
    [
        f"flask\nwtforms # framesage: ignore[{RULE}] the proxy does it\n",
        f"flask\n# framesage: ignore[{RULE}] until=2026-11-24\nwtforms\n",
        f"flask\nwtforms # framesage: ignore[{RULE}] until=2026-11-25, then ask again\n",
        f"# framesage: ignore-file[{RULE}]\n\nflask\nwtforms\n",
        "flask\nwtforms # framesage: ignore\n",
    ],
)
def test_a_current_ignore_is_not_reported(reported, text):
    assert reported(text) == []


def test_an_expired_ignore_is_reported_with_its_finding(reported):
    text = f"flask\nwtforms # framesage: ignore[{RULE}, {LOGIN}] until=2026-11-23\n"
    found = reported(text)
    assert rules(found) == [RULE, "expired-ignore"]
    assert "2026-11-23" in found[1][1]


def test_an_invalid_date_is_reported_and_the_ignore_stays(reported):
    found = reported(f"flask\nwtforms # framesage: ignore[{RULE}] until=soon\n")
    assert rules(found) == ["expired-ignore"]
    assert "'soon'" in found[0][1]


def test_each_unused_rule_of_an_ignore_is_reported(reported):
    found = reported(f"flask\nwtforms # framesage: ignore[{RULE}, {LOGIN}]\n")
    assert found == [
        ("unused-ignore", f"Remove the ignore of {LOGIN}; it matches no finding here.")
    ]


def test_an_ignore_on_another_line_suppresses_nothing(reported):
    assert rules(reported(f"flask # framesage: ignore[{RULE}]\nwtforms\n")) == [
        "unused-ignore",
        RULE,
    ]


def test_an_unknown_rule_is_reported_with_the_closest_name(reported):
    found = reported("flask\nwtforms # framesage: ignore[flask-form-without-csrf]\n")
    assert sorted(rules(found)) == [RULE, "unused-ignore"]
    assert any(f"did you mean '{RULE}'?" in message for _, message in found)


def test_ignores_in_the_settings_expire_too(reported):
    settings = '[tool.framesage.ignore]\n{} = "{}"\n'
    text = "flask\nwtforms\n"
    assert reported(text, pyproject__toml=settings.format(RULE, "proxy, until=2027-01-01")) == []
    ended = reported(text, pyproject__toml=settings.format(RULE, "proxy, until=2026-01-01"))
    assert sorted(rules(ended)) == ["expired-ignore", RULE]
    unused = reported(text, pyproject__toml=settings.format(LOGIN, "why"))
    assert sorted(rules(unused)) == [RULE, "unused-ignore"]


def test_the_settings_set_the_severity_of_findings_about_ignores(reported):
    off = '[tool.framesage.rules]\nunused-ignore = "off"\n'
    assert reported("flask # framesage: ignore\n", pyproject__toml=off) == []


def test_projects_that_are_not_web_applications_have_no_findings_about_ignores(reported):
    assert reported("numpy # framesage: ignore\n") == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"flask # framesage: ignore[{LOGIN}] x\n", "flask\n"),
        ("flask # framesage: ignore\n", "flask\n"),
        (f"flask # framesage: ignore[{LOGIN}, {RULE}] until=2020-01-01\n", "flask\n"),
        (
            f"flask\nwtforms # framesage: ignore[{RULE}, {LOGIN}] x\n",
            f"flask\nwtforms # framesage: ignore[{RULE}] x\n",
        ),
    ],
)
def test_a_fix_removes_an_unused_ignore(assess_project, before, after):
    assessment = assess_project(before)
    finding = next(found for found in assessment.findings if found.rule.endswith("-ignore"))
    (fix,) = fixes_for(finding, assessment)
    assert apply_edits(finding.location.manifest.source, fix.edits) == after


def test_a_fix_removes_an_unused_setting(assess_project):
    settings = f'[tool.framesage.ignore]\n{RULE} = "why"\n{LOGIN} = "why" # x\n'
    assessment = assess_project("flask\nwtforms\n", pyproject__toml=settings)
    finding = next(found for found in assessment.findings if found.rule == "unused-ignore")
    (fix,) = fixes_for(finding, assessment)
    left = apply_edits(finding.location.manifest.source, fix.edits)
    assert left == f'[tool.framesage.ignore]\n{RULE} = "why"\n'


def test_the_page_lists_findings_about_settings_and_ignores_too(assess_project):
    settings = '[tool.framesage]\nframwork = "flask"\n'
    text = "flask\nwtforms # framesage: ignore[flask-wrong] x\n"
    assessment = assess_project(text, pyproject__toml=settings)
    assert {"settings", "unused-ignore"} < {finding.rule for finding in assessment.findings}
    shown = whole_verdict(assessment)
    assert all(f"- {finding.message} — " in shown for finding in assessment.findings)


TYPO = "flask-form-without-crsf"


def fixes_of_ignores(assessment):
    """Return the fixes of the findings about ignores: title, whether preferred, and the text."""
    for finding in assessment.findings:
        if finding.rule in ("settings", "expired-ignore", "unused-ignore"):
            for fix in fixes_for(finding, assessment):
                after = apply_edits(finding.location.manifest.source, fix.edits)
                yield fix.title, fix.preferred, after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"wtforms # framesage: ignore[{TYPO}] why", f"wtforms # framesage: ignore[{RULE}] why"),
        (f"wtforms # framesage: ignore[x, {TYPO}] y", f"wtforms # framesage: ignore[x, {RULE}] y"),
    ],
)
def test_a_fix_corrects_a_misspelled_rule_in_a_comment(assess_project, before, after):
    fixes = list(fixes_of_ignores(assess_project(f"flask\n{before}\n")))
    assert (f"Change to `{RULE}`", True, f"flask\n{after}\n") in fixes
    assert [title for title, preferred, _ in fixes if preferred] == [f"Change to `{RULE}`"]
    assert f"Remove the ignore of {TYPO}" in [title for title, _, _ in fixes]


@pytest.mark.parametrize(
    "form",
    [
        '[tool.framesage.ignore]\n{} = "why"\n',
        "[tool.framesage.ignore]\n'{}' = \"why, until=2020-01-01\"\n",
        '[tool.framesage]\nignore."{}" = "why, until=2026-02-30"\n',
        '[tool.framesage]\nignore = {{ {} = "why" }}\n',
    ],
)
def test_a_fix_corrects_a_misspelled_rule_in_the_settings(assess_project, form):
    assessment = assess_project("flask\nwtforms\n", pyproject__toml=form.format(TYPO))
    fixes = list(fixes_of_ignores(assessment))
    assert (f"Change to `{RULE}`", True, form.format(RULE)) in fixes
    assert {title for title, preferred, _ in fixes if preferred} == {f"Change to `{RULE}`"}


def test_no_correction_is_offered_without_a_close_name_or_if_it_is_ignored_already(assess_project):
    far = assess_project("flask\nwtforms # framesage: ignore[flask-wrong] x\n")
    assert list(fixes_of_ignores(far)) == [
        ("Remove the ignore of flask-wrong", False, "flask\nwtforms\n")
    ]
    there = f'[tool.framesage.ignore]\n{RULE} = "why"\n{TYPO} = "why"\n'
    twice = assess_project("flask\nwtforms\n", pyproject__toml=there)
    assert [preferred for _, preferred, _ in fixes_of_ignores(twice)] == [False]


@pytest.mark.parametrize(
    "text",
    [
        f"flask\nwtforms # framesage: ignore[{RULE}] waiting, until=2026-02-30\n",
        f"flask\nwtforms # framesage: ignore[{TYPO}] the proxy does it\n",
        f"flask\nwtforms # framesage: ignore[{TYPO}] waiting, until=2020-01-01\n",
        "flask\nwtforms # framesage: ignore[nothing-of-the-kind] the proxy does it\n",
    ],
)
def test_fix_all_keeps_ignores_that_may_be_needed(assess_project, text):
    assessment = assess_project(text)
    path = assessment.project.manifests[0].source.path
    assert list(fixes_of_ignores(assessment))
    assert fix_all(assessment, path, assess_project) is None


def test_fix_all_keeps_settings_that_may_be_needed(assess_project):
    def assess_with(text):
        return assess_project("flask\nwtforms\n", pyproject__toml=text)

    for rule, end in ((RULE, "2026-02-30"), (TYPO, "2026-12-31"), (TYPO, "2020-01-01")):
        assessment = assess_with(f'[tool.framesage.ignore]\n{rule} = "why, until={end}"\n')
        path = assessment.project.root / "pyproject.toml"
        assert list(fixes_of_ignores(assessment))
        assert fix_all(assessment, path, assess_with) is None


def test_an_ignore_in_the_root_may_be_used_by_a_project_below(tmp_path, make_project):
    settings = f'[tool.framesage.ignore]\n{LOGIN} = "the gateway does it"\n'
    root = {"requirements.txt": "flask\n", "pyproject.toml": settings}
    for below, expected in (
        ({}, ["unused-ignore"]),
        ({"api/requirements.txt": "flask-login\n"}, []),
    ):
        make_project(tmp_path, {**root, **below})
        first, *_ = assess_paths([tmp_path], date(2026, 11, 24))
        assert [finding.rule for finding in first.findings] == expected


PLACEHOLDERS = [
    "TODO: explain why",
    "TODO",
    "x",
    "…",
    "say why here",
    "FIXME(anna): reason",
    "Why?",
]
REASONS = [
    "the proxy does it",
    "内部",
    "TODO: remove with the new proxy",
    "see #12",
    "JIRA-7",
    "QA",
]


@pytest.mark.parametrize("reason", [*PLACEHOLDERS, "TODO: explain why, until=2999-01-01"])
def test_a_placeholder_for_the_reason_is_reported(assess_project, reason):
    comment = assess_project(f"flask\nwtforms # framesage: ignore[{RULE}] {reason}\n")
    setting = assess_project(
        "flask\nwtforms\n", pyproject__toml=f'[tool.framesage.ignore]\n{RULE} = "{reason}"\n'
    )
    for assessment, written in ((comment, reason), (setting, f'"{reason}"')):
        (finding,) = [found for found in assessment.findings if found.rule == "unexplained-ignore"]
        assert finding.severity is Severity.INFORMATION
        assert finding.location.text == written
        assert reason in finding.message
        (fix,) = fixes_for(finding, assessment)
        assert (fix.title, fix.preferred) == (f"Remove the ignore of {RULE}", False)
        assert RULE not in apply_edits(finding.location.manifest.source, fix.edits)


@pytest.mark.parametrize("reason", [*REASONS, "", "until=2999-01-01"])
def test_a_reason_is_not_reported_and_a_comment_needs_none(assess_project, reason):
    found = assess_project(f"flask\nwtforms # framesage: ignore[{RULE}] {reason}\n").findings
    assert [finding.rule for finding in found] == []


def test_a_setting_needs_more_than_a_date(assess_project):
    settings = f'[tool.framesage.ignore]\n{RULE} = "until=2999-01-01"\n'
    found = assess_project("flask\nwtforms\n", pyproject__toml=settings).findings
    assert [finding.rule for finding in found] == ["unexplained-ignore"]
