"""Code actions: for the requested range, as edits that editors can apply and undo."""

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import LanguageClient

from e2e.conftest import CONFIG, begin, own_project
from framesage.cli import main

pytestmark = pytest.mark.asyncio(loop_scope="module")

TEXT = "# 🐍\r\nflask\r\nwtforms\r\nflask-login\r\n"
CSRF = "flask-forms-without-csrf"
FIX_ALL = "source.fixAll.framesage"
WHOLE = types.Range(types.Position(0, 0), types.Position(99, 0))


@pytest_lsp.fixture(config=CONFIG, scope="module")
async def plain_client(lsp_client: LanguageClient, tmp_path_factory):
    literals = types.ClientCodeActionLiteralOptions(types.ClientCodeActionKindOptions([]))
    actions = types.CodeActionClientCapabilities(code_action_literal_support=literals)
    document = types.TextDocumentClientCapabilities(code_action=actions)
    root = tmp_path_factory.mktemp("plain")
    await begin(lsp_client, root, types.ClientCapabilities(text_document=document))
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def plain(plain_client):
    """A client that supports code actions, but not document versions or new files."""
    yield from own_project(plain_client)


async def actions_at(editor, uri, span=WHOLE, diagnostics=(), only=None):
    context = types.CodeActionContext(diagnostics=list(diagnostics), only=only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), span, context)
    return list(await editor.client.text_document_code_action_async(params) or [])


def titled(actions, title):
    return next(action for action in actions if action.title == title)


def edits_of(action, uri):
    """Return an action's edits of its one document."""
    if action.edit.changes:
        return action.edit.changes[uri]
    (change,) = action.edit.document_changes
    return change.edits


def applied(editor, uri, edits):
    """Return a document's text after edits in units of UTF-16 (here on lines of ASCII)."""
    lines = editor.texts[uri][-1].splitlines(keepends=True)
    offset = lambda at: len("".join(lines[: at.line])) + at.character  # noqa: E731
    text = "".join(lines)
    for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


async def test_a_remedy_edits_the_version_that_was_read(client):
    uri = client.open("requirements.txt", TEXT)
    client.type(uri, 3, 11, "  ")
    diagnostics = await shown(client, uri)
    action = titled(
        await actions_at(client, uri, diagnostics=diagnostics, only=["quickfix"]), "Add Flask-WTF"
    )
    assert action.kind == types.CodeActionKind.QuickFix
    assert action.is_preferred
    assert [diagnostic.code for diagnostic in action.diagnostics] == [CSRF]
    if client.client.capabilities.workspace.workspace_edit.document_changes:
        (change,) = action.edit.document_changes
        assert (change.text_document.uri, change.text_document.version) == (uri, 2)
    else:
        assert list(action.edit.changes) == [uri]


async def shown(client, uri):
    return [diagnostic for diagnostic in await client.diagnostics(uri) if diagnostic.code == CSRF]


async def test_an_applied_fix_resolves_the_finding(client):
    uri = client.open("requirements.txt", TEXT)
    at = types.Range(types.Position(2, 0), types.Position(2, 0))
    for title in ("Add Flask-WTF", f"Ignore {CSRF} on this line"):
        client.replace(uri, TEXT)
        action = titled(await actions_at(client, uri, at), title)
        text = applied(client, uri, edits_of(action, uri))
        assert text.replace("\r\n", "").isprintable()  # only the line ends of the file
        client.replace(uri, text)
        assert CSRF not in await client.codes(uri)


async def test_only_findings_in_the_range_have_fixes(client):
    uri = client.open("requirements.txt", TEXT)
    at_login = types.Range(types.Position(3, 2), types.Position(3, 2))
    titles = [action.title for action in await actions_at(client, uri, at_login, only=["quickfix"])]
    assert "Ignore flask-login-without-throttling on this line" in titles
    assert f"Ignore {CSRF} on this line" not in titles
    above = types.Range(types.Position(0, 0), types.Position(0, 0))
    assert await actions_at(client, uri, above, only=["quickfix"]) == []


async def test_a_setting_creates_its_file(client):
    uri = client.open("requirements.txt", TEXT)
    at = types.Range(types.Position(2, 0), types.Position(2, 0))
    action = titled(await actions_at(client, uri, at), f"Ignore {CSRF} in this project")
    create, write = action.edit.document_changes
    assert isinstance(create, types.CreateFile)
    assert create.uri == write.text_document.uri == client.uri("framesage.toml")
    assert CSRF in await client.codes(uri)
    client.open("framesage.toml", write.edits[0].new_text)
    await client.loses(uri, CSRF)


async def test_actions_that_were_shown_before_follow_each_edit(client):
    uri = client.open("requirements.txt", TEXT)
    first = edits_of(titled(await actions_at(client, uri), "Add Flask-WTF"), uri)
    client.replace(uri, f"requests\r\n{TEXT}")
    second = edits_of(titled(await actions_at(client, uri), "Add Flask-WTF"), uri)
    assert second[0].range.start.line == first[0].range.start.line + 1


async def test_actions_that_were_shown_before_follow_the_settings(client):
    uri = client.open("requirements.txt", TEXT)
    settings = client.open("framesage.toml", "")
    assert "Add Flask-WTF" in [action.title for action in await actions_at(client, uri)]
    client.replace(settings, f"[ignore]\n{CSRF} = 'No browser sends these.'\n")
    assert "Add Flask-WTF" not in [action.title for action in await actions_at(client, uri)]


async def test_fix_all_is_one_edit(client):
    uri = client.open("requirements.txt", "# 🐍\r\ndjango\r\nflask-cors\r\nflask-login\r\n")
    (action,) = await actions_at(client, uri, only=["source.fixAll"])
    assert action.kind == FIX_ALL
    text = applied(client, uri, edits_of(action, uri))
    assert text == "# 🐍\r\ndjango\r\n"
    client.replace(uri, text)
    assert await actions_at(client, uri, only=["source.fixAll"]) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "# 🐍\r\ndjango\r\nflask-cors\r\nflask-cors\r\nflask-login\r\n"),
        ("pyproject.toml", '[project]\ndependencies = [\n  "django",\n  "flask-cors",\n]\n'),
        ("requirements.txt", f"flask==0.12 # framesage: ignore[{CSRF}]"),
    ],
)
async def test_the_command_line_makes_the_same_fixes(client, name, text):
    path = client.root / name
    path.write_bytes(text.encode())
    uri = client.open(name, text)
    (action,) = await actions_at(client, uri, only=["source.fixAll"])
    main(["check", "--fix", str(client.root)])
    assert path.read_bytes() == applied(client, uri, edits_of(action, uri)).encode()


async def test_only_requested_kinds_are_returned(client):
    uri = client.open("requirements.txt", TEXT)
    assert await actions_at(client, uri, only=["refactor"]) == []


async def test_a_client_without_document_versions_gets_plain_changes(plain):
    uri = plain.open("requirements.txt", TEXT)
    actions = await actions_at(plain, uri)
    edits = titled(actions, "Add Flask-WTF").edit.changes[uri]
    assert "flask-wtf" in applied(plain, uri, edits).split("\r\n")
    assert [action for action in actions if action.title.endswith("in this project")] == []


async def test_the_hover_of_an_ignore_explains_its_rule(client):
    text = f"flask\nwtforms # framesage: ignore[{CSRF}, no-such-rule] until=2999-01-01\n"
    uri = client.open("requirements.txt", text)
    named = (await client.hover(uri, 1, text.splitlines()[1].index(CSRF))).contents.value
    assert "Forms without CSRF protection" in named
    assert "Ignored until 2999-01-01." in named
    assert "no-such-rule" not in named
    both = (await client.hover(uri, 1, text.splitlines()[1].index("until"))).contents.value
    assert "Forms without CSRF protection" in both
    assert "There is no rule `no-such-rule`." in both


async def test_fix_all_removes_an_unused_ignore(client):
    uri = client.open("requirements.txt", f"flask # framesage: ignore[{CSRF}]\n")
    assert await client.codes(uri) == ["unused-ignore"]
    (action,) = await actions_at(client, uri, only=["source"])
    client.replace(uri, applied(client, uri, edits_of(action, uri)))
    assert client.texts[uri][-1] == "flask\n"
    assert await client.codes(uri) == []


async def test_actions_for_a_diagnostic_exclude_others_on_its_line(client):
    uri = client.open("requirements.txt", "flask==1.1\nwtforms\nflask-login\n")
    (named,) = [
        diagnostic
        for diagnostic in await client.diagnostics(uri)
        if diagnostic.code == "flask-unsupported"
    ]
    actions = await actions_at(client, uri, diagnostics=[named], only=["quickfix"])
    assert "Explain flask-unsupported" in [action.title for action in actions]
    assert all(CSRF not in action.title and "wtf" not in action.title for action in actions)
    everything = await actions_at(client, uri, only=["quickfix"])
    assert any(CSRF in action.title for action in everything)


NEW = (
    '[project]\nname = "shop"\ndependencies = []\n\n'
    "[tool.framesage.traits]\nneeds-admin = true\ncontent-heavy = true\n"
)


async def test_a_new_project_starts_with_a_framework_in_one_edit(client):
    uri = client.open("pyproject.toml", NEW)
    (code,) = [code for code in await client.codes(uri) if code == "choose-django"]
    actions = await actions_at(client, uri, only=["quickfix"])
    starts = [action.title for action in actions if action.title.startswith("Start with")]
    assert (starts[0], "Start with Flask" in starts) == ("Start with Django", True)
    action = titled(actions, "Start with Django")
    assert not action.is_preferred
    text = applied(client, uri, edits_of(action, uri))
    assert '\ndependencies = [\n    "django>=' in text
    assert '\n[tool.framesage]\nframework = "django"\ndecision = "' in text
    client.replace(uri, text)
    assert code not in await client.codes(uri)
    assert not any(
        action.title.startswith("Start with") for action in await actions_at(client, uri)
    )


async def test_a_framework_in_another_file_than_the_settings_is_one_edit(client):
    uri = client.open("requirements.txt", "gunicorn\r\n")
    client.open("framesage.toml", "[traits]\napi-only = true\nsmall-project = true\n")
    action = titled(await actions_at(client, uri), "Start with Flask")
    changes = action.edit.changes or {
        change.text_document.uri: change.edits for change in action.edit.document_changes
    }
    assert set(changes) == {uri, client.uri("framesage.toml")}
    assert applied(client, uri, changes[uri]).startswith("gunicorn\r\nflask>=")
    assert applied(client, uri, changes[uri]).endswith("\r\n")


async def test_every_fix_can_be_requested(client):
    uri = client.open("pyproject.toml", NEW)
    few = await actions_at(client, uri)
    assert len(few) == 6
    found = await actions_at(client, uri, only=["quickfix.framesage.all"])
    assert {action.kind for action in found} == {"quickfix.framesage.all"}
    starts = [action.title for action in found if action.title.startswith("Start with")]
    assert [title.split(" and ")[0] for title in starts] == [
        *["Start with Django"] * 2, *["Start with Flask"] * 2,
    ]  # fmt: skip


async def test_a_supported_release_is_required_in_each_file_that_holds_the_version(client):
    constraints = client.open("constraints.txt", "flask==2.2.5\nwerkzeug==2.2.3\n")
    uri = client.open("requirements.txt", "-c constraints.txt\nflask  # 🐍\n")
    actions = [action for action in await actions_at(client, uri) if action.is_preferred]
    (fix,) = [action for action in actions if action.title.startswith("Require")]
    assert fix.title == "Require Flask 3.1 and werkzeug 3.1"
    changes = fix.edit.document_changes or ()
    edits = fix.edit.changes or {change.text_document.uri: change.edits for change in changes}
    texts = {name: applied(client, name, found) for name, found in edits.items()}
    assert texts == {
        constraints: "flask~=3.1.0\nwerkzeug~=3.1\n",
        uri: "-c constraints.txt\nflask>=3.1  # 🐍\n",
    }
