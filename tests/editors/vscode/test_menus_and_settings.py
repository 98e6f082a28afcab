"""What leads to Framesage in VS Code, and what configures it."""

import pytest

from editors.vscode.conftest import FILE, write_settings
from editors.vscode.server_processes import running_servers

EXPLAIN = "Flask or Django? Explain This Project"
ASK_ME = "Flask or Django? Ask Me"
BUTTON = ".editor-group-container.active .editor-actions .action-label"


def _context_menu(window, target) -> list[str]:
    """Return the labels of the context menu of an element."""
    target.click(button="right")
    labels = window.page.locator(
        ".context-view .action-menu-item .action-label, .context-view .action-label"
    )
    labels.filter(has_text="Copy").first.wait_for()
    return labels.all_inner_texts()


def test_a_button_above_a_dependency_file_explains_the_project(editor):
    editor.page.locator(f"{BUTTON}[aria-label*='{EXPLAIN}']").click()
    editor.webview("shop")


def test_without_a_framework_the_button_asks_and_without_dependencies_there_is_none(
    open_window, address, shop
):
    (shop / FILE).write_text("", encoding="utf-8")
    (shop / "notes.txt").write_text("flask\n", encoding="utf-8")
    window = open_window(address, shop, shop / FILE)
    window.page.locator(f"{BUTTON}[aria-label*='{ASK_ME}']").wait_for()
    window.open("notes.txt")
    window.page.locator(f"{BUTTON}[aria-label*='{ASK_ME}']").wait_for(state="detached")


def test_the_menus_of_a_dependency_file_lead_to_the_commands(editor, shop):
    (shop / "notes.txt").write_text("flask\n", encoding="utf-8")
    tree = editor.first(".explorer-folders-view")
    labels = _context_menu(editor, tree.get_by_text(FILE, exact=True))
    assert {EXPLAIN, ASK_ME} <= set(labels)
    editor.page.keyboard.press("Escape")
    labels = _context_menu(editor, editor.first(".view-line"))
    assert {EXPLAIN, ASK_ME} <= set(labels)
    editor.page.keyboard.press("Escape")
    labels = _context_menu(editor, tree.get_by_text("notes.txt", exact=True))
    assert not {EXPLAIN, ASK_ME} & set(labels)


@pytest.mark.parametrize("word", ["flask", "django", "web framework", "dependency"])
def test_the_palette_finds_a_command_by_the_words_people_look_for(editor, word):
    editor.page.keyboard.press("F1")
    editor.first(".quick-input-widget input.input").fill(f">{word}")
    editor.first(".quick-input-list .monaco-list-row[aria-label^='Framesage: ']").wait_for()


def test_framesage_can_be_off_without_a_server(editor, vscode, shop):
    lens = editor.page.locator(".codelens-decoration a").filter(has_text="Framesage")
    lens.first.wait_for()
    before = running_servers(vscode).keys()
    write_settings(shop, {"framesage.enable": False})
    editor.squiggles("info").first.wait_for(state="detached")
    lens.first.wait_for(state="detached")
    editor.first(".statusbar-item[aria-label*='Framesage is off']").wait_for()
    editor.wait("a server has ended", lambda: before - running_servers(vscode).keys())
    write_settings(shop, {"framesage.codeLens": False})
    editor.squiggles("info").first.wait_for()
    assert lens.count() == 0
    write_settings(shop, {})
    lens.first.wait_for()
    assert editor.toast().count() == 0


def test_the_settings_editor_offers_frameworks_traits_and_rules(editor):
    editor.command("Framesage: Open Settings")
    frameworks = editor.first("[data-key='framesage.framework'] select").locator("option")
    assert sorted(editor.texts(frameworks, 3)) == ["Django", "Flask", "Not decided"]
    rules = editor.first("[data-key='framesage.rules']")
    rules.locator(".monaco-button").filter(has_text="Add Item").click()
    names, severities = [
        editor.texts(rules.locator("select").nth(index).locator("option"), count)
        for index, count in enumerate((50, 5))
    ]
    assert "two-frameworks" in names
    assert severities == ["off", "hint", "information", "warning", "error"]
