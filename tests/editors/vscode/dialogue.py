"""The dialogue of *Flask or Django? Ask Me*, held by keyboard."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editors.vscode.workbench import Workbench

ASK_ME = "Framesage: Flask or Django? Ask Me"


class Dialogue:
    """The quick pick of the dialogue in a window."""

    def __init__(self, window: "Workbench") -> None:
        self._window = window
        self.widget = window.first(".quick-input-widget")

    @property
    def title(self) -> str:
        """The question, or the verdict at the end; empty while nothing is shown."""
        if not self.widget.is_visible():
            return ""
        return self.widget.locator(".quick-input-title").inner_text()

    @property
    def placeholder(self) -> str:
        """The verdict so far, or why the dialogue stops."""
        return self.widget.locator("input.input").get_attribute("placeholder") or ""

    def wait_for(self, title: str) -> None:
        """Wait for a page whose title starts with a text."""
        self._window.wait(f"the dialogue shows '{title}'", lambda: self.title.startswith(title))

    @property
    def number(self) -> int | None:
        """The number of the question; None at the end."""
        word, _, rest = self.title.partition(" ")
        return int(rest.partition(":")[0]) if word == "Question" else None

    def wait_for_next(self, number: int) -> None:
        """Wait for the page after a question."""
        self._window.wait(
            f"question {number} is answered", lambda: self.title and self.number != number
        )

    def wait_for_prompt(self, text: str) -> None:
        """Wait for a list to choose from with a placeholder."""
        self._window.wait(
            f"there is a list '{text}'",
            lambda: self.widget.is_visible() and self.placeholder == text,
        )
        self.widget.locator(".monaco-list-row").first.wait_for()

    def rows(self) -> list[str]:
        """Return the text of each row that is rendered."""
        texts = self.widget.locator(".monaco-list-row").all_inner_texts()
        return [" ".join(text.split()) for text in texts]

    def choose(self, text: str) -> None:
        """Type a text that only one row contains, and press Enter."""
        self._window.page.keyboard.type(text)
        rows = self.widget.locator(".monaco-list-row")
        rows.filter(has_text=text).first.wait_for()
        self._window.wait(f"a row with '{text}' has the focus", lambda: text in self._focused())
        self._window.page.keyboard.press("Enter")

    def back(self) -> None:
        """Press the key for the back button."""
        self._window.page.keyboard.press("Control+Alt+Minus")

    def _focused(self) -> str:
        focused = self.widget.locator(".monaco-list-row.focused")
        return focused.first.inner_text() if focused.count() else ""
