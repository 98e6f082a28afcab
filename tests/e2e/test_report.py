"""The report page, requested by an editor that can show it."""

import pytest

from e2e.wire import Wire

REPORT = "framesage/report"
STATUS = "framesage/status"
CHANGED = "framesage/didChangeReport"


@pytest.fixture
def wire(tmp_path):
    with Wire() as wire:
        wire.request("initialize", {"processId": None, "rootUri": tmp_path.as_uri(),
                                    "capabilities": {}})  # fmt: skip
        wire.notify("initialized", {})
        yield wire


@pytest.fixture
def report(wire, tmp_path):
    """Write a text into an open requirements file and request the report."""
    document = {"uri": (tmp_path / "requirements.txt").as_uri(), "version": 1}

    def ask(text):
        if document["version"] == 1:
            opened = {**document, "languageId": "pip-requirements", "text": text}
            wire.notify("textDocument/didOpen", {"textDocument": opened})
        else:
            change = {"textDocument": document, "contentChanges": [{"text": text}]}
            wire.notify("textDocument/didChange", change)
        document["version"] += 1
        about = {"textDocument": {"uri": document["uri"]}}
        return wire.request(REPORT, about)["result"], document["uri"]

    return ask


def test_the_page_is_about_the_open_text_and_links_to_its_lines(report, tmp_path):
    answer, uri = report("flask\nflask-login\n")
    assert answer["title"] == tmp_path.name
    assert answer["root"] == tmp_path.as_uri()
    assert answer["html"].startswith("<!doctype html>")
    assert f'href="{uri}#L2" data-line="1" data-character="0"' in answer["html"]
    again, uri = report("flask\n\nflask-admin\n")
    assert f'href="{uri}#L3"' in again["html"]


def test_other_projects_than_web_applications_have_no_page(report):
    assert report("numpy\n")[0] is None


def is_change(message):
    return message.get("method") == CHANGED


def test_the_client_learns_once_that_a_report_is_out_of_date(report, wire, tmp_path):
    _, uri = report("flask\n")
    wire.change(uri, "flask\nflask-admin\n", 2)
    assert wire.until(is_change)["params"] == {"root": tmp_path.as_uri()}
    wire.change(uri, "flask\nflask-admin\nflask-login\n", 3)
    wire.request(STATUS, {"textDocument": {"uri": uri}})
    assert len(list(filter(is_change, wire.seen))) == 1


def test_a_change_on_the_disk_is_one_of_the_report(wire, tmp_path):
    file = tmp_path / "requirements.txt"
    file.write_text("flask\n", encoding="utf-8")
    about = {"textDocument": {"uri": file.as_uri()}}
    assert "flask-admin" not in wire.request(REPORT, about)["result"]["html"].lower()
    file.write_text("flask\nflask-admin\n", encoding="utf-8")
    changes = [{"uri": file.as_uri(), "type": 2}]
    wire.notify("workspace/didChangeWatchedFiles", {"changes": changes})
    wire.until(is_change)
    assert "flask-admin" in wire.request(REPORT, about)["result"]["html"].lower()


def test_without_a_report_there_is_no_notification(wire, tmp_path):
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.open(uri, "flask\n")
    wire.change(uri, "flask\nflask-admin\n", 2)
    wire.request(STATUS, {"textDocument": {"uri": uri}})
    assert not list(filter(is_change, wire.seen))
