"""The page about a rule, to which its diagnostics link."""

import json
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import pytest

from e2e.wire import PATIENCE, Wire
from framesage.wording import site

LINKS = {"textDocument": {"publishDiagnostics": {"codeDescriptionSupport": True}}}
OWN_COMMAND = {**LINKS, "experimental": {"commands": {"commands": ["framesage.showRule"]}}}
TEAM_RULE = """\
[[rule]]
id = "acme-no-requests"
title = "Requests is not used at Acme"
message = "Use HTTPX instead of {packages}."
why = "One client for all services: `httpx`."
severity = "warning"
at = "matches"
references = ["https://www.python-httpx.org/"]
when = { package = "requests" }

[[rule.test]]
name = "requests"
requirements = ["flask", "requests"]
wanted = true

[[rule.test]]
name = "with HTTPX"
requirements = ["flask", "httpx"]
wanted = false
"""


def diagnostics(wire, root, text, capabilities):
    """Return the diagnostics of a requirements file, by rule."""
    start = {"processId": None, "rootUri": root.as_uri(), "capabilities": capabilities}
    wire.request("initialize", start)
    wire.notify("initialized", {})
    uri = (root / "requirements.txt").as_uri()
    wire.open(uri, text)
    found = wire.until(
        lambda message: (
            message.get("method") == "textDocument/publishDiagnostics"
            and message["params"]["diagnostics"]
        )
    )
    return {item["code"]: item for item in found["params"]["diagnostics"]}


def page_at(url):
    """Return the text of a page, which the server may still be writing."""
    assert url.startswith("file:")
    path, end = Path(url2pathname(urlsplit(url).path)), time.monotonic() + PATIENCE
    while not (path.exists() and path.read_text("utf-8").endswith("</html>\n")):
        assert time.monotonic() < end, path
        time.sleep(0.05)
    return path.read_text("utf-8"), path


@pytest.fixture
def wire():
    with Wire() as wire:
        yield wire


def test_a_diagnostic_links_to_a_page_about_its_rule(wire, tmp_path):
    found = diagnostics(wire, tmp_path, "flask\nflask-login\n", LINKS)
    page, _ = page_at(found["flask-login-without-throttling"]["codeDescription"]["href"])
    assert "Add Flask-Limiter: no package here limits login attempts (flask-login)." in page
    assert "<h2>Use instead</h2>" in page
    assert "framesage: ignore[flask-login-without-throttling]" in page
    assert "<script" not in page


def test_the_rule_of_a_team_has_a_page_with_its_own_example(wire, tmp_path):
    (tmp_path / "acme.toml").write_text(TEAM_RULE, encoding="utf-8")
    (tmp_path / "framesage.toml").write_text('rule-paths = ["acme.toml"]\n', encoding="utf-8")
    found = diagnostics(wire, tmp_path, "flask\nrequests\n", LINKS)
    page, _ = page_at(found["acme-no-requests"]["codeDescription"]["href"])
    assert "Use HTTPX instead of requests." in page
    assert "<code>httpx</code>" in page
    assert f'href="{(tmp_path / "acme.toml").as_uri()}#L1"' in page


def test_a_built_in_rule_without_a_file_has_a_page(wire, tmp_path):
    found = diagnostics(wire, tmp_path, "flask  # framesage: ignore[two-frameworks] x\n", LINKS)
    assert "Unused ignore" in page_at(found["unused-ignore"]["codeDescription"]["href"])[0]


def test_the_pages_are_deleted_when_the_server_exits(wire, tmp_path):
    found = diagnostics(wire, tmp_path, "flask\nflask-login\n", LINKS)
    _, path = page_at(found["flask-login-without-throttling"]["codeDescription"]["href"])
    wire.request("shutdown")
    wire.notify("exit")
    wire.process.wait(PATIENCE)
    assert not path.parent.exists()


def test_a_client_without_links_gets_none(wire, tmp_path):
    found = diagnostics(wire, tmp_path, "flask\nflask-login\n", {})
    assert found
    assert not [item for item in found.values() if item.get("codeDescription")]


def test_a_client_with_a_command_of_its_own_shows_the_page(wire, tmp_path):
    found = diagnostics(wire, tmp_path, "flask\nflask-login\n", OWN_COMMAND)
    href = found["flask-login-without-throttling"]["codeDescription"]["href"]
    command, _, query = href.partition("?")
    assert command == "command:framesage.showRule"
    uri, rule = json.loads(unquote(query))
    page = wire.request("framesage/rule", {"textDocument": {"uri": uri}, "rule": rule})["result"]
    assert page["title"] == "flask-login-without-throttling"
    assert "<h2>Use instead</h2>" in page["html"]


@pytest.mark.parametrize("rule", ["no-such-rule", None, 7, ["two-frameworks"]])
def test_an_unknown_rule_has_no_page(wire, tmp_path, rule):
    diagnostics(wire, tmp_path, "flask\nflask-login\n", LINKS)
    about = {"textDocument": {"uri": (tmp_path / "requirements.txt").as_uri()}, "rule": rule}
    assert wire.request("framesage/rule", about)["result"] is None


def test_built_in_rules_lead_to_the_published_page_once_there_is_one(monkeypatch):
    assert site.published_rule("two-frameworks") == ""
    monkeypatch.setattr(site, "SITE", "https://docs.example/")
    published = "https://docs.example/reference/rules/two-frameworks/"
    assert site.published_rule("two-frameworks") == published
