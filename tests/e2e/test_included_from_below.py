"""A file in the folder of an outer project that only an inner project includes."""

import pytest

from e2e.wire import Wire

FILES = {
    ".git/HEAD": "",
    "framesage.toml": "layout = false\n",
    "base.txt": "wtforms\nflask\n",
    "service/requirements.txt": "-r ../base.txt\n",
}


@pytest.fixture
def wire(make_project, tmp_path):
    make_project(tmp_path, FILES)
    with Wire() as wire:
        wire.initialize(tmp_path)
        uri = (tmp_path / "service" / "requirements.txt").as_uri()
        wire.open(uri, FILES["service/requirements.txt"])
        wire.published(uri)
        yield wire


def test_the_hover_is_about_the_project_with_the_finding(wire, tmp_path):
    uri = (tmp_path / "base.txt").as_uri()
    wire.open(uri, FILES["base.txt"])
    (finding,) = wire.published(uri)["diagnostics"]
    assert finding["code"] == "flask-forms-without-csrf"
    hover = wire.hover(uri, 0, 2)["result"]["contents"]["value"]
    assert hover.startswith("**Flask fits this project**")
