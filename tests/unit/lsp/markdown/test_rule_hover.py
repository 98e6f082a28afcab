"""The hover on a finding says why its rule exists, and where to read on."""

from framesage.lsp.markdown.rule_hover import MOST_SOURCES, finding_text


def test_a_finding_shows_why_and_a_claim_but_neither_the_message_nor_the_id(assess_project):
    assessment = assess_project("Flask\nDjango\n")
    (finding,) = {finding.rule: finding for finding in assessment.findings}.values()
    rule = assessment.rule_base.advice[finding.rule]
    text = finding_text(finding, assessment.rule_base)
    assert text.startswith(f"**{rule.title}**: {rule.why}")
    assert assessment.rule_base.claims["G14"].text.rstrip(".") in text
    assert finding.message not in text
    assert finding.rule not in text


def test_pages_come_before_claims_and_are_few(assess_project):
    assessment = assess_project("flask\nflask-login\n")
    finding = next(item for item in assessment.findings if "throttling" in item.rule)
    assert any(reference.startswith("guide:") for reference in finding.references)
    source = finding_text(finding, assessment.rule_base).splitlines()[-1]
    assert source.count("](<https://") in range(1, MOST_SOURCES + 1)
    assert "(G" not in source


def test_a_built_in_rule_has_no_text(assess_project):
    settings = "[rules]\nno-such-rule = 'off'\n"
    assessment = assess_project("flask\n", framesage__toml=settings)
    built_in = [item for item in assessment.findings if item.rule == "settings"]
    assert [finding_text(finding, assessment.rule_base) for finding in built_in] == [""]
