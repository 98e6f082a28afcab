"""Completion in three editors."""

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def complete(editor, uri, line, character):
    document, at = types.TextDocumentIdentifier(uri), types.Position(line, character)
    params = types.CompletionParams(document, at)
    return list(await editor.client.text_document_completion_async(params) or [])


async def test_settings_and_values_are_completed(editor):
    uri = editor.open("pyproject.toml", '[project]\ndependencies = ["flask"]\n[tool.framesage]\n')
    assert "framework" in [item.label for item in await complete(editor, uri, 3, 0)]
    editor.type(uri, 3, 0, "framework = ")
    (flask,) = [item for item in await complete(editor, uri, 3, 12) if item.label == "flask"]
    assert flask.text_edit.new_text == '"flask"'
    assert flask.text_edit.range.start == types.Position(3, 12)


async def test_rules_in_an_ignore_comment_are_completed(editor):
    line = "flask # framesage: ignore[two"
    uri = editor.open("requirements.txt", line + "\n")
    end = len(line)
    (rule,) = [
        item for item in await complete(editor, uri, 0, end) if item.label == "two-frameworks"
    ]
    assert rule.text_edit.range == types.Range(types.Position(0, end - 3), types.Position(0, end))
    assert await complete(editor, uri, 0, len("flask # fra")) == []


async def test_missing_packages_are_completed(editor):
    text = '[project]\ndependencies = [\n  "flask",\n  "wtforms",\n  "🐍", "fla"\n]\n'
    uri = editor.open("pyproject.toml", text)
    at = editor.at(uri, 4, '"🐍", "fla')
    found = await complete(editor, uri, at.line, at.character)
    first = min(found, key=lambda item: item.sort_text)
    assert (first.label, first.text_edit.new_text) == ("flask-wtf", "flask-wtf")
    assert editor.text_at(uri, first.text_edit.range) == "fla"
    assert first.detail and "CSRF" in getattr(first.documentation, "value", first.documentation)
    assert await complete(editor, uri, 0, 4) == []


async def test_packages_are_completed_as_keys(editor):
    text = '[tool.poetry.dependencies]\nflask = "*"\nwtforms = "*"\nfl\n[tool.black]\nfl\n'
    uri = editor.open("pyproject.toml", text)
    first = min(await complete(editor, uri, 3, 2), key=lambda item: item.sort_text)
    assert first.text_edit.new_text == 'flask-wtf = "*"'
    assert await complete(editor, uri, 5, 2) == []


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [
        ("requirements.txt", "", (0, 0)),
        ("pyproject.toml", '[project]\nname = "x"\ndependencies = ["', (2, 17)),
    ],
)
async def test_frameworks_are_completed_in_an_empty_list(editor, name, text, at):
    uri = editor.open(name, text)
    found = sorted(await complete(editor, uri, *at), key=lambda item: item.sort_text or "")
    assert sorted(item.label for item in found[:2]) == ["django", "flask"]
    assert all(item.detail and item.text_edit.new_text == item.label for item in found[:2])


async def test_frameworks_are_completed_in_the_list_of_a_web_application_without_one(editor):
    text = '[project]\nname = "x"\ndescription = "A blog with user accounts"\n'
    uri = editor.open("pyproject.toml", f'{text}dependencies = [\n  "psycopg",\n  "dj"\n]\n')
    found = sorted(await complete(editor, uri, 5, 5), key=lambda item: item.sort_text or "")
    assert {"django", "flask"} == {item.label for item in found[:2]}


async def test_a_key_has_a_snippet_where_the_client_has_snippets(editor):
    uri = editor.open("pyproject.toml", '[project]\nname = "🐍"\n[tool.framesage]\n')
    able = editor.client.capabilities.text_document.completion.completion_item
    (item,) = [item for item in await complete(editor, uri, 3, 0) if item.label == "decision"]
    snippet = item.insert_text_format == types.InsertTextFormat.Snippet
    assert snippet == bool(able.snippet_support)
    assert item.text_edit.new_text == ('decision = "$1"' if snippet else 'decision = ""')


async def test_tables_are_completed_in_a_project_without_dependencies(editor):
    uri = editor.open("pyproject.toml", '[project]\nname = "shop"\n\n[]\n')
    found = await complete(editor, uri, 3, 1)
    labels = [item.label for item in sorted(found, key=lambda item: item.sort_text)]
    assert labels[:2] == ["[tool.framesage]", "[tool.framesage.traits]"]
    assert all(editor.text_at(uri, item.text_edit.range) == "[]" for item in found)


async def test_settings_have_hovers_in_a_project_that_is_not_web(editor):
    text = '[project]\nname = "x"\n[tool.framesage]\ntraits = { "needs-auth" = false, nope = 1 }\n'
    uri = editor.open("pyproject.toml", text)
    hover = await editor.hover(uri, 3, text.splitlines()[3].index("needs"))
    assert "needs-auth" in hover.contents.value
    assert editor.text_at(uri, hover.range) == '"needs-auth"'
    assert await editor.hover(uri, 3, text.splitlines()[3].index("nope")) is None
    assert await editor.hover(uri, 1, 1) is None
