"""The Python interpreter that runs the server, and the restrictions of untrusted workspaces."""

import os
import sys
from contextlib import ExitStack

import pytest

from editors.pythons import VERSIONS, python
from editors.vscode.code_server import VSIX, VSCode
from editors.vscode.conftest import FILE, write_settings
from editors.vscode.fake_python_extension import write_python_extension
from editors.vscode.server_processes import running_servers
from editors.vscode.workbench import Workbench

WORKSPACE_RULE = """
[[rule]]
id = "workspace-rule"
title = "A rule of the workspace"
message = "Found {package}."
why = "Example rule."
severity = "warning"
at = "matches"
when = { package = "gunicorn" }
references = ["https://example.org/"]
"""

GATED_PYTHON = """#!/bin/sh
test -e {gate} || {{ sleep 1; exit 1; }}
case "$*" in *-c*) echo "[\\"$0\\", 3, 12]";; *) exec {python} "$@";; esac
"""
"""A Python that works while a file exists."""

HANGING_PYTHON = """#!/bin/sh
case "$*" in
  *-c*) echo "[\\"$0\\", 3, 12]";;
  *) test -e {gate} || exec sleep 90; exec {python} "$@";;
esac
"""
"""A Python that runs the server while a file exists, and else hangs."""


@pytest.fixture
def open_project(open_window, browser, tmp_path, shop):
    """Open the project in a separate VS Code instance; return the window and the instance."""
    with ExitStack() as closing:

        def open_it(*arguments, extensions=(), path=None):
            vscode = VSCode(tmp_path / "vscode", {}, VSIX, *extensions)
            address = closing.enter_context(vscode.serve(*arguments, path=path))
            return open_window(address, shop, shop / FILE), vscode

        yield open_it


def reopen(window, folder):
    """Close a window and open the folder in a new one, with the same state of VS Code."""
    window.page.goto("about:blank")
    address = window.address
    return Workbench(window.page.context.new_page(), address, folder, folder / FILE)


def missing_python(window):
    """Return the notification about the missing interpreter, if it is shown."""
    return window.toast().filter(has_text="needs Python 3.10 or newer, but found none.")


def failed_searches(vscode):
    """Return the number of windows whose log says that no interpreter was found."""
    logs = vscode.folder.glob("logs/*/exthost*/framesage.framesage/Framesage.log")
    return sum("but found none" in log.read_text(encoding="utf-8") for log in logs)


def test_server_follows_the_environment_of_the_python_extension(open_project, tmp_path):
    others = [program for program in map(python, VERSIONS) if program not in (None, sys.executable)]
    if not others:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("no second Python is installed")
    fake = write_python_extension(tmp_path / "python.vsix", [sys.executable, others[-1]])
    window, vscode = open_project("--disable-workspace-trust", extensions=[fake])

    window.wait(
        "a server is running", lambda: list(running_servers(vscode).values()) == [sys.executable]
    )
    window.command("Python: Next Environment")
    window.wait(
        "the server runs on the other Python",
        lambda: list(running_servers(vscode).values()) == [others[-1]],
    )
    window.squiggles("info").first.wait_for()


def test_later_window_starts_with_the_remembered_interpreter(open_project, shop, tmp_path):
    """The Python extension is asked afterwards, and its environment used if it is another."""
    gate, python = tmp_path / "gate", tmp_path / "python"
    python.write_text(GATED_PYTHON.format(gate=gate, python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    gate.touch()
    fake = write_python_extension(tmp_path / "python.vsix", [str(python)])
    window, vscode = open_project("--disable-workspace-trust", extensions=[fake])
    window.squiggles("info").first.wait_for()
    assert f"the Python extension (found): {python}" in vscode.log()

    window = reopen(window, shop)
    window.squiggles("info").first.wait_for()
    assert f"the Python extension (remembered): {python}" in vscode.log()

    gate.unlink()
    window = reopen(window, shop)
    window.squiggles("info").first.wait_for()
    assert f"the Python extension (remembered): {python}" in vscode.log()
    assert "the PATH (found)" in vscode.log()
    assert window.toast().count() == 0

    gate.touch()
    window = reopen(window, shop)
    window.squiggles("info").first.wait_for()
    assert "the PATH (remembered)" in vscode.log()
    window.wait(
        "the server runs in the selected environment",
        lambda: f"starting {python}" in vscode.log(),
    )
    window.squiggles("info").first.wait_for()


def test_remembered_server_that_hangs_is_reported_after_one_try(open_project, shop, tmp_path):
    gate, python = tmp_path / "gate", tmp_path / "python"
    python.write_text(HANGING_PYTHON.format(gate=gate, python=sys.executable), encoding="utf-8")
    python.chmod(0o755)
    gate.touch()
    fake = write_python_extension(tmp_path / "python.vsix", [str(python)])
    window, vscode = open_project("--disable-workspace-trust", extensions=[fake])
    window.squiggles("info").first.wait_for()

    gate.unlink()
    window = reopen(window, shop)
    window.command("Framesage: Flask or Django? Explain This Project")
    window.toast().filter(has_text="Framesage is starting").wait_for()
    message = window.toast().filter(has_text="did not answer within 30 seconds")
    message.first.wait_for()
    assert vscode.log().count(f"starting {python}") == 1

    gate.touch()
    message.first.locator(".monaco-button").filter(has_text="Restart Server").click()
    window.squiggles("info").first.wait_for()


def test_untrusted_workspace_cannot_set_the_interpreter_or_rules(open_project, shop, tmp_path):
    marker = tmp_path / "interpreter-ran"
    interpreter = shop / "python"
    interpreter.write_text(
        f'#!/bin/sh\ntouch {marker}\nexec {sys.executable} "$@"\n', encoding="utf-8"
    )
    interpreter.chmod(0o755)
    write_settings(shop, {"framesage.interpreter": "./python"})
    (shop / "framesage.toml").write_text(
        'rule-paths = ["workspace-rules.toml"]\n', encoding="utf-8"
    )
    (shop / "workspace-rules.toml").write_text(WORKSPACE_RULE, encoding="utf-8")

    window, _ = open_project()
    window.squiggles("info").first.wait_for()
    assert not marker.exists()
    assert window.squiggles("warning").count() == 0

    window.command("Workspaces: Manage Workspace Trust")
    window.button("Trust").first.click()
    window.wait("the interpreter of the workspace was run", marker.exists)
    window.open(FILE)
    window.squiggles("warning").first.wait_for()


def test_missing_python_is_told_at_a_dependency_file_until_the_user_has_read_it(
    browser, open_window, shop, tmp_path
):
    notes, empty = shop / "notes.md", tmp_path / "empty"
    notes.write_text("# Shop\n", encoding="utf-8")
    empty.mkdir()
    vscode = VSCode(tmp_path / "vscode", {}, VSIX)
    with vscode.serve("--disable-workspace-trust", path=str(empty)) as address:
        window = open_window(address, shop, notes)
        window.wait("the search has ended", lambda: failed_searches(vscode) == 1)
        window.page.wait_for_timeout(1000)
        assert window.toast().count() == 0

        window.open(FILE)
        message = missing_python(window)
        message.wait_for()
        buttons = window.texts(message.locator(".monaco-button"), 3)
        assert buttons == ["Get Python", "Choose Interpreter", "Don't Show Again"]
        window.button("Don't Show Again").click()
        message.wait_for(state="detached")
        window.page.wait_for_timeout(2000)  # VS Code saves the state of extensions with a delay

        window = reopen(window, shop)
        window.wait("the search has ended", lambda: failed_searches(vscode) == 2)
        window.page.wait_for_timeout(1000)
        assert missing_python(window).count() == 0
        window.command("Framesage: Flask or Django? Explain This Project")
        missing_python(window).wait_for()
        buttons = window.texts(missing_python(window).locator(".monaco-button"), 2)
        assert buttons == ["Get Python", "Choose Interpreter"]
