"""Texts as they may be printed."""

import pytest

from framesage.text import harmless


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("a: b::c # [d]", "a: b::c # [d]"),
        ("::error file=a::b", "\\::error file=a::b"),
        (" \u2003::debug::b", " \\u2003::debug::b"),
        ("  ::debug::b", "  \\::debug::b"),
        ("flask  # ##[stop-commands]x", "flask  # ##\\[stop-commands]x"),
        ("a\r\n\x1b[31m\x85\u202e\U000e0001", "a\\r\\n\\u001b[31m\\u0085\\u202e\\U000e0001"),
        ("caf\udce9", "caf\\udce9"),
    ],
)
def test_a_line_of_output_is_harmless(line, shown):
    assert harmless(line) == shown
