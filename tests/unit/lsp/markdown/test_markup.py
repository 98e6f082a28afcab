"""Clients without Markdown get readable plain text."""

import pytest
from lsprotocol import types

from framesage.lsp.markdown.markup import markup, plain
from framesage.lsp.markdown.trusted import prose


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Flask-Login** suggests *much*", "Flask-Login suggests much"),
        (
            'set `framework = "flask"` in [tool.framesage]',
            'set framework = "flask" in [tool.framesage]',
        ),
        ("[Open](command:x?%5B%5D) now", "Open now"),
        ("*Source:* [host: page](<https://example.org/page>)", "Source: https://example.org/page"),
        (r"psycopg\[binary\] \<3 \~= 2 \* 2", "psycopg[binary] <3 ~= 2 * 2"),
        (r"a code span `a\_b*c*`", r"a code span a\_b*c*"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("see <https://example.org>", "see https://example.org"),
    ],
)
def test_markup_becomes_text(markdown, text):
    assert plain(markdown) == text


@pytest.mark.parametrize("text", ["flask[async]~=3.0", "<b>a</b> & c", "a_b_c", "[x](y)", "1. one"])
def test_escapes_leave_no_trace(text):
    assert plain(prose(text)) == text


def test_the_first_format_that_is_known_counts():
    plain_only = [types.MarkupKind.PlainText]
    assert markup("**a**", plain_only) == types.MarkupContent(types.MarkupKind.PlainText, "a")
    assert markup("**a**", None).kind == types.MarkupKind.Markdown
