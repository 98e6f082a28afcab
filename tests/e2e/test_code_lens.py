"""The verdict above the dependency list, in three editors."""

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def lenses(editor, uri):
    params = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    return list(await editor.client.text_document_code_lens_async(params) or [])


async def test_the_verdict_is_shown_above_the_list(editor):
    head = '[project]\nname = "shop"\n'
    uri = editor.open("pyproject.toml", head + 'dependencies = ["numpy"]\n')
    assert await lenses(editor, uri) == []
    editor.replace(uri, head + 'dependencies = ["flask", "flask-restx"]\n')
    (lens,) = await lenses(editor, uri)
    assert lens.range.start == types.Position(2, 0)
    assert lens.command.title.startswith("Framesage: ")
    assert "Flask" in lens.command.title
    other = editor.open("requirements-dev.txt", "pytest\n")
    assert await lenses(editor, other) == []
