"""Drive a VS Code window in the browser as a user would."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Locator, Page

CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TIMEOUT_MS = 60_000
PALETTE_TIMEOUT_MS = 5_000
KEYBOARD_INPUT = "textarea.inputarea, .native-edit-context"
"""The element that receives an editor's keyboard input, in old and new versions of VS Code."""

HOVER_PARTS = """() => {
  const hover = document.querySelector(".monaco-resizable-hover");
  const edge = hover.getBoundingClientRect();
  return [...hover.querySelectorAll(".hover-row")].map((row) => {
    const { top, bottom, height } = row.getBoundingClientRect();
    const first = row.querySelector("strong")?.getBoundingClientRect();
    return {
      text: row.innerText,
      height,
      headline_in_view: first !== undefined && first.top >= edge.top && first.bottom <= edge.bottom,
      in_view: top >= edge.top && bottom <= edge.bottom,
    };
  });
}"""


@dataclass(frozen=True)
class HoverPart:
    """A row of a hover, its height in CSS pixels, and whether all of it is in view."""

    text: str
    height: float
    headline_in_view: bool
    in_view: bool


class Workbench:
    """A VS Code window that shows a folder, or a ``.code-workspace``, and an open file, if any."""

    def __init__(self, page: "Page", address: str, workspace: Path, file: Path | None) -> None:
        self.page, self.address = page, address
        page.set_default_timeout(TIMEOUT_MS)
        remote = address.replace("http://", "vscode-remote://")
        query = {
            "folder" if workspace.is_dir() else "workspace": str(workspace),
            "payload": json.dumps([["openFile", f"{remote}{file}"]] if file else []),
        }
        page.goto(f"{address}/?{urlencode(query)}")
        if file:
            self._wait_until_open(file.name)
        else:
            self.first(".explorer-viewlet").wait_for()

    def command(self, title: str) -> None:
        """Run a command by title through the Command Palette."""
        self._choose(f">{title}", f':is([aria-label="{title}"], [aria-label^="{title},"])')

    def open(self, name: str) -> None:
        """Open a file from the Explorer."""
        self.first(".explorer-folders-view").get_by_text(name, exact=True).click()
        self._wait_until_open(name)

    def go_to(self, line: int, column: int) -> None:
        """Move the cursor to a line and column, both 1-based."""
        self._choose(f":{line}:{column}")
        self.page.get_by_text(f"Ln {line}, Col {column}", exact=True).wait_for()

    def type_at_end(self, text: str) -> None:
        """Type at the end of the open file."""
        self.focus_editor()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def squiggles(self, severity: str) -> "Locator":
        """Return the squiggles of a severity: ``warning``, ``info`` or ``hint``."""
        return self.page.locator(f".monaco-editor .cdr.squiggly-{severity}")

    def problems(self) -> list[str]:
        """Return the accessible label of each row in the Problems view."""
        self.command("Problems: Focus on Problems View")
        rows = self.page.locator(".markers-panel .monaco-list-row")
        rows.first.wait_for()
        return [label or "" for label in rows.evaluate_all(
            "rows => rows.map(row => row.getAttribute('aria-label'))")]  # fmt: skip

    def hover(self, expected: str) -> str:
        """Show the hover at the cursor; return its text once it contains ``expected``."""
        self.command("Show or Focus Hover")
        hover = self.page.locator(".monaco-resizable-hover")
        hover.filter(has_text=expected).wait_for()
        return hover.inner_text()

    def hover_parts(self) -> list[HoverPart]:
        """Return the parts of the visible hover from the top: diagnostics, then ours, then VS
        Code's links to quick fixes."""
        return [HoverPart(**part) for part in self.page.evaluate(HOVER_PARTS)]

    def webview(self, expected: str) -> "Frame":
        """Return the webview that contains a text."""
        found: list[Frame] = []

        def find() -> bool:
            frames = [frame for frame in self.page.frames if frame.parent_frame]
            found.extend(frame for frame in frames if expected in _text_of(frame))
            return bool(found)

        self.wait(f"a webview contains '{expected}'", find)
        return found[0]

    def save(self) -> None:
        """Save the unsaved changes of the active editor."""
        self.page.keyboard.press("Control+S")
        self.first(".tab.active.dirty").wait_for(state="detached")

    def text(self) -> str:
        """Return the text of the editor, as far as it is visible."""
        lines = self.first(".editor-instance .view-lines").inner_text()
        return lines.replace("\xa0", " ")

    def button(self, label: str) -> "Locator":
        """Return the buttons with this label."""
        return self.page.locator(".monaco-button").filter(has_text=label)

    def toast(self) -> "Locator":
        """Return the visible notifications."""
        return self.page.locator(".notification-toast")

    def wait(self, description: str, condition: Callable[[], object]) -> None:
        """Poll until a condition is met; ``description`` names it in the error message."""
        for _ in range(TIMEOUT_MS // 100):
            if condition():
                return
            self.page.wait_for_timeout(100)
        raise TimeoutError(f"timed out waiting until {description}")

    def texts(self, elements: "Locator", count: int) -> list[str]:
        """Return the texts of elements, once there are so many.

        VS Code renders them one by one, and removes them again meanwhile.
        """
        found: list[str] = []

        def are_there() -> bool:
            found[:] = elements.all_inner_texts()
            return len(found) >= count

        self.wait(f"there are {count} elements", are_there)
        return found

    def first(self, selector: str) -> "Locator":
        """Return the first element that matches a selector."""
        return self.page.locator(selector).first

    def focus_editor(self) -> None:
        """Move the focus to the open file."""
        # A click would scroll the page to the input, which can hide the first lines.
        keyboard_input = self.first(f".editor-instance .monaco-editor :is({KEYBOARD_INPUT})")
        keyboard_input.evaluate("element => element.focus({ preventScroll: true })")
        self.first(".editor-instance .monaco-editor.focused").wait_for()

    def _wait_until_open(self, name: str) -> None:
        self.first(f'.tab.active[data-resource-name="{name}"]').wait_for()

    def _choose(self, text: str, row: str = "") -> None:
        """Enter a text in the Command Palette; accept the first entry once it matches ``row``.

        An open palette does not list the commands of an extension that is loaded meanwhile.
        """
        from playwright.sync_api import Error

        entry = self.first(f".quick-input-list .monaco-list-row.focused{row}")
        box = self.first(".quick-input-widget input.input")
        for _ in range(TIMEOUT_MS // PALETTE_TIMEOUT_MS):
            self.page.keyboard.press("F1")
            box.fill(text)
            with suppress(Error):
                entry.wait_for(timeout=PALETTE_TIMEOUT_MS)
                break
            self.page.keyboard.press("Escape")
        box.press("Enter")  # also where an editor that opens has taken the focus
        shown = self.first(f".quick-input-widget:visible .monaco-list-row.focused{row}")
        shown.wait_for(state="hidden")


def _text_of(frame: "Frame") -> str:
    try:
        return frame.evaluate("document.body?.innerText ?? ''")
    except Exception:  # noqa: BLE001 - the frame may be removed meanwhile
        return ""
