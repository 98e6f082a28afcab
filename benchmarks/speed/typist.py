"""A document that is open in a server, and somebody who types in its middle."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from speed.client import frame

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from speed.client import Client, Message

SPECIFIER = ",<9.2,!=9.1.4"
"""What is typed after a version, character by character, and deleted again, on and on."""
NAMES = ("flask-admin", "flask-caching", "flask-limiter", "flask-restx", "flask-security", "quart")
"""Names that rules know, and that the documents lack."""
_REQUIREMENT = re.compile(r'\s*(")?[a-z][^";#\[]*[0-9](?(1)",)$')
_LANGUAGES = {"pyproject.toml": "toml", "requirements.txt": "pip-requirements"}


class Typist:
    """Edits a document; each edit returns the milliseconds until its diagnostics arrive."""

    def __init__(self, client: Client, path: Path, text: str) -> None:
        """Open the document and wait for its first diagnostics."""
        self.client, self.uri, self.version = client, path.as_uri(), 1
        self._lines = text.split("\n")
        sync = client.capabilities["textDocumentSync"]
        self._sends_all = (sync["change"] if isinstance(sync, dict) else sync) == 1
        places = [at for at, line in enumerate(self._lines) if _REQUIREMENT.fullmatch(line)]
        self.line = places[len(places) // 2]
        self._end = len(self._lines[self.line].rstrip('",'))
        self._is_item = self._lines[self.line].endswith(",")
        document = {"uri": self.uri, "languageId": _LANGUAGES[path.name], "version": 1}
        client.send("textDocument/didOpen", {"textDocument": {**document, "text": text}})
        client.wait(self._is_answer)
        self.milliseconds_to_start = (client.arrived - client.started) * 1000

    def edits(self) -> Iterator[bytes]:
        """Return the messages of somebody who types a specifier and deletes it, endlessly."""
        while True:
            for at, character in enumerate(SPECIFIER, self._end):
                yield self._change((self.line, at), (self.line, at), character)
            for at in reversed(range(self._end, self._end + len(SPECIFIER))):
                yield self._change((self.line, at), (self.line, at + 1), "")

    def answer_to(self, edit: bytes) -> float:
        """Send an edit; return the milliseconds until the diagnostics."""
        start = time.perf_counter()
        self.client.write(edit)
        self.client.wait(self._is_answer)
        return (self.client.arrived - start) * 1000

    def new_lines(self, count: int) -> list[float]:
        """Break a line after a requirement and join it again; return the milliseconds of each."""
        at, below = (self.line, len(self._lines[self.line])), (self.line + 1, 0)
        times = []
        for _ in range(count):
            times.append(self.answer_to(self._change(at, at, "\n")))
            times.append(self.answer_to(self._change(at, below, "")))
        return times

    def names(self) -> list[float]:
        """Type known names on a line of their own; return the milliseconds of each last letter."""
        around = '"' if self._is_item else ""
        end = (self.line, len(self._lines[self.line]))
        self.answer_to(self._change(end, end, f"\n{around}{around}{',' if around else ''}"))
        times = []
        for name in NAMES:
            start = (self.line + 1, len(around))
            for at, letter in enumerate(name, len(around)):
                place = (self.line + 1, at)
                spent = self.answer_to(self._change(place, place, letter))
            times.append(spent)
            self.answer_to(self._change(start, (self.line + 1, start[1] + len(name)), ""))
        self.answer_to(self._change(end, (self.line + 1, len(self._lines[self.line + 1])), ""))
        return times

    def hover(self) -> float:
        """Return the milliseconds until the hover of the requirement."""
        start = time.perf_counter()
        position = {"line": self.line, "character": 5}
        self.client.request(
            "textDocument/hover", {"textDocument": {"uri": self.uri}, "position": position}
        )
        return (self.client.arrived - start) * 1000

    def burst(self, edits: list[bytes]) -> tuple[float, int]:
        """Send edits at once; return the milliseconds from the last one, and the answers."""
        answers = 0

        def is_answer(message: Message) -> bool:
            nonlocal answers
            answers += self._publishes(message)
            return self._is_answer(message)

        for edit in edits:
            self.client.write(edit)
        start = time.perf_counter()
        self.client.wait(is_answer)
        return (self.client.arrived - start) * 1000, answers

    def _change(self, start: tuple[int, int], end: tuple[int, int], text: str) -> bytes:
        """Return a message that replaces a range, and replace it here too."""
        (first, left), (last, right), lines = start, end, self._lines
        lines[first : last + 1] = (lines[first][:left] + text + lines[last][right:]).split("\n")
        self.version += 1
        positions = [{"line": line, "character": at} for line, at in (start, end)]
        span = {"start": positions[0], "end": positions[1]}
        change = {"text": "\n".join(lines)} if self._sends_all else {"range": span, "text": text}
        document = {"uri": self.uri, "version": self.version}
        params = {"textDocument": document, "contentChanges": [change]}
        return frame({"method": "textDocument/didChange", "params": params})

    def _publishes(self, message: Message) -> bool:
        is_published = message.get("method") == "textDocument/publishDiagnostics"
        return is_published and message["params"]["uri"] == self.uri

    def _is_answer(self, message: Message) -> bool:
        """Return whether a message has the diagnostics of the last edit."""
        versions = (None, self.version)
        return self._publishes(message) and message["params"].get("version") in versions
