"""Edits of an open document mean what LSP says, whatever characters stand around them."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lsprotocol import types

from framesage.lsp.conversion.positions import Encoding
from framesage.lsp.conversion.text_document import Document

TEXTS = st.text(st.sampled_from("ab\n\r\f\v\u2028\x85é😀"), max_size=30)
UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def position_at(text: str, offset: int, encoding: str) -> types.Position:
    """Where an offset is, by the letter of LSP: lines end with CR LF, LF or CR."""
    ends = [one.end() for one in re.finditer(r"\r\n|\n|\r", text) if one.end() <= offset]
    start = ends[-1] if ends else 0
    column = len(text[start:offset].encode(UNITS[encoding])) // WIDTHS[encoding]
    return types.Position(len(ends), column)


def between_halves(text: str, offset: int) -> bool:
    """Whether an offset parts a CR from its LF, where LSP has no position."""
    return text[offset - 1 : offset + 1] == "\r\n"


@settings(max_examples=400)
@given(
    text=TEXTS,
    edits=st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), TEXTS), max_size=6),
    encoding=st.sampled_from(sorted(UNITS)),
)
@example(text="a\u2028b\nflask", edits=[(4, 9, "django")], encoding="utf-16")
@example(text="a\rb", edits=[(2, 2, "\n"), (1, 2, "")], encoding="utf-8")
def test_edits_end_in_the_text_that_the_client_has(text, edits, encoding):
    document = Document(Encoding(encoding), "file:///x", text, 1)
    for one, other, new in edits:
        start, end = sorted((min(one, len(text)), min(other, len(text))))
        if between_halves(text, start) or between_halves(text, end):
            continue
        span = types.Range(position_at(text, start, encoding), position_at(text, end, encoding))
        document.apply_change(types.TextDocumentContentChangePartial(span, new))
        text = text[:start] + new + text[end:]
        assert document.source == text


def test_a_whole_new_text_replaces_what_was_kept():
    document = Document(Encoding("utf-16"), "file:///x", "a\nb\n", 1)
    at = types.Position(1, 0)
    document.apply_change(types.TextDocumentContentChangePartial(types.Range(at, at), "x"))
    document.apply_change(types.TextDocumentContentChangeWholeDocument("c\n"))
    document.apply_change(types.TextDocumentContentChangePartial(types.Range(at, at), "y"))
    assert document.source == "c\ny"


def test_past_the_end_is_the_end():
    document = Document(Encoding("utf-16"), "file:///x", "a\n", 1)
    span = types.Range(types.Position(0, 9), types.Position(7, 3))
    document.apply_change(types.TextDocumentContentChangePartial(span, "b"))
    assert document.source == "ab"
