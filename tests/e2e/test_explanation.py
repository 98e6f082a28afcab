"""Explanations by code lens or code action: a page, or a message in other editors."""

import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.uris import to_fs_path
from pytest_lsp import LanguageClient

from e2e.conftest import CONFIG, begin, capabilities_of, own_project

pytestmark = pytest.mark.asyncio(loop_scope="module")

CSRF = "flask-forms-without-csrf"
TEXT = "flask\nwtforms\n"
LINE_2 = types.Range(types.Position(1, 0), types.Position(1, 0))


@pytest_lsp.fixture(config=CONFIG, scope="module")
async def own_client(lsp_client: LanguageClient, tmp_path_factory):
    able = capabilities_of("visual_studio_code")
    able.experimental = {"commands": {"commands": ["framesage.explain"]}}
    await begin(lsp_client, tmp_path_factory.mktemp("own"), able)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def with_own_page(own_client):
    """An editor with its own view of explanations."""
    yield from own_project(own_client)


@pytest_lsp.fixture(config=CONFIG, scope="module")
async def plain_client(lsp_client: LanguageClient, tmp_path_factory):
    able = capabilities_of("visual_studio_code")
    able.experimental = {"commands": {"commands": ["framesage.explain"]}}
    able.text_document.hover.content_format = [types.MarkupKind.PlainText]
    await begin(lsp_client, tmp_path_factory.mktemp("plain"), able)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def without_markdown(plain_client):
    """An editor that shows plain text only."""
    yield from own_project(plain_client)


async def lenses_of(editor, uri):
    params = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    lenses = await editor.client.text_document_code_lens_async(params)
    return [lens.command for lens in lenses]


async def lens_of(editor, uri):
    (command,) = await lenses_of(editor, uri)
    return command


async def action_of(editor, uri, span=LINE_2):
    context = types.CodeActionContext(diagnostics=[], only=["quickfix"])
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), span, context)
    found = await editor.client.text_document_code_action_async(params)
    return next((action.command for action in found if action.title == f"Explain {CSRF}"), None)


async def run(editor, command):
    params = types.ExecuteCommandParams(command.command, command.arguments)
    return await editor.client.workspace_execute_command_async(params)


def shows_documents(editor):
    able = editor.client.capabilities.window.show_document
    return able is not None and able.support


async def shown_by(editor, command):
    """Run a command; return the page or message that it shows, and its result."""
    before = len(editor.client.shown_documents), len(editor.client.messages)
    answer = await run(editor, command)
    await editor.hover(next(iter(editor.texts)), 0, 0)
    pages = editor.client.shown_documents[before[0] :]
    messages = editor.client.messages[before[1] :]
    if shows_documents(editor):
        ((page,), ()) = pages, messages
        return Path(to_fs_path(page.uri)).read_text("utf-8"), answer
    ((), (message,)) = pages, messages
    return message.message, answer


async def test_the_lens_explains_the_project(editor):
    uri = editor.open("requirements.txt", TEXT)
    command = await lens_of(editor, uri)
    text, answer = await shown_by(editor, command)
    verdict, _, number = command.title.removeprefix("Framesage: ").partition(". ")
    assert "Flask" in verdict and verdict in text
    assert number == "1 finding"
    assert editor.root.name in answer["title"]
    assert "| | Flask | Django |" in answer["markdown"]


async def test_an_action_explains_a_rule_that_applies(editor):
    uri = editor.open("requirements.txt", TEXT)
    text, answer = await shown_by(editor, await action_of(editor, uri))
    assert "wtforms builds forms" in text and "CSRF" in text
    assert "requirements.txt:2" in answer["markdown"]
    assert f"`{CSRF}`, requirements.txt:2" in answer["markdown"]
    nowhere = types.Range(types.Position(2, 0), types.Position(2, 0))
    assert await action_of(editor, uri, nowhere) is None


async def test_a_message_is_shown_if_there_is_nothing_to_explain(editor):
    uri = editor.open("requirements.txt", TEXT)
    command = await lens_of(editor, uri)
    editor.replace(uri, "numpy\n")
    before = len(editor.client.messages)
    assert await run(editor, command) is None
    await editor.hover(uri, 0, 0)
    (message,) = editor.client.messages[before:]
    assert "nothing to explain" in message.message


async def test_an_editor_with_its_own_view_opens_it(with_own_page):
    uri = with_own_page.open("requirements.txt", TEXT)
    verdict, explain = await lenses_of(with_own_page, uri)
    for command in (verdict, explain):
        assert (command.command, list(command.arguments)) == ("framesage.explain", [uri])
    assert verdict.title.startswith("$(lightbulb) Framesage: Flask fits")
    assert explain.title == "Explain"
    command = await action_of(with_own_page, uri)
    assert (command.command, list(command.arguments)) == ("framesage.explain", [uri, CSRF])


async def test_a_hover_links_to_the_page_of_an_editor_that_has_one(with_own_page):
    uri = with_own_page.open("requirements.txt", "flask\nflask-login\n")
    text = (await with_own_page.hover(uri, 0, 1)).contents.value
    (target,) = re.findall(
        r"\[Open the explanation\]\(command:framesage\.explain\?([^)\s]+)\)", text
    )
    assert json.loads(unquote(target)) == [uri]


async def test_the_hover_on_a_finding_links_to_its_rule(with_own_page):
    uri = with_own_page.open("requirements.txt", "flask\nflask-login\n")
    shown = await with_own_page.diagnostics(uri)
    rules = [found.code for found in shown if found.range.start.line == 1]
    text = (await with_own_page.hover(uri, 1, 1)).contents.value
    targets = re.findall(r"\[Explain this rule\]\(command:framesage\.explain\?([^)\s]+)\)", text)
    assert rules
    assert [json.loads(unquote(target)) for target in targets] == [[uri, rule] for rule in rules]


async def test_the_hover_on_a_finding_has_no_link_where_nothing_opens_it(editor):
    uri = editor.open("requirements.txt", "flask\nflask-login\n")
    text = (await editor.hover(uri, 1, 1)).contents.value
    assert "rate limiting" in text
    assert "command:" not in text


async def test_a_hover_without_markdown_has_neither_markup_nor_a_link(without_markdown):
    uri = without_markdown.open("requirements.txt", "flask\nflask-login\nflask-admin\n")
    found = await without_markdown.hover(uri, 0, 1)
    assert found.contents.kind == types.MarkupKind.PlainText
    text = found.contents.value
    assert text.startswith("Django would suit this project better than Flask (")
    assert text.endswith("More: the code lens, or framesage explain.")
    assert not any(mark in text for mark in ("**", "](", "\\", "`"))
