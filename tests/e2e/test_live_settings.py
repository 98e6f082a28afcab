"""Settings and files that change while a session runs, in VS Code and Neovim."""

import asyncio

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROJECT = '[project]\nname = "shop"\ndependencies = ["flask", "django"]\n'
OFF = '[tool.framesage.rules]\ntwo-frameworks = "off"\n'
LEVEL = "two-frameworks"
FORMS, CSRF = "flask\nwtforms\n", "flask-forms-without-csrf"


async def settings_errors(editor, uri):
    found = [
        diagnostic for diagnostic in await editor.diagnostics(uri) if diagnostic.code == "settings"
    ]
    return [(editor.text_at(uri, diagnostic.range), diagnostic.message) for diagnostic in found]


def changed_on_disk(editor, *names, kind=types.FileChangeType.Changed):
    events = [types.FileEvent(editor.uri(name), kind) for name in names]
    editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))


@pytest.mark.parametrize(
    ("typed", "location", "message"),
    [
        ('[tool.framesage]\nframewrok = "flask"\n', "framewrok", "did you mean 'framework'?"),
        ("[tool.framesage]\ntraits.need-auth = true\n", "traits.need-auth", "'needs-auth'"),
        ('[tool.framesage.rules]\ntwo-framework = "off"\n', "two-framework", f"'{LEVEL}'"),
        ('[tool.framesage.rules]\ntwo-frameworks = "of"\n', '"of"', "'off'"),
        ("[tool.framesage]\nlayout = 1\n", "1", "true or false"),
    ],
)
async def test_an_invalid_setting_is_reported_at_its_location(client, typed, location, message):
    uri = client.open("pyproject.toml", PROJECT + typed)
    ((text, error),) = await settings_errors(client, uri)
    assert text == location and message in error
    assert await client.codes(uri) == ["settings", LEVEL]


async def test_a_setting_applies_as_soon_as_it_is_complete(client):
    uri = client.open("pyproject.toml", PROJECT + "[tool.framesage.rules]\n")
    assert await client.codes(uri) == [LEVEL]
    for name in ("two-framewo", "two-frameworks", "two-frameworks = ", 'two-frameworks = "o'):
        client.replace(uri, f"{PROJECT}[tool.framesage.rules]\n{name}\n")
        assert LEVEL in await client.codes(uri)
    client.replace(uri, PROJECT + OFF)
    assert await client.codes(uri) == []


async def test_settings_in_an_open_pyproject_apply_unsaved(client):
    with_setting = f'[tool.framesage.rules]\n{CSRF} = "off"\n'
    client.write("pyproject.toml", with_setting)
    uri = client.open("requirements.txt", FORMS)
    assert await client.codes(uri) == []
    project = client.open("pyproject.toml", '[project]\nname = "shop"\n')
    await client.eventually(uri, CSRF)
    changed_on_disk(client, "pyproject.toml")
    assert await client.codes(uri) == [CSRF]
    client.close(project)
    await client.eventually(uri)
    client.write("pyproject.toml", "")
    changed_on_disk(client, "pyproject.toml")
    await client.eventually(uri, CSRF)


async def test_a_created_and_deleted_file_is_read(client):
    uri = client.open("requirements.txt", FORMS)
    assert await client.codes(uri) == [CSRF]
    client.write("setup.cfg", "[options]\ninstall_requires =\n  flask-wtf\n")
    changed_on_disk(client, "setup.cfg", kind=types.FileChangeType.Created)
    await client.eventually(uri)
    (client.root / "setup.cfg").unlink()
    changed_on_disk(client, "setup.cfg", kind=types.FileChangeType.Deleted)
    await client.eventually(uri, CSRF)


async def test_a_readme_counts_when_it_is_written(client):
    uri = client.open("requirements.txt", "requests\n")
    assert await client.codes(uri) == []
    shop = "# Shop\n\nAn online shop with customer accounts, staff and payments.\n"
    client.write("README.md", shop)
    changed_on_disk(client, "README.md", kind=types.FileChangeType.Created)
    await client.eventually(uri, "choose-django")
    client.write("README.md", "# Notes\n")
    changed_on_disk(client, "README.md")
    await client.eventually(uri)
    client.write("README.md", shop)
    changed_on_disk(client, "README.md")
    await client.eventually(uri, "choose-django")
    client.write("framesage.toml", "readme = false\n")
    changed_on_disk(client, "framesage.toml", kind=types.FileChangeType.Created)
    await client.eventually(uri)


async def test_changes_in_excluded_folders_are_ignored(client):
    client.write("pyproject.toml", '[tool.framesage]\nexclude = ["legacy"]\n')
    uri = client.open("requirements.txt", FORMS)
    before = await client.codes(uri)
    client.client.refreshes.clear()
    published = client.published
    changed_on_disk(client, ".venv/lib/a.egg-info/requires.txt", "legacy/requirements.txt")
    assert await client.codes(uri) == before
    for _ in range(3):
        await client.hover(uri, 0, 0)
        await asyncio.sleep(0.01)
    assert not client.client.refreshes
    assert client.published == published
    changed_on_disk(client, "more/requirements.txt")
    while not client.client.refreshes:
        await asyncio.sleep(0.005)
