"""Multi-root workspaces: each folder is a separate project."""

import json
from contextlib import suppress

import pytest

from editors.vscode.conftest import FILE, write_settings

FLASK_REBUILDS = "flask-rebuilds-django"
THROTTLING = "flask-login-without-throttling"
SITE = f"""\
[project]
name = "site"
dependencies = ["flask>=3.0", "flask-login", "flask-sqlalchemy", "flask-migrate", "flask-wtf"]

[tool.framesage.rules]
{FLASK_REBUILDS} = "off"
{THROTTLING} = "warning"
"""


@pytest.fixture
def site(tmp_path):
    """A second folder with settings in its pyproject.toml."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(SITE, encoding="utf-8")
    return folder


@pytest.fixture
def workspace(shop, site, tmp_path):
    """A workspace file with both folders."""
    file = tmp_path / "both.code-workspace"
    folders = [{"path": folder.name} for folder in (shop, site)]
    file.write_text(json.dumps({"folders": folders}), encoding="utf-8")
    return file


def _reload_until_folders_are_shown(window):
    """Reload a window that has opened without its folders.

    In a browser, VS Code reads the ``.code-workspace`` file during startup and loses the result in
    a race: about one window in ten shows no folders until it is reloaded.
    """
    from playwright.sync_api import Error

    row = window.first(".explorer-folders-view .monaco-list-row")
    welcome = window.first(".explorer-viewlet .welcome-view-content")
    for _ in range(5):
        row.or_(welcome).first.wait_for()
        with suppress(Error):
            row.wait_for(timeout=3_000)
        if row.is_visible():
            return
        window.page.reload()
    raise AssertionError("the window shows no folders")


def _problems(window):
    """Return the file and severity of each entry in the Problems view."""
    problems = []
    file = ""
    for label in window.problems():
        if " in file " in label:
            file = label.partition(" in file ")[2].partition(" ")[0]
        elif label.startswith(("Info: ", "Warning: ")):
            problems.append((file, label.partition(":")[0]))
    return sorted(problems)


def test_each_folder_has_its_own_settings(open_window, address, shop, site, workspace):
    write_settings(shop, {"framesage.rules": {THROTTLING: "off"}})
    window = open_window(address, workspace, shop / FILE)
    _reload_until_folders_are_shown(window)
    window.open("pyproject.toml")
    site_finding = ("pyproject.toml", "Warning")
    window.wait(
        "both folders have a finding", lambda: _problems(window) == [site_finding, (FILE, "Info")]
    )

    write_settings(shop, {"framesage.rules": {THROTTLING: "off", FLASK_REBUILDS: "warning"}})
    window.wait(
        "the shop has a warning", lambda: _problems(window) == [site_finding, (FILE, "Warning")]
    )

    write_settings(site, {"framesage.rules": {THROTTLING: "off"}})
    window.wait("the site has no finding", lambda: _problems(window) == [(FILE, "Warning")])


def test_explain_lets_the_user_pick_a_project_by_its_verdict(open_window, address, workspace):
    window = open_window(address, workspace, None)
    _reload_until_folders_are_shown(window)
    window.command("Framesage: Flask or Django? Explain This Project")
    rows = window.page.locator(".quick-input-list .monaco-list-row")
    rows.filter(has_text="Both fit").wait_for()
    labels = [row.get_attribute("aria-label") or "" for row in rows.all()]
    assert [label.split(",")[0].split()[-1] for label in labels] == ["shop", "site"]
    rows.filter(has_text="site").click()
    window.webview("site")
