"""What several findings propose to add works together, and is what the kit has."""

import itertools

import pytest

LISTS = ["flask\n", "flask\nflask-login\nflask-wtf\n", "flask\nflask-admin\nflask-login\n"]
TRAITS = ["needs-auth", "needs-admin", "renders-html", "security-critical", "takes-payments"]


@pytest.mark.parametrize("requirements", LISTS)
@pytest.mark.parametrize("size", range(1, len(TRAITS) + 1))
def test_no_two_findings_add_packages_that_conflict(assess_project, requirements, size):
    for traits in itertools.combinations(TRAITS, size):
        settings = "[traits]\n" + "".join(f"{trait} = true\n" for trait in traits)
        assessment = assess_project(requirements, framesage__toml=settings)
        base = assessment.rule_base
        rules = [base.advice.get(finding.rule) for finding in assessment.findings]
        added = {rule.fix.add for rule in rules if rule and rule.fix and rule.fix.add}
        present = added | {line for line in requirements.split() if line}
        for package in added:
            assert present.isdisjoint(base.conflicts.get(package, ())), (traits, package)


def test_talisman_is_proposed_where_no_admin_interface_is_needed(assess_project):
    found = assess_project("flask\nflask-login\nflask-wtf\nstripe\n").findings
    assert "flask-without-security-headers" in [finding.rule for finding in found]
