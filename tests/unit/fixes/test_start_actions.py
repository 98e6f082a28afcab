"""Code actions start an undecided project with a framework; nothing automatic does."""

import pytest

from framesage.advice.assess import assess
from framesage.advice.rule_tests import DEFAULT_DATE, example_project
from framesage.fixes import FixKind, apply_edits, auto_fix, fixes_for
from framesage.project.settings.model import Settings
from framesage.rulebase import load_rule_base

BASE = load_rule_base(whole=True)
RULES = [
    "choose-django",
    "choose-flask",
    "lean-to-django",
    "lean-to-flask",
    "either-framework-fits",
]


def example_of(rule):
    """Return the assessment of the project in which a rule applies by its own first test."""
    test = next(test for test in BASE.advice[rule].tests if test.wanted)
    return assess(example_project(test, Settings(traits=test.traits)), BASE, DEFAULT_DATE)


def starts(assessment):
    """Return the titles of the fixes that start with a framework, by rule."""
    return {
        finding.rule: [
            fix.title for fix in fixes_for(finding, assessment) if fix.kind is FixKind.START
        ]
        for finding in assessment.findings
    }


@pytest.mark.parametrize("rule", RULES)
def test_both_frameworks_are_offered_where_the_choice_is_open(rule):
    assessment = example_of(rule)
    plain = [title for title in starts(assessment)[rule] if "kit" not in title]
    assert sorted(plain) == ["Start with Django", "Start with Flask"]
    favored = assessment.verdict.framework
    assert favored is None or plain[0] == f"Start with {favored.title}"


@pytest.mark.parametrize("rule", RULES)
def test_no_framework_is_chosen_automatically(rule):
    assessment = example_of(rule)
    for finding in assessment.findings:
        fix = auto_fix(finding, assessment)
        assert fix is None or fix.kind is not FixKind.START
        fixes = fixes_for(finding, assessment)
        assert not any(fix.preferred for fix in fixes if fix.kind is FixKind.START)


SHOP = "[traits]\nneeds-admin = true\ncontent-heavy = true\n"


def test_a_kit_is_offered_with_the_number_of_its_packages(assess_project):
    assessment = assess_project("gunicorn\nflask-login\n", framesage__toml=SHOP)
    assert not any(starts(assessment).values())  # Flask is in use, as its plugin shows
    assessment = assess_project("gunicorn\n", framesage__toml=SHOP)
    (finding,) = [finding for finding in assessment.findings if finding.rule == "choose-django"]
    fixes = {fix.title: fix for fix in fixes_for(finding, assessment)}
    (title,) = [title for title in fixes if title.startswith("Start with Flask and its kit")]
    source = next(
        manifest.source for manifest in assessment.project.manifests if manifest.is_single_list
    )
    added = apply_edits(source, fixes[title].edits).splitlines()[1:]
    assert added[0].startswith("flask>=")
    assert title == f"Start with Flask and its kit ({len(added) - 1} packages)"


def test_no_start_is_offered_after_a_decision(assess_project):
    decided = assess_project("gunicorn\n", framesage__toml=f'framework = "flask"\n{SHOP}')
    assert not any(starts(decided).values())


def test_no_start_is_offered_if_it_cannot_be_written(assess_project):
    hashes = "gunicorn==23.0 --hash=sha256:00\n"
    assert not any(starts(assess_project(hashes, framesage__toml=SHOP)).values())
