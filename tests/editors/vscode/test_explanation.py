"""The page that explains a project, in VS Code: it follows edits, survives a reload, and acts."""

import json
from typing import TYPE_CHECKING

import pytest

from editors.conftest import FLASK_SHOP
from editors.vscode.accessibility import violations
from editors.vscode.conftest import FILE, write_settings

if TYPE_CHECKING:
    from playwright.sync_api import Frame

EXPLAIN = "Framesage: Flask or Django? Explain This Project"
TITLE = "shop: Flask or Django?"
RULE = "flask-login-without-throttling"
FINDING = f"[data-rule={RULE}]"
TABS = ".tab .label-name"
THEMES = {
    "vscode-dark": "Default Dark Modern",
    "vscode-light": "Default Light Modern",
    "vscode-high-contrast": "Default High Contrast",
    "vscode-high-contrast-light": "Default High Contrast Light",
}


@pytest.fixture
def explained(editor):
    """A window with the page beside the editor."""
    editor.command(EXPLAIN)
    editor.webview(TITLE)
    return editor


def text_of(page: "Frame", selector: str) -> str:
    return page.locator(selector).first.inner_text()


def open_tabs(window):
    return sorted(window.page.locator(TABS).all_inner_texts())


def test_the_page_follows_edits_and_keeps_what_is_open_without_taking_the_focus(explained):
    page = explained.webview(TITLE)
    page.locator("summary", has_text="Evidence for each trait").click()
    explained.type_at_end("flask-limiter")
    page.locator(FINDING).wait_for(state="detached")
    assert page.locator(".traits").is_visible()
    assert explained.first(".editor-instance .monaco-editor.focused").is_visible()
    explained.page.keyboard.press("Control+Z")
    page.locator(FINDING).wait_for()


def test_a_hidden_page_is_up_to_date_when_it_is_shown_again(explained, shop):
    tab = explained.page.locator(".tab", has_text="Framesage: shop")
    tab.click()
    explained.open(FILE)  # in front of the page
    explained.page.locator(".webview.ready").first.wait_for(state="hidden")
    (shop / FILE).write_text(f"{FLASK_SHOP}flask-limiter\n", encoding="utf-8")
    tab.click()
    page = explained.webview(TITLE)
    page.locator(FINDING).wait_for(state="detached")


def test_the_page_is_still_there_after_a_reload_of_the_window(open_window, address, shop):
    window = open_window(address, shop, None)  # with a file, VS Code restores no other editors
    window.open(FILE)
    window.command(EXPLAIN)
    window.webview(TITLE).locator("summary", has_text="Evidence for each trait").click()
    window.page.wait_for_timeout(1000)  # VS Code keeps the state of pages with a delay
    with window.page.expect_event("load"):  # this command writes all state first
        window.command("Developer: Reload Window")
    window.page.locator(".tab", has_text="Framesage: shop").wait_for()
    page = window.webview(TITLE)
    page.locator(".headline").wait_for()
    assert page.locator(".traits").is_visible()
    window.type_at_end("flask-limiter")
    page.locator(FINDING).wait_for(state="detached")


def test_a_page_that_is_reloaded_before_its_script_has_run_is_still_there(
    open_window, address, vscode, shop
):
    reload = {"key": "ctrl+alt+shift+u", "command": "workbench.action.reloadWindow"}
    keys = vscode.folder / "User" / "keybindings.json"
    keys.write_text(
        json.dumps([reload]), encoding="utf-8"
    )  # the palette takes longer than the page
    window = open_window(address, shop, None)
    window.open(FILE)
    window.first(".codelens-decoration").filter(has_text="Framesage: ").wait_for()
    window.command(EXPLAIN)
    tab = window.page.locator(".tab", has_text="Framesage: shop")
    tab.wait_for()
    with window.page.expect_event("load"):
        window.page.keyboard.press("Control+Alt+Shift+U")
    tab.wait_for()
    window.webview(TITLE).locator(".headline").wait_for()


def test_the_page_of_a_project_that_is_gone_says_so_and_comes_back(explained):
    explained.focus_editor()
    explained.page.keyboard.press("Control+A")
    explained.page.keyboard.type("numpy")
    page = explained.webview("There is no web project here any more.")
    assert page.locator("h1").inner_text() == "Framesage"
    explained.page.keyboard.press("Control+Z")
    explained.webview("Django would suit this project better")


def test_a_button_applies_the_fix_in_the_file_and_updates_the_page(explained):
    page = explained.webview(TITLE)
    page.locator(f"{FINDING} button").click()
    page.locator(FINDING).wait_for(state="detached")
    assert "flask-limiter" in explained.text().lower()


def test_a_fix_that_is_no_longer_offered_is_not_applied(explained):
    page = explained.webview(TITLE)
    button = page.locator(f"{FINDING} button")
    button.evaluate("button => { window.stale = button; }")
    explained.type_at_end("flask-limiter")
    page.locator(FINDING).wait_for(state="detached")
    page.evaluate("window.stale.click()")
    status = page.get_by_role("status")
    status.filter(has_text="This fix is no longer there").wait_for()
    assert explained.text().lower().count("flask-limiter") == 1


def test_explain_a_rule_moves_to_its_finding(editor):
    editor.go_to(2, 3)
    editor.command("Quick Fix...")
    menu = editor.page.locator(".action-widget")
    menu.get_by_text(f"Explain {RULE}").wait_for()
    editor.page.mouse.move(5, 5)
    editor.page.mouse.move(9, 9)  # menus ignore clicks until the mouse has moved
    menu.get_by_text(f"Explain {RULE}").click()
    page = editor.webview(TITLE)
    finding = page.locator(f"{FINDING}.shown")
    finding.wait_for()
    assert finding.locator(".why").is_visible()
    editor.wait("the finding is focused", lambda: page.evaluate(
        "document.activeElement.dataset.rule") == RULE)  # fmt: skip
    assert open_tabs(editor) == ["Framesage: shop", FILE]


def test_the_page_has_the_theme_of_vs_code_and_no_accessibility_violations(
    explained, shop, require_path
):
    page = explained.webview(TITLE)
    for kind, theme in THEMES.items():
        write_settings(shop, {"workbench.colorTheme": theme})
        page.locator(f"body.{kind}").wait_for()
        colors = page.evaluate(
            """() => [getComputedStyle(document.body).backgroundColor,
              getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-background")]
              .map(color => Object.assign(document.createElement("i").style, { color }).color)"""
        )
        assert colors[0] == colors[1], theme
        assert violations(page, require_path) == {}, theme
        if "contrast" in kind:
            border = "button => getComputedStyle(button).borderTopColor"
            assert page.locator("button").first.evaluate(border) != "rgba(0, 0, 0, 0)"
