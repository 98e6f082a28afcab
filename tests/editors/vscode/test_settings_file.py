"""Settings in pyproject.toml are completed as somebody types them in VS Code."""

import pytest

START = '[project]\nname = "shop"\ndependencies = ["flask", "flask-login"]\n\n'


@pytest.fixture
def window(open_window, address, tmp_path):
    folder = tmp_path / "typed"
    folder.mkdir()
    (folder / "pyproject.toml").write_text(START, encoding="utf-8")
    window = open_window(address, folder, folder / "pyproject.toml")
    window.first(".codelens-decoration").wait_for()
    return window


def accept(window, label: str) -> None:
    """Accept a suggestion once it is the first one."""
    row = f'.suggest-widget.visible .monaco-list-row.focused[aria-label^="{label}"]'
    window.first(row).wait_for()
    window.page.keyboard.press("Enter")
    window.first(".suggest-widget.visible").wait_for(state="hidden")


def test_a_table_and_a_trait_are_completed_from_a_few_letters(window):
    window.type_at_end("[to")
    accept(window, "[tool.framesage]")
    window.type_at_end("\ndeci")
    accept(window, "decision")
    window.page.keyboard.type("2026")  # the cursor is inside the quotes
    window.type_at_end("\n[tool.framesage.tr")
    accept(window, "[tool.framesage.traits]")
    window.type_at_end("\nneeds-aut")
    accept(window, "needs-auth")
    wanted = [
        "[tool.framesage]",
        'decision = "2026"',
        "[tool.framesage.traits]",
        "needs-auth = true",
    ]
    window.wait(f"the lines are {wanted}", lambda: all(text in window.text() for text in wanted))
