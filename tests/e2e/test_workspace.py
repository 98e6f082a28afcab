"""Diagnostics of a whole workspace: in parts, once each, and without holding up what is open."""

import pytest
from pygls.protocol import default_converter

from e2e.conftest import TWO_EDITORS, capabilities_of
from e2e.wire import PATIENCE, Wire

REFUSED = -32800
PROJECTS = {
    "shop/requirements.txt": "flask\ndjango\n",
    "blog/pyproject.toml": '[project]\nname = "blog"\ndependencies = ["flask", "wtforms"]\n',
    "quiet/requirements.txt": "numpy\n",
    "tests/requirements.txt": "flask\n",
}
MANY = 2000
"""Folders in a workspace of which nobody should notice that it is searched."""


def as_json(name: str) -> dict:
    return default_converter().unstructure(capabilities_of(name))


@pytest.fixture(params=TWO_EDITORS)
def able(request) -> dict:
    """What each of two editors can do."""
    return as_json(request.param)


@pytest.fixture
def code() -> dict:
    """What VS Code can do: where the two do not differ, one is enough."""
    return as_json(TWO_EDITORS[0])


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.fixture
def session(wire, code, make_project, tmp_path):
    """A session of VS Code's in a workspace of several projects."""
    make_project(tmp_path, PROJECTS)
    wire.initialize(tmp_path, capabilities=code)
    return wire


def asking(previous=(), **tokens) -> dict:
    known = [{"uri": one["uri"], "value": one["resultId"]} for one in previous]
    return {"identifier": "framesage", "previousResultIds": known, **tokens}


def look(wire: Wire, previous=(), **tokens) -> list[dict]:
    return wire.request("workspace/diagnostic", asking(previous, **tokens))["result"]["items"]


def codes(items: list[dict]) -> dict[str, set[str]]:
    """Return the rules of the full reports by the end of the file's URI."""
    full = (one for one in items if one["kind"] == "full")
    return {
        "/".join(one["uri"].split("/")[-2:]): {each["code"] for each in one["items"]}
        for one in full
    }


def parts(wire: Wire, token: str) -> list[dict]:
    """Return the values of all progress with a token."""
    progress = (one["params"] for one in wire.seen if one.get("method") == "$/progress")
    return [one["value"] for one in progress if one["token"] == token]


SHOWN = {
    "shop/requirements.txt": {"two-frameworks"},
    "blog/pyproject.toml": {"flask-forms-without-csrf"},
}


def test_every_project_is_reported_and_what_is_the_same_is_not_sent_again(
    wire, able, make_project, tmp_path
):
    make_project(tmp_path, PROJECTS)
    told = wire.initialize(tmp_path, capabilities=able)
    assert told["diagnosticProvider"]["workspaceDiagnostics"]
    session, first = wire, look(wire)
    assert codes(first) == SHOWN
    again = look(session, first)
    assert {one["kind"] for one in again} == {"unchanged"}
    assert {(one["uri"], one["resultId"]) for one in again} == {
        (one["uri"], one["resultId"]) for one in first
    }
    gone = tmp_path / "shop" / "requirements.txt"
    gone.unlink()
    change = {"changes": [{"uri": gone.as_uri(), "type": 3}]}
    session.notify("workspace/didChangeWatchedFiles", change)
    assert codes(look(session, first)) == {"shop/requirements.txt": set()}


def test_a_client_that_takes_parts_gets_one_for_each_project(session):
    assert look(session, partialResultToken="parts") == []
    found = [part["items"] for part in parts(session, "parts")]
    assert len(found) == len(SHOWN)
    assert codes([one for items in found for one in items]) == SHOWN


def test_asked_again_it_is_answered_when_something_is_new(session, tmp_path):
    uri = (tmp_path / "shop" / "requirements.txt").as_uri()
    look(session, partialResultToken="first")
    known = [one for part in parts(session, "first") for one in part["items"]]
    held = session.ask("workspace/diagnostic", asking(known, partialResultToken="held"))
    session.hover(uri, 0, 1)
    session.hover(uri, 0, 1)
    assert not [one for one in session.seen if one.get("id") == held and "method" not in one]
    session.open(uri, "flask\n")
    assert "result" in session.answer(held)
    items = [one for part in parts(session, "held") for one in part["items"]]
    assert codes(items) == {"shop/requirements.txt": set()}
    assert [one["kind"] for one in items].count("unchanged") == 1
    assert next(one for one in items if one["kind"] == "full")["version"] == 1


def test_a_held_request_can_be_cancelled(session):
    look(session, partialResultToken="first")
    held = session.ask("workspace/diagnostic", asking(partialResultToken="held"))
    session.notify("$/cancelRequest", {"id": held})
    assert session.answer(held)["error"]["code"] == REFUSED
    assert look(session)


def test_a_held_request_does_not_keep_the_server(session):
    look(session, partialResultToken="first")
    session.ask("workspace/diagnostic", asking(partialResultToken="held"))
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


def create_answered(wire: Wire) -> str:
    """Let the server show progress; return its token."""
    asked = wire.until(lambda one: one.get("method") == "window/workDoneProgress/create")
    wire.reply(asked["id"], None)
    return asked["params"]["token"]


def test_the_open_file_comes_before_the_search_has_ended(wire, able, large):
    uri = (large / "open" / "requirements.txt").as_uri()
    wire.initialize(large, capabilities=able)
    scan = wire.ask("workspace/diagnostic", asking(workDoneToken="mine"))
    wire.until(lambda one: one.get("method") == "$/progress")
    wire.open(uri, "flask\ndjango\n")
    pulled = wire.request("textDocument/diagnostic", of_document(uri))["result"]
    assert {one["code"] for one in pulled["items"]} == {"two-frameworks"}
    assert not [one for one in wire.seen if one.get("id") == scan and "method" not in one]
    found = wire.answer(scan)["result"]["items"]
    assert len(found) >= MANY // 10
    kinds = [one["kind"] for one in parts(wire, "mine")]
    assert kinds[0] == "begin" and kinds[-1] == "end" and set(kinds[1:-1]) == {"report"}
    assert len(kinds) > 10


def test_a_long_search_is_shown_and_can_be_stopped(wire, code, large):
    wire.initialize(large, capabilities=code)
    scan = wire.ask("workspace/diagnostic", asking())
    token = create_answered(wire)
    begin = wire.until(lambda one: one.get("method") == "$/progress")["params"]
    assert (begin["token"], begin["value"]["kind"]) == (token, "begin")
    assert begin["value"]["cancellable"]
    wire.notify("window/workDoneProgress/cancel", {"token": token})
    found = wire.answer(scan)["result"]["items"]
    assert 0 < len(found) < MANY // 10
    assert parts(wire, token)[-1]["kind"] == "end"
    assert len(look(wire)) == len(found)


def test_a_client_that_never_takes_the_progress_gets_the_findings(wire, code, large):
    wire.initialize(large, capabilities=code)
    assert len(look(wire)) == MANY // 10
    asked = [one["id"] for one in wire.seen if one.get("method", "").endswith("Progress/create")]
    assert len(asked) == 1
    wire.reply(asked[0], None)
    look(wire)
    assert not [one for one in wire.seen if one.get("method") == "$/progress"]


def test_a_cancelled_search_goes_on_where_it_was(wire, code, large):
    wire.initialize(large, capabilities=code)
    scan = wire.ask("workspace/diagnostic", asking(workDoneToken="mine"))
    wire.until(lambda one: one.get("method") == "$/progress")
    wire.notify("$/cancelRequest", {"id": scan})
    assert wire.answer(scan)["error"]["code"] == REFUSED
    assert parts(wire, "mine")[-1]["kind"] == "end"
    assert len(look(wire)) == MANY // 10


def test_a_short_search_is_not_shown(session):
    look(session)
    assert not [one for one in session.seen if "progress" in one.get("method", "").lower()]


def test_pushed_and_pulled_are_the_same(make_project, tmp_path):
    make_project(tmp_path, {**PROJECTS, "blog/requirements-web.txt": "flask-cors\ndjango\n"})
    pushed, pulled = {}, {}
    with Wire() as wire:
        wire.initialize(tmp_path, capabilities=as_json("visual_studio_code"))
        for name in (*PROJECTS, "blog/requirements-web.txt"):
            uri = (tmp_path / name).as_uri()
            wire.open(uri, (tmp_path / name).read_text())
            pushed[uri] = wire.published(uri)["diagnostics"]
        wire.hover(uri, 0, 0)
        for one in wire.seen:
            if one.get("method") == "textDocument/publishDiagnostics":
                pushed[one["params"]["uri"]] = one["params"]["diagnostics"]
    with Wire() as wire:
        wire.initialize(tmp_path, capabilities=as_json(TWO_EDITORS[0]))
        for uri in pushed:
            answer = wire.request("textDocument/diagnostic", of_document(uri))
            pulled[uri] = answer["result"]["items"]
        looked = {one["uri"]: one["items"] for one in look(wire)}
    assert pulled == pushed
    assert looked == {uri: items for uri, items in pushed.items() if items}
    assert len(looked) > 1
