"""Text of a workspace cannot add links, commands or HTML to a hover that an editor trusts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from framesage.advice.suppressions import suppressions_of
from framesage.analysis.location import Location
from framesage.lsp.markdown.requirement_hover import requirement_text
from framesage.lsp.markdown.rule_hover import finding_text, ignore_text
from framesage.lsp.markdown.trusted import command_link, prose, prose_lines, source_link
from framesage.lsp.markdown.verdict_hover import verdict_text

EVIL = "[x](command:framesage.explain)"
HOSTILE = [
    EVIL,
    f"`{EVIL}",
    f"``{EVIL}``",
    f"`a`{EVIL}`b`",
    f"\\{EVIL}",
    f"\\`{EVIL}\\`",
    f"a\n\n{EVIL}",
    f"a\r{EVIL}\u2028{EVIL}",
    f"![x]({EVIL})",
    "<command:framesage.explain>",
    "<a href='command:framesage.explain'>x</a>",
    "[x]: command:framesage.explain\n[x]",
    "[x][x]\n\n[x]: command:framesage.explain",
    "&lt;b&gt; &#91;x&#93;(command:framesage.explain)",
    "# a",
    "- a",
    "1. a",
    "    code",
    "```\ncode\n```",
    "===",
    "---",
    "| a | b |\n|---|---|\n| c | d |",
]
PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HARMLESS = {"text", "code_inline", "em_open", "em_close"}


def inline(markdown: str) -> list:
    return [child for token in PARSER.parse(markdown) for child in token.children or ()]


def links(markdown: str) -> list[str]:
    """Return the targets of links and images, and HTML."""
    return [
        str(token.attrs.get("href") or token.attrs.get("src") or token.content)
        for token in inline(markdown)
        if token.type in ("link_open", "image", "html_inline")
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_one_paragraph_without_links(text):
    blocks = [token.type for token in PARSER.parse(prose(text))]
    assert blocks == ["paragraph_open", "inline", "paragraph_close"]
    assert {token.type for token in inline(prose(text))} <= HARMLESS


PARTS = st.sampled_from([*"[]()<>`*_\\!#-+=.~|&:^ \n\t1ax", "](", "command:x", "``", "[x]", "- "])


@given(st.lists(PARTS, max_size=30).map("".join))
def test_no_text_becomes_a_link_or_html(text):
    for markdown in (prose(text), prose_lines(text), f"**{prose(text)}**: {prose(text)}"):
        assert {token.type for token in inline(markdown)} <= {
            *HARMLESS, "strong_open", "strong_close", "softbreak",
        }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Flask-Login", "2026-11-28: an API", "in [tool.framesage].", "my_project_1", "it's 3.0"],
)
def test_plain_words_stay_as_they_are(text):
    assert prose(text) == text


def test_a_command_link_has_encoded_arguments():
    link = command_link("Open", "framesage.explain", ["file:///a b/(c)%20.txt"])
    (target,) = links(link)
    assert target.startswith("command:framesage.explain?%5B%22file%3A%2F%2F%2Fa")
    assert set('() []"') & set(target) == set()


@pytest.mark.parametrize(
    "url", ["https://a.org/) [x](command:framesage.explain)", "https://a.org/> <b>", "https://a b"]
)
def test_an_address_that_could_end_its_link_is_text(url):
    assert links(source_link(url, {})) == []


def test_a_page_is_a_link_with_its_host():
    assert (
        source_link("https://a.org/en/latest/x/", {}) == "[a.org: x](<https://a.org/en/latest/x/>)"
    )


PROJECT = f"""
[project]
name = "{EVIL}"
description = "A shop with user accounts {EVIL} and payments `{EVIL}` <b>x</b>, staff log in"
dependencies = [
  "flask ; python_version < '3.99'",
  "flask-login @ https://a.org/{EVIL}",
  "flask-admin",
  "wtforms",  # framesage: ignore[flask-forms-without-csrf] {EVIL}
]

[dependency-groups]
"{EVIL}" = ["flask-wtf", "flask-sqlalchemy"]

[tool.framesage]
rule-paths = ["own.toml"]
"""
DECIDED = f'{PROJECT}framework = "flask"\ndecision = "{EVIL} `{EVIL}\\n\\n{EVIL}"\n'
IGNORED = f'{PROJECT}[tool.framesage.ignore]\n"{EVIL}" = "{EVIL}"\n'
OWN = f"""
[[rule]]
id = "own"
title = "{EVIL}"
message = "{EVIL}"
why = "{EVIL} `{EVIL}"
severity = "hint"
at = "matches"
when = {{ package = "flask-login" }}
references = ["https://a.org/{EVIL}"]

[[rule.test]]
name = "fires"
requirements = ["flask", "flask-login"]
wanted = true

[[rule.test]]
name = "silent"
requirements = ["flask"]
wanted = false
"""
MORE = "[Open](command:framesage.explain?%5B%5D)"


@pytest.mark.parametrize("project", [PROJECT, DECIDED, IGNORED])
def test_no_hover_on_a_hostile_project_has_a_link_of_its_own(assess_project, project):
    assessment = assess_project(pyproject__toml=project, own__toml=OWN)
    assert not assessment.rule_errors
    base = assessment.rule_base
    texts = [finding_text(finding, base) for finding in assessment.findings]
    texts += [ignore_text(ignore, base) for ignore in suppressions_of(assessment.project)]
    texts += [
        requirement_text(Location(manifest, requirement.range, requirement), assessment)
        for manifest in assessment.project.manifests
        for requirement in manifest.requirements
    ]
    assert any("own" in finding.rule for finding in assessment.findings)
    assert sum(bool(text) for text in texts) > 4
    for text in texts:
        assert all(target.startswith("https://") for target in links(text)), text
    assert links(verdict_text(assessment, MORE)) == ["command:framesage.explain?%5B%5D"]
