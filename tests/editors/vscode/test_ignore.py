"""Light bulbs in VS Code are short, and *Ignore* asks for its reason and shows what it wrote."""

from pathlib import Path

import pytest

from editors.vscode.dialogue import Dialogue
from editors.vscode.workbench import Workbench

RULE = "flask-unsupported"
REASON = "an old host, until 2999: see #12"
RUFF = "[tool.ruff]\nline-length = 100\n"
LIST = "Flask==1.1\nFlask-Login\nFlask-WTF\nFlask-SQLAlchemy\nFlask-Admin\nstripe\nwtforms\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """A project whose first line has three findings, and whose pyproject.toml has no settings."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "requirements.txt").write_text(LIST, encoding="utf-8")
    (folder / "pyproject.toml").write_text(RUFF, encoding="utf-8")
    return folder


@pytest.fixture
def window(open_window, address: str, shop: Path) -> Workbench:
    """A window that shows the list and its findings."""
    window = open_window(address, shop, shop / "requirements.txt")
    window.squiggles("warning").first.wait_for()
    return window


def light_bulb(window: Workbench) -> list[str]:
    """Open the light bulb at the beginning of the first line; return its entries."""
    window.go_to(1, 1)
    window.focus_editor()
    window.page.keyboard.press("Control+.")
    rows = window.page.locator(".action-widget .monaco-list-row.action")
    rows.first.wait_for()
    return [" ".join(text.split()) for text in rows.all_inner_texts()]


def choose(window: Workbench, title: str) -> None:
    """Choose an entry of the light bulb by keyboard."""
    focused = window.page.locator(".action-widget .monaco-list-row.action.focused")
    focused.wait_for()
    while title not in focused.inner_text():
        window.page.keyboard.press("ArrowDown")
    window.page.keyboard.press("Enter")


def type_reason(window: Workbench, reason: str) -> None:
    box = window.first(".quick-input-widget input.input")
    box.fill(reason)
    window.page.wait_for_timeout(300)  # VS Code waits before it validates
    box.press("Enter")


def is_dirty(window: Workbench) -> bool:
    return window.page.locator(".tab.active.dirty").count() > 0


def test_three_findings_on_a_line_have_six_entries(window: Workbench):
    entries = light_bulb(window)
    ours = [entry for entry in entries if "Copilot" not in entry and "Chat" not in entry]
    assert len(ours) == 6
    assert sum(entry.startswith("Ignore ") for entry in ours) == 3
    assert ours[0].startswith(("Require", "Add"))
    assert ours[-1] == f"Explain {RULE}"
    assert f"Ignore {RULE}..." in ours


def test_an_ignore_is_written_with_its_reason_and_undone_at_once(window: Workbench, shop: Path):
    light_bulb(window)
    choose(window, f"Ignore {RULE}...")
    dialogue = Dialogue(window)
    dialogue.wait_for_prompt("Where?")
    assert [row.split(" ")[0] for row in dialogue.rows()] == ["On", "In"]
    assert "pyproject.toml" in dialogue.rows()[1]
    dialogue.choose("In this project")
    dialogue.wait_for(f"Ignore {RULE} (pyproject.toml)")
    for refused in ("", "TODO"):
        type_reason(window, refused)
        message = window.first(".quick-input-widget .quick-input-message")
        message.filter(has_text="Write why").wait_for()
    type_reason(window, REASON)
    window.first('.tab.active[data-resource-name="pyproject.toml"]').wait_for()
    written = f'{RULE} = "{REASON}"'
    window.wait("the reason is shown", lambda: written in window.text())
    column = len(written)
    window.page.get_by_text(f"Ln 5, Col {column}", exact=True).wait_for()
    assert is_dirty(window)
    assert (shop / "pyproject.toml").read_text(encoding="utf-8") == RUFF
    assert not (shop / "framesage.toml").exists()
    window.page.keyboard.press("Control+Z")
    window.wait("one undo took it back", lambda: RULE not in window.text())
    assert not is_dirty(window)


def test_escape_changes_nothing(window: Workbench, shop: Path):
    light_bulb(window)
    choose(window, f"Ignore {RULE}...")
    Dialogue(window).wait_for_prompt("Where?")
    window.page.keyboard.press("Enter")
    Dialogue(window).wait_for(f"Ignore {RULE} (requirements.txt)")
    window.page.keyboard.press("Escape")
    window.page.wait_for_timeout(500)
    assert not is_dirty(window)
    assert window.squiggles("warning").count() > 0


def test_one_undo_takes_back_a_start_in_two_files(open_window, address: str, tmp_path: Path):
    folder = tmp_path / "new"
    folder.mkdir()
    before = {
        "requirements.txt": "gunicorn\n",
        "framesage.toml": "[traits]\napi-only = true\nsmall-project = true\n",
    }
    for name, text in before.items():
        (folder / name).write_text(text, encoding="utf-8")
    window = open_window(address, folder, folder / "framesage.toml")
    window.open("requirements.txt")
    window.first(".codelens-decoration").wait_for()
    light_bulb(window)
    choose(window, "Start with Flask")
    window.wait("the requirement is there", lambda: "flask>=" in window.text().casefold())
    window.focus_editor()
    window.page.keyboard.press("Control+Z")
    window.wait("the requirement is gone", lambda: "flask" not in window.text().casefold())
    window.open("framesage.toml")
    window.wait(
        "the settings are back", lambda: window.text().strip() == before["framesage.toml"].strip()
    )
