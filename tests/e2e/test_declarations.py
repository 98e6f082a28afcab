"""Declarations by code actions, in every format that has comments, in VS Code and Neovim."""

import re

import pytest
from lsprotocol import types

from e2e.wire import PATIENCE
from e2e.workspace_edits import make_edit

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "flask-login-without-throttling"
FORMATS = {
    "requirements-prod.txt": "# 🐍\r\n--index-url https://x.test/simple\r\nFlask>=3\r\n"
    "Flask-Login[x]>=0.6 ; python_version > '3.9'\r\n",
    "requirements/web.in": "flask\nflask-login==0.6.3 \\\n    --hash=sha256:00\n",
    "pyproject.toml": "[project]\nname = 'é🐍'\ndependencies = [ # all\n  'flask',\n"
    "  'flask-login' # 🐍\n]\n\n[tool.other]\na = 1",
    "Pipfile": '[packages]\nflask = "*"\nFlask_Login = {version = "*"}\n',
    "pixi.toml": '[pypi-dependencies]\nflask = "*"\nflask-login = ">=0.6"\n',
    "environment.yml": "dependencies:\n- python=3.12\n- pip:\n  - flask\n  - flask-login\n",
    "setup.cfg": "[options]\ninstall_requires =\n    flask\n    flask-login>=0.6\n",
    "setup.py": "from setuptools import setup\n\nsetup(\n    install_requires=[\n"
    '        "flask",\n        "flask-login>=0.6",\n    ],\n)\n',
}


@pytest.fixture(params=FORMATS)
def opened(client, request):
    """A document of each format, opened and on the disk."""
    text = FORMATS[request.param]
    client.write(request.param, "")
    (client.root / request.param).write_bytes(text.encode())
    return client, client.open(request.param, text)


async def titles(editor, uri, first=0, last=999):
    """Return the code actions for a range of lines, by their titles."""
    lines = types.Range(types.Position(first, 0), types.Position(last, 0))
    context = types.CodeActionContext(diagnostics=[])
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), lines, context)
    found = await editor.client.text_document_code_action_async(params)
    return {action.title: action for action in found}


def make(editor, action):
    """Apply an action's edit."""
    make_edit(editor, action.edit)


async def requirements(editor, uri):
    """Return the names and versions of all requirements, from the document symbols."""
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    found = await editor.client.text_document_document_symbol_async(params)
    symbols = [symbol for top in found for symbol in (*(top.children or ()), top)]
    kinds = (types.SymbolKind.Package, types.SymbolKind.File)
    return sorted((symbol.name, symbol.detail) for symbol in symbols if symbol.kind in kinds)


async def test_an_ignore_comment_silences_only_its_rule(opened):
    editor, uri = opened
    before, text = await requirements(editor, uri), editor.texts[uri][-1]
    assert RULE in await editor.codes(uri)
    make(editor, (await titles(editor, uri))[f"Ignore {RULE} on this line"])
    ignoring = editor.texts[uri][-1]
    assert RULE not in await editor.codes(uri)
    assert await requirements(editor, uri) == before
    comment = f"# framesage: ignore[{RULE}] TODO: explain why"
    assert ignoring.replace(comment, "").split() == text.split()
    assert ("\r" in text) == ("\r" in ignoring)


async def test_a_package_is_added_in_the_style_of_the_file(opened):
    editor, uri = opened
    before, text = await requirements(editor, uri), editor.texts[uri][-1]
    found = await titles(editor, uri)
    if "--hash" in text:  # which a new line would need as well
        assert "Add Flask-Limiter" not in found
        return
    make(editor, found["Add Flask-Limiter"])
    added = await requirements(editor, uri)
    (new,) = {name for name, _ in added} - {name for name, _ in before}
    assert [package for package in added if package[0] != new] == before
    assert RULE not in await editor.codes(uri)
    (line,) = re.findall(r"^.*flask.limiter", editor.texts[uri][-1], re.M | re.I)
    (beside,) = re.findall(r"^.*flask.login", text, re.M | re.I)
    start, style = re.fullmatch(r"(.*)(flask.l)ogin", beside, re.I).groups()
    assert line.startswith(start)
    assert new.startswith(style)


async def test_a_trait_can_be_declared_absent(client):
    text = "flask\nflask-login\nflask-sqlalchemy\nflask-mail\njinja2\n"
    uri = client.open("requirements.txt", text)
    found = await titles(client, uri, 1, 1)
    (title, *_) = [title for title in found if title.endswith("= false` for this project")]
    make(client, found[title])
    assert "= false" in "".join(client.texts[client.uri("framesage.toml")][-1:])
    for _ in range(int(PATIENCE * 100)):
        if title not in await titles(client, uri, 1, 1):
            break
    assert title not in await titles(client, uri, 1, 1)


@pytest.mark.parametrize(
    "title", [f"Ignore {RULE} in this project", "Set `needs-auth = false` for this project"]
)
async def test_a_declaration_silences_the_rule(opened, title):
    editor, uri = opened
    before = await requirements(editor, uri)
    make(editor, (await titles(editor, uri))[title])
    await editor.loses(uri, RULE)
    assert await requirements(editor, uri) == before
    assert not [found for found in await editor.diagnostics(uri) if found.code == "settings"]
