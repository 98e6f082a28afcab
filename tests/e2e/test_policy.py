"""The policy of a team in the editor: the same findings as on the command line."""

import json
import subprocess
import sys

import pytest

from e2e.wire import PULLS, Wire

OLD = "flask==2.3.3\nwtforms\n"
CSRF, RELEASE, SHARED = "flask-forms-without-csrf", "flask-unsupported", "two-frameworks"
SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}
POLICY = f"""\
require-reason = true
[rules]
{RELEASE} = "error"
[per-file]
"services/legacy/**" = {{ {RELEASE} = "off" }}
[ignore]
{CSRF} = {{ reason = "the proxy checks", until = "2020-01-31" }}
{SHARED} = "they share nothing"
"""


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


@pytest.fixture
def tree(tmp_path, make_project):
    names = ("legacy", "shop")
    services = {f"services/{name}/requirements.txt": OLD for name in names}
    comment = f"flask==2.3.3  # framesage: ignore[{RELEASE}]\n"
    own = {"framesage.toml": POLICY, "services/plain/requirements.txt": comment}
    return make_project(tmp_path, {".git/HEAD": "", **services, **own})


def on_command_line(folder):
    command = [sys.executable, "-m", "framesage", "check", "--format", "json", str(folder)]
    out = subprocess.run(command, capture_output=True, check=False).stdout
    return sorted(
        (f"{project['root']}/{found['file']}", found["severity"], found["rule"], found["message"])
        for project in json.loads(out)["projects"]
        for found in project["findings"]
    )


def in_editor(wire, folder):
    answer = wire.request("workspace/diagnostic", {"previousResultIds": []})
    return sorted(
        (
            f"{folder.as_posix()}/{item['uri'].removeprefix(folder.as_uri() + '/')}",
            SEVERITIES[found["severity"]],
            found["code"],
            found["message"],
        )
        for item in answer["result"]["items"]
        for found in item["items"]
    )


def codes(wire, uri):
    answer = wire.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    return sorted(item["code"] for item in answer["result"]["items"])


def test_the_editor_shows_the_findings_of_the_command_line(wire, tree):
    wire.initialize(tree, capabilities=PULLS)
    shown = in_editor(wire, tree)
    assert shown == on_command_line(tree)
    assert {rule for _, _, rule, _ in shown} == {
        RELEASE, CSRF, "expired-ignore", "unused-ignore", "unexplained-ignore"
    }  # fmt: skip
    assert "error" in {severity for _, severity, _, _ in shown}


def test_an_ignore_is_unused_only_after_the_whole_workspace_was_searched(wire, tree):
    wire.initialize(tree, capabilities=PULLS)
    uri = (tree / "framesage.toml").as_uri()
    wire.open(uri, POLICY)
    assert codes(wire, uri) == ["expired-ignore"]
    in_editor(wire, tree)
    assert codes(wire, uri) == ["expired-ignore", "unused-ignore"]
    service = (tree / "services/shop/requirements.txt").as_uri()
    wire.open(service, OLD)
    wire.change(service, "flask\ndjango\n", 2)
    assert codes(wire, uri) == ["expired-ignore"]
    new = (tree / "services/new/requirements.txt").as_uri()
    wire.change(service, OLD, 3)
    assert codes(wire, uri) == ["expired-ignore", "unused-ignore"]
    wire.open(new, "flask\ndjango\n")
    assert codes(wire, uri) == ["expired-ignore"]


def test_a_baseline_hides_known_findings_in_the_editor_too(wire, tree):
    (tree / "framesage.toml").write_text('baseline = "known.json"\n')
    uri = (tree / "services/shop/requirements.txt").as_uri()
    wire.initialize(tree, capabilities=PULLS)
    wire.open(uri, OLD)
    assert codes(wire, uri) == [CSRF, RELEASE]
    command = [sys.executable, "-m", "framesage", "check", "--write-baseline"]
    subprocess.run(command, cwd=tree, capture_output=True, check=True)
    event = {"uri": (tree / "known.json").as_uri(), "type": 1}
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [event]})
    assert codes(wire, uri) == []
    wire.change(uri, OLD + "flask-login\n", 2)
    assert codes(wire, uri) == ["flask-login-without-throttling"]
    (tree / "known.json").write_text('{"version": 1, "findings": []}')
    wire.notify("workspace/didChangeWatchedFiles", {"changes": [{**event, "type": 2}]})
    assert codes(wire, uri) == [CSRF, "flask-login-without-throttling", RELEASE]


def test_a_missing_baseline_is_reported_where_it_is_named(wire, tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": OLD})
    uri = (tmp_path / "framesage.toml").as_uri()
    wire.initialize(tmp_path, capabilities=PULLS)
    wire.open(uri, 'baseline = "known.json"\n')
    assert codes(wire, uri) == ["settings"]


def test_editor_settings_can_have_a_policy(wire, tmp_path, make_project):
    make_project(tmp_path, {"requirements.txt": OLD})
    settings = {
        "per-file": {"requirements.txt": {RELEASE: "error"}},
        "ignore": {CSRF: {"reason": "the proxy checks", "until": "2999-01-31"}},
    }
    uri = (tmp_path / "requirements.txt").as_uri()
    wire.initialize(tmp_path, capabilities=PULLS)
    wire.open(uri, OLD)
    wire.notify("workspace/didChangeConfiguration", {"settings": {"framesage": settings}})
    answer = wire.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    found = [(item["code"], item["severity"]) for item in answer["result"]["items"]]
    assert found == [(RELEASE, 1)]


def test_an_expired_ignore_in_editor_settings_is_logged(wire, tmp_path):
    wire.initialize(tmp_path, capabilities=PULLS)
    settings = {"ignore": {CSRF: {"reason": "the proxy checks", "until": "2020-01-31"}}}
    wire.notify("workspace/didChangeConfiguration", {"settings": {"framesage": settings}})
    wire.request("shutdown")
    wire.notify("exit")
    wire.process.wait(10)
    assert f"the ignore of {CSRF} in the editor settings has expired" in wire.log_at_the_end()
