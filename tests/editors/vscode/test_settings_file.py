"""Settings in pyproject.toml are completed as somebody types them in VS Code."""

import pytest

from editors.vscode.conftest import write_settings

START = '[project]\nname = "shop"\ndependencies = ["flask", "flask-login"]\n\n'


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "typed" / "pyproject.toml"
    file.parent.mkdir()
    file.write_text(START, encoding="utf-8")
    return file


@pytest.fixture
def window(open_window, address, file):
    window = open_window(address, file.parent, file)
    window.first(".codelens-decoration").wait_for()
    return window


def accept(window, label: str) -> None:
    """Accept a suggestion once it is the first one."""
    row = f'.suggest-widget.visible .monaco-list-row.focused[aria-label^="{label}"]'
    window.first(row).wait_for()
    window.page.keyboard.press("Enter")
    wait_for_no_suggestion(window)


def wait_for_no_suggestion(window) -> None:
    """Wait until Enter starts a new line: VS Code shows old suggestions until new ones arrive."""
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


@pytest.fixture
def closing(window, file):
    """The window, with brackets and quotes that close as they do by default."""
    names = ("editor.autoClosingBrackets", "editor.autoClosingQuotes")
    settings = dict.fromkeys(names, "languageDefined")
    write_settings(file.parent, {**settings, "editor.lineNumbers": "off"})
    # The line numbers show when the settings are in effect.
    window.first(".editor-instance .line-numbers").wait_for(state="detached")
    return window


def test_brackets_and_quotes_are_closed_and_lists_indented(closing, file):
    closing.type_at_end("\n[tool.other]")
    wait_for_no_suggestion(closing)
    closing.page.keyboard.type("\nnames = [")
    wait_for_no_suggestion(closing)
    closing.page.keyboard.press("Enter")
    closing.page.keyboard.type('"shop')
    closing.save()
    typed = file.read_text(encoding="utf-8").removeprefix(START)
    assert typed == '\n[tool.other]\nnames = [\n    "shop"\n]'


def test_a_completion_uses_the_brackets_and_quotes_that_were_closed(closing, file):
    closing.type_at_end("[to")
    accept(closing, "[tool.framesage]")
    closing.type_at_end('\nframework = "fl')
    accept(closing, "flask")
    closing.save()
    typed = file.read_text(encoding="utf-8").removeprefix(START)
    assert typed == '[tool.framesage]\nframework = "flask"'
