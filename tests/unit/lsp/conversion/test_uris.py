"""Paths and URIs that few files have."""

import sys
from pathlib import Path

import pytest

from framesage.lsp.conversion.positions import path_of, uri_of


@pytest.mark.parametrize(
    "uri",
    ["", "x", "file:", "untitled:1", "http://x/y", "file:///a%00", "file:///\ud800", "file:x"],
)
def test_what_cannot_be_a_file_has_no_path(uri):
    assert path_of(uri) is None


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode on Windows")
def test_a_name_that_is_no_unicode_has_a_uri():
    assert uri_of(Path("/caf\udce9/requirements.txt")) == "file:///caf%E9/requirements.txt"
