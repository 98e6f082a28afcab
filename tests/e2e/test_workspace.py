"""Diagnostics of a workspace: in parts, once each, and without delaying open documents."""

import time

import pytest
from pygls.protocol import default_converter

from e2e.conftest import TWO_EDITORS, capabilities_of
from e2e.wire import PATIENCE, PULLS, Wire

REFUSED = -32800
PROJECTS = {
    "shop/requirements.txt": "flask\ndjango\n",
    "blog/pyproject.toml": '[project]\nname = "blog"\ndependencies = ["flask", "wtforms"]\n',
    "quiet/requirements.txt": "numpy\n",
    "tests/requirements.txt": "flask\n",
}
PUBLISH = "textDocument/publishDiagnostics"
QUIET = {PUBLISH, "window/logMessage", "$/progress"}
"""Notifications that do not interrupt the user."""
MANY = 2000
"""The number of folders in a workspace whose search must not be noticed."""


def as_json(name: str) -> dict:
    return default_converter().unstructure(capabilities_of(name))


@pytest.fixture(params=TWO_EDITORS)
def able(request) -> dict:
    """The capabilities of each of two editors, which can be asked to request diagnostics again."""
    able = as_json(request.param)
    return {**able, "workspace": {**able["workspace"], **PULLS["workspace"]}}


@pytest.fixture
def code() -> dict:
    """The capabilities of VS Code, for tests in which the two do not differ."""
    return as_json(TWO_EDITORS[0])


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.fixture
def session(wire, code, make_project, tmp_path):
    """A session of VS Code in a workspace of several projects."""
    make_project(tmp_path, PROJECTS)
    wire.initialize(tmp_path, capabilities=code)
    return wire


def params_of(previous=(), **tokens) -> dict:
    known = [{"uri": item["uri"], "value": item["resultId"]} for item in previous]
    return {"identifier": "framesage", "previousResultIds": known, **tokens}


def look(wire: Wire, previous=(), **tokens) -> list[dict]:
    return wire.request("workspace/diagnostic", params_of(previous, **tokens))["result"]["items"]


def codes(items: list[dict]) -> dict[str, set[str]]:
    """Return the rules of the full reports, by the end of the file's URI."""
    full = (item for item in items if item["kind"] == "full")
    return {
        "/".join(item["uri"].split("/")[-2:]): {diagnostic["code"] for diagnostic in item["items"]}
        for item in full
    }


def parts(wire: Wire, token: str) -> list[dict]:
    """Return the values of all progress notifications with a token."""
    progress = (message["params"] for message in wire.seen if message.get("method") == "$/progress")
    return [value["value"] for value in progress if value["token"] == token]


SHOWN = {
    "shop/requirements.txt": {"two-frameworks"},
    "blog/pyproject.toml": {"flask-forms-without-csrf"},
}


def test_every_project_is_reported_and_unchanged_reports_are_not_repeated(
    wire, able, make_project, tmp_path
):
    make_project(tmp_path, PROJECTS)
    capabilities = wire.initialize(tmp_path, capabilities=able)
    assert capabilities["diagnosticProvider"]["workspaceDiagnostics"]
    session, first = wire, look(wire)
    assert codes(first) == SHOWN
    again = look(session, first)
    assert {item["kind"] for item in again} == {"unchanged"}
    assert {(item["uri"], item["resultId"]) for item in again} == {
        (item["uri"], item["resultId"]) for item in first
    }
    deleted = tmp_path / "shop" / "requirements.txt"
    deleted.unlink()
    change = {"changes": [{"uri": deleted.as_uri(), "type": 3}]}
    session.notify("workspace/didChangeWatchedFiles", change)
    assert codes(look(session, first)) == {"shop/requirements.txt": set()}


def test_partial_results_are_sent_for_each_project(session):
    assert look(session, partialResultToken="parts") == []
    found = [part["items"] for part in parts(session, "parts")]
    assert len(found) == len(SHOWN)
    assert codes([item for items in found for item in items]) == SHOWN


def test_a_repeated_request_is_answered_after_a_change(session, tmp_path):
    uri = (tmp_path / "shop" / "requirements.txt").as_uri()
    look(session, partialResultToken="first")
    known = [item for part in parts(session, "first") for item in part["items"]]
    held = session.ask("workspace/diagnostic", params_of(known, partialResultToken="held"))
    session.hover(uri, 0, 1)
    session.hover(uri, 0, 1)
    assert not [
        message for message in session.seen if message.get("id") == held and "method" not in message
    ]
    session.open(uri, "flask\n")
    assert "result" in session.answer(held)
    items = [item for part in parts(session, "held") for item in part["items"]]
    assert codes(items) == {"shop/requirements.txt": set()}
    assert [item["kind"] for item in items].count("unchanged") == 1
    assert next(item for item in items if item["kind"] == "full")["version"] == 1


def test_a_held_request_can_be_cancelled(session):
    look(session, partialResultToken="first")
    held = session.ask("workspace/diagnostic", params_of(partialResultToken="held"))
    session.notify("$/cancelRequest", {"id": held})
    assert session.answer(held)["error"]["code"] == REFUSED
    assert look(session)


def test_a_held_request_does_not_prevent_the_exit(session):
    look(session, partialResultToken="first")
    session.ask("workspace/diagnostic", params_of(partialResultToken="held"))
    assert session.request("shutdown")["result"] is None
    session.notify("exit")
    assert session.process.wait(PATIENCE) == 0


@pytest.fixture(scope="module")
def large(make_project, tmp_path_factory):
    """A workspace of many folders, one project in ten of them."""
    names = (f"part{number // 100}/app{number}" for number in range(MANY))
    files = {
        f"{name}/{'requirements.txt' if number % 10 == 0 else 'app.py'}": "flask\ndjango\n"
        for number, name in enumerate(names)
    }
    return make_project(tmp_path_factory.mktemp("large"), files)


def of_document(uri: str) -> dict:
    return {"textDocument": {"uri": uri}}


def accept_progress(wire: Wire) -> str:
    """Accept the server's progress and return its token."""
    asked = wire.until(lambda message: message.get("method") == "window/workDoneProgress/create")
    wire.reply(asked["id"], None)
    return asked["params"]["token"]


def test_open_documents_are_reported_during_the_search(wire, able, large):
    uri = (large / "open" / "requirements.txt").as_uri()
    wire.initialize(large, capabilities=able)
    scan = wire.ask("workspace/diagnostic", params_of(workDoneToken="mine"))
    wire.until(lambda message: message.get("method") == "$/progress")
    wire.open(uri, "flask\ndjango\n")
    pulled = wire.request("textDocument/diagnostic", of_document(uri))["result"]
    assert {diagnostic["code"] for diagnostic in pulled["items"]} == {"two-frameworks"}
    assert not [
        message for message in wire.seen if message.get("id") == scan and "method" not in message
    ]
    found = wire.answer(scan)["result"]["items"]
    assert len(found) >= MANY // 10
    kinds = [value["kind"] for value in parts(wire, "mine")]
    assert kinds[0] == "begin" and kinds[-1] == "end" and set(kinds[1:-1]) == {"report"}
    assert len(kinds) > 10
    messages = ("window/showMessage", "window/showMessageRequest")
    assert not [message for message in wire.seen if message.get("method") in messages]


def test_an_editor_without_pull_is_sent_only_the_open_file_of_two_hundred(wire, large):
    uri = (large / "part0" / "app0" / "requirements.txt").as_uri()
    wire.initialize(large, capabilities=as_json("visual_studio_code"))
    start = time.monotonic()
    wire.open(uri, "flask\ndjango\n")
    assert wire.published(uri)["diagnostics"]
    assert time.monotonic() - start < PATIENCE / 2
    wire.hover(uri, 0, 1)
    sent = [message for message in wire.seen if "method" in message and "id" not in message]
    assert {message["method"] for message in sent} <= QUIET
    published = [message["params"] for message in sent if message["method"] == PUBLISH]
    assert {params["uri"] for params in published} == {uri}


def test_a_long_search_shows_progress_and_can_be_cancelled(wire, code, large):
    wire.initialize(large, capabilities=code)
    scan = wire.ask("workspace/diagnostic", params_of())
    token = accept_progress(wire)
    begin = wire.until(lambda message: message.get("method") == "$/progress")["params"]
    assert (begin["token"], begin["value"]["kind"]) == (token, "begin")
    assert begin["value"]["cancellable"]
    wire.notify("window/workDoneProgress/cancel", {"token": token})
    found = wire.answer(scan)["result"]["items"]
    assert 0 < len(found) < MANY // 10
    assert parts(wire, token)[-1]["kind"] == "end"
    assert len(look(wire)) == len(found)


def test_findings_are_reported_without_an_accepted_progress(wire, code, large):
    wire.initialize(large, capabilities=code)
    assert len(look(wire)) == MANY // 10
    asked = [
        message["id"]
        for message in wire.seen
        if message.get("method", "").endswith("Progress/create")
    ]
    assert len(asked) == 1
    wire.reply(asked[0], None)
    look(wire)
    assert not [message for message in wire.seen if message.get("method") == "$/progress"]


def test_a_cancelled_search_is_resumed_by_the_next_request(wire, code, large):
    wire.initialize(large, capabilities=code)
    scan = wire.ask("workspace/diagnostic", params_of(workDoneToken="mine"))
    wire.until(lambda message: message.get("method") == "$/progress")
    wire.notify("$/cancelRequest", {"id": scan})
    assert wire.answer(scan)["error"]["code"] == REFUSED
    assert parts(wire, "mine")[-1]["kind"] == "end"
    assert len(look(wire)) == MANY // 10


def test_a_short_search_shows_no_progress(session):
    look(session)
    assert not [
        message for message in session.seen if "progress" in message.get("method", "").lower()
    ]


def without_links(diagnostics):
    """Return diagnostics without their links: each server has its own pages of rules."""
    return [{**diagnostic, "codeDescription": None} for diagnostic in diagnostics]


def test_published_and_requested_diagnostics_are_equal(make_project, tmp_path):
    make_project(tmp_path, {**PROJECTS, "blog/requirements-web.txt": "flask-cors\ndjango\n"})
    pushed, pulled = {}, {}
    with Wire() as wire:
        wire.initialize(tmp_path, capabilities=as_json("visual_studio_code"))
        for name in (*PROJECTS, "blog/requirements-web.txt"):
            uri = (tmp_path / name).as_uri()
            wire.open(uri, (tmp_path / name).read_text())
            pushed[uri] = without_links(wire.published(uri)["diagnostics"])
        wire.hover(uri, 0, 0)
        for message in wire.seen:
            if message.get("method") == "textDocument/publishDiagnostics":
                found = without_links(message["params"]["diagnostics"])
                pushed[message["params"]["uri"]] = found
    with Wire() as wire:
        wire.initialize(tmp_path, capabilities=as_json(TWO_EDITORS[0]))
        for uri in pushed:
            answer = wire.request("textDocument/diagnostic", of_document(uri))
            pulled[uri] = without_links(answer["result"]["items"])
        reported = {item["uri"]: without_links(item["items"]) for item in look(wire)}
    assert pulled == pushed
    assert reported == {uri: items for uri, items in pushed.items() if items}
    assert len(reported) > 1


def test_a_project_is_reported_from_its_first_unsaved_text(wire, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "", "sub/base.txt": ""})
    wire.initialize(tmp_path, capabilities=PULLS)
    assert look(wire) == []
    uri = (tmp_path / "sub" / "requirements.txt").as_uri()
    wire.open(uri, "flask\ndjango\n")
    assert [item["uri"] for item in look(wire)] == [uri]


def test_a_project_is_not_reported_once_an_unsaved_text_excludes_it(wire, make_project, tmp_path):
    make_project(tmp_path, {"framesage.toml": "", "sub/requirements.txt": "flask\ndjango\n"})
    wire.initialize(tmp_path, capabilities=PULLS)
    uri = (tmp_path / "framesage.toml").as_uri()
    wire.open(uri, "")
    assert len(look(wire)) == 1
    wire.change(uri, 'exclude = ["sub"]\n', 2)
    assert look(wire) == []
