"""Files and folders with several names: an open document gets what is its own, under its name."""

import os

import pytest

from e2e.wire import PULLS, Wire

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")

OLD = "flask==2.3.3\nflask-cors==3.0.7\n"
NEW = "flask==3.1.1\n"
UNSUPPORTED = ["flask-unsupported"]


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.fixture
def linked(make_project, tmp_path):
    """Make a project whose list is a link to one for the live system; return both URIs."""
    make_project(tmp_path, {"requirements/live.txt": OLD})
    (tmp_path / "requirements.txt").symlink_to("requirements/live.txt")
    return [(tmp_path / name).as_uri() for name in ("requirements.txt", "requirements/live.txt")]


def codes(told: dict) -> list[str]:
    return [diagnostic["code"] for diagnostic in told["diagnostics"]]


def lines(told: dict) -> list[int]:
    return [diagnostic["range"]["start"]["line"] for diagnostic in told["diagnostics"]]


def of(uri: str) -> dict:
    return {"textDocument": {"uri": uri}}


def until_codes(wire: Wire, uri: str, wanted: list[str]) -> dict:
    while codes(told := wire.published(uri)) != wanted:
        pass
    return told


def test_a_link_gets_everything_under_its_own_name(wire, linked, tmp_path):
    link, _target = linked
    wire.initialize(tmp_path)
    wire.open(link, OLD)
    assert codes(wire.published(link)) == UNSUPPORTED
    assert "Flask" in wire.hover(link, 0, 2)["result"]["contents"]["value"]
    (lens, *_) = wire.request("textDocument/codeLens", of(link))["result"]
    assert lens["command"]["arguments"][0] == link
    assert wire.request("textDocument/documentSymbol", of(link))["result"]
    wire.change(link, f"# newer\n{OLD}", 2)
    assert lines(until_codes(wire, link, UNSUPPORTED)) == [1]
    wire.change(link, NEW, 3)
    until_codes(wire, link, [])


def test_a_link_can_be_requested(wire, linked, tmp_path):
    link, target = linked
    wire.initialize(tmp_path, capabilities=PULLS)
    for uri in (link, target):
        wire.open(uri, OLD)
    wire.change(link, f"\n{OLD}", 2)
    for uri, line in ((link, 1), (target, 0)):
        (found,) = wire.request("textDocument/diagnostic", of(uri))["result"]["items"]
        assert (found["code"], found["range"]["start"]["line"]) == (*UNSUPPORTED, line)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_both_names_are_open_with_texts_of_their_own(wire, linked, tmp_path, order):
    one, other = (linked[number] for number in order)
    wire.initialize(tmp_path)
    for uri in (one, other):
        wire.open(uri, OLD)
        assert codes(wire.published(uri)) == UNSUPPORTED
    wire.change(one, f"# newer\n{OLD}", 2)
    assert lines(until_codes(wire, one, UNSUPPORTED)) == [1]
    wire.change(other, NEW, 2)
    until_codes(wire, other, [])
    assert "Flask" in wire.hover(one, 1, 2)["result"]["contents"]["value"]
    assert "Flask" in wire.hover(other, 0, 2)["result"]["contents"]["value"]
    wire.change(one, f"# newer\n#\n{OLD}", 3)
    assert lines(until_codes(wire, one, UNSUPPORTED)) == [2]


def test_a_closed_link_gives_its_findings_back(wire, linked, tmp_path):
    link, target = linked
    wire.initialize(tmp_path)
    wire.open(link, OLD)
    assert codes(wire.published(link)) == UNSUPPORTED
    wire.notify("textDocument/didClose", of(link))
    until_codes(wire, target, UNSUPPORTED)
    until_codes(wire, link, [])


def test_a_saved_target_is_read_through_links_elsewhere(wire, make_project, tmp_path):
    make_project(tmp_path, {"common/requirements.txt": OLD, "shop/pyproject.toml": PROJECT})
    (tmp_path / "shop/requirements.txt").symlink_to("../common/requirements.txt")
    target, link = ((tmp_path / name / "requirements.txt").as_uri() for name in ("common", "shop"))
    wire.initialize(tmp_path)
    wire.open((tmp_path / "shop/pyproject.toml").as_uri(), PROJECT)
    assert codes(wire.published(link)) == UNSUPPORTED
    wire.open(target, OLD)
    wire.change(target, NEW, 2)
    (tmp_path / "common/requirements.txt").write_text(NEW)
    wire.notify("textDocument/didSave", of(target))
    until_codes(wire, link, [])


PROJECT = '[project]\nname = "shop"\ndependencies = ["flask"]\n'


def test_an_include_by_another_name_is_read_once(wire, make_project, tmp_path):
    files = {"lists/base.txt": OLD, "requirements.txt": "-r base.txt\n-r lists/base.txt\n"}
    make_project(tmp_path, files)
    (tmp_path / "base.txt").symlink_to("lists/base.txt")
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.initialize(tmp_path, capabilities=PULLS)
    wire.open(uri, files["requirements.txt"])
    answer = wire.request("workspace/diagnostic", {"previousResultIds": []})
    found = {item["uri"]: len(item["items"]) for item in answer["result"]["items"]}
    assert found == {(tmp_path / "base.txt").as_uri(): 1}


@pytest.mark.parametrize("opened", ["real", "link"])
@pytest.mark.parametrize("workspace", ["real", "link"])
def test_a_linked_workspace_folder(wire, make_project, tmp_path, workspace, opened):
    make_project(tmp_path / "real", {"requirements.txt": "-r more.txt\n", "more.txt": OLD})
    (tmp_path / "link").symlink_to("real", target_is_directory=True)
    uri, more = ((tmp_path / opened / name).as_uri() for name in ("requirements.txt", "more.txt"))
    folder = tmp_path / workspace
    wire.initialize(folder, initializationOptions={"exclude": ["legacy"]})
    wire.open(uri, "-r more.txt\n")
    assert codes(wire.published(more)) == UNSUPPORTED
    (tmp_path / "real" / "more.txt").write_text(NEW)
    wire.notify("textDocument/didSave", of(uri))
    until_codes(wire, more, [])


def test_a_linked_project_folder(wire, make_project, tmp_path):
    make_project(tmp_path, {"apps/shop/requirements.txt": OLD})
    (tmp_path / "current").symlink_to("apps/shop", target_is_directory=True)
    link, target = (
        (tmp_path / name / "requirements.txt").as_uri() for name in ("current", "apps/shop")
    )
    wire.initialize(tmp_path)
    wire.open(link, OLD)
    assert codes(wire.published(link)) == UNSUPPORTED
    wire.open(target, OLD)
    assert codes(wire.published(target)) == UNSUPPORTED
    wire.change(link, NEW, 2)
    until_codes(wire, link, [])


def test_loops_and_broken_links_do_no_harm(wire, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": f"-r loop.txt\n-r gone.txt\n{OLD}"})
    for name, target in (
        *(("loop.txt", "pool.txt"), ("pool.txt", "loop.txt"), ("gone.txt", "nowhere.txt")),
        *(("constraints.txt", "constraints.txt"), ("requirements-web.txt", "nowhere/x.txt")),
        *(("inside", "."), ("above", "..")),
    ):
        (tmp_path / name).symlink_to(target)
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.initialize(tmp_path)
    wire.open(uri, (tmp_path / "requirements.txt").read_text())
    assert codes(wire.published(uri)) == UNSUPPORTED
    for name, found in (
        *(("requirements-web.txt", UNSUPPORTED), ("constraints.txt", [])),
        *(("inside/requirements.txt", UNSUPPORTED), ("loop.txt", UNSUPPORTED)),
    ):
        wire.open((tmp_path / name).as_uri(), OLD)
        until_codes(wire, (tmp_path / name).as_uri(), found)
