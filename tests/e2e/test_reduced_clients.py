"""Clients that lack one ability of VS Code's: they get the same advice in a simpler form."""

from functools import reduce

import pytest
from pygls.protocol import default_converter

from e2e.conftest import capabilities_of
from e2e.wire import Wire

TEXT = "# 🐍\nflask\nwtforms\n"
CSRF = "flask-forms-without-csrf"
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}


def reduced(*changes):
    """Return VS Code's capabilities with some of them set; None removes one."""
    able = default_converter().unstructure(capabilities_of("visual_studio_code_today"))
    for path, value in changes:
        *outer, name = path.split(".")
        parent = reduce(lambda part, key: part[key], outer, able)
        assert name in parent or value is not None, path
        parent[name] = value
    return able


NO_LITERALS = ("textDocument.codeAction.codeActionLiteralSupport", None)
NO_EDITS = ("workspace.applyEdit", False)
NO_DOCUMENTS = ("window.showDocument", None)
NO_QUESTIONS = ("window.showMessage", None)
NO_PULL = ("textDocument.diagnostic", None)
NO_MARKDOWN = ("textDocument.hover.contentFormat", ["plaintext"])


class Client:
    """A session with a document that lacks CSRF protection."""

    def __init__(self, wire, root, text, able):
        self.wire, self.root = wire, root
        self.told = wire.initialize(root, capabilities=able)
        self.uri = (root / "requirements.txt").as_uri()
        wire.open(self.uri, text)

    def request(self, method, **params):
        answer = self.wire.request(method, {"textDocument": {"uri": self.uri}, **params})
        assert "error" not in answer, answer
        return answer["result"]

    def actions(self):
        found = self.request("textDocument/codeAction", range=WHOLE, context={"diagnostics": []})
        return {action["title"]: action for action in found}

    def ask(self, command):
        """Start a command; the answer may come after a request of the server's."""
        params = {"command": command["command"], "arguments": command["arguments"]}
        return self.wire.ask("workspace/executeCommand", params)

    def until(self, method):
        return self.wire.until(lambda message: message.get("method") == method)

    def seen(self, method):
        return [message for message in self.wire.seen if message.get("method") == method]


@pytest.fixture
def client(tmp_path):
    with Wire() as wire:
        yield lambda *changes, text=TEXT: Client(wire, tmp_path, text, reduced(*changes))


def test_without_literals_actions_are_commands_that_apply_the_edit(client):
    plain = client(NO_LITERALS)
    actions = plain.actions()
    assert f"Ignore {CSRF} on this line" in actions and f"Explain {CSRF}" in actions
    assert all(isinstance(action["command"], str) for action in actions.values())
    assert not any({"kind", "edit", "diagnostics"} & {*action} for action in actions.values())
    identity = plain.ask(actions["Add Flask-WTF"])
    request = plain.until("workspace/applyEdit")
    assert request["params"]["label"] == "Add Flask-WTF"
    (change,) = request["params"]["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": plain.uri, "version": 1}
    assert "flask-wtf" in change["edits"][0]["newText"].lower()
    plain.wire.reply(request["id"], {"applied": True})
    assert plain.wire.answer(identity)["result"] is None


def test_a_refused_edit_does_no_harm(client):
    plain = client(NO_LITERALS)
    identity = plain.ask(plain.actions()["Add Flask-WTF"])
    plain.wire.reply(plain.until("workspace/applyEdit")["id"], {"applied": False})
    assert plain.wire.answer(identity)["result"] is None
    assert plain.actions()


def test_without_literals_and_edits_only_explanations_are_offered(client):
    assert [*client(NO_LITERALS, NO_EDITS).actions()] == [f"Explain {CSRF}"]


def test_without_literals_the_dialogue_is_offered(client):
    plain = client(NO_LITERALS, text="")
    plain.ask(plain.actions()["Flask or Django? Ask me"])
    assert "Yes" in str(plain.until("window/showMessageRequest")["params"]["actions"])


def test_an_editor_without_markdown_gets_plain_text(client):
    rich = client(NO_MARKDOWN).request("textDocument/hover", position={"line": 1, "character": 1})
    assert rich["contents"]["kind"] == "plaintext"
    assert "Flask" in rich["contents"]["value"] and "**" not in rich["contents"]["value"]


def test_without_documents_an_explanation_is_a_message(client):
    plain = client(NO_DOCUMENTS)
    identity = plain.ask(plain.actions()[f"Explain {CSRF}"]["command"])
    assert plain.wire.answer(identity)["result"]["markdown"]
    (message,) = plain.seen("window/showMessage")
    assert "CSRF" in message["params"]["message"]
    assert plain.seen("window/showDocument") == []


def test_the_dialogue_is_tried_where_questions_are_not_declared(client):
    """Eglot and Neovim 0.7 declare nothing about messages, and yet ask."""
    plain = client(NO_QUESTIONS, text="")
    plain.ask(plain.actions()["Flask or Django? Ask me"]["command"])
    assert plain.until("window/showMessageRequest")


def test_the_only_encoding_of_a_client_is_used(client):
    text = "flask # 🐍xwtforms\n"
    plain = client(NO_PULL, ("general.positionEncodings", ["utf-8"]), text=text)
    assert plain.told["positionEncoding"] == "utf-8"
    plain.wire.published(plain.uri)
    start = len("flask # 🐍".encode())
    x = {"start": {"line": 0, "character": start}, "end": {"line": 0, "character": start + 1}}
    typed = {"range": x, "text": "\n"}
    document = {"uri": plain.uri, "version": 2}
    changes = {"textDocument": document, "contentChanges": [typed]}
    plain.wire.notify("textDocument/didChange", changes)
    told = {each["code"]: each["range"] for each in plain.wire.published(plain.uri)["diagnostics"]}
    assert told[CSRF]["start"] == {"line": 1, "character": 0}


def test_without_pulling_diagnostics_are_pushed(client):
    pulled = client(NO_PULL)
    codes = [each["code"] for each in pulled.wire.published(pulled.uri)["diagnostics"]]
    assert CSRF in codes


def test_without_dynamic_registration_nothing_is_registered_and_changes_are_seen(client):
    plain = client(
        NO_PULL,
        ("workspace.didChangeWatchedFiles", None),
        ("workspace.didChangeConfiguration", None),
        text="-r base.txt\n",
    )
    plain.wire.published(plain.uri)
    (plain.root / "base.txt").write_text("flask\nwtforms\n", encoding="utf-8")
    plain.wire.notify("textDocument/didSave", {"textDocument": {"uri": plain.uri}})
    found = plain.wire.until(lambda message: CSRF in str(message.get("params")))
    assert found["method"] == "textDocument/publishDiagnostics"
    assert plain.seen("client/registerCapability") == []


@pytest.mark.parametrize("snippets", [True, False])
def test_without_snippets_completion_inserts_plain_text(client, snippets):
    ability = ("textDocument.completion.completionItem.snippetSupport", snippets)
    plain = client(ability)
    plain.uri = (plain.root / "pyproject.toml").as_uri()
    plain.wire.open(plain.uri, "[tool.framesage]\n")
    plain.wire.change(plain.uri, "[tool.framesage]\nfr", 2)
    items = plain.request("textDocument/completion", position={"line": 1, "character": 2})
    assert items
    placeholders = ["${" in str(item) or "$0" in str(item) for item in items]
    assert any(placeholders) is snippets
