"""What changes on the disk is noticed, whether or not the client reports it."""

import os
import shutil

import pytest

from e2e.wire import PULLS, Wire

OLD, NEW = "flask\ndjango\n", "flask\ncelery\n"
OPERATIONS = ("didCreate", "didDelete", "didRename")
PULLING = {
    **PULLS,
    "workspace": {**PULLS["workspace"], "fileOperations": dict.fromkeys(OPERATIONS, True)},
}
WATCHING = {
    "workspace": {
        "didChangeWatchedFiles": {"dynamicRegistration": True, "relativePatternSupport": True}
    }
}


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


def codes(told: dict) -> list[str]:
    return [diagnostic["code"] for diagnostic in told["diagnostics"]]


def save(wire: Wire, uri: str) -> None:
    wire.notify("textDocument/didSave", {"textDocument": {"uri": uri}})


def close(wire: Wire, uri: str) -> None:
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})


def shows(wire: Wire, uri: str, wanted: list[str]) -> bool:
    """Wait until a file has these findings; a long look at the disk can come after an analysis."""
    while codes(wire.published(uri)) != wanted:
        pass
    return True


def typed(wire: Wire, uri: str, text: str, version: int) -> None:
    """Change a document and wait for its analysis."""
    wire.change(uri, text, version)
    while wire.published(uri).get("version") != version:
        pass


def last_codes(wire: Wire, uri: str) -> list[str]:
    """Return what was published last for a file."""
    shown = [
        message["params"]
        for message in wire.seen
        if message.get("method") == "textDocument/publishDiagnostics"
        and message["params"]["uri"] == uri
    ]
    return codes(shown[-1])


def save_other(wire, uri):
    save(wire, uri)


def open_other(wire, uri):
    wire.open(uri.replace("requirements.txt", "requirements-dev.txt"), "pytest\n")


def close_other(wire, uri):
    close(wire, uri)


def focus(wire, _uri):
    wire.notify("framesage/didFocus")


@pytest.mark.parametrize("act", [save_other, open_other, close_other, focus])
@pytest.mark.parametrize("changed", ["common.txt", "lists/prod", "setup.cfg"])
def test_a_closed_file_is_read_again(wire, make_project, tmp_path, act, changed):
    setup = "[options]\ninstall_requires =\n  "
    texts = {text: setup + text.replace("\n", "\n  ") for text in (OLD, NEW)}
    if changed != "setup.cfg":
        texts = {text: text for text in texts}
    top = "" if changed == "setup.cfg" else f"-r {changed}\n"
    make_project(tmp_path, {"requirements.txt": top, changed: texts[OLD]})
    uri, other = ((tmp_path / name).as_uri() for name in ("requirements.txt", changed))
    wire.initialize(tmp_path)
    wire.open(uri, top)
    assert shows(wire, other, ["two-frameworks"])
    (tmp_path / changed).write_text(texts[NEW])
    typed(wire, uri, f"{top}# typed\n", 2)
    assert last_codes(wire, other) == ["two-frameworks"], "a keystroke looked at the disk"
    act(wire, uri)
    assert shows(wire, other, [])


def test_a_file_that_is_replaced_by_an_older_one_of_the_same_size_is_read(
    wire, make_project, tmp_path
):
    files = {"requirements.txt": "-r one.txt\n", "one.txt": OLD, "two.txt": NEW}
    make_project(tmp_path, files)
    assert len(OLD) == len(NEW)
    for name in ("one.txt", "two.txt"):
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    uri, other = ((tmp_path / name).as_uri() for name in ("requirements.txt", "one.txt"))
    wire.initialize(tmp_path)
    wire.open(uri, files["requirements.txt"])
    assert shows(wire, other, ["two-frameworks"])
    (tmp_path / "two.txt").replace(tmp_path / "one.txt")
    save(wire, uri)
    assert shows(wire, other, [])


def test_an_included_file_that_is_created_is_read(wire, make_project, tmp_path):
    text = "flask\n-r ../shared.txt\n"
    make_project(tmp_path, {".git/HEAD": "", "web/requirements.txt": text})
    uri = (tmp_path / "web" / "requirements.txt").as_uri()
    wire.initialize(tmp_path / "web")
    wire.open(uri, text)
    assert shows(wire, uri, [])
    make_project(tmp_path, {"shared.txt": "django\n"})
    save(wire, uri)
    assert shows(wire, uri, ["two-frameworks"])


def test_custom_rules_are_read_again(wire, make_project, tmp_path):
    settings = '[tool.framesage]\nrule-paths = ["house"]\n'
    files = {"pyproject.toml": settings, "house/own.toml": "", "requirements.txt": "flask\nsix\n"}
    make_project(tmp_path, files)
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.initialize(tmp_path)
    wire.open(uri, "flask\nsix\n")
    assert shows(wire, uri, [])
    make_project(tmp_path, {"house/more.toml": RULE})
    save(wire, uri)
    assert shows(wire, uri, ["no-six-here"])
    (tmp_path / "house/more.toml").write_text("")
    save(wire, uri)
    assert shows(wire, uri, [])


RULE = """
[[rule]]
id = "no-six-here"
title = "House rule"
severity = "warning"
when = { package = "six" }
message = "Ask before you use six."
why = "We said so."
references = ["guide:G01"]
"""


def test_the_findings_of_a_deleted_folder_are_removed(wire, make_project, tmp_path):
    make_project(tmp_path, {"api/requirements.txt": OLD, "web/requirements.txt": "flask\n"})
    gone, kept = ((tmp_path / name / "requirements.txt").as_uri() for name in ("api", "web"))
    wire.initialize(tmp_path)
    wire.open(kept, "flask\n")
    wire.open(gone, OLD)
    assert shows(wire, gone, ["two-frameworks"])
    close(wire, gone)
    shutil.rmtree(tmp_path / "api")
    save(wire, kept)
    assert shows(wire, gone, [])


def look(wire: Wire, before: dict[str, str]) -> dict[str, tuple[str, list[str]]]:
    """Request the diagnostics of the workspace; return kind and codes by the name of the folder."""
    ids = [{"uri": uri, "value": value} for uri, value in before.items()]
    answer = wire.request("workspace/diagnostic", {"previousResultIds": ids})
    before.clear()
    found = {}
    for item in answer["result"]["items"]:
        before[item["uri"]] = item["resultId"]
        found_codes = [diagnostic["code"] for diagnostic in item.get("items", ())]
        found[item["uri"].split("/")[-2]] = item["kind"], found_codes
    return found


def save_in(wire, root, _gone):
    save(wire, (root / "web" / "requirements.txt").as_uri())


def report_folder(wire, _root, gone):
    change = {"uri": gone.as_uri(), "type": 3}
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [change]})


def report_deletion(wire, _root, gone):
    wire.notify("workspace/didDeleteFiles", {"files": [{"uri": gone.as_uri()}]})


@pytest.mark.parametrize("act", [save_in, report_folder, report_deletion])
def test_a_deleted_folder_is_reported_as_empty(wire, make_project, tmp_path, act):
    make_project(tmp_path, {"old/api/requirements.txt": OLD, "web/requirements.txt": OLD})
    wire.initialize(tmp_path, capabilities=PULLING)
    wire.open((tmp_path / "web" / "requirements.txt").as_uri(), OLD)
    ids: dict[str, str] = {}
    told = ("full", ["two-frameworks"])
    assert look(wire, ids) == {"api": told, "web": told}
    shutil.rmtree(tmp_path / "old")
    act(wire, tmp_path, tmp_path / "old")
    assert look(wire, ids) == {"api": ("full", []), "web": ("unchanged", [])}


def test_the_findings_of_a_renamed_folder_move_along(wire, make_project, tmp_path):
    make_project(tmp_path, {"one/requirements.txt": OLD})
    able = wire.initialize(tmp_path, capabilities=PULLING)
    assert able["workspace"]["fileOperations"].keys() == set(OPERATIONS)
    ids: dict[str, str] = {}
    assert look(wire, ids) == {"one": ("full", ["two-frameworks"])}
    one, two = tmp_path / "one", tmp_path / "two"
    one.rename(two)
    renamed = [{"oldUri": one.as_uri(), "newUri": two.as_uri()}]
    wire.notify("workspace/didRenameFiles", {"files": renamed})
    assert look(wire, ids) == {"one": ("full", []), "two": ("full", ["two-frameworks"])}


def test_an_include_from_a_deleted_folder_is_gone(wire, make_project, tmp_path):
    text = "-r parts/deep/extra.txt\nflask\n"
    make_project(tmp_path, {"requirements.txt": text, "parts/deep/extra.txt": "django\n"})
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.initialize(tmp_path)
    wire.open(uri, text)
    assert shows(wire, uri, ["two-frameworks"])
    shutil.rmtree(tmp_path / "parts")
    report_folder(wire, tmp_path, tmp_path / "parts")
    assert shows(wire, uri, [])


def test_a_new_project_is_found_after_a_save_elsewhere(wire, make_project, tmp_path):
    make_project(tmp_path, {"web/requirements.txt": "flask\n"})
    uri = (tmp_path / "web" / "requirements.txt").as_uri()
    wire.initialize(tmp_path, capabilities=PULLING)
    wire.open(uri, "flask\n")
    assert look(wire, {}) == {}
    make_project(tmp_path, {"new/requirements.txt": OLD})
    save(wire, uri)
    assert look(wire, {}) == {"new": ("full", ["two-frameworks"])}


def registered(wire: Wire) -> list[object]:
    """Return the patterns of the next registration for included files."""
    told = wire.until(
        lambda message: (
            message.get("method") == "client/registerCapability"
            and message["params"]["registrations"][0]["id"].startswith("framesage-includes")
        )
    )
    options = told["params"]["registrations"][0]["registerOptions"]
    return [watcher["globPattern"] for watcher in options["watchers"]]


def test_included_files_of_any_name_are_watched(wire, make_project, tmp_path):
    text = "-r lists/prod\n-r ../[all].txt\n-r requirements-dev.txt\n"
    files = {"web/requirements.txt": text, "[all].txt": "six\n", "web/lists/prod": "flask\n"}
    make_project(tmp_path, {".git/HEAD": "", **files})
    uri = (tmp_path / "web" / "requirements.txt").as_uri()
    wire.initialize(tmp_path / "web", capabilities=WATCHING)
    wire.open(uri, text)
    outside = {"baseUri": tmp_path.as_uri(), "pattern": "?all?.txt"}
    assert registered(wire) == [outside, "**/lists/prod"]
    typed(wire, uri, f"{text}-r l\n", 2)
    typed(wire, uri, f"{text}-r later.txt\n", 3)
    save(wire, uri)
    assert registered(wire) == [outside, "**/later.txt", "**/lists/prod"], "watched while typing"
    ended = wire.until(lambda message: message.get("method") == "client/unregisterCapability")
    assert ended["params"]["unregisterations"][0]["id"] == "framesage-includes-1"


def test_the_files_in_folders_of_rules_are_watched(wire, make_project, tmp_path):
    settings = 'rule-paths = ["house", "../acme-rules", "../later"]\n'
    files = {"web/framesage.toml": settings, "web/requirements.txt": "flask\n"}
    packs = {"web/house/rules.toml": "", "acme-rules/pack.toml": ""}
    make_project(tmp_path, {".git/HEAD": "", **files, **packs})
    uri = (tmp_path / "web" / "requirements.txt").as_uri()
    wire.initialize(tmp_path / "web", capabilities=WATCHING)
    wire.open(uri, "flask\n")
    folder, pack = (
        {"baseUri": base.as_uri(), "pattern": pattern}
        for base, pattern in ((tmp_path, "acme-rules"), (tmp_path / "acme-rules", "**/*.toml"))
    )
    later = {"baseUri": tmp_path.as_uri(), "pattern": "later"}
    house = ["**/house", "**/house/**/*.toml"]
    assert registered(wire) == [folder, pack, later, *house]
    (tmp_path / "later").mkdir()
    change = {"uri": (tmp_path / "later").as_uri(), "type": 1}
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
    inside = {"baseUri": (tmp_path / "later").as_uri(), "pattern": "**/*.toml"}
    assert registered(wire) == [folder, pack, later, inside, *house]


def test_a_watched_include_is_read_when_it_is_reported(wire, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "-r base\n", "base": OLD})
    uri, base = ((tmp_path / name).as_uri() for name in ("requirements.txt", "base"))
    wire.initialize(tmp_path, capabilities=WATCHING)
    wire.open(uri, "-r base\n")
    assert shows(wire, base, ["two-frameworks"])
    (tmp_path / "base").write_text(NEW)
    change = {"uri": base, "type": 2}
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [change]})
    assert shows(wire, base, [])
