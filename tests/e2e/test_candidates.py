"""A third candidate, from a pack, in three editors."""

import json
from pathlib import Path

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

PACK = Path(__file__).resolve().parents[2] / "examples" / "packs" / "fastapi"
ASK = "Flask, Django or FastAPI? Ask me"
API = 'description = "REST API for a todo app"\n'


def project(requirements="", about=API, settings=""):
    """Return a pyproject.toml with the pack; its list of requirements is on line 3."""
    paths = f"rule-paths = [{json.dumps(PACK.as_posix())}]\n"
    head = f'[project]\nname = "todo"\n{about}dependencies = [{requirements}]\n'
    return f"{head}[tool.framesage]\n{paths}{settings}"


async def lenses(editor, uri):
    params = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    found = await editor.client.text_document_code_lens_async(params) or []
    return [lens.command.title for lens in found]


async def complete(editor, uri, line, character):
    document, at = types.TextDocumentIdentifier(uri), types.Position(line, character)
    params = types.CompletionParams(document, at)
    found = await editor.client.text_document_completion_async(params) or []
    return sorted(found, key=lambda item: item.sort_text or item.label)


async def actions(editor, uri, line):
    here = types.Range(types.Position(line, 0), types.Position(line, 5))
    diagnostics = await editor.diagnostics(uri)
    context = types.CodeActionContext(diagnostics=diagnostics)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), here, context)
    found = await editor.client.text_document_code_action_async(params) or []
    return [action.title for action in found]


async def test_the_choice_is_among_three(editor):
    uri = editor.open("pyproject.toml", project('"gunicorn"'))
    assert await editor.codes(uri) == ["choose-fastapi"]
    shown = await lenses(editor, uri)
    assert ASK in shown
    assert any("FastAPI would suit this project" in title for title in shown)
    offered = await actions(editor, uri, 3)
    starts = [title for title in offered if title.startswith("Start with ")]
    assert starts[0] == "Start with FastAPI"
    assert {"Start with Flask", "Start with Django"} < set(starts)
    assert any(title.startswith(ASK) for title in offered)


async def test_frameworks_are_completed_with_what_the_verdict_says_of_each(editor):
    uri = editor.open("pyproject.toml", project('""'))
    at = editor.at(uri, 3, 'dependencies = ["')
    found = await complete(editor, uri, at.line, at.character)
    assert [item.label for item in found][:3] == ["fastapi", "flask", "django"]
    assert found[1].detail == "FastAPI suits this project better"


async def test_the_setting_knows_the_candidate(editor):
    uri = editor.open("pyproject.toml", project('"gunicorn"', settings="framework = \n"))
    at = editor.at(uri, 6, "framework = ")
    labels = {item.label for item in await complete(editor, uri, at.line, at.character)}
    assert {"flask", "django", "fastapi"} <= labels
    text = project('"fastapi"', settings='framework = "fastapi"\n')
    editor.replace(uri, text)
    assert await editor.codes(uri) == []
    hover = await editor.hover(uri, 6, 3)
    assert "`fastapi`" in hover.contents.value


async def test_a_project_on_it_is_explained(editor):
    uri = editor.open("pyproject.toml", project('"fastapi", "flask-login"'))
    assert await editor.codes(uri) == ["plugin-in-fastapi"]
    at = editor.at(uri, 3, 'dependencies = ["fa')
    hover = await editor.hover(uri, at.line, at.character)
    assert "FastAPI fits this project" in hover.contents.value


async def test_two_of_three_are_named(editor):
    uri = editor.open("pyproject.toml", project('"fastapi", "flask"'))
    messages = [found.message for found in await editor.diagnostics(uri)]
    assert any("both Flask and FastAPI are required here" in message for message in messages)


async def test_the_status_names_the_question(editor):
    uri = editor.open("pyproject.toml", project('"gunicorn"'))
    request = {"textDocument": {"uri": uri}}
    protocol = editor.client.protocol
    status = await protocol.send_request_async("framesage/status", request)
    assert (status.question, status.open) == ("Flask, Django or FastAPI?", True)
