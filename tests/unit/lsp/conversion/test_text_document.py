"""Edits of an open document are applied as LSP specifies, next to any characters."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from framesage.lsp.conversion.edits import Edit, Place
from framesage.lsp.conversion.positions import PositionConverter
from framesage.lsp.conversion.text_document import LineDocument
from framesage.text import split_lines

TEXTS = st.text(st.sampled_from("ab\n\r\f\v\u2028\x85é😀"), max_size=30)
UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def position_at(text: str, offset: int, encoding: str) -> Place:
    """Return the position of an offset as LSP specifies: lines end with CR LF, LF or CR."""
    ends = [end.end() for end in re.finditer(r"\r\n|\n|\r", text) if end.end() <= offset]
    start = ends[-1] if ends else 0
    column = len(text[start:offset].encode(UNITS[encoding])) // WIDTHS[encoding]
    return Place(len(ends), column)


def is_inside_line_end(text: str, offset: int) -> bool:
    """Return whether an offset is between CR and LF, where LSP has no position."""
    return text[offset - 1 : offset + 1] == "\r\n"


@settings(max_examples=400)
@given(
    text=TEXTS,
    edits=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXTS), max_size=6),
    encoding=st.sampled_from(sorted(UNITS)),
)
@example(text="a\u2028b\nflask", edits=[(4, 9, "django")], encoding="utf-16")
@example(text="a\rb", edits=[(2, 2, "\n"), (1, 2, "")], encoding="utf-8")
def test_edits_result_in_the_text_of_the_client(text, edits, encoding):
    document = LineDocument(PositionConverter(encoding), "file:///x", text, 1)
    for first, second, new in edits:
        start, end = sorted((min(first, len(text)), min(second, len(text))))
        if is_inside_line_end(text, start) or is_inside_line_end(text, end):
            continue
        span = position_at(text, start, encoding), position_at(text, end, encoding)
        document.edit([Edit(new, span)], 2)
        text = text[:start] + new + text[end:]
        assert document.source == text
        assert document.split == split_lines(text)


def test_edits_of_one_change_are_applied_in_their_order():
    document = LineDocument(PositionConverter("utf-16"), "file:///x", "a\nb\n", 1)
    at = Place(1, 0)
    document.edit([Edit("x", (at, at)), Edit("c\n"), Edit("y", (at, at))], 2)
    assert document.source == "c\ny"
    assert document.version == 2


def test_a_change_without_edits_is_a_new_version():
    document = LineDocument(PositionConverter("utf-16"), "file:///x", "a\nb\n", 1)
    document.edit([], 7)
    assert (document.source, document.version) == ("a\nb\n", 7)


@pytest.mark.parametrize("text", ["a\n", "a", ""])
@pytest.mark.parametrize("end", [Place(7, 3), Place(7, 0), Place(1, 9)])
def test_a_position_after_the_end_is_the_end(text, end):
    document = LineDocument(PositionConverter("utf-16"), "file:///x", text, 1)
    document.edit([Edit("b", (Place(0, 9), end))], 2)
    assert document.source == text.rstrip("\n") + "b"


def test_a_position_after_the_end_of_a_line_is_before_its_end():
    document = LineDocument(PositionConverter("utf-16"), "file:///x", "a\r\nb\n", 1)
    document.edit([Edit("c", (Place(0, 9), Place(0, 99)))], 2)
    assert document.source == "ac\r\nb\n"
