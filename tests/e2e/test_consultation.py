"""The dialogue by messages, its steps for other clients, and one edit for what was answered."""

from random import Random

import pytest
import pytest_lsp
import tomli
from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pytest_lsp import LanguageClient

from e2e.conftest import CONFIG, begin, capabilities_of, own_project
from e2e.person import Person

pytestmark = pytest.mark.asyncio(loop_scope="module")

LIST = '[project]\nname = "café-🛒"\ndependencies = [] # 🛒\n'
NEEDS = ("needs-auth", "needs-admin", "content-heavy", "needs-orm", "sends-email")
KEEP = "Save to keep this, undo to take it back."
ASK = "Flask or Django? Ask me"


@pytest_lsp.fixture(config=CONFIG, scope="module")
async def own_client(lsp_client: LanguageClient, tmp_path_factory):
    able = capabilities_of("visual_studio_code")
    able.experimental = {"commands": {"commands": ["framesage.askMe"]}}
    await begin(lsp_client, tmp_path_factory.mktemp("own"), able)
    yield
    await lsp_client.shutdown_session()


@pytest.fixture
def with_own_dialogue(own_client):
    """An editor with its own dialogue."""
    yield from own_project(own_client)


async def run(editor, command, *arguments):
    params = types.ExecuteCommandParams(command, list(arguments))
    return await editor.client.workspace_execute_command_async(params)


async def step_after(editor, uri, answers):
    return await run(editor, "framesage.consultation", {"uri": uri, "answers": answers})


async def offers(editor, uri, only=None):
    """Return the commands of the code actions that start the dialogue."""
    start = types.Range(types.Position(0, 0), types.Position(99, 0))
    context = types.CodeActionContext(diagnostics=[], only=only)
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), start, context)
    found = await editor.client.text_document_code_action_async(params) or []
    return [action.command for action in found if action.title.startswith(ASK)]


async def test_an_assistant_gets_a_step_in_markdown(editor):
    uri = editor.open("requirements.txt", "flask\nflask-login\n")
    advise = "framesage.advise"
    advice = await run(editor, advise, {"uri": uri, "answers": {"needs-auth": "no"}})
    assert "Note: Your answer to" in advice["text"]
    idea = await run(editor, advise, {"uri": None, "description": "A shop with accounts"})
    assert idea["text"].startswith("**Django would suit this project")
    wrong = await run(editor, advise, {"uri": uri, "answers": {"needs-auht": "no"}})
    assert wrong == {"problem": "unknown trait 'needs-auht'; did you mean 'needs-auth'?"}
    assert "`uri` must be" in (await run(editor, advise, {"uri": None}))["problem"]


async def test_a_step_has_the_next_question(editor):
    uri = editor.open("requirements.txt", "")
    step = await step_after(editor, uri, {})
    assert step["question"]["text"].endswith("?")
    assert not step["settled"]
    trait = step["question"]["trait"]
    after = await step_after(editor, uri, {trait: "yes"})
    assert after["answered"] == [{"trait": trait, "answer": "yes"}]
    assert after["question"]["trait"] != trait


async def test_a_step_has_the_frameworks_to_start_with_and_their_kits(editor):
    uri = editor.open("new/requirements.txt", "gunicorn\nstripe\n")
    step = await step_after(editor, uri, {"needs-auth": "yes", "needs-admin": "yes"})
    options = {option["framework"]: option for option in step["start"]}
    assert [option["title"] for option in step["start"]] == ["Django", "Flask"]
    assert "flask-admin" in options["flask"]["packages"]
    assert any("stripe" in entry["alternatives"] for entry in step["kits"]["flask"])
    summary = step["kits-summary"]["flask"]
    assert summary["words"].startswith("Flask includes ")
    assert summary["packages"]
    assert "stripe" not in summary["packages"]
    assert "stripe" not in options["flask"]["packages"]  # it is there already
    uri = editor.open("chosen/requirements.txt", "flask\n")
    assert (await step_after(editor, uri, {}))["start"] == []


async def test_an_empty_folder_has_questions(editor):
    (editor.root / "idea").mkdir()
    step = await step_after(editor, editor.uri("idea"), None)
    assert step["question"]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"needs-auht": "yes"}, "did you mean 'needs-auth'"),
        ({"needs-auth": "maybe"}, "known are yes, no, unknown"),
        ({"needs-auth": None}, "unknown answer 'None'"),
        (["needs-auth"], "`answers` must be an object"),
    ],
)
async def test_unknown_answers_are_rejected(editor, given, problem):
    uri = editor.open("requirements.txt", "")
    with pytest.raises(JsonRpcException, match=problem):
        await step_after(editor, uri, given)


async def test_what_is_no_file_has_no_questions(editor):
    for uri in ("untitled:Untitled-1", "", None, 7):
        with pytest.raises(JsonRpcException, match="`uri` must be"):
            await step_after(editor, uri, {})


async def test_a_dialogue_writes_its_answers_in_one_edit(editor):
    uri = editor.open("pyproject.toml", LIST)
    person = Person(editor, "Yes", "Don't know", "No", "Stop", "Write answers")
    assert await run(editor, "framesage.ask", uri) is None
    await person.is_told()
    assert person.labels == ["Write answers"]
    assert person.told == [f"Changed pyproject.toml. {KEEP}"]
    _, written = editor.texts[uri]
    assert written.startswith(LIST)
    assert (written.count("= true"), written.count("= false")) == (1, 1)


async def test_a_question_comes_with_its_help_and_the_verdict_so_far(editor):
    uri = editor.open("pyproject.toml", LIST)
    step = await step_after(editor, uri, {})
    person = Person(editor, None)
    await run(editor, "framesage.ask", uri)
    await person.is_asked(1)
    text = person.messages[0].message
    assert step["question"]["text"] in text
    assert step["question"]["help"] in text
    assert f"So far: {step['verdict']['headline']}" in text
    assert person.offered == ["Yes", "No", "Don't know", "Why?", "Stop"]


async def test_what_the_description_shows_is_said_and_to_be_confirmed(editor):
    text = '[project]\nname = "x"\ndescription = "Personal blog in Flask"\ndependencies = []\n'
    uri = editor.open("pyproject.toml", text)
    person = Person(editor, "Yes", None)
    await run(editor, "framesage.ask", uri)
    await person.is_asked(2)
    first, second = (message.message for message in person.messages[:2])
    assert "You mention Flask: " in first and "You mention" not in second
    assert "\nProbably yes: " in first
    assert "\nQuestion 1. So far: " in first
    assert "\nQuestion 2. So far: " in second


async def test_the_dialogue_explains_why_it_asks(editor):
    uri = editor.open("pyproject.toml", LIST)
    because = (await step_after(editor, uri, {}))["question"]["because"]
    person = Person(editor, "Why?", None)
    await run(editor, "framesage.ask", uri)
    await person.is_asked(2)
    question, reason = person.messages
    assert because in " ".join(reason.message.split("\n"))
    assert because not in question.message
    assert "Why?" not in person.offered


async def test_going_back_takes_an_answer_back(editor):
    uri = editor.open("pyproject.toml", LIST)
    person = Person(editor, "Yes", "Back", "No", "Stop", "Back", "Stop", "Close")
    await run(editor, "framesage.ask", uri)
    await person.is_asked(7)
    first, second, again, *_, back, last = [message.message for message in person.messages]
    assert first == again == back
    assert first != second
    assert "Write answers" not in person.offered
    assert first.splitlines()[0] not in last
    assert editor.texts[uri] == [LIST]


async def test_the_end_has_verdict_reasons_and_kits(editor):
    uri = editor.open("pyproject.toml", LIST)
    person = Person(editor, Person.ANSWERS, "Close")
    person.needs = NEEDS
    await run(editor, "framesage.ask", uri)
    await person.is_done()
    end = person.messages[-1].message
    assert end.startswith("Django would suit this project (")
    assert "it needs an admin back office" in end
    assert "For these " in end
    assert end.endswith("No other answer can change this.")
    assert person.offered == [
        "Write answers",
        "Start with Django",
        "Start with Flask",
        "Back",
        "Close",
    ]


async def test_a_project_is_started_with_a_framework(editor):
    uri = editor.open("requirements.txt", "")
    person = Person(editor, Person.ANSWERS, "Start with Django", "Only Django")
    person.needs = NEEDS
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    settings = editor.texts[editor.uri("framesage.toml")][-1]
    assert person.labels == ["Start with Django"]
    assert person.told == [f"Changed requirements.txt and framesage.toml. {KEEP}"]
    assert editor.texts[uri][-1].startswith("django>=")
    assert 'framework = "django"' in settings
    assert "needs-admin = true" in settings


async def test_the_kit_is_added_on_request(editor):
    uri = editor.open("requirements.txt", "")
    person = Person(editor, Person.ANSWERS, "Start with Flask", "Add them")
    person.needs = NEEDS
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    offer = person.messages[-1].message
    names = [line.split(">")[0] for line in editor.texts[uri][-1].split()]
    assert len(names) > 1
    assert all(name in offer or name == "flask" for name in names)


async def test_a_dismissed_message_writes_nothing(editor):
    uri = editor.open("pyproject.toml", LIST)
    person = Person(editor, "Yes", None)
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    (text,) = person.told
    assert "nothing was written" in text
    assert "[tool.framesage.traits]\n" in text
    assert " = true" in text
    assert editor.texts[uri] == [LIST]


async def test_asking_again_continues_where_the_dialogue_is(editor):
    uri = editor.open("pyproject.toml", LIST)
    person = Person(editor, "Yes", Person.HIDE, "No", "Stop", "Write answers")
    await run(editor, "framesage.ask", uri)
    await person.is_asked(2)
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    hidden, shown = person.messages[1:3]
    assert hidden.message == shown.message
    await person.answer_hidden("Yes")
    assert editor.texts[uri][-1].count("= true") == 1
    assert editor.texts[uri][-1].count("= false") == 1


async def test_two_projects_have_dialogues_of_their_own(editor):
    first = editor.open("one/requirements.txt", "")
    second = editor.open("two/requirements.txt", "")
    person = Person(editor, Person.HIDE, "Yes", "Stop", "Write answers")
    await run(editor, "framesage.ask", first)
    await person.is_asked(1)
    await run(editor, "framesage.ask", second)
    await person.is_told()
    assert editor.uri("two/framesage.toml") in editor.texts
    assert editor.uri("one/framesage.toml") not in editor.texts
    await person.answer_hidden(None)


async def test_a_document_may_change_during_the_dialogue(editor):
    uri = editor.open("pyproject.toml", LIST)

    def type_meanwhile(_message):
        editor.type(uri, 0, 0, "# mine\n")
        editor.texts[uri][-1] = f"# mine\n{LIST}"
        return "Write answers"

    person = Person(editor, "Yes", "Stop", type_meanwhile)
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    assert editor.texts[uri][-1].startswith(f"# mine\n{LIST}")
    assert editor.texts[uri][-1].count("= true") == 1


async def test_an_edit_for_an_older_version_is_made_again(editor):
    if not editor.client.capabilities.workspace.workspace_edit.document_changes:
        pytest.skip("this editor gets edits without versions, so none is outdated for it")
    uri = editor.open("pyproject.toml", LIST)
    person = Person(editor, "Yes", "Stop", "Write answers")
    person.before_edit = lambda: editor.replace(uri, f"# mine\n{LIST}")
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    assert person.results == [False, True]
    assert editor.texts[uri][-1].startswith(f"# mine\n{LIST}")
    assert person.told == [f"Changed pyproject.toml. {KEEP}"]


async def test_a_document_may_be_closed_during_the_dialogue(editor):
    editor.write("pyproject.toml", LIST)
    uri = editor.open("pyproject.toml", f"{LIST}# not saved\n")

    def close(_message):
        editor.close(uri)
        return "Stop"

    person = Person(editor, "Yes", close, "Write answers")
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    assert editor.texts[uri][-1].startswith(LIST)
    assert "not saved" not in editor.texts[uri][-1]


async def test_a_refused_edit_is_shown_as_text(editor):
    uri = editor.open("pyproject.toml", LIST)
    person = Person(editor, "Yes", "Stop", "Write answers")
    person.refuses = True
    await run(editor, "framesage.ask", uri)
    await person.is_told()
    (text,) = person.told
    assert text.startswith("Add to pyproject.toml:\n[tool.framesage.traits]\n")
    assert editor.texts[uri] == [LIST]


async def test_answers_for_broken_toml_are_shown_as_text(editor):
    broken = "[project\nname = 'shop'\n"
    uri = editor.open("pyproject.toml", broken)
    result = await apply(editor, uri, {"needs-auth": "yes"})
    assert not result["applied"]
    assert "needs-auth = true" in result["text"]
    assert "not valid TOML" in result["message"]
    assert editor.texts[uri] == [broken]


async def apply(editor, uri, answers, **more):
    arguments = {"uri": uri, "answers": answers, **more}
    return await run(editor, "framesage.applyAnswers", arguments)


async def test_a_client_applies_answers_itself(editor):
    uri = editor.open("requirements.txt", "")
    person = Person(editor)
    result = await apply(editor, uri, {"needs-auth": "yes", "mvp": "unknown"}, start="flask")
    assert result == {
        "applied": True,
        "text": "",
        "message": f"Changed requirements.txt and framesage.toml. {KEEP}",
    }
    assert person.labels == ["Start with Flask"]
    assert editor.texts[uri][-1].startswith("flask>=")
    assert "needs-auth = true" in editor.texts[editor.uri("framesage.toml")][-1]
    assert "mvp" not in editor.texts[editor.uri("framesage.toml")][-1]
    again = await apply(editor, uri, {"needs-auth": "yes"}, start="flask")
    assert again["applied"]
    assert again["message"].startswith("Nothing to write")


async def test_an_unknown_framework_is_rejected(editor):
    uri = editor.open("requirements.txt", "")
    with pytest.raises(JsonRpcException, match="did you mean 'django'"):
        await apply(editor, uri, {}, start="djagno")


async def test_a_second_framework_is_refused(editor):
    uri = editor.open("requirements.txt", "flask\n")
    result = await apply(editor, uri, {}, start="django")
    assert (result["applied"], result["text"]) == (False, "")
    assert result["message"].startswith("Flask is in use here (requirements.txt:1); remove it")
    assert editor.texts[uri] == ["flask\n"]


async def test_replaced_settings_are_named(editor):
    settings = editor.open("framesage.toml", "[traits]\nmvp = true\n")
    Person(editor)
    result = await apply(editor, settings, {"mvp": "no"})
    assert "framesage.toml: this replaces `mvp = true`." in result["message"]
    assert "mvp = false" in editor.texts[settings][-1]


async def test_a_code_action_starts_the_dialogue(editor):
    uri = editor.open("requirements.txt", "gunicorn\n")
    (command,) = await offers(editor, uri)
    assert (command.command, list(command.arguments)) == ("framesage.ask", [uri])
    assert await offers(editor, uri, only=["refactor"]) == [command]
    assert await offers(editor, uri, only=["quickfix"]) == []
    editor.replace(uri, "flask\n")
    assert await offers(editor, uri) == []


async def test_an_editor_with_its_own_dialogue_starts_it(with_own_dialogue):
    uri = with_own_dialogue.open("requirements.txt", "")
    document = types.TextDocumentIdentifier(uri)
    params = types.CodeLensParams(document)
    (lens,) = await with_own_dialogue.client.text_document_code_lens_async(params)
    (command,) = await offers(with_own_dialogue, uri)
    assert command.title == lens.command.title
    assert (command.command, list(command.arguments)) == ("framesage.askMe", [uri])


@pytest.mark.parametrize("seed", range(8))
async def test_any_choices_end_and_leave_valid_files(editor, seed):
    uri = editor.open("pyproject.toml", LIST)
    random = Random(seed)
    person = Person(editor)

    def choose(_message):
        if len(person.messages) > 30:
            return None
        person.then(choose)
        return random.choice(person.offered)

    person.then(choose)
    await run(editor, "framesage.ask", uri)
    await person.is_quiet()
    text = editor.texts[uri][-1]
    assert tomli.loads(text)["project"]["name"] == "café-🛒"
    assert len(person.labels) <= 1
