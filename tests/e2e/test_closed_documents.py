"""The diagnostics of closed documents are removed when they no longer apply."""

import pytest

from e2e.wire import Wire

FOLDERS = {"workspace": {"workspaceFolders": True}}


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


def codes(published: dict) -> list[str]:
    return [diagnostic["code"] for diagnostic in published["diagnostics"]]


def closed(wire: Wire, uri: str) -> None:
    """Open a document with a finding and close it; the finding is still shown."""
    wire.open(uri, "flask\ndjango\n")
    assert codes(wire.published(uri)) == ["two-frameworks"]
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})


def test_a_closed_document_that_changes_on_the_disk_is_published_again(
    wire, make_project, tmp_path
):
    make_project(tmp_path, {"requirements.txt": "flask\ndjango\n"})
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.initialize(tmp_path)
    closed(wire, uri)
    make_project(tmp_path, {"requirements.txt": "flask\n"})
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": uri, "type": 2}]})
    assert codes(wire.published(uri)) == []


def test_the_diagnostics_of_a_removed_folder_are_removed(wire, make_project, tmp_path):
    make_project(tmp_path, {"a/requirements.txt": "flask\ndjango\n", "b/requirements.txt": ""})
    folders = [{"uri": (tmp_path / name).as_uri(), "name": name} for name in "ab"]
    wire.initialize(tmp_path, workspaceFolders=folders, capabilities=FOLDERS)
    uri = (tmp_path / "a" / "requirements.txt").as_uri()
    closed(wire, uri)
    event = {"added": [], "removed": folders[:1]}
    wire.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    assert codes(wire.published(uri)) == []


def test_a_closed_document_outside_of_the_workspace_has_no_diagnostics(
    wire, make_project, tmp_path
):
    make_project(tmp_path, {"a/requirements.txt": "", "b/requirements.txt": "flask\ndjango\n"})
    wire.initialize(tmp_path / "a")
    uri = (tmp_path / "b" / "requirements.txt").as_uri()
    closed(wire, uri)
    assert codes(wire.published(uri)) == []


def test_a_closed_document_keeps_the_uri_of_the_client(wire, make_project, tmp_path):
    make_project(tmp_path, {"a+b/requirements.txt": "flask\n"})
    uri = (tmp_path / "a+b" / "requirements.txt").as_uri().replace("%2B", "+")
    wire.initialize(tmp_path)
    closed(wire, uri)
    assert codes(wire.published(uri)) == []


def test_a_file_that_is_no_longer_included_has_the_findings_of_its_own_project(
    wire, make_project, tmp_path
):
    make_project(tmp_path, {"requirements.txt": "flask\n", "api/requirements.txt": ""})
    top, api = ((tmp_path / name).as_uri() for name in ("requirements.txt", "api/requirements.txt"))
    wire.initialize(tmp_path)
    wire.open(api, "flask\ndjango\n")
    assert codes(wire.published(api)) == ["two-frameworks"]
    wire.open(top, "flask\n")
    wire.change(top, "flask\n-r api/requirements.txt\n", 2)
    while codes(wire.published(api)) != []:
        pass
    wire.change(top, "flask\n", 3)
    while codes(wire.published(api)) != ["two-frameworks"]:
        pass


def test_a_project_that_was_excluded_stays_hidden_when_it_is_closed(wire, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "", "sub/requirements.txt": "flask\ndjango\n"})
    uri = (tmp_path / "sub" / "requirements.txt").as_uri()
    wire.initialize(tmp_path)
    wire.open(uri, "flask\ndjango\n")
    assert codes(wire.published(uri)) == ["two-frameworks"]
    settings = {"settings": {"framesage": {"exclude": ["sub"]}}}
    wire.notify("workspace/didChangeConfiguration", settings)
    assert codes(wire.published(uri)) == []
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    elsewhere = (tmp_path / "requirements.txt").as_uri()
    wire.open(elsewhere, "flask\ndjango\n")
    assert codes(wire.published(elsewhere)) == ["two-frameworks"]
    wire.change(elsewhere, "flask\n", 2)
    assert codes(wire.published(elsewhere)) == []
    again = [message for message in wire.seen if message.get("params", {}).get("uri") == uri]
    assert codes(again[-1]["params"]) == []


def test_closing_a_project_that_was_only_begun_tells_the_settings_above(
    wire, make_project, tmp_path
):
    make_project(tmp_path, {"framesage.toml": 'framework = "flask"\n', "sub/base.txt": ""})
    wire.initialize(tmp_path)
    settings, begun = ((tmp_path / name).as_uri() for name in ("framesage.toml", "sub/setup.cfg"))
    wire.open(settings, 'framework = "flask"\n')
    alone = codes(wire.published(settings))
    wire.open(begun, "[options]\ninstall_requires =\n  flask\n")
    shared = codes(wire.published(settings))
    wire.notify("textDocument/didClose", {"textDocument": {"uri": begun}})
    assert (alone, shared) == (["declared-flask-not-required"], [])
    assert codes(wire.published(settings)) == alone
