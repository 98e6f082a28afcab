"""Inlay hints, links and symbols, in VS Code and Neovim."""

from pathlib import Path

import pytest
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

POETRY = """\
[project]
dependencies = ["🐍 nothing", 'flask', 'flask-login>=0.6', "requests"]

[tool.poetry.dependencies]
flask-wtf = "^1"

[dependency-groups]
dev = ["pytest"]
"""
OURS = 'title = "Ours"\n'
SETTING = "[tool.framesage]\ninlay-hints = true\n"
REQUIREMENTS = """\
-r base.txt
--constraint gone.txt
flask  # framesage: ignore[two-frameworks, no-such-rule] for now
django
"""


async def hints(editor, uri, last=99):
    span = types.Range(types.Position(0, 0), types.Position(last, 0))
    params = types.InlayHintParams(types.TextDocumentIdentifier(uri), span)
    return list(await editor.client.text_document_inlay_hint_async(params) or [])


async def links(editor, uri):
    params = types.DocumentLinkParams(types.TextDocumentIdentifier(uri))
    return list(await editor.client.text_document_document_link_async(params) or [])


async def symbols(editor, uri):
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    return list(await editor.client.text_document_document_symbol_async(params) or [])


async def test_hints_are_shown_if_they_are_enabled(client):
    uri = client.open("pyproject.toml", POETRY)
    assert await hints(client, uri) == []
    client.replace(uri, POETRY + SETTING)
    shown = await hints(client, uri)
    login = client.at(uri, 1, "'flask-login>=0.6'")
    assert "needs-auth" in next(hint.label for hint in shown if hint.position == login)
    assert client.at(uri, 4, 'flask-wtf = "^1"') in [hint.position for hint in shown]
    assert all("** suggests " in hint.tooltip.value for hint in shown)
    assert {hint.position.line for hint in await hints(client, uri, last=2)} == {1}
    client.replace(uri, SETTING + '[project]\ndependencies = ["numpy"]\n')
    assert await hints(client, uri) == []


async def test_links_lead_to_files_and_rules(client):
    client.write("base.txt", "requests\n")
    client.write("pyproject.toml", '[tool.framesage]\nrule-paths = ["ours.toml", "more.toml"]\n')
    client.write("ours.toml", OURS)
    uri = client.open("requirements.txt", REQUIREMENTS)
    found = await links(client, uri)
    assert [client.text_at(uri, link.range) for link in found] == ["base.txt", "two-frameworks"]
    assert found[0].target == client.uri("base.txt")
    path, _, line = found[1].target.removeprefix("file://").partition("#L")
    rules = Path(path).read_text("utf-8").splitlines()
    assert 'id = "two-frameworks"' in rules[int(line) - 1 : int(line) + 3]
    project = client.open("pyproject.toml", (client.root / "pyproject.toml").read_text())
    (own,) = await links(client, project)
    assert own.target == client.uri("ours.toml")
    assert client.text_at(project, own.range) == "ours.toml"


async def test_symbols_have_a_level_for_each_list(client):
    uri = client.open("pyproject.toml", POETRY)
    main, dev = await symbols(client, uri)
    assert (main.name, dev.name, dev.detail) == ("dependencies", "dev", "group")
    names = [(symbol.name, symbol.detail) for symbol in main.children]
    assert names == [("flask", ""), ("flask-login", ">=0.6"), ("requests", ""), ("flask-wtf", "^1")]
    for symbol in (*main.children, *dev.children):
        assert client.text_at(uri, symbol.selection_range) == symbol.name
    assert main.range.start <= main.selection_range.start < main.range.end


async def test_symbols_of_a_requirements_file_are_flat(client):
    uri = client.open("requirements.txt", REQUIREMENTS)
    found = await symbols(client, uri)
    assert [symbol.name for symbol in found] == ["base.txt", "gone.txt", "flask", "django"]
    assert [symbol.kind for symbol in found[::3]] == [
        types.SymbolKind.File,
        types.SymbolKind.Package,
    ]


async def test_other_files_have_no_links_and_symbols(client):
    client.write("requirements.txt", "flask\n")
    for name in ("notes.txt", "untitled:requirements.txt"):
        uri = client.open(name, "-r requirements.txt\nflask\n", name if ":" in name else None)
        assert await links(client, uri) == await symbols(client, uri) == []
