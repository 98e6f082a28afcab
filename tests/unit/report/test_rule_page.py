"""The page about a rule, from the rules of a team and from the built-in ones."""

import pytest

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.report.pages.html_page import html_page
from framesage.report.pages.markdown_page import markdown_page
from framesage.report.pages.rule_page import rule_page
from framesage.rulebase import load_rule_base

RULES = """\
[[rule]]
id = "acme-pinned"
title = "Not <pinned>"
message = "Pin {package}."
why = "Two builds have to be *equal*: `pip freeze` helps."
severity = "error"
scope = "any"
at = "matches"
references = ["https://pip.pypa.io/en/stable/"]
when = { package = "*", specifier = "unpinned" }

[[rule.test]]
name = "a lower bound only"
requirements = ["celery>=5"]
wanted = true

[[rule.test]]
name = "pinned"
requirements = ["celery==5.4.0"]
wanted = false
"""


def no_page(_target):
    return ""


@pytest.fixture
def team_rules(tmp_path):
    path = tmp_path / "acme.toml"
    path.write_text(RULES, encoding="utf-8")
    return load_rule_base((path,))


def test_the_page_has_the_example_and_the_message_that_it_gets(team_rules):
    page = markdown_page(rule_page("acme-pinned", team_rules), no_page)
    assert "```text\nPin celery.\n```" in page
    assert page.index('"celery>=5"') < page.index("Pin celery.") < page.index('"celery==5.4.0"')
    assert "Severity: `error`" in page
    assert "about every project" in page


def test_the_text_of_a_rule_is_never_markup(team_rules):
    page = rule_page("acme-pinned", team_rules)
    written = markdown_page(page, no_page)
    assert r"Not \<pinned\>" in written
    assert r"\*equal\*: `pip freeze` helps" in written
    shown = html_page(page, no_page)
    assert "Not &lt;pinned&gt;" in shown
    assert "*equal*: <code>pip freeze</code> helps" in shown


def test_the_quick_fix_of_a_built_in_rule_is_what_to_use_instead():
    page = markdown_page(rule_page("flask-plugin-in-django", load_rule_base(whole=True)), no_page)
    remedy = page[page.index("## Use instead") : page.index("## Where it does not apply")]
    assert "Remove flask\\-cors" in remedy or "Remove flask-cors" in remedy
    assert '"django"' in remedy and '"flask-cors"' not in remedy


def test_guidance_says_what_it_favors_and_how_to_weigh_it_differently():
    page = markdown_page(rule_page("accounts-favor-django", load_rule_base(whole=True)), no_page)
    assert "reason for Django in the verdict" in page
    assert '[[override]]\nrule = "accounts-favor-django"\nstrength = "slight"' in page
    assert "framesage: ignore[" not in page


@pytest.mark.parametrize("name", BUILTIN_RULES)
def test_built_in_rules_have_pages(name):
    page = markdown_page(rule_page(name, load_rule_base()), no_page)
    assert page.startswith("# ") and "## What to do" in page


def test_an_unknown_rule_has_no_page():
    with pytest.raises(KeyError):
        rule_page("no-such-rule", load_rule_base())
