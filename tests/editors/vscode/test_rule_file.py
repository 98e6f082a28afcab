"""A rule file of a pack in VS Code, in which no other extension knows TOML."""

import pytest

from editors.vscode.conftest import FILE, write_settings
from login_rule import MISSPELLED, PACK, RULE

LENS = ".codelens-decoration"


@pytest.fixture
def workspace(shop):
    pack = shop / "house"
    pack.mkdir()
    (shop / FILE).write_text("flask\nflask-login\n", encoding="utf-8")
    (shop / "framesage.toml").write_text('rule-paths = ["house"]\n', encoding="utf-8")
    (pack / "pack.toml").write_text(PACK, encoding="utf-8")
    (pack / "login.toml").write_text(MISSPELLED, encoding="utf-8")
    return shop


@pytest.fixture
def window(open_window, address, workspace):
    """A window that shows a rule whose condition is misspelled."""
    window = open_window(address, workspace, workspace / "house" / "login.toml")
    window.squiggles("error").first.wait_for()
    return window


def correct(window) -> None:
    """Type the condition again, and accept the suggestion for its first letters."""
    window.go_to(7, len('when = "') + 1)
    window.focus_editor()
    window.page.keyboard.press("Shift+End")
    window.page.keyboard.type("needs-aut")
    row = '.suggest-widget.visible .monaco-list-row.focused[aria-label^="needs-auth"]'
    window.first(row).wait_for()
    window.page.keyboard.press("Enter")


def test_a_mistake_is_marked_until_a_completion_mends_it(window, workspace):
    assert any("did you mean 'needs-auth'?" in problem for problem in window.problems())
    correct(window)
    window.squiggles("error").first.wait_for(state="detached")
    window.save()
    rule = (workspace / "house" / "login.toml").read_text(encoding="utf-8")
    assert rule == RULE


def test_a_key_is_completed(window):
    window.type_at_end("\nrequires-py")
    window.first(
        '.suggest-widget.visible .monaco-list-row[aria-label^="requires-python"]'
    ).wait_for()


def test_the_hover_explains_a_key_and_a_trait(window):
    window.go_to(7, 2)
    assert "The condition under which the rule applies." in window.hover("when")
    correct(window)
    window.go_to(7, len('when = "ne'))
    window.hover("User accounts and login")


def test_a_lens_tells_of_tests_and_projects_unless_it_is_switched_off(window, workspace):
    correct(window)
    lens = window.page.locator(LENS).filter(has_text="2 tests pass · fires in 1 project here")
    lens.wait_for()
    write_settings(workspace, {"framesage.codeLens": False})
    window.page.locator(LENS).first.wait_for(state="detached")
    write_settings(workspace, {})
    lens.wait_for()
