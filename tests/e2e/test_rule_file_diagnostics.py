"""Diagnostics of open rule files while they are typed, over the real server."""

import time

import pytest

from e2e.wire import PATIENCE, PULLS, Wire
from login_rule import PACK, RULE

UNKNOWN = RULE.replace('when = "needs-auth"', 'when = { all = ["😀", "need-auth"] }')


@pytest.fixture(params=["utf-16", "utf-8"])
def encoding(request):
    return request.param


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.fixture
def folder(make_project, tmp_path):
    files = {"pack/pack.toml": PACK, "pack/login.toml": RULE, "Cargo.toml": "[[rule]]\n"}
    make_project(tmp_path, files)
    return tmp_path


def start(wire, folder, **general):
    wire.initialize(folder, capabilities={"general": general})
    return (folder / "pack/login.toml").as_uri()


def until(wire, uri, *codes):
    """Return the next diagnostics of a document that have these codes."""
    while True:
        found = wire.published(uri)["diagnostics"]
        if sorted(it["code"] for it in found) == sorted(codes):
            return found


def test_errors_are_shown_while_typing_and_withdrawn(wire, folder, encoding):
    uri = start(wire, folder, positionEncodings=[encoding])
    wire.open(uri, UNKNOWN)
    first, second = until(wire, uri, "rule-error", "rule-error")
    assert "'need-auth'" in second["message"]
    assert "needs-auth" in second["message"]
    width = {"utf-16": 2, "utf-8": 4}[encoding]
    start_of_second = len('when = { all = ["", ') + width
    assert first["range"]["start"] == {"line": 6, "character": len("when = { all = [")}
    assert second["range"]["start"] == {"line": 6, "character": start_of_second}
    assert second["range"]["end"]["character"] == start_of_second + len('"need-auth"')
    assert second["severity"] == 1
    wire.change(uri, RULE, 2)
    assert until(wire, uri) == []


def test_a_file_that_is_no_toml_yet_is_told_where(wire, folder):
    uri = start(wire, folder)
    wire.open(uri, RULE + "\n[[rule]]\nid = \n")
    (found,) = until(wire, uri, "rule-error")
    assert found["message"].startswith("invalid TOML")
    assert found["range"]["start"]["line"] == 20


def test_the_pack_file_is_checked_too(wire, folder):
    start(wire, folder)
    uri = (folder / "pack/pack.toml").as_uri()
    wire.open(uri, PACK + '[severities]\nhouse-logn = "hint"\n')
    (found,) = until(wire, uri, "rule-error")
    assert "house-login" in found["message"]
    assert found["range"]["start"] == {"line": 4, "character": 0}


def test_failing_and_missing_tests_are_shown_after_a_pause(wire, folder):
    uri = start(wire, folder)
    wire.open(uri, RULE.replace("wanted = false", "wanted = true"))
    found = until(wire, uri, "test", "untested")
    test = next(it for it in found if it["code"] == "test")
    assert test["message"].startswith("'house-login' does not fire in its test 'any other'")
    assert test["range"]["start"] == {"line": 15, "character": 0}
    assert test["severity"] == 2
    wire.change(uri, RULE, 2)
    assert until(wire, uri) == []


def test_diagnostics_are_withdrawn_when_a_file_is_closed(wire, folder):
    uri = start(wire, folder)
    wire.open(uri, "[[rule]]\n")
    while not wire.published(uri)["diagnostics"]:
        pass
    wire.notify("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert until(wire, uri) == []


def test_a_client_that_pulls_gets_them_on_request(wire, folder):
    wire.initialize(folder, capabilities=PULLS)
    uri = (folder / "pack/login.toml").as_uri()
    params = {"textDocument": {"uri": uri}}
    wire.open(uri, UNKNOWN)
    items = wire.request("textDocument/diagnostic", params)["result"]["items"]
    assert [it["code"] for it in items] == ["rule-error"] * 2
    wire.change(uri, RULE.replace("wanted = false", "wanted = true"), 2)
    codes = ["rule-error"]
    while "test" not in codes:  # slow rules are reloaded after a pause
        wire.until(lambda message: message.get("method") == "workspace/diagnostic/refresh")
        items = wire.request("textDocument/diagnostic", params)["result"]["items"]
        codes = [it["code"] for it in items]
    assert "rule-error" not in codes


def test_a_client_that_cannot_be_asked_to_pull_again_gets_them_published(wire, folder):
    """Neovim 0.11 kept the error of a corrected rule, because rules are loaded later."""
    able = wire.initialize(folder, capabilities={"textDocument": {"diagnostic": {}}})
    assert "diagnosticProvider" not in able
    uri = (folder / "pack/login.toml").as_uri()
    wire.open(uri, UNKNOWN)
    until(wire, uri, "rule-error", "rule-error")
    wire.change(uri, RULE.replace("wanted = false", "wanted = true"), 2)
    until(wire, uri, "test", "untested")


def test_other_files_of_toml_never_get_any(wire, folder):
    uri = start(wire, folder)
    other = (folder / "Cargo.toml").as_uri()
    wire.open(other, "[[rule]]\nid = \n")
    wire.open(uri, UNKNOWN)
    until(wire, uri, "rule-error", "rule-error")
    assert other not in str(wire.seen)


def lenses(wire, uri):
    params = {"textDocument": {"uri": uri}}
    found = wire.request("textDocument/codeLens", params)["result"]
    return [(it["range"]["start"]["line"], it["command"]["title"]) for it in found]


REFRESH = "workspace/codeLens/refresh"


def shows(wire, uri, text):
    """Wait until a lens has this text, and the client was asked to request it again."""
    wire.seen.clear()
    end = time.monotonic() + PATIENCE
    while lenses(wire, uri) != [(0, text)] or REFRESH not in map(method_of, wire.seen):
        assert time.monotonic() < end, lenses(wire, uri)
        time.sleep(0.05)


def method_of(message):
    return message.get("method")


def test_a_lens_tells_of_the_tests_and_projects_of_a_rule(wire, make_project, tmp_path):
    needs = "flask\nflask-login\n"
    texts = {"a/requirements.txt": needs, "b/requirements.txt": needs, "c/requirements.txt": ""}
    files = {"pack/pack.toml": PACK, "pack/login.toml": RULE, **texts}
    make_project(tmp_path, {"framesage.toml": 'rule-paths = ["pack"]\n', **files})
    refreshes = {"codeLens": {"refreshSupport": True}}
    wire.initialize(tmp_path, capabilities={"workspace": refreshes})
    uri = (tmp_path / "pack/login.toml").as_uri()
    wire.open(uri, RULE)
    for name, text in texts.items():
        wire.open((tmp_path / name).as_uri(), text)
    shows(wire, uri, "2 tests pass · fires in 2 projects here")
    wire.change((tmp_path / "c/requirements.txt").as_uri(), needs, 2)
    shows(wire, uri, "2 tests pass · fires in 3 projects here")
    wire.change(uri, RULE.replace("wanted = false", "wanted = true"), 2)
    shows(wire, uri, "1 of 2 tests fails · fires in 3 projects here")
