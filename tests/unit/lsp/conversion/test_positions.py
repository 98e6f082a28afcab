"""Locations survive the way to the client and back, in every encoding."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from framesage.lsp.conversion.positions import Encoding, path_of, uri_of
from framesage.text import Position, Range, Source

ENCODINGS = ("utf-8", "utf-16", "utf-32")
LINES = st.text(st.characters(exclude_characters="\r\n"), max_size=40)


def source(line: str) -> Source:
    return Source(Path("/x/requirements.txt"), f"first\n{line}\nlast")


@given(LINES, st.data(), st.sampled_from(ENCODINGS))
def test_there_and_back(line, data, name):
    encoding = Encoding(name)
    here = Position(1, data.draw(st.integers(0, len(line))))
    there = encoding.range(source(line), Range(here, here)).start
    assert encoding.position_from(source(line), there) == here


@given(LINES, st.sampled_from(ENCODINGS))
def test_units_are_what_the_encoding_says(line, name):
    span = Range.on_line(1, 0, len(line))
    size = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[name]
    codec = name if name == "utf-8" else f"{name}-le"
    wanted = len(line.encode(codec, "surrogatepass")) // size
    assert Encoding(name).range(source(line), span).end == types.Position(1, wanted)


@given(LINES, st.integers(0, 200), st.integers(0, 5), st.sampled_from(ENCODINGS))
def test_any_position_of_a_client_is_in_the_text(line, character, number, name):
    at = Encoding(name).position_from(source(line), types.Position(number, character))
    assert at.line == number
    assert 0 <= at.character <= len(source(line).line(number))


def test_the_middle_of_a_character_is_its_start():
    assert Encoding("utf-16").position_from(source("a😀b"), types.Position(1, 2)) == Position(1, 1)
    assert Encoding("utf-8").position_from(source("aéb"), types.Position(1, 2)) == Position(1, 1)


@pytest.mark.parametrize("name", ["a b", "ä", "a%20b", "a#b", "a?b", "😀", "a+b", "a:b"])
def test_paths_survive_as_uris(name, tmp_path):
    path = tmp_path / name
    assert path_of(uri_of(path)) == path
    assert path_of(path.as_uri()) == path


NOWHERE = ("untitled:Untitled-1", "git:/x/y.txt", "", "vscode-remote://x/y", "file:", "file://")
NOWHERE = (*NOWHERE, "file:///x/%00/y.txt", "vscode-notebook-cell:/x/y.ipynb#c1")


@pytest.mark.parametrize("uri", NOWHERE)
def test_documents_on_no_disk_have_no_path(uri):
    assert path_of(uri) is None


@pytest.mark.skipif(os.name == "nt", reason="on Windows c: is a drive")
def test_another_systems_path_is_not_taken_from_the_folder_we_run_in():
    assert path_of("file:///c%3A/shop/requirements.txt") is None
