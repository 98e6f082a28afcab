"""What a person does in VS Code's window, done through the browser."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

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
PATIENCE_MS = 60_000
TYPED_INTO = "textarea.inputarea, .native-edit-context"
"""What takes the keys of an editor, in older and newer VS Code."""


class Workbench:
    """One window of VS Code on a folder, or a ``.code-workspace``, with one file open."""

    def __init__(self, page: "Page", address: str, place: Path, file: Path) -> None:
        self.page = page
        page.set_default_timeout(PATIENCE_MS)
        remote = address.replace("http://", "vscode-remote://")
        query = {
            "folder" if place.is_dir() else "workspace": str(place),
            "payload": json.dumps([["openFile", f"{remote}{file}"]]),
        }
        page.goto(f"{address}/?{urlencode(query)}")
        self._when_open(file.name)

    def command(self, title: str) -> None:
        """Run a command by its title in the palette."""
        self._choose(f">{title}", f':is([aria-label="{title}"], [aria-label^="{title},"])')

    def open(self, name: str) -> None:
        """Open a file that the explorer shows."""
        self.one(".explorer-folders-view").get_by_text(name, exact=True).click()
        self._when_open(name)

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor somewhere; both count from 1."""
        self._choose(f":{line}:{column}")
        self.page.get_by_text(f"Ln {line}, Col {column}", exact=True).wait_for()

    def type_at_end(self, text: str) -> None:
        """Type at the end of the file that is open."""
        self._focus_editor()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

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
        """Scroll the hover until a text is at its top."""
        there = self.page.locator(".monaco-resizable-hover").get_by_text(text)
        there.evaluate("element => element.scrollIntoView({ block: 'start' })")

    def webview(self, awaited: str) -> "Frame":
        """Return the page inside the editor that has some text."""
        found: list[Frame] = []

        def look() -> bool:
            inside = [one for one in self.page.frames if one.parent_frame]
            found.extend(one for one in inside if awaited in _text_of(one))
            return bool(found)

        self.wait(f"a page says '{awaited}'", look)
        return found[0]

    def save(self) -> None:
        """Save the active editor, which has changes."""
        self.page.keyboard.press("Control+S")
        self.one(".tab.active.dirty").wait_for(state="detached")

    def button(self, label: str) -> "Locator":
        """Return the buttons with a label."""
        return self.page.locator(".monaco-button").filter(has_text=label)

    def toast(self) -> "Locator":
        """Return the notifications that are shown."""
        return self.page.locator(".notification-toast")

    def wait(self, what: str, condition: Callable[[], object]) -> None:
        """Wait until something holds that no event of the window tells."""
        for _ in range(PATIENCE_MS // 100):
            if condition():
                return
            self.page.wait_for_timeout(100)
        raise TimeoutError(f"waited in vain until {what}")

    def one(self, selector: str) -> "Locator":
        """Return the first element that a selector finds."""
        return self.page.locator(selector).first

    def _focus_editor(self) -> None:
        # A click would do, but for the browser's scrolling to it, which can hide the first lines.
        where = self.one(f".editor-instance .monaco-editor :is({TYPED_INTO})")
        where.evaluate("element => element.focus({ preventScroll: true })")
        self.one(".editor-instance .monaco-editor.focused").wait_for()

    def _when_open(self, name: str) -> None:
        self.one(f'.tab.active[data-resource-name="{name}"]').wait_for()

    def _choose(self, text: str, such: str = "") -> None:
        """Say something to the palette, and take what it offers first once that is such a row."""
        self.page.keyboard.press("F1")
        self.one(".quick-input-widget input.input").fill(text)
        self.one(f".quick-input-list .monaco-list-row.focused{such}").wait_for()
        self.page.keyboard.press("Enter")
        self.one(".quick-input-widget").wait_for(state="hidden")


def _text_of(frame: "Frame") -> str:
    try:
        return frame.evaluate("document.body?.innerText ?? ''")
    except Exception:  # noqa: BLE001 - a frame can be gone before it answers
        return ""
