"""Positions in the negotiated encoding, with characters in which the encodings differ."""

import pytest

from e2e.wire import Wire

SMILE = "😀é"
UNITS = {
    "utf-8": lambda text: len(text.encode()),
    "utf-16": lambda text: len(text.encode("utf-16-le")) // 2,
    "utf-32": len,
}
TEXT = f'[project]\nname = "x"\ndependencies = ["a{SMILE}", "flask", "django"]\n'


def between(line: str, found: str, units) -> tuple[int, int]:
    begin = line.index(found)
    return units(line[:begin]), units(line[: begin + len(found)])


@pytest.fixture(params=UNITS, scope="module")
def opened(request, tmp_path_factory):
    """One server for each encoding."""
    root = tmp_path_factory.mktemp("workspace")
    with Wire() as wire:
        general = {"general": {"positionEncodings": [request.param]}}
        related = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
        told = wire.initialize(root, capabilities={**general, **related})
        assert told["positionEncoding"] == request.param
        yield wire, UNITS[request.param], root


@pytest.fixture
def session(opened, request):
    """A document of its own for each test."""
    wire, units, root = opened
    return wire, units, (root / request.node.originalname / "pyproject.toml").as_uri()


def columns(location: dict) -> tuple[int, int]:
    assert location["start"]["line"] == location["end"]["line"]
    return location["start"]["character"], location["end"]["character"]


def test_ranges_after_an_emoji(session):
    wire, units, uri = session
    wire.open(uri, TEXT)
    line = TEXT.splitlines()[2]
    told = [diagnostic["range"] for diagnostic in wire.published(uri)["diagnostics"]]
    assert between(line, "flask", units) in {
        columns(span) for span in told if span["start"]["line"] == 2
    }


def test_positions_after_an_emoji(session):
    wire, units, uri = session
    wire.open(uri, TEXT)
    line = TEXT.splitlines()[2]
    begin, end = between(line, "django", units)
    for character in (begin, end):
        told = wire.hover(uri, 2, character)["result"]
        assert columns(told["range"]) == (begin, end)
    assert wire.hover(uri, 2, end + 1)["result"] is None


def test_incremental_changes_after_an_emoji(session):
    wire, units, uri = session
    wire.open(uri, TEXT)
    line = TEXT.splitlines()[2]
    begin, end = between(line, "django", units)
    span = {"start": {"line": 2, "character": begin}, "end": {"line": 2, "character": end}}
    document = {"uri": uri, "version": 2}
    changes = [{"range": span, "text": "gunicorn"}]
    wire.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
    while (told := wire.published(uri))["version"] != 2:
        pass
    assert told["diagnostics"] == []


def test_utf_16_is_the_default(tmp_path):
    with Wire() as wire:
        assert wire.initialize(tmp_path)["positionEncoding"] == "utf-16"
