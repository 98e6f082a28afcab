"""A workspace of several folders in real VS Code: each is a project of its own."""

import json

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


def _write_workspace(file, *folders):
    listed = [{"path": one.name} for one in folders]
    written = file.with_suffix(".new")
    written.write_text(json.dumps({"folders": listed}), encoding="utf-8")
    written.replace(file)


def _listed(window):
    """Return what the Problems view lists: file, level and the word the message begins with."""
    listed = []
    file = ""
    for label in window.problems():
        if " in file " in label:
            file = label.partition(" in file ")[2].partition(" ")[0]
        elif label.startswith(("Info: ", "Warning: ")):
            level, word, *_ = label.split()
            listed.append((file, level, word))
    return sorted(listed)


def test_each_folder_has_its_own_settings(show, address, shop, site, tmp_path):
    workspace = tmp_path / "both.code-workspace"
    _write_workspace(workspace, shop)
    window = show(address, workspace, shop / FILE)
    # A window can come up without its folders (VS Code reads them twice, and may miss the second
    # answer); what is written from now on it takes up.
    _write_workspace(workspace, shop, site)
    window.open("pyproject.toml")
    of_the_site = ("pyproject.toml", "Info:", "flask-login")
    window.wait("both speak", lambda: _listed(window) == [of_the_site, (FILE, "Info:", "This")])

    write_settings(shop, {"framesage.rules": {REBUILDS: "warning"}})
    window.wait("one warns", lambda: _listed(window) == [of_the_site, (FILE, "Warning:", "This")])

    write_settings(site, {"framesage.rules": {THROTTLING: "off"}})
    window.wait("one is silent", lambda: _listed(window) == [(FILE, "Warning:", "This")])
