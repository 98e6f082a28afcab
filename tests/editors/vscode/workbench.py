"""What a person does in VS Code's window, done through the browser."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CHROMIUM = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
PATIENCE_MS = 30_000


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

    def hover(self) -> str:
        """Show the hover at the cursor and return its text."""
        self.command("Show or Focus Hover")
        contents = self._row(".monaco-resizable-hover .hover-row .hover-contents")
        contents.wait_for()
        hover = self.page.locator(".monaco-resizable-hover")
        self.wait("the hover is there", lambda: "Loading" not in hover.inner_text())
        return hover.inner_text()

    def set_settings(self, settings: Mapping[str, object]) -> None:
        """Replace the user's settings, the way a person does: in the editor."""
        self.command("Preferences: Open User Settings (JSON)")
        self.page.locator('.tab.active[data-resource-name="settings.json"]').wait_for()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(json.dumps(settings))
        self.command("File: Save")
        self.page.locator(".tab.active.dirty").wait_for(state="detached")
        self.command("View: Close Editor")

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

    def _choose(self, text: str) -> None:
        self.page.locator(".quick-input-widget input").wait_for()
        self.page.keyboard.type(text)
        self._row(f'.quick-input-list .monaco-list-row[aria-label*="{text}"]').wait_for()
        self.page.keyboard.press("Enter")
        self.page.locator(".quick-input-widget").wait_for(state="hidden")

    def _row(self, selector: str) -> "Locator":
        return self.page.locator(selector).first
