"""The report page, requested by an editor that can show it."""

import pytest

from e2e.wire import Wire

REPORT = "framesage/report"


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
    assert answer["title"] == f"Framesage on {tmp_path.name}"
    assert answer["html"].startswith("<!doctype html>")
    assert f'href="{uri}#L2" data-line="1" data-character="0"' in answer["html"]
    again, uri = report("flask\n\nflask-admin\n")
    assert f'href="{uri}#L3"' in again["html"]


def test_other_projects_than_web_applications_have_no_page(report):
    assert report("numpy\n")[0] is None
