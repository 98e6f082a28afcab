"""The remedy of every built-in rule resolves its finding."""

import pytest

from framesage.fixes import FixKind, apply_edits, fixes_for
from framesage.rulebase import load_rule_base

WITH_FIX = [rule for rule in load_rule_base(whole=True).advice.values() if rule.fix]


def test_there_are_rules_with_remedies():
    assert WITH_FIX


def remedy_of(assess, rule, case):
    """Return the settings of a rule's test, the finding and its fixes; None for more files."""
    traits = "".join(f"{name} = {str(value).lower()}\n" for name, value in case.traits.items())
    declared = f'[tool.framesage]\nframework = "{case.framework}"\n' if case.framework else ""
    settings = f"{declared}[tool.framesage.traits]\n{traits}"
    before = assess("\n".join(case.requirements), pyproject__toml=settings)
    finding = next((finding for finding in before.findings if finding.rule == rule.id), None)
    if finding is None:
        return None
    return settings, finding, fixes_for(finding, before)


@pytest.mark.parametrize("rule", WITH_FIX, ids=lambda rule: rule.id)
def test_the_remedy_resolves_the_finding(assess_project, rule):
    wanted = (case for case in rule.tests if case.wanted)
    cases = list(filter(None, (remedy_of(assess_project, rule, case) for case in wanted)))
    with_remedy = [case for case in cases if case[2] and case[2][0].kind is FixKind.REMEDY]
    assert with_remedy
    assert rule.fix.require or len(with_remedy) == len(cases)
    for settings, finding, (fix, *_) in with_remedy:
        assert fix.preferred
        text = apply_edits(finding.location.manifest.source, fix.edits)
        after = assess_project(text, pyproject__toml=settings)
        assert rule.id not in [finding.rule for finding in after.findings]


def test_a_remedy_is_added_to_an_empty_list(assess_project):
    text = '[project]\nname = "x"\ndependencies = []\n\n[tool.framesage]\nframework = "flask"\n'
    before = assess_project(pyproject__toml=text)
    (finding,) = before.findings
    first = fixes_for(finding, before)[0]
    assert first.title == "Add Flask"
    after = apply_edits(finding.location.manifest.source, first.edits)
    assert after == text.replace("[]", '[\n    "flask",\n]')
