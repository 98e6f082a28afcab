"""Type for days: ``python -m life.soak 100000``, with ``tests`` on ``PYTHONPATH``.

Every edit makes a text that never was before, so that whatever is remembered by text is remembered
for nothing. The memory of the server is measured on the way.
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random

from e2e.wire import Wire
from life.starts import kilobytes

LINES = 60
MARKS = (1_000, 20_000, 100_000)
PAUSE = 200
"""The edits between two answers that are waited for."""
END = 2**31 - 1
"""The character after every line's end."""
DEPENDENCIES = "dependencies = ["


def soak(edits: int, marks: tuple[int, ...], root: Path, seed: int = 1) -> dict[int, int]:
    """Send edits; return the kilobytes of the server after some numbers of them."""
    measured = {}
    with Wire(patience=120) as wire:  # other programs may keep the machine busy
        wire.initialize(root)
        documents = [_List(wire, root), _Project(wire, root)]
        edit = _edits(documents, Random(seed))
        for number in range(1, edits + 1):
            next(edit)
            if number % PAUSE == 0 or number in marks:
                wire.seen.clear()
                assert wire.hover(documents[number % 2].uri, 0, 1)["id"]
            if number in marks:
                measured[number] = kilobytes(wire.process.pid)
        assert wire.log == b""
    return measured


class _Document:
    """An open document of which lines are replaced."""

    def __init__(self, wire: Wire, path: Path, text: str) -> None:
        self.uri, self._wire, self._version = path.as_uri(), wire, 1
        wire.open(self.uri, text)

    def replace(self, line: int, text: str) -> None:
        self._version += 1
        ends = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": END}}
        document = {"uri": self.uri, "version": self._version}
        params = {"textDocument": document, "contentChanges": [{"range": ends, "text": text}]}
        self._wire.notify("textDocument/didChange", params)


class _List(_Document):
    """A requirements file."""

    def __init__(self, wire: Wire, root: Path) -> None:
        lines = ["flask==3.0.1", *(f"package-{number}>=1.{number}" for number in range(LINES))]
        super().__init__(wire, root / "requirements.txt", "\n".join(lines))

    def edit(self, random: Random, number: int) -> None:
        line, word = random.randrange(LINES), f"{number:x}"
        new = random.choice(
            (
                f"package>=1.{number}  # {word}",
                f"{word}-package",
                f"flask=={number}",
                f"django>={number % 6}.{number}; python_version < '3.{number}'",
                f"# {word}",
                f"package {word} @",
                f"--{word} ",
            )
        )
        self.replace(line, new)


class _Project(_Document):
    """A pyproject.toml with its dependencies in one long line."""

    def __init__(self, wire: Wire, root: Path) -> None:
        text = f"[project]\nname = 'x'\n{DEPENDENCIES}]\ndescription = ''\n[tool.framesage]\n"
        super().__init__(wire, root / "pyproject.toml", text)

    def edit(self, random: Random, number: int) -> None:
        names = ", ".join(f"'package-{part}>={number}'" for part in range(40))
        line, new = random.choice(
            (
                (2, f"{DEPENDENCIES}{names}]"),
                (2, f"{DEPENDENCIES}'django', '{number:x}']"),
                (2, f"{DEPENDENCIES}'flask', 'wtforms', '{number:x}"),
                (3, f"description = 'a shop with {number} pages and users who log in'"),
                (4, f"[tool.framesage{number}]"),
            )
        )
        self.replace(line, new)


def _edits(documents: list[_List | _Project], random: Random) -> Iterator[None]:
    for number in count(1):
        yield random.choice(documents).edit(random, number)


if __name__ == "__main__":
    EDITS = int(sys.argv[1]) if len(sys.argv) > 1 else MARKS[-1]
    with tempfile.TemporaryDirectory() as folder:
        for after, size in soak(EDITS, (*MARKS, EDITS), Path(folder)).items():
            print(f"{after:>9,} edits: {size / 1024:.1f} MiB")
