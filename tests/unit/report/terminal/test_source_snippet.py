"""Lines of files in a terminal: aligned underlines, and no control characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from framesage.analysis.location import Location
from framesage.manifests.manifest import Manifest
from framesage.report.terminal.source_snippet import SourceLine, printable, source_line
from framesage.text import Position, Range, Source


def line_at(tmp_path, text: str, begin: int, end: int) -> SourceLine:
    manifest = Manifest(Source(tmp_path / "requirements.txt", text), "requirements")
    return source_line(Location(manifest, Range.on_line(0, begin, end)))


@pytest.mark.parametrize(
    ("text", "begin", "end", "indent", "width"),
    [
        ("flask==3.0", 0, 5, 0, 5),
        ("\tflask", 1, 6, 4, 5),
        ("a\tflask", 2, 7, 4, 5),
        ("日本 flask", 3, 8, 5, 5),
        ("x = '日本'", 5, 7, 5, 4),
        ("🎉\tflask", 2, 7, 4, 5),
        ("flask # 🎉日", 8, 10, 8, 4),
        ("e\u0301 flask", 3, 8, 2, 5),
        ("flask", 5, 5, 5, 1),
    ],
)
def test_the_underline_is_below_the_marked_part(tmp_path, text, begin, end, indent, width):
    line = line_at(tmp_path, text, begin, end)
    assert (line.indent, line.width) == (indent, width)


def test_escape_sequences_do_not_reach_the_terminal(tmp_path):
    line = line_at(tmp_path, "fl\x1b[31mask\x07\u202e", 0, 5)
    assert line == SourceLine(
        "", "fl\N{REPLACEMENT CHARACTER}[3", "1mask" + 2 * "\N{REPLACEMENT CHARACTER}"
    )


def test_a_very_long_line_is_shortened_around_the_marked_part(tmp_path):
    text = "x" * 5_000_000 + "flask" + "y" * 5_000_000
    line = line_at(tmp_path, text, 5_000_000, 5_000_005)
    assert line.marked == "flask"
    assert line.before.startswith("...x")
    assert line.after.endswith("y...")
    assert len(line.before + line.marked + line.after) < 200


def test_only_the_first_line_of_a_range_is_underlined(tmp_path):
    manifest = Manifest(Source(tmp_path / "pyproject.toml", "flask = {\n}"), "pyproject")
    location = Location(manifest, Range(Position(0, 0), Position(1, 1)))
    assert source_line(location).marked == "flask = {"


@given(st.text())
def test_any_text_becomes_printable_and_keeps_its_width(text):
    shown = printable(text.replace("\n", ""))
    assert shown.isprintable()
    assert cell_len(shown) >= 0


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"])))
def test_printable_text_is_unchanged(text):
    assert printable(text) == text
