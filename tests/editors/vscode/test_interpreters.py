"""Which Python runs the server: the Python extension's choice; and what a workspace may not say."""

import sys
from contextlib import ExitStack

import pytest

from editors.pythons import VERSIONS, python
from editors.vscode.code_server import VSIX, Home
from editors.vscode.conftest import FILE, write_settings
from editors.vscode.fake_python_extension import write_python_extension
from editors.vscode.server_processes import running_servers

RULE = """
[[rule]]
id = "theirs"
title = "A rule of the workspace"
message = "{package} here."
why = "It is only an example."
level = "warning"
at = "matches"
when = { package = "gunicorn" }
references = ["https://example.org/"]
since = "1"
"""


@pytest.fixture
def opened(show, browser, tmp_path, shop):
    """Open the project in a VS Code of its own; return the window and its home."""
    with ExitStack() as closing:

        def open_project(*arguments, extensions=()):
            home = Home(tmp_path / "vscode", {}, VSIX, *extensions)
            address = closing.enter_context(home.serve(*arguments))
            return show(address, shop, shop / FILE), home

        yield open_project


def test_the_python_extensions_choice_is_used_and_followed(opened, tmp_path):
    others = [one for one in map(python, VERSIONS) if one and one != sys.executable]
    if not others:
        pytest.skip("this machine has no second Python to choose")
    stand_in = write_python_extension(tmp_path / "python.vsix", [sys.executable, others[-1]])
    window, home = opened("--disable-workspace-trust", extensions=[stand_in])

    window.wait("a server runs", lambda: list(running_servers(home).values()) == [sys.executable])
    window.command("Python: Next Environment")
    window.wait("the other runs it", lambda: list(running_servers(home).values()) == [others[-1]])
    window.squiggles("info").first.wait_for()


def test_an_untrusted_workspace_chooses_no_interpreter_and_brings_no_rules(opened, shop, tmp_path):
    marker = tmp_path / "it-ran"
    theirs = shop / "python"
    theirs.write_text(f'#!/bin/sh\ntouch {marker}\nexec {sys.executable} "$@"\n', encoding="utf-8")
    theirs.chmod(0o755)
    write_settings(shop, {"framesage.interpreter": "./python"})
    (shop / "framesage.toml").write_text('rule-paths = ["theirs.toml"]\n', encoding="utf-8")
    (shop / "theirs.toml").write_text(RULE, encoding="utf-8")

    window, _ = opened()
    window.squiggles("info").first.wait_for()
    assert not marker.exists()
    assert window.squiggles("warning").count() == 0

    window.command("Workspaces: Manage Workspace Trust")
    window.button("Trust").first.click()
    window.wait("their Python was asked", marker.exists)
    window.open(FILE)
    window.squiggles("warning").first.wait_for()
