"""Bursts of changes: only the last version is analyzed and published."""

from pathlib import Path

import pytest

from e2e.wire import Wire

PUBLISH = "textDocument/publishDiagnostics"
CHANGES = 200


@pytest.fixture
def wire(tmp_path):
    with Wire() as wire:
        wire.initialize(tmp_path)
        yield wire


def published_of(wire: Wire, uri: str) -> list[dict]:
    published = (message["params"] for message in wire.seen if message.get("method") == PUBLISH)
    return [params for params in published if params["uri"] == uri]


def test_a_burst_is_analyzed_after_its_end(wire, tmp_path: Path):
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.open(uri, "")
    assert wire.published(uri)["diagnostics"] == []
    for version in range(2, CHANGES):
        wire.change(uri, "flask\n" + "# typed\n" * version, version)
    wire.change(uri, "flask\ndjango\n", CHANGES)
    while (last := wire.published(uri))["version"] != CHANGES:
        pass
    assert {diagnostic["code"] for diagnostic in last["diagnostics"]} == {"two-frameworks"}
    assert wire.hover(uri, 0, 1)["result"]
    told = published_of(wire, uri)
    assert len(told) < CHANGES / 2
    versions = [params["version"] for params in told]
    assert versions == sorted(set(versions)) and versions[-1] == CHANGES


def test_a_hover_within_a_burst_uses_the_text_before_it(wire, tmp_path: Path):
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.open(uri, "requests\n")
    wire.change(uri, "flask\nflask-login\n", 2)
    params = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
    request = wire.ask("textDocument/hover", params)
    wire.change(uri, "", 3)
    assert wire.answer(request)["result"]["contents"]["value"]
    while (last := wire.published(uri))["version"] != 3:
        pass
    assert last["diagnostics"] == []


def test_incremental_changes_in_a_notification_apply_in_order(wire, tmp_path: Path):
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.open(uri, "fla\n")
    start, end = {"line": 0, "character": 3}, {"line": 0, "character": 3}
    changes = [
        {"range": {"start": start, "end": end}, "text": "sk"},
        {
            "range": {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": 0}},
            "text": "django",
        },
    ]
    document = {"uri": uri, "version": 2}
    wire.notify("textDocument/didChange", {"textDocument": document, "contentChanges": changes})
    while (last := wire.published(uri))["version"] != 2:
        pass
    assert [diagnostic["code"] for diagnostic in last["diagnostics"]] == ["two-frameworks"]
