"""The documentation site and the local page about a rule in Chromium: usable, and private."""

import os
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest

from editors.vscode.accessibility import violations
from editors.vscode.code_server import ROOT
from framesage.lsp.workspace.rule_pages import rule_html
from framesage.rulebase import load_rule_base

RULE = "flask-login-without-throttling"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The address of the built site."""
    folder = str(tmp_path_factory.mktemp("site"))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", folder]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(chromium):
    """A page that notes the hosts it asks for something."""
    with chromium.new_context() as context:
        page = context.new_page()
        page.hosts = set()
        page.on("request", lambda request: page.hosts.add(urlsplit(request.url).hostname))
        yield page


def test_a_reader_finds_a_rule_and_nothing_is_asked_of_the_network(page, site):
    page.goto(f"{site}/")
    page.keyboard.press("/")
    page.keyboard.type(RULE)
    page.locator(".md-search-result__link:visible", has=page.locator("h1", has_text=RULE)).click()
    page.locator("h1", has_text=RULE).wait_for()
    assert page.locator("h2", has_text="Use instead").is_visible()
    page.wait_for_load_state("networkidle")
    assert page.hosts == {"127.0.0.1"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_local_page_about_a_rule_is_accessible_and_asks_nothing(
    page, tmp_path, scheme, require_path
):
    file = tmp_path / "rule.html"
    file.write_text(rule_html(RULE, load_rule_base()), encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.goto(file.as_uri())
    assert page.locator("h1").inner_text() == RULE
    assert violations(page, require_path) == {}
    assert page.hosts == {None}
