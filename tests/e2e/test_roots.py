"""The folders that clients name as the root or as workspace folders."""

import pytest

from e2e.wire import PULLS, Wire

BOTH = "flask\ndjango\n"


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.mark.parametrize("is_saved", [True, False], ids=["saved", "new"])
@pytest.mark.parametrize("is_listed", [True, False], ids=["folders", "root"])
def test_a_root_that_is_the_open_file_counts_as_its_folder(
    wire, make_project, tmp_path, is_saved, is_listed
):
    path = tmp_path / "requirements.txt"
    if is_saved:
        make_project(tmp_path, {"requirements.txt": BOTH})
    folders = [{"uri": path.as_uri(), "name": "x"}]
    wire.initialize(path, **({"workspaceFolders": folders} if is_listed else {}))
    wire.open(path.as_uri(), BOTH)
    (found,) = wire.published(path.as_uri())["diagnostics"]
    assert found["code"] == "two-frameworks"
    assert wire.hover(path.as_uri(), 0, 1)["result"]
    assert "Traceback" not in wire.log.decode()


def test_the_projects_around_a_root_that_is_a_file_are_reported(wire, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": BOTH, "sub/requirements.txt": BOTH})
    wire.initialize(tmp_path / "requirements.txt", capabilities=PULLS)
    report = wire.request("workspace/diagnostic", {"previousResultIds": []})
    assert len(report["result"]["items"]) == 2


UNREADABLE = {
    "rootUri": ["file://[x", "http://[", "file:///" + "a" * 300, 7, {}],
    "rootPath": ["//", "//x", "\ud800", "/" + "a/" * 3000, 7],
}


@pytest.mark.parametrize(
    ("key", "root"), [(key, root) for key, roots in UNREADABLE.items() for root in roots], ids=str
)
def test_a_root_that_is_no_folder_does_not_refuse_the_session(wire, tmp_path, key, root):
    params = {"processId": None, "capabilities": {}, "rootUri": None, key: root}
    assert wire.request("initialize", params)["result"]
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.open(uri, BOTH)
    assert wire.published(uri)["diagnostics"]
    assert wire.log == b""


def test_paths_in_settings_are_in_the_folder_that_is_the_first_now(wire, make_project, tmp_path):
    make_project(tmp_path, {"a/requirements.txt": "", "b/requirements.txt": BOTH, "b/own": "{"})
    items = [{"uri": (tmp_path / name).as_uri(), "name": name} for name in "ab"]
    wire.initialize(tmp_path / "a", workspaceFolders=items)
    settings = {"framesage": {"rule-paths": ["own"]}}
    wire.notify("workspace/didChangeConfiguration", {"settings": settings})
    wire.hover((tmp_path / "b" / "requirements.txt").as_uri(), 0, 1)
    event = {"added": [], "removed": items[:1]}
    wire.notify("workspace/didChangeWorkspaceFolders", {"event": event})
    wire.hover((tmp_path / "b" / "requirements.txt").as_uri(), 0, 1)
    logged = [line for line in wire.log.decode().splitlines() if "own" in line]
    assert str(tmp_path / "a" / "own") in logged[0]
    assert str(tmp_path / "b" / "own") in logged[-1]
