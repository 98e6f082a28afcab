"""Ignoring with a reason: asked for by the editor, or selected in the text that was written."""

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

from e2e.conftest import CONFIG, EDITORS, TODAY, begin, capabilities_of, own_project
from e2e.person import Person
from e2e.workspace_edits import make_edit

pytestmark = pytest.mark.asyncio(loop_scope="module")

LIST = "# 🐍\nflask==1.0\nflask-login\nwtforms\n"
LINE = 3
CSRF = "flask-forms-without-csrf"
PLACEHOLDER = "TODO: explain why"
REASON = 'the "proxy" does it, see #12'


@pytest_lsp.fixture(config=CONFIG, params=(*EDITORS, f"visual_studio_code{TODAY}"), scope="module")
async def asking_client(request, lsp_client: LanguageClient, tmp_path_factory):
    able = capabilities_of(request.param)
    able.experimental = {"commands": {"commands": ["framesage.ignore"]}}
    await begin(lsp_client, tmp_path_factory.mktemp("asking"), able)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def asking(asking_client):
    """An editor that asks for reasons."""
    yield from own_project(asking_client)


async def actions_at(editor, uri, line=LINE):
    at = types.Range(types.Position(line, 0), types.Position(line, 200))
    context = types.CodeActionContext(diagnostics=[], only=["quickfix"])
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), at, context)
    found = await editor.client.text_document_code_action_async(params)
    return {action.title: action for action in found}


async def run(editor, command, argument):
    params = types.ExecuteCommandParams(command, [argument])
    return await editor.client.workspace_execute_command_async(params)


async def write(editor, uri, scope, reason=REASON, rule=CSRF, line=LINE):
    position = {"line": line, "character": 0}
    given = {"uri": uri, "rule": rule, "position": position, "scope": scope, "reason": reason}
    return await run(editor, "framesage.writeIgnore", given)


async def test_an_editor_that_asks_gets_one_entry_for_a_rule(asking):
    uri = asking.open("requirements.txt", LIST)
    actions = await actions_at(asking, uri)
    ignoring = [action for title, action in actions.items() if title.startswith("Ignore")]
    (action,) = ignoring
    assert (action.title, action.edit) == (f"Ignore {CSRF}...", None)
    assert action.command.command == "framesage.ignore"
    (argument,) = action.command.arguments
    assert argument["uri"] == uri
    (ignore,) = argument["ignores"]
    assert ignore["rule"] == CSRF
    assert ignore["position"] == {"line": LINE, "character": 0}
    assert ignore["scopes"] == [
        {"scope": "line", "file": "requirements.txt"},
        {"scope": "project", "file": "framesage.toml"},
    ]


async def test_a_reason_is_written_on_the_line(asking):
    uri = asking.open("requirements.txt", LIST)
    person = Person(asking)
    result = await write(asking, uri, "line")
    assert (result["applied"], result["uri"], person.labels) == (True, uri, [f"Ignore {CSRF}"])
    assert asking.texts[uri][-1].splitlines()[LINE] == (
        f"wtforms  # framesage: ignore[{CSRF}] {REASON}"
    )
    assert asking.text_at(uri, types_range(result)) == REASON
    assert CSRF not in await asking.codes(uri)


def types_range(result):
    start, end = result["range"]["start"], result["range"]["end"]
    return types.Range(types.Position(**start), types.Position(**end))


@pytest.mark.parametrize(
    ("name", "before", "header"),
    [
        ("pyproject.toml", "[tool.ruff]\nline-length = 100\n", "[tool.framesage.ignore]"),
        ("framesage.toml", "layout = false\n", "[ignore]"),
    ],
)
async def test_a_reason_is_written_to_the_settings_that_are_there(asking, name, before, header):
    uri = asking.open("requirements.txt", LIST)
    settings = asking.open(name, before)
    Person(asking)
    result = await write(asking, uri, "project")
    assert (result["applied"], result["uri"]) == (True, settings)
    written = 'the \\"proxy\\" does it, see #12'
    assert asking.texts[settings][-1] == f'{before}\n{header}\n{CSRF} = "{written}"\n'
    assert asking.text_at(settings, types_range(result)) == written
    await asking.loses(uri, CSRF)


async def test_the_finding_is_looked_for_again_when_the_reason_is_there(asking):
    """The file has changed while the person was thinking."""
    if not asking.client.capabilities.workspace.workspace_edit.document_changes:
        pytest.skip("this editor's edits name no version, so they cannot be refused")
    uri = asking.open("requirements.txt", LIST)
    person = Person(asking)

    def change_meanwhile():
        asking.replace(uri, f"# another line\n{LIST}")

    person.before_edit = change_meanwhile
    result = await write(asking, uri, "line")
    assert result["applied"]
    assert asking.texts[uri][-1].splitlines()[LINE + 1].startswith("wtforms  # framesage")


async def test_nothing_is_written_if_the_finding_is_gone(asking):
    uri = asking.open("requirements.txt", "flask\n")
    result = await write(asking, uri, "line")
    assert not result["applied"]
    assert result["message"] == f"Nothing was written: {CSRF} is not reported here any more."
    assert asking.texts[uri] == ["flask\n"]


async def test_a_read_only_file_is_named_and_the_text_is_not_lost(asking):
    uri = asking.open("requirements.txt", LIST)
    asking.write("pyproject.toml", "[tool.ruff]\n")
    path = asking.root / "pyproject.toml"
    settings = asking.open("pyproject.toml", "[tool.ruff]\n")
    path.chmod(0o444)
    result = await write(asking, uri, "project", "the proxy does it")
    path.chmod(0o644)
    assert not result["applied"]
    assert "pyproject.toml (the file is read-only)" in result["message"]
    assert f'[tool.framesage.ignore]\n{CSRF} = "the proxy does it"' in result["text"]
    assert asking.texts[settings] == ["[tool.ruff]\n"]


@pytest.mark.parametrize(
    ("scope", "reason", "accepted"),
    [
        ("line", "the proxy", True),
        ("line", "see #12", True),
        ("line", "see # 12", False),
        ("project", "see # 12", True),
        ("line", "", False),
        ("project", "  ", False),
        ("project", PLACEHOLDER, False),
        ("line", "x", False),
        ("line", "two\nlines", False),
        ("project", "until=2999-01-01", False),
    ],
)
async def test_a_reason_is_checked(asking, scope, reason, accepted):
    uri = asking.open("requirements.txt", LIST)
    problem = await run(
        asking, "framesage.checkReason", {"uri": uri, "scope": scope, "reason": reason}
    )
    assert (problem == "") is accepted
    if not accepted:
        result = await write(asking, uri, scope, reason)
        assert (result["applied"], result["message"]) == (False, problem)
        assert asking.texts[uri] == [LIST]


async def test_a_wrong_scope_is_an_error_of_the_request(asking):
    uri = asking.open("requirements.txt", LIST)
    with pytest.raises(JsonRpcException, match="`scope` must be"):
        await write(asking, uri, "galaxy")


@pytest.mark.parametrize("in_settings", [False, True])
async def test_a_placeholder_is_replaced_by_the_reason(asking, in_settings):
    comment = f"  # framesage: ignore[{CSRF}] {PLACEHOLDER}"
    uri = asking.open("requirements.txt", LIST if in_settings else f"flask\nwtforms{comment}\n")
    if in_settings:
        uri = asking.open("framesage.toml", f'[ignore]\n{CSRF} = "{PLACEHOLDER}"\n')
    assert await asking.codes(uri) == ["unexplained-ignore"]
    action = (await actions_at(asking, uri, 1))["Write the reason..."]
    assert action.is_preferred
    (ignore,) = action.command.arguments[0]["ignores"]
    (scope,) = ignore["scopes"]
    Person(asking)
    result = await write(asking, uri, scope["scope"], "the proxy does it", ignore["rule"], 1)
    assert result["applied"]
    assert "the proxy does it" in asking.texts[uri][-1]
    assert PLACEHOLDER not in asking.texts[uri][-1]
    assert await asking.codes(uri) == []


async def test_other_editors_write_a_placeholder_and_select_it(client):
    uri = client.open("requirements.txt", LIST)
    settings = client.open("pyproject.toml", "[tool.ruff]\n")
    for where, changed in (("on this line", uri), ("in this project", settings)):
        action = (await actions_at(client, uri))[f"Ignore {CSRF} {where}"]
        make_edit(client, action.edit)
        assert PLACEHOLDER in client.texts[changed][-1]
        assert "unexplained-ignore" in await client.codes(changed)
        await client.loses(uri, CSRF)
        able = client.client.capabilities.window.show_document
        if able and able.support:
            assert action.command.command == "framesage.select"
            shown, span = action.command.arguments
            assert shown == changed
            assert client.text_at(changed, types_range({"range": span})) == PLACEHOLDER
        else:
            assert action.command is None
        client.replace(uri, LIST)
    client.close_all()


async def test_six_entries_are_the_most(asking):
    text = "Flask==1.1.4\nFlask-Login==0.5.0\nFlask-SQLAlchemy==2.5.1\nFlask-Mail\nstripe\n"
    uri = asking.open("requirements.txt", text)
    titles = list(await actions_at(asking, uri, 0))
    assert len(await asking.codes(uri)) >= 3
    assert 4 <= len(titles) <= 6
    assert titles[0].startswith(("Require", "Add"))
    assert titles[-1] == "Explain flask-unsupported"


async def test_a_setting_written_into_another_file_is_shown(client):
    text = "flask\nflask-login\nflask-sqlalchemy\nflask-mail\nflask-admin\njinja2\n"
    uri = client.open("requirements.txt", text)
    settings = client.open("pyproject.toml", "[tool.ruff]\n")
    found = await actions_at(client, uri, 0)
    (title, *_) = [title for title in found if title.startswith("Set `")]
    make_edit(client, found[title].edit)
    setting = title.split("`")[1]
    assert setting in client.texts[settings][-1]
    able = client.client.capabilities.window.show_document
    if able and able.support:
        shown, span = found[title].command.arguments
        assert shown == settings
        assert setting in client.text_at(settings, types_range({"range": span}))
    else:
        assert found[title].command is None
    client.close_all()
