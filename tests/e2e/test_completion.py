"""Completion in three editors."""

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def complete(editor, uri, line, character):
    document, at = types.TextDocumentIdentifier(uri), types.Position(line, character)
    params = types.CompletionParams(document, at)
    return list(await editor.client.text_document_completion_async(params) or [])


async def test_settings_and_their_values(editor):
    uri = editor.open("pyproject.toml", '[project]\ndependencies = ["flask"]\n[tool.framesage]\n')
    assert "framework" in [one.label for one in await complete(editor, uri, 3, 0)]
    editor.type(uri, 3, 0, "framework = ")
    (flask,) = [one for one in await complete(editor, uri, 3, 12) if one.label == "flask"]
    assert flask.text_edit.new_text == '"flask"'
    assert flask.text_edit.range.start == types.Position(3, 12)


async def test_rules_in_an_ignore(editor):
    line = "flask # framesage: ignore[two"
    uri = editor.open("requirements.txt", line + "\n")
    end = len(line)
    (rule,) = [one for one in await complete(editor, uri, 0, end) if one.label == "two-frameworks"]
    assert rule.text_edit.range == types.Range(types.Position(0, end - 3), types.Position(0, end))
    assert await complete(editor, uri, 0, 3) == []
