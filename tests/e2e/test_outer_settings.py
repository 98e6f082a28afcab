"""The policy of a repository's root holds in a service that gets settings of its own."""

import pytest
from lsprotocol import types

from e2e.workspace_edits import make_edit

pytestmark = pytest.mark.asyncio(loop_scope="module")

POLICY = '[rules]\nflask-forms-without-csrf = "warning"\n'
FORMS = "flask\nwtforms\nflask-login\n"
LOGIN, CSRF = "flask-login-without-throttling", "flask-forms-without-csrf"
SERVICE = "services/shop/requirements.txt"


async def severities(editor, uri):
    found = await editor.diagnostics(uri)
    return {diagnostic.code: diagnostic.severity.value for diagnostic in found}


async def test_an_outer_policy_stays_after_a_rule_is_ignored_in_a_service(client):
    client.write("framesage.toml", POLICY)
    uri = client.open(SERVICE, FORMS)
    before = await severities(client, uri)
    assert before[CSRF] == 2 and LOGIN in before
    at = types.Range(types.Position(2, 0), types.Position(2, 200))
    context = types.CodeActionContext(diagnostics=[], only=["quickfix"])
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), at, context)
    actions = await client.client.text_document_code_action_async(params)
    (action,) = [action for action in actions if action.title == f"Ignore {LOGIN} in this project"]
    make_edit(client, action.edit)
    (text,) = [
        texts[-1] for name, texts in client.texts.items() if name.endswith("/framesage.toml")
    ]
    assert LOGIN in text and "root" not in text
    await client.eventually(uri, *({*before} - {LOGIN}))
    assert (await severities(client, uri))[CSRF] == 2


async def test_open_outer_settings_hold_in_a_service_at_every_edit(client):
    client.write("services/shop/framesage.toml", 'fail-on = "hint"\n')
    uri = client.open(SERVICE, FORMS)
    outer = client.open("framesage.toml", "")
    assert {CSRF, LOGIN} <= set(await client.codes(uri))
    client.replace(outer, f'[rules]\n{CSRF} = "off"\n{LOGIN} = "off"\n')
    await client.eventually(uri)
    client.replace(outer, f'[rules]\n{CSRF} = "off"\n')
    await client.eventually(uri, LOGIN)


async def test_an_extended_file_is_linked_and_holds_while_it_is_edited(client):
    client.write("services/shop/framesage.toml", 'extend = "../../shared/team.toml"\n')
    uri = client.open(SERVICE, FORMS)
    own = client.open("services/shop/framesage.toml", 'extend = "../../shared/team.toml"\n')
    (missing,) = await client.diagnostics(own)
    assert missing.message == "'../../shared/team.toml' does not exist"
    team = client.open("shared/team.toml", f'rules.{CSRF} = "off"\n')
    client.replace(team, f'rules.{CSRF} = "off"\nrules.{LOGIN} = "off"\n')
    await client.eventually(uri)
    client.replace(team, f'rules.{CSRF} = "off"\n')
    await client.eventually(uri, LOGIN)
    client.replace(team, f'rules.{CSRF} = "of')
    await client.eventually(uri, LOGIN, CSRF)
    params = types.DocumentLinkParams(types.TextDocumentIdentifier(own))
    (link,) = await client.client.text_document_document_link_async(params)
    assert link.target == team
    assert client.text_at(own, link.range) == "../../shared/team.toml"


async def test_a_hover_says_what_a_setting_overrides(client):
    client.write("framesage.toml", POLICY)
    client.open(SERVICE, FORMS)
    own = client.open("services/shop/framesage.toml", f'[rules]\n{CSRF} = "hint"\n')
    shown = await client.hover(own, 1, 3)
    assert 'Overrides `"warning"` of `../../framesage.toml`.' in str(shown)


async def test_an_open_service_has_no_findings_while_outer_settings_exclude_it(code):
    uri = code.open(SERVICE, FORMS)
    outer = code.open("framesage.toml", "")
    await code.eventually(uri, CSRF, LOGIN)
    code.replace(outer, 'exclude = ["services/shop"]\n')
    await code.eventually(uri)
    code.replace(outer, "")
    await code.eventually(uri, CSRF, LOGIN)
