"""A workspace of several folders in real VS Code: each is a project of its own."""

import json
from contextlib import suppress

import pytest

from editors.vscode.conftest import FILE, write_settings

REBUILDS = "flask-rebuilds-django"
THROTTLING = "flask-login-without-throttling"
SITE = f"""\
[project]
name = "site"
dependencies = ["flask>=3.0", "flask-login", "flask-sqlalchemy", "flask-migrate", "flask-wtf"]

[tool.framesage.rules]
{REBUILDS} = "off"
{THROTTLING} = "information"
"""


@pytest.fixture
def site(tmp_path):
    """A second folder, whose project file has settings."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(SITE, encoding="utf-8")
    return folder


@pytest.fixture
def both(shop, site, tmp_path):
    """Both folders as one workspace."""
    file = tmp_path / "both.code-workspace"
    folders = [{"path": one.name} for one in (shop, site)]
    file.write_text(json.dumps({"folders": folders}), encoding="utf-8")
    return file


def _load_until_it_has_folders(window):
    """Load a window anew that has come up without its folders.

    In a browser VS Code reads a ``.code-workspace`` while it starts, and drops the answer where it
    comes in the wrong moment: one window in ten or so says for good that it has no folder.
    """
    from playwright.sync_api import Error

    row = window.one(".explorer-folders-view .monaco-list-row")
    none = window.one(".explorer-viewlet .welcome-view-content")
    for _ in range(5):
        row.or_(none).first.wait_for()
        with suppress(Error):
            row.wait_for(timeout=3_000)
        if row.is_visible():
            return
        window.page.reload()
    raise AssertionError("the window has no folders")


def _listed(window):
    """Return what the Problems view lists: the file and the level of each."""
    listed = []
    file = ""
    for label in window.problems():
        if " in file " in label:
            file = label.partition(" in file ")[2].partition(" ")[0]
        elif label.startswith(("Info: ", "Warning: ")):
            listed.append((file, label.partition(":")[0]))
    return sorted(listed)


def test_each_folder_has_its_own_settings(show, address, shop, site, both):
    window = show(address, both, shop / FILE)
    _load_until_it_has_folders(window)
    window.open("pyproject.toml")
    of_the_site = ("pyproject.toml", "Info")
    window.wait("both speak", lambda: _listed(window) == [of_the_site, (FILE, "Info")])

    write_settings(shop, {"framesage.rules": {REBUILDS: "warning"}})
    window.wait("one warns", lambda: _listed(window) == [of_the_site, (FILE, "Warning")])

    write_settings(site, {"framesage.rules": {THROTTLING: "off"}})
    window.wait("one is silent", lambda: _listed(window) == [(FILE, "Warning")])
