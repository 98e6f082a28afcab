"""Documents that are half-typed, related, outside of the workspace, or not on a disk."""

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

PYPROJECT = """\
[project]
name = "shop"
dependencies = [
  "flask",
  "django",
]

[project.optional-dependencies]
web = [
]
"""


async def test_findings_are_stable_while_a_quote_is_typed(code):
    uri = code.open("pyproject.toml", PYPROJECT)
    shown = [await code.codes(uri)]
    code.type(uri, 4, len('  "django",'), "\n")
    for column, character in enumerate('  "gunicorn[gevent]>=20",'):
        code.type(uri, 5, column, character)
        shown.append(await code.codes(uri))
    assert shown[0] == ["two-frameworks"] == shown[-1]
    advice = [[code for code in codes if code != "invalid-toml"] for codes in shown]
    assert all(codes == shown[0] for codes in advice)


async def test_findings_in_related_files_are_published(code):
    code.write("requirements.txt", "flask\n")
    code.write("requirements-web.txt", "wtforms\n")
    uri = code.open("requirements.txt", "flask\n")
    assert await code.codes(uri) == []
    other = code.uri("requirements-web.txt")
    assert await code.codes(other) == ["flask-forms-without-csrf"]
    code.client.published.clear()
    code.replace(uri, "flask\nflask-wtf\n")
    assert await code.codes(uri) == []
    assert await code.codes(other) == []


async def test_an_unchanged_related_file_is_not_published_again(code):
    code.write("requirements-web.txt", "wtforms\n")
    uri = code.open("requirements.txt", "flask\n")
    await code.codes(uri)
    await code.codes(code.uri("requirements-web.txt"))
    code.client.published.clear()
    code.replace(uri, "flask\n# a comment\n")
    await code.codes(uri)
    assert {params.uri for params in code.published} == {uri}


async def test_a_file_that_changes_on_the_disk_is_read_again(code):
    code.write("requirements.txt", "flask\n-r more.txt\n")
    code.write("more.txt", "requests\n")
    uri = code.open("requirements.txt", "flask\n-r more.txt\n")
    assert await code.codes(uri) == []
    code.write("more.txt", "django\n")
    change = types.FileEvent(uri=code.uri("more.txt"), type=types.FileChangeType.Changed)
    code.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([change]))
    await code.shows("two-frameworks")


async def test_a_file_outside_of_the_workspace_is_its_own_project(code, tmp_path_factory):
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "requirements.txt").write_text("flask\n")
    uri = code.open("", "flask\ndjango\n", (folder / "requirements.txt").as_uri())
    assert await code.codes(uri) == ["two-frameworks"]
    assert await code.hover(uri, 0, 0)


@pytest.mark.parametrize(
    "scheme", ["untitled:requirements.txt", "git:/x/requirements.txt?ref=HEAD"]
)
async def test_documents_that_are_not_files_are_ignored(code, scheme):
    uri = code.open("", "flask\ndjango\n", scheme)
    code.replace(uri, "django\nflask\n")
    assert await code.hover(uri, 0, 0) is None
    code.close(uri)
    real = code.open("requirements.txt", "flask\ndjango\n")
    assert await code.codes(real) == ["two-frameworks"]
    assert {params.uri for params in code.published} == {real}


async def test_files_that_are_not_dependency_files_are_ignored(code):
    real = code.open("requirements.txt", "flask\ndjango\n")
    assert await code.codes(real) == ["two-frameworks"]
    code.client.published.clear()
    uri = code.open("notes.txt", "flask\ndjango\n")
    code.type(uri, 0, 5, "!")
    assert await code.hover(uri, 0, 0) is None
    code.replace(real, "flask\n")
    assert await code.codes(real) == []
    assert {params.version for params in code.published} == {2}
    assert {params.uri for params in code.published} == {real}


@pytest.mark.parametrize("left", ["", "[build-system]\n", "project = 7\n", "[tool.ruff]\n"])
async def test_findings_are_removed_from_a_file_without_dependencies(code, left):
    uri = code.open("pyproject.toml", PYPROJECT)
    assert await code.codes(uri) == ["two-frameworks"]
    code.replace(uri, left)
    assert await code.codes(uri) == []
    code.replace(uri, PYPROJECT)
    assert await code.codes(uri) == ["two-frameworks"]


async def test_findings_of_a_deleted_file_are_removed(code):
    code.write("requirements.txt", "flask\n")
    code.write("requirements-web.txt", "wtforms\n")
    uri = code.open("requirements.txt", "flask\n")
    await code.codes(uri)
    await code.shows("flask-forms-without-csrf")
    (code.root / "requirements-web.txt").unlink()
    gone = types.FileEvent(uri=code.uri("requirements-web.txt"), type=types.FileChangeType.Deleted)
    code.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([gone]))
    await code.shows()


async def test_findings_of_a_closed_unsaved_document_are_removed(code):
    uri = code.open("requirements.txt", "flask\ndjango\n")
    assert await code.codes(uri) == ["two-frameworks"]
    code.close(uri)
    await code.shows()


async def test_unicode_line_separators_do_not_shift_edits(code):
    uri = code.open("requirements.txt", "# a\u2028b\x0cc\nflask\n")
    assert await code.codes(uri) == []
    code.type(uri, 1, 0, "django\n")
    assert await code.codes(uri) == ["two-frameworks"]
