"""References of rules as text and as Markdown."""

from framesage.rulebase import load_rule_base
from framesage.wording.references import first_page, reference_markdown, reference_words


def test_a_claim_has_its_number_and_text():
    claims = load_rule_base().claims
    assert reference_words("guide:G05", claims) == f"Guidance G05: {claims['G05'].text}"
    assert reference_markdown("guide:G05", claims, str) == reference_words("guide:G05", claims)


def test_a_page_is_a_link_in_markdown():
    assert reference_words("https://example.org/x", {}) == "https://example.org/x"
    assert reference_markdown("https://example.org/x", {}, str) == "<https://example.org/x>"


def test_an_unknown_claim_stays_as_it_is():
    assert reference_markdown("guide:G99", {}, str) == "guide:G99"


def test_the_first_page_follows_any_claims():
    assert first_page(["guide:G05", "https://a.example/", "https://b.example/"]) == (
        "https://a.example/"
    )
    assert first_page(["guide:G05"]) == ""
