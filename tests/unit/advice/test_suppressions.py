"""Ignores silence what they name, as long as they say, and are told of when they do not."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.fixes import apply_edits, fix_all, fixes_for
from framesage.lsp.markdown.hover import verdict_text

RULE = "flask-forms-without-csrf"
LOGIN = "flask-login-without-throttling"


@pytest.fixture
def told(assess_project):
    """Return what is told of the rule and of ignores: rule and message."""

    def run(*arguments, **files):
        found = assess_project(*arguments, **files).findings
        wanted = (RULE, "expired-ignore", "unused-ignore", "settings")
        return [(one.rule, one.message) for one in found if one.rule in wanted]

    return run


def rules(told):
    return [rule for rule, _ in told]


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
def test_an_ignore_that_holds_is_silent_itself(told, text):
    assert told(text) == []


def test_an_ignore_that_ended_is_told_with_what_it_silenced(told):
    text = f"flask\nwtforms # framesage: ignore[{RULE}, {LOGIN}] until=2026-11-23\n"
    found = told(text)
    assert rules(found) == [RULE, "expired-ignore"]
    assert "2026-11-23" in found[1][1]


def test_an_end_that_is_no_date_is_told_and_the_ignore_holds(told):
    found = told(f"flask\nwtforms # framesage: ignore[{RULE}] until=soon\n")
    assert rules(found) == ["expired-ignore"]
    assert "'soon'" in found[0][1]


def test_an_ignore_of_nothing_is_told_for_each_rule_by_itself(told):
    found = told(f"flask\nwtforms # framesage: ignore[{RULE}, {LOGIN}]\n")
    assert found == [("unused-ignore", f"There is nothing of {LOGIN} here to ignore.")]


def test_an_ignore_on_another_line_silences_nothing(told):
    assert rules(told(f"flask # framesage: ignore[{RULE}]\nwtforms\n")) == ["unused-ignore", RULE]


def test_an_unknown_rule_gets_the_nearest_name(told):
    found = told("flask\nwtforms # framesage: ignore[flask-form-without-csrf]\n")
    assert sorted(rules(found)) == [RULE, "unused-ignore"]
    assert any(f"did you mean '{RULE}'?" in message for _, message in found)


def test_the_settings_ignore_with_an_end_too(told):
    settings = '[tool.framesage.ignore]\n{} = "{}"\n'
    text = "flask\nwtforms\n"
    assert told(text, pyproject__toml=settings.format(RULE, "proxy, until=2027-01-01")) == []
    ended = told(text, pyproject__toml=settings.format(RULE, "proxy, until=2026-01-01"))
    assert sorted(rules(ended)) == ["expired-ignore", RULE]
    unused = told(text, pyproject__toml=settings.format(LOGIN, "why"))
    assert sorted(rules(unused)) == [RULE, "unused-ignore"]


def test_what_is_told_of_ignores_has_a_level_in_the_settings(told):
    off = '[tool.framesage.rules]\nunused-ignore = "off"\n'
    assert told("flask # framesage: ignore\n", pyproject__toml=off) == []


def test_nothing_is_told_of_ignores_where_there_is_no_web_application(told):
    assert told("numpy # framesage: ignore\n") == []


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
def test_a_fix_removes_what_silences_nothing(assess_project, before, after):
    assessment = assess_project(before)
    finding = next(one for one in assessment.findings if one.rule.endswith("-ignore"))
    (fix,) = fixes_for(finding, assessment)
    assert apply_edits(finding.location.manifest.source, fix.edits) == after


def test_a_fix_removes_a_setting_that_silences_nothing(assess_project):
    settings = f'[tool.framesage.ignore]\n{RULE} = "why"\n{LOGIN} = "why" # x\n'
    assessment = assess_project("flask\nwtforms\n", pyproject__toml=settings)
    finding = next(one for one in assessment.findings if one.rule == "unused-ignore")
    (fix,) = fixes_for(finding, assessment)
    left = apply_edits(finding.location.manifest.source, fix.edits)
    assert left == f'[tool.framesage.ignore]\n{RULE} = "why"\n'


def test_what_the_choice_leaves_to_do_has_no_housekeeping(assess_project):
    settings = '[tool.framesage]\nframwork = "flask"\n'
    text = "flask\nwtforms # framesage: ignore[flask-wrong] x\n"
    assessment = assess_project(text, pyproject__toml=settings)
    assert {"settings", "unused-ignore"} < {one.rule for one in assessment.findings}
    shown = verdict_text(assessment)
    assert "CSRF" in shown
    assert "unknown" not in shown


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
def test_a_fix_corrects_a_mistyped_rule_in_a_comment(assess_project, before, after):
    fixes = list(fixes_of_ignores(assess_project(f"flask\n{before}\n")))
    assert (f"Ignore {RULE} instead", True, f"flask\n{after}\n") in fixes
    assert [title for title, preferred, _ in fixes if preferred] == [f"Ignore {RULE} instead"]
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
def test_a_fix_corrects_a_mistyped_rule_in_the_settings(assess_project, form):
    assessment = assess_project("flask\nwtforms\n", pyproject__toml=form.format(TYPO))
    fixes = list(fixes_of_ignores(assessment))
    assert (f"Ignore {RULE} instead", True, form.format(RULE)) in fixes
    assert {title for title, preferred, _ in fixes if preferred} == {f"Ignore {RULE} instead"}


def test_no_rule_is_offered_where_none_is_near_or_it_is_ignored_already(assess_project):
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
def test_fix_all_leaves_what_was_meant_to_hold(assess_project, text):
    assessment = assess_project(text)
    path = assessment.project.manifests[0].source.path
    assert list(fixes_of_ignores(assessment))
    assert fix_all(assessment, path, assess_project) is None


def test_fix_all_leaves_a_setting_that_was_meant_to_hold(assess_project):
    def assess_with(text):
        return assess_project("flask\nwtforms\n", pyproject__toml=text)

    for rule, end in ((RULE, "2026-02-30"), (TYPO, "2026-12-31"), (TYPO, "2020-01-01")):
        assessment = assess_with(f'[tool.framesage.ignore]\n{rule} = "why, until={end}"\n')
        path = assessment.project.root / "pyproject.toml"
        assert list(fixes_of_ignores(assessment))
        assert fix_all(assessment, path, assess_with) is None


def test_an_ignore_of_the_root_may_be_of_use_to_a_project_below(tmp_path, make_project):
    settings = f'[tool.framesage.ignore]\n{LOGIN} = "why"\n'
    root = {"requirements.txt": "flask\n", "pyproject.toml": settings}
    for below, told in (({}, ["unused-ignore"]), ({"api/requirements.txt": "flask-login\n"}, [])):
        make_project(tmp_path, {**root, **below})
        first, *_ = assess_paths([tmp_path], date(2026, 11, 24))
        assert [one.rule for one in first.findings] == told
