"""The hint on an undecided project, and its quick fixes, which answer the next question."""

import pytest
from lsprotocol import types

from e2e.workspace_edits import make_edit

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def next_question(editor, uri):
    """Return the question that the dialogue would ask now."""
    arguments = [{"uri": uri, "answers": {}}]
    params = types.ExecuteCommandParams("framesage.consultation", arguments)
    return (await editor.client.workspace_execute_command_async(params))["question"]


async def quick_fixes(editor, uri, diagnostic):
    context = types.CodeActionContext([diagnostic], only=["quickfix"])
    document = types.TextDocumentIdentifier(uri)
    params = types.CodeActionParams(document, diagnostic.range, context)
    return await editor.client.text_document_code_action_async(params)


async def test_an_undecided_project_gets_a_hint_with_answers(editor):
    uri = editor.open("pyproject.toml", '[project]\ndependencies = ["gunicorn"]\n')
    (hint,) = await editor.diagnostics(uri)
    assert (hint.code, hint.severity) == ("framework-undecided", types.DiagnosticSeverity.Hint)
    asked = await next_question(editor, uri)
    titles = [action.title for action in await quick_fixes(editor, uri, hint)]
    answers = [title for title in titles if title.endswith(("= true)", "= false)"))]
    assert answers[:2] == [
        f"{asked['text']} Yes ({asked['trait']} = true)",
        f"{asked['text']} No ({asked['trait']} = false)",
    ]
    assert len(answers) == 2
    assert len(titles) <= 6
    assert answers == titles[: len(answers)]


async def test_an_answer_by_quick_fix_is_declared(editor):
    uri = editor.open("pyproject.toml", '[project]\ndependencies = ["gunicorn"]\n')
    (hint,) = await editor.diagnostics(uri)
    action = (await quick_fixes(editor, uri, hint))[0]
    assert not action.is_preferred
    assert list(action.diagnostics) == [hint]
    make_edit(editor, action.edit)
    declared = action.title.split("(")[1].rstrip(")")
    assert f"[tool.framesage.traits]\n{declared}\n" in editor.texts[uri][-1]
    asked = await next_question(editor, uri)
    assert asked["trait"] != declared.split(" = ")[0]


async def test_the_hint_can_be_switched_off(editor):
    off = '[tool.framesage.rules]\nframework-undecided = "off"\n'
    uri = editor.open("pyproject.toml", f'[project]\ndependencies = ["gunicorn"]\n{off}')
    assert await editor.diagnostics(uri) == []
