"""What a person does in VS Code's window, done through the browser."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_MS = 20_000


class Workbench:
    """One window of VS Code on one folder."""

    def __init__(self, page: "Page", address: str, folder: Path) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE_MS)
        page.goto(f"{address}/?folder={quote(str(folder))}")
        self._row(".explorer-folders-view .monaco-list-row").wait_for()

    def command(self, title: str) -> None:
        """Run a command by its title in the palette."""
        self.page.keyboard.press("F1")
        self._choose(title)

    def open(self, name: str) -> None:
        """Open a file of the folder by its name."""
        self.page.keyboard.press("Control+P")
        self._choose(name)
        self.page.locator(f'.tab.active[data-resource-name="{name}"]').wait_for()

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor somewhere; both count from 1."""
        self.page.keyboard.press("Control+G")
        self.page.locator(".quick-input-widget input").wait_for()
        self.page.keyboard.type(f":{line}:{column}")
        self.page.keyboard.press("Enter")
        self.page.locator(".quick-input-widget").wait_for(state="hidden")

    def type_at_end(self, text: str) -> None:
        """Type at the end of the file that is open."""
        self._focus_editor()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text, delay=20)

    def squiggles(self, kind: str) -> "Locator":
        """Return the underlines of a kind: ``warning``, ``info`` or ``hint``."""
        return self.page.locator(f".monaco-editor .cdr.squiggly-{kind}")

    def problems(self) -> list[str]:
        """Return what the Problems view lists, as it is read out."""
        self.command("Problems: Focus on Problems View")
        rows = self.page.locator(".markers-panel .monaco-list-row")
        rows.first.wait_for()
        return [label or "" for label in rows.evaluate_all(
            "rows => rows.map(row => row.getAttribute('aria-label'))")]  # fmt: skip

    def hover(self, awaited: str) -> str:
        """Show the hover at the cursor; return its text once what is awaited is in it."""
        self.command("Show or Focus Hover")
        hover = self.page.locator(".monaco-resizable-hover")
        hover.filter(has_text=awaited).wait_for()
        return hover.inner_text()

    def scroll_hover_to(self, text: str) -> None:
        """Scroll the hover until a text is at its top, a notch of the wheel at a time."""
        hover = self.page.locator(".monaco-resizable-hover")
        top = (hover.bounding_box() or {})["y"]

        def near() -> bool:
            self.page.mouse.wheel(0, 100)
            return (hover.get_by_text(text).bounding_box() or {})["y"] < top + 60

        hover.hover()
        self.wait(f"'{text}' is at the top", near)

    def webview(self, awaited: str) -> "Frame":
        """Return the page inside the editor that has some text."""
        found: list[Frame] = []

        def look() -> bool:
            found.extend(one for one in self.page.frames if awaited in _text_of(one))
            return bool(found)

        self.wait(f"a page says '{awaited}'", look)
        return found[0]

    def replace_all(self, text: str) -> None:
        """Replace all that is in the active editor by something else, and save it."""

        def typed() -> bool:
            self.page.keyboard.press("Control+A")
            self.page.keyboard.insert_text(text)
            self.page.wait_for_timeout(200)
            return self.is_dirty()

        # An editor that has just come up can lose keys; what is typed twice is the same.
        self.wait("the text is typed", typed)
        self.save()

    def save(self) -> None:
        """Save the active editor, which has changes."""

        def saved() -> bool:
            self.page.keyboard.press("Control+S")
            self.page.wait_for_timeout(200)
            return not self.is_dirty()

        self.wait("the file is saved", saved)

    def is_dirty(self) -> bool:
        """Tell whether the active editor has changes that are not saved."""
        return self.page.locator(".tab.active.dirty").count() > 0

    def workspace_settings(self, settings: Mapping[str, object]) -> None:
        """Replace the workspace's settings, the way a person does: in the editor."""
        self.command("Preferences: Open Workspace Settings (JSON)")
        self.page.locator('.tab.active[data-resource-name="settings.json"]').wait_for()
        self.replace_all(json.dumps(settings))
        self.command("View: Close Editor")

    def clear_toasts(self) -> None:
        """Close whatever messages are shown."""
        self.command("Notifications: Clear All Notifications")
        self.toast().first.wait_for(state="detached")

    def button(self, label: str) -> "Locator":
        """Return the buttons with a label."""
        return self.page.locator(".monaco-button").filter(has_text=label)

    def toast(self) -> "Locator":
        """Return the notifications that are shown."""
        return self.page.locator(".notification-toast")

    def wait(self, what: str, condition: Callable[[], bool]) -> None:
        """Wait until something holds."""
        for _ in range(PATIENCE_MS // 100):
            if condition():
                return
            self.page.wait_for_timeout(100)
        raise TimeoutError(f"waited in vain until {what}")

    def _focus_editor(self) -> None:
        self._row(".editor-instance .monaco-editor .view-lines").click()

    def _choose(self, text: str) -> None:
        self.page.locator(".quick-input-widget input").wait_for()
        self.page.keyboard.type(text)
        row = ".quick-input-list .monaco-list-row"
        self._row(f'{row}[aria-label="{text}"], {row}[aria-label^="{text},"]').click()
        self.page.locator(".quick-input-widget").wait_for(state="hidden")

    def _row(self, selector: str) -> "Locator":
        return self.page.locator(selector).first


def _text_of(frame: "Frame") -> str:
    try:
        return frame.evaluate("document.body?.innerText ?? ''")
    except Exception:  # noqa: BLE001 - a frame can be gone before it answers
        return ""
