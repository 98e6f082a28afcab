"""The report as a page, asked for by an editor that can show one."""

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
    """Type a text into a requirements file and ask for the report."""
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


def test_the_page_is_of_the_text_as_it_is_typed_and_links_to_its_lines(report, tmp_path):
    answer, uri = report("flask\nflask-login\n")
    assert answer["title"] == f"Framesage on {tmp_path.name}"
    assert answer["html"].startswith("<!doctype html>")
    assert f'href="{uri}#L2" data-line="1" data-character="0"' in answer["html"]
    again, uri = report("flask\n\nflask-admin\n")
    assert f'href="{uri}#L3"' in again["html"]


def test_there_is_no_page_of_what_is_no_web_application(report):
    assert report("numpy\n")[0] is None
