"""Positions convert to the client's and back, in every encoding."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from framesage.lsp.conversion.positions import PositionConverter, path_of, uri_of
from framesage.text import Position, Range, Source

ENCODINGS = ("utf-8", "utf-16", "utf-32")
LINES = st.text(st.characters(exclude_characters="\r\n"), max_size=40)


def source(line: str) -> Source:
    return Source(Path("/x/requirements.txt"), f"first\n{line}\nlast")


@given(LINES, st.data(), st.sampled_from(ENCODINGS))
def test_conversion_round_trip(line, data, name):
    positions = PositionConverter(name)
    here = Position(1, data.draw(st.integers(0, len(line))))
    there = positions.range(source(line), Range(here, here)).start
    assert positions.position_from(source(line), there) == here


@given(LINES, st.sampled_from(ENCODINGS))
def test_columns_are_counted_in_the_units_of_the_encoding(line, name):
    span = Range.on_line(1, 0, len(line))
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[name]
    codec = name if name == "utf-8" else f"{name}-le"
    wanted = len(line.encode(codec, "surrogatepass")) // size
    assert PositionConverter(name).range(source(line), span).end == types.Position(1, wanted)


@given(LINES, st.integers(0, 200), st.integers(0, 5), st.sampled_from(ENCODINGS))
def test_any_position_of_a_client_is_clipped_to_the_line(line, character, number, name):
    at = PositionConverter(name).position_from(source(line), types.Position(number, character))
    assert at.line == number
    assert 0 <= at.character <= len(source(line).line(number))


def test_a_position_inside_of_a_character_is_its_start():
    assert PositionConverter("utf-16").position_from(
        source("a😀b"), types.Position(1, 2)
    ) == Position(1, 1)
    assert PositionConverter("utf-8").position_from(
        source("aéb"), types.Position(1, 2)
    ) == Position(1, 1)


@pytest.mark.parametrize("name", ["a b", "ä", "a%20b", "a#b", "a?b", "😀", "a+b", "a:b"])
def test_paths_convert_to_uris_and_back(name, tmp_path):
    path = tmp_path / name
    assert path_of(uri_of(path)) == path
    assert path_of(path.as_uri()) == path


NOWHERE = ("untitled:Untitled-1", "git:/x/y.txt", "", "vscode-remote://x/y", "file:", "file://")
NOWHERE = (*NOWHERE, "file:///x/%00/y.txt", "vscode-notebook-cell:/x/y.ipynb#c1")


@pytest.mark.parametrize("uri", NOWHERE)
def test_documents_that_are_not_files_have_no_path(uri):
    assert path_of(uri) is None


@pytest.mark.skipif(os.name == "nt", reason="on Windows c: is a drive")
def test_a_path_of_another_system_is_not_relative_to_the_working_directory():
    assert path_of("file:///c%3A/shop/requirements.txt") is None
