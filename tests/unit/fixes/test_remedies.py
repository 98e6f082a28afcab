"""Every remedy that a shipped rule names does away with its finding."""

import pytest

from framesage.fixes import FixKind, apply_edits, fixes_for
from framesage.rulebase import load_rule_base

WITH_FIX = [rule for rule in load_rule_base().advice.values() if rule.fix]


def test_rules_have_remedies():
    assert len(WITH_FIX) >= 8


@pytest.mark.parametrize("rule", WITH_FIX, ids=lambda rule: rule.id)
def test_a_remedy_silences_its_rule(assess_project, rule):
    case = next(one for one in rule.tests if one.wanted)
    traits = "".join(f"{name} = {str(so).lower()}\n" for name, so in case.traits.items())
    settings = f"[tool.framesage.traits]\n{traits}"
    before = assess_project("\n".join(case.requirements), pyproject__toml=settings)
    finding = next(one for one in before.findings if one.rule == rule.id)
    first = fixes_for(finding, before)[0]
    assert (first.kind, first.preferred) == (FixKind.REMEDY, True)
    after = assess_project(
        apply_edits(finding.location.manifest.source, first.edits), pyproject__toml=settings
    )
    assert rule.id not in [one.rule for one in after.findings]
