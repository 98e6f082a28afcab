"""The dialogue by messages, its steps for other clients, and one edit for what was answered."""

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from e2e.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def run(editor, command, *arguments):
    params = types.ExecuteCommandParams(command, list(arguments))
    return await editor.client.workspace_execute_command_async(params)


async def step_after(editor, uri, answers):
    return await run(editor, "framesage.consultation", {"uri": uri, "answers": answers})


async def test_a_step_has_the_next_question(editor):
    uri = editor.open("requirements.txt", "")
    step = await step_after(editor, uri, {})
    assert step["question"]["text"].endswith("?")
    assert not step["settled"]
    trait = step["question"]["trait"]
    after = await step_after(editor, uri, {trait: "yes"})
    assert after["answered"] == [{"trait": trait, "answer": "yes"}]
    assert after["question"]["trait"] != trait


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"needs-auht": "yes"}, "did you mean 'needs-auth'"),
        ({"needs-auth": "maybe"}, "known are yes, no, unknown"),
        (["needs-auth"], "`answers` must be an object"),
    ],
)
async def test_answers_that_mean_nothing_are_rejected(editor, given, problem):
    uri = editor.open("requirements.txt", "")
    with pytest.raises(JsonRpcException, match=problem):
        await step_after(editor, uri, given)


async def test_a_dialogue_writes_its_answers_in_one_edit(editor):
    uri = editor.open("pyproject.toml", '[project]\nname = "shop"\ndependencies = []\n')
    person = Person(editor, "Yes", "Yes", "No", "Stop", "Write answers")
    assert await run(editor, "framesage.ask", uri) is None
    await person.is_told()
    assert person.labels == ["Write answers"]
    assert person.told == ["Changed pyproject.toml. Undo takes it back."]
    assert editor.texts[uri][-1].count("= true") == 2
    assert editor.texts[uri][-1].count("= false") == 1
    for message in person.messages:
        print(message.message, [a.title for a in message.actions])


async def test_a_project_is_started_with_a_framework(editor):
    uri = editor.open("requirements.txt", "")
    person = Person(editor, "Yes", "Yes", "Yes", "Start with Django", "Only Django")
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    print(person.told, editor.texts)
    assert editor.texts[uri][-1].startswith("django")
    assert 'framework = "django"' in editor.texts[editor.uri("framesage.toml")][-1]
