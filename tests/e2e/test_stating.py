"""What the user states by an action, in every format that has comments, in VS Code and Neovim."""

import re

import pytest
from lsprotocol import types

from e2e.wire import PATIENCE
from framesage.fixes import Edit, apply_edits
from framesage.rulebase import load_rule_base
from framesage.text import Position, Range, Source

pytestmark = pytest.mark.asyncio(loop_scope="module")

RULE = "flask-login-without-throttling"
TRAIT = load_rule_base().traits["reusable-package"].title
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


async def titles(editor, uri):
    whole = types.Range(types.Position(0, 0), types.Position(999, 0))
    context = types.CodeActionContext(diagnostics=[])
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), whole, context)
    found = await editor.client.text_document_code_action_async(params)
    return {one.title: one for one in found}


def make(editor, action):
    """Make an action's edits as an editor does: in the open document, or in a new file."""
    edit = action.edit
    changes = edit.document_changes or [
        types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), edits)
        for uri, edits in (edit.changes or {}).items()
    ]
    for change in changes:
        if isinstance(change, types.CreateFile):
            editor.open("", "", change.uri)
        else:
            uri = change.text_document.uri
            editor.replace(uri, after(editor, uri, change.edits))


def after(editor, uri, edits):
    source = Source(editor.root / "any", editor.texts[uri][-1])
    mine = [Edit(source.path, of_client(editor, source, one.range), one.new_text) for one in edits]
    return apply_edits(source, mine)


def of_client(editor, source, span):
    """Return a range in code points; here the two encodings differ only behind an emoji."""
    return Range(*(_position(editor, source, at) for at in (span.start, span.end)))


def _position(editor, source, at):
    line = source.line(at.line)
    codec, width = ("utf-8", 1) if editor.client.encoding == "utf-8" else ("utf-16-le", 2)
    return Position(at.line, len(line.encode(codec)[: at.character * width].decode(codec)))


async def requirements(editor, uri):
    """Return the names and versions of all requirements, as the outline has them."""
    params = types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
    found = await editor.client.text_document_document_symbol_async(params)
    inner = [each for one in found for each in (*(one.children or ()), one)]
    kinds = (types.SymbolKind.Package, types.SymbolKind.File)
    return sorted((one.name, one.detail) for one in inner if one.kind in kinds)


async def test_ignoring_here_silences_one_rule_and_changes_nothing_else(opened):
    editor, uri = opened
    before, text = await requirements(editor, uri), editor.texts[uri][-1]
    assert RULE in await editor.codes(uri)
    make(editor, (await titles(editor, uri))[f"Ignore {RULE} here"])
    ignoring = editor.texts[uri][-1]
    assert RULE not in await editor.codes(uri)
    assert await requirements(editor, uri) == before
    assert ignoring.replace(f"# framesage: ignore[{RULE}] ", "").split() == text.split()
    assert ("\r" in text) == ("\r" in ignoring)


async def test_a_remedy_is_written_as_the_file_writes_its_own(opened):
    editor, uri = opened
    before, text = await requirements(editor, uri), editor.texts[uri][-1]
    found = await titles(editor, uri)
    if "--hash" in text:  # which the new line would need as well
        assert "Add flask-limiter" not in found
        return
    make(editor, found["Add flask-limiter"])
    added = await requirements(editor, uri)
    assert {name for name, _ in added} - {name for name, _ in before} == {"flask-limiter"}
    assert [one for one in added if one[0] != "flask-limiter"] == before
    assert RULE not in await editor.codes(uri)
    (line,) = re.findall(r"^.*flask-limiter", editor.texts[uri][-1], re.M)
    (beside,) = re.findall(r"^.*flask.login", text, re.M | re.I)
    assert line.partition("flask")[0] == re.split("flask", beside, flags=re.I)[0]


async def test_what_is_not_true_can_be_said(client):
    admin = "This is not true of this project: "
    text = "flask\nflask-login\nflask-sqlalchemy\nflask-mail\njinja2\n"
    uri = client.open("requirements.txt", text)
    found = await titles(client, uri)
    (title, *_) = [one for one in found if one.startswith(admin)]
    make(client, found[title])
    assert "= false" in "".join(client.texts[client.uri("framesage.toml")][-1:])
    for _ in range(int(PATIENCE * 100)):
        if title not in await titles(client, uri):
            break
    assert title not in await titles(client, uri)


@pytest.mark.parametrize(
    "title", [f"Ignore {RULE} in this project", f"This is true of this project: {TRAIT}"]
)
async def test_what_is_stated_of_the_project_silences_the_rule(opened, title):
    editor, uri = opened
    before = await requirements(editor, uri)
    make(editor, (await titles(editor, uri))[title])
    for _ in range(int(PATIENCE * 100)):
        if RULE not in await editor.codes(uri):
            break
    assert RULE not in await editor.codes(uri)
    assert await requirements(editor, uri) == before
    assert not [one for one in await editor.diagnostics(uri) if one.code == "settings"]
