"""Settings of the editor, requested or sent, and of [tool.framesage] while it is edited."""

import pytest

from e2e.wire import Wire

TEXT = "flask\ndjango\n"
OFF = {"rules": {"two-frameworks": "off"}}


@pytest.fixture
def wire(tmp_path):
    with Wire() as wire:
        yield wire


@pytest.fixture
def uri(tmp_path) -> str:
    return (tmp_path / "requirements.txt").as_uri()


def codes(wire: Wire, uri: str) -> set[str]:
    return {diagnostic["code"] for diagnostic in wire.published(uri)["diagnostics"]}


def codes_of_version(wire: Wire, uri: str, version: int) -> set[str]:
    """Return the rules published for a version; skip those of the version before it."""
    while (published := wire.published(uri))["version"] != version:
        pass
    return {diagnostic["code"] for diagnostic in published["diagnostics"]}


def answer_configuration(wire: Wire, result: object) -> dict:
    asked = wire.until(lambda message: message.get("method") == "workspace/configuration")
    wire.reply(asked["id"], result)
    return asked["params"]


def test_settings_in_the_notification_apply(wire, uri, tmp_path):
    wire.initialize(tmp_path)
    wire.open(uri, TEXT)
    assert codes(wire, uri) == {"two-frameworks"}
    wire.notify("workspace/didChangeConfiguration", {"settings": {"framesage": OFF}})
    assert codes(wire, uri) == set()
    wire.notify("workspace/didChangeConfiguration", {"settings": {"framesage": {}}})
    assert codes(wire, uri) == {"two-frameworks"}


def test_settings_in_initialize_apply(wire, uri, tmp_path):
    wire.initialize(tmp_path, initializationOptions=OFF)
    wire.open(uri, TEXT)
    assert codes(wire, uri) == set()


def test_requested_settings_apply(wire, uri, tmp_path):
    wire.initialize(tmp_path, capabilities={"workspace": {"configuration": True}})
    (item,) = answer_configuration(wire, [OFF])["items"]
    assert item["section"] == "framesage"
    wire.open(uri, TEXT)
    assert codes(wire, uri) == set()
    wire.notify("workspace/didChangeConfiguration", {"settings": None})
    answer_configuration(wire, [None])
    assert codes(wire, uri) == {"two-frameworks"}


def test_settings_in_initialize_apply_until_the_response(wire, uri, tmp_path):
    answering = {"workspace": {"configuration": True}}
    wire.initialize(tmp_path, capabilities=answering, initializationOptions={"framesage": OFF})
    asked = wire.until(lambda message: message.get("method") == "workspace/configuration")
    wire.open(uri, TEXT)
    assert codes(wire, uri) == set()
    wire.reply(asked["id"], [OFF])
    wire.notify("workspace/didChangeConfiguration", {"settings": {"framesage": {}}})
    answer_configuration(wire, [{}])
    wire.change(uri, f"{TEXT}numpy\n", 2)
    assert codes_of_version(wire, uri, 2) == {"two-frameworks"}


def test_malformed_responses_are_survived(wire, uri, tmp_path):
    wire.initialize(tmp_path, capabilities={"workspace": {"configuration": True}})
    odd = ([], [7], None, "text", [[OFF]], {"framesage": OFF})
    for answer in odd:
        answer_configuration(wire, answer)
        wire.notify("workspace/didChangeConfiguration", {"settings": None})
    answer_configuration(wire, [None])
    wire.open(uri, TEXT)
    assert codes(wire, uri) == {"two-frameworks"}
    wire.process.stdin.close()
    assert wire.log_at_the_end().count("\n") <= len(odd)


def test_a_missing_response_is_not_waited_for(wire, uri, tmp_path):
    wire.initialize(tmp_path, capabilities={"workspace": {"configuration": True}})
    wire.open(uri, TEXT)
    assert codes(wire, uri) == {"two-frameworks"}
    wire.request("shutdown")
    wire.notify("exit")
    assert wire.log_at_the_end() == ""


def test_invalid_settings_are_logged_and_valid_ones_apply(wire, uri, tmp_path):
    wire.initialize(tmp_path)
    wire.open(uri, TEXT)
    assert codes(wire, uri) == {"two-frameworks"}
    settings = {**OFF, "framework": 7, "nonsense": True, "interpreter": "python3"}
    wire.notify("workspace/didChangeConfiguration", {"settings": {"framesage": settings}})
    assert codes(wire, uri) == set()
    wire.process.stdin.close()
    log = wire.log_at_the_end()
    assert "framework" in log and "nonsense" in log and "interpreter" not in log


def test_project_settings_apply_while_they_are_edited(wire, tmp_path):
    uri = (tmp_path / "pyproject.toml").as_uri()
    project = '[project]\nname = "x"\ndependencies = ["flask", "django"]\n'
    wire.initialize(tmp_path)
    wire.open(uri, project)
    assert codes(wire, uri) == {"two-frameworks"}
    typed = '[tool.framesage.rules]\ntwo-frameworks = "off"\n'
    shown = []
    for version in range(1, len(typed) + 1):
        wire.change(uri, project + typed[:version], version + 1)
        while (told := wire.published(uri))["version"] != version + 1:
            pass
        shown.append({diagnostic["code"] for diagnostic in told["diagnostics"]})
    off = typed.rindex("off") + len("off")  # the text is valid TOML with the closing quote only
    assert all("two-frameworks" in codes for codes in shown[: off - 1])
    assert shown[off:] == [set()] * len(shown[off:])


def test_each_folder_has_its_own_settings(wire, make_project, tmp_path):
    names = ("one", "other")
    files = {f"{name}/requirements.txt": TEXT for name in names}
    first, other = (make_project(tmp_path, files) / name for name in names)
    folders = [{"uri": folder.as_uri(), "name": folder.name} for folder in (first, other)]
    capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
    wire.initialize(first, workspaceFolders=folders[:1], capabilities=capabilities)
    (item,) = answer_configuration(wire, [OFF])["items"]
    assert item["scopeUri"] == first.as_uri()
    event = {"event": {"added": folders[1:], "removed": []}}
    wire.notify("workspace/didChangeWorkspaceFolders", event)
    items = answer_configuration(wire, [OFF, None])["items"]
    assert [item["scopeUri"] for item in items] == [first.as_uri(), other.as_uri()]
    for folder, wanted in ((first, set()), (other, {"two-frameworks"})):
        uri = (folder / "requirements.txt").as_uri()
        wire.open(uri, TEXT)
        assert codes(wire, uri) == wanted


def test_settings_of_a_removed_folder_are_dropped(wire, make_project, tmp_path):
    files = {"one/requirements.txt": TEXT, "other/requirements.txt": TEXT}
    make_project(tmp_path, files)
    names = ("one", "other")
    folders = [{"uri": (tmp_path / name).as_uri(), "name": name} for name in names]
    capabilities = {"workspace": {"configuration": True, "workspaceFolders": True}}
    wire.initialize(tmp_path / "one", workspaceFolders=folders, capabilities=capabilities)
    answer_configuration(wire, [OFF, None])
    uris = [(tmp_path / name / "requirements.txt").as_uri() for name in names]
    for uri in uris:
        wire.open(uri, TEXT)
    assert [codes(wire, uri) for uri in uris] == [set(), {"two-frameworks"}]
    change = {"event": {"added": [], "removed": folders[:1]}}
    wire.notify("workspace/didChangeWorkspaceFolders", change)
    (item,) = answer_configuration(wire, [None])["items"]
    assert item["scopeUri"] == folders[1]["uri"]
    assert codes(wire, uris[0]) == {"two-frameworks"}
    change = {"event": {"added": folders[:1], "removed": []}}
    wire.notify("workspace/didChangeWorkspaceFolders", change)
    answer_configuration(wire, [None, OFF])
    while codes(wire, uris[0]):  # a document may be published several times
        pass
    told = [
        message["params"]
        for message in wire.seen
        if message.get("method", "").endswith("Diagnostics")
    ]
    other = [params["diagnostics"] for params in told if params["uri"] == uris[1]]
    assert {diagnostic["code"] for diagnostic in other[-1]} == {"two-frameworks"}


def test_the_server_registers_for_changed_settings(wire, uri, tmp_path):
    able = {"didChangeConfiguration": {"dynamicRegistration": True}, "configuration": True}
    wire.initialize(tmp_path, capabilities={"workspace": able})
    asked = wire.until(lambda message: message.get("method") == "client/registerCapability")
    (registration,) = asked["params"]["registrations"]
    assert registration["method"] == "workspace/didChangeConfiguration"
    assert registration["registerOptions"] == {"section": "framesage"}
