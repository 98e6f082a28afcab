"""Findings as a Markdown table, with escaped text."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.report.markdown import escaped, markdown_lines


@pytest.fixture
def lines(tmp_path, make_project):
    def make(files):
        make_project(tmp_path, files)
        return list(markdown_lines(list(assess_paths([tmp_path], date(2026, 11, 1))), tmp_path))

    return make


def test_findings_are_rows_below_the_summary(lines):
    found = lines({"a_b/requirements.txt": "flask==2.3.3\nwtforms\n"})
    assert found[0] == "**Framesage**: 2 findings (1 warning, 1 information), 1 project checked."
    assert found[2:4] == ["| Severity | Location | Message | Rule |", "|---|---|---|---|"]
    warning, information = found[4:]
    assert warning.startswith(r"| warning | a\_b/requirements.txt:1 | Upgrade to Flask ")
    assert warning.endswith("| [flask-unsupported](https://palletsprojects.com/versions) |")
    assert information.startswith(r"| information | a\_b/requirements.txt:2 | ")


def test_without_findings_there_is_only_the_summary(lines):
    assert lines({"requirements.txt": "requests\n"}) == [
        "**Framesage**: no findings, 1 project checked."
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("flask[async] ~=3.0, <4", r"flask\[async\] \~=3.0, \<4"),
        ("a|b\r\nc", r"a\|b  c"),
        ("*_`<img src=x>", r"\*\_\`\<img src=x\>"),
        ("`models.JSONField` <3, a `b|c`", r"`models.JSONField` \<3, a \`b\|c\`"),
        ("&lt; \\", r"\&lt; \\"),
        ("süß 日本", "süß 日本"),
    ],
)
def test_text_is_escaped_and_stays_on_one_line(text, shown):
    assert escaped(text) == shown
