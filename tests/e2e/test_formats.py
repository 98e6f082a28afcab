"""Scripts with inline metadata, and lock files."""

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

SCRIPT = '# /// script\n# dependencies = ["flask==1.0"]\n# ///\nimport flask\n'
LOCK = '[[package]]\nname = "django"\nversion = "{}"\n'


async def test_a_script_is_a_project_while_it_has_metadata(code):
    code.write("requirements.txt", "django\n")
    code.write("templates/index.html", "")
    uri = code.open("run.py", SCRIPT)
    (found,) = [
        diagnostic
        for diagnostic in await code.diagnostics(uri)
        if diagnostic.code == "flask-unsupported"
    ]
    start, end = found.range.start, found.range.end
    assert (start.line, start.character, end.character) == (1, 19, 29)
    code.replace(uri, "import flask\n")
    await code.shows()
    code.replace(uri, SCRIPT)
    assert "flask-unsupported" in await code.codes(uri)


async def test_script_metadata_is_read_once_it_is_closed(code):
    uri = code.open("run.py", SCRIPT.replace("# ///\n", "\n"))
    await code.shows()
    code.replace(uri, SCRIPT)
    assert "flask-unsupported" in await code.codes(uri)


async def test_a_new_lock_file_is_used(code):
    text = '[project]\nname = "shop"\ndependencies = ["django>=4"]\n'
    uri = code.open("pyproject.toml", text)
    assert await code.codes(uri) == []
    code.write("uv.lock", LOCK.format("4.2.16"))
    code.client.published.clear()
    event = types.FileEvent(code.uri("uv.lock"), types.FileChangeType.Created)
    code.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
    assert await code.codes(uri) == ["django-unsupported"]
    code.replace(uri, text.replace(">=4", ">=5"))
    assert await code.codes(uri) == []
