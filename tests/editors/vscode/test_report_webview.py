"""The report in an editor's webview, in Chromium: its messages, buttons, and updates in place."""

import json

import pytest

from editors.vscode.accessibility import violations
from editors.vscode.conftest import PHONE

FAKE_WEBVIEW_API = """
window.posted = [];
window.state = undefined;
window.acquireVsCodeApi = () => ({
  postMessage: (message) => window.posted.push(message),
  getState: () => window.state,
  setState: (state) => { window.state = state; },
});
"""
"""What VS Code gives to a webview, in a browser."""

VIEW_IS_KEPT = """() => new Promise((resolve) => {
  const check = () => (window.state.view?.scrolled === scrollY ? resolve() : setTimeout(check, 20));
  check();
})"""

RULE = "flask-login-without-throttling"
FINDING = f"[data-rule={RULE}]"


@pytest.fixture
def webview(open_page):
    return open_page(script=FAKE_WEBVIEW_API, viewport={"width": 541, "height": 700})


def send(page, **message):
    """Send a message as the extension would; return once the page has handled it."""
    page.evaluate(
        """message => new Promise((resolve) => {
          addEventListener("message", () => resolve(), { once: true });
          window.postMessage(message, "*");
        })""",
        message,
    )


def reload_with_state(page):
    """Reload the page as VS Code does, which gives it the state that it has set."""
    state = json.dumps(page.evaluate("window.state"))
    page.add_init_script(f"window.state = {state};")
    page.reload()


def posted(page, command):
    messages = page.evaluate("window.posted")
    return [message for message in messages if message["command"] == command]


def top_of(page, selector):
    return page.locator(selector).first.bounding_box()["y"]


def test_a_click_on_a_line_posts_its_location(webview, report):
    webview.locator(f"{FINDING} a.location").click()
    assert posted(webview, "open") == [
        {"command": "open", "uri": "./shop/requirements.txt", "line": 1, "character": 0}
    ]
    assert webview.url == report.as_uri()


def test_it_says_that_it_is_ready_each_time_it_is_loaded(webview):
    assert len(posted(webview, "ready")) == 1
    webview.reload()
    assert len(posted(webview, "ready")) == 1


def test_fixes_are_buttons_only_in_a_webview(webview, open_page):
    assert open_page().locator("button").count() == 0
    button = webview.locator(f"{FINDING} button")
    assert button.inner_text() == "Add Flask-Limiter"
    button.dblclick()
    assert posted(webview, "fix") == [
        {"command": "fix", "rule": RULE, "title": "Add Flask-Limiter",
         "uri": "./shop/requirements.txt", "line": 1, "character": 0}
    ]  # fmt: skip
    send(webview, command="notice", text="This fix is no longer there.")
    assert webview.get_by_role("status").inner_text() == "This fix is no longer there."
    button.click()
    assert len(posted(webview, "fix")) == 2


def test_an_update_keeps_what_is_opened_focused_and_scrolled_to(webview, report):
    evidence = webview.locator("summary", has_text="Evidence for each trait")
    evidence.click()
    webview.locator(f"{FINDING} summary").click()
    webview.locator(f"{FINDING} button").focus()
    webview.locator(FINDING).evaluate("it => it.scrollIntoView({ behavior: 'instant' })")
    before = top_of(webview, FINDING)
    main = webview.locator("main").element_handle()
    start = '<section id="p1-reasons-section"'
    more = '<details id="more"><summary>More</summary></details>'
    longer = report.read_text().replace(start, f"{more}{start}")
    send(webview, command="update", html=longer)
    assert not main.evaluate("it => it.isConnected")
    assert webview.locator("#more").count() == 1
    assert abs(top_of(webview, FINDING) - before) < 1.5
    assert webview.locator(".traits").is_visible()
    assert webview.locator(f"{FINDING} .why").is_visible()
    assert webview.evaluate("document.activeElement.textContent") == "Add Flask-Limiter"
    assert webview.locator(f"{FINDING} button").count() == 1


def test_an_update_tells_a_screen_reader_the_verdict_and_shows_nothing(webview, report):
    send(webview, command="update", html=report.read_text())
    status = webview.get_by_role("status")
    verdict = webview.locator(".headline .main").first.inner_text()
    findings = webview.locator(".finding").count()
    assert status.text_content() == f"{verdict}. Left to do: {findings}."
    assert status.bounding_box()["height"] <= 1


def test_a_script_in_an_update_does_not_run(webview, report):
    evil = '<main id="main"><script>window.evil = 1</script>'
    html = report.read_text().replace('<main id="main" tabindex="-1">', evil)
    send(webview, command="update", html=html)
    assert webview.locator("main script").count() == 1
    assert webview.evaluate("window.evil") is None


def test_a_reload_restores_what_was_opened_and_scrolled_to(webview):
    send(webview, command="document", uri="file:///shop/requirements.txt")
    webview.locator("summary", has_text="Evidence for each trait").click()
    webview.locator("article.trait").nth(2).evaluate(
        "it => it.scrollIntoView({ behavior: 'instant' })"
    )
    webview.evaluate(VIEW_IS_KEPT)
    before = top_of(webview, "article.trait:nth-of-type(3)")
    reload_with_state(webview)
    assert webview.evaluate("window.state.uri") == "file:///shop/requirements.txt"
    assert abs(top_of(webview, "article.trait:nth-of-type(3)") - before) < 1.5


def test_a_rule_is_moved_to_opened_and_focused(webview, report):
    send(webview, command="reveal", rule=RULE)
    finding = webview.locator(FINDING)
    assert finding.evaluate("it => it === document.activeElement")
    assert 0 <= finding.bounding_box()["y"] < 700
    assert finding.locator(".why").is_visible()
    assert "shown" in finding.get_attribute("class")
    send(webview, command="update", html=report.read_text())
    assert "shown" in webview.locator(FINDING).get_attribute("class")


def test_a_rule_without_a_finding_moves_to_the_findings_and_says_so(webview):
    send(webview, command="reveal", rule="two-frameworks")
    assert webview.get_by_role("status").inner_text() == (
        "two-frameworks has no finding in this project."
    )
    assert webview.evaluate("document.activeElement.textContent") == "What is left to do"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_webview_has_no_accessibility_violations(open_page, require_path, scheme):
    for viewport in (PHONE, {"width": 700, "height": 800}, {"width": 1200, "height": 800}):
        page = open_page(script=FAKE_WEBVIEW_API, color_scheme=scheme, viewport=viewport)
        send(page, command="notice", text="Framesage is not running.")
        assert violations(page, require_path) == {}
