"""Results are kept as far as they fit into a number of bytes."""

import random
import tracemalloc
from pathlib import Path

import pytest

from framesage import memory
from framesage.lsp.workspace.documents import Documents
from framesage.manifests import read, reread
from framesage.memory import Memory, forget, remember
from framesage.text import Source

DENSE = "x = [" + ",".join("1" * 495) + "]"
LONG = "dependencies = [" + ", ".join(f'"package{i}>=1.{i}"' for i in range(42)) + "]"
LIMIT = 300_000


def test_results_are_computed_once_until_they_are_forgotten():
    calls = []

    @remember(10_000, len)
    def double(text: str) -> str:
        """Double."""
        calls.append(text)
        return text + text

    assert [double("ab"), double("ab")] == ["abab"] * 2
    assert (calls, double.__doc__) == (["ab"], "Double.")
    forget()
    assert (double("ab"), calls) == ("abab", ["ab", "ab"])


def test_what_does_not_fit_is_left_out_and_at_some_time_all_is_read_anew():
    small = Memory(1_000)
    for number in range(4):
        small.put((number,), "x", 100)
    assert ([*small.results], small.taken) == ([(0,), (1,)], 800)
    small.put((4,), "x", 100)
    assert ([*small.results], small.taken) == ([], 0)
    small.put((5,), "x", 10_000)
    assert small.results == {}


@pytest.mark.parametrize("name", ["pyproject.toml", "Pipfile"])
@pytest.mark.parametrize(("line", "keys"), [(LONG, 90), (DENSE, 30)], ids=["a list", "numbers"])
def test_typing_into_one_long_line_takes_bounded_memory(line, keys, name, monkeypatch):
    """A list of 900 characters took 22 KB a keystroke, a line of numbers 144 KB, for good."""
    for known in memory._memories:
        monkeypatch.setattr(known, "limit", LIMIT)
    chance, path = random.Random(1), Path("app", name)
    digits = [at for at, character in enumerate(line) if character.isdigit()]
    known = read(Source(path, f"[project]\n{line}\n"))
    forget()
    tracemalloc.start()
    for _ in range(keys):
        at = chance.choice(digits)
        line = line[:at] + chance.choice("0123456789") + line[at + 1 :]
        known = reread(known, Source(path, f"[project]\n{line}\n"))
    taken, _ = tracemalloc.get_traced_memory()
    forget()
    left, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert taken - left < 3 * LIMIT
    assert left < LIMIT


def test_closing_a_document_forgets_lines():
    read(Source(Path("app", "Pipfile"), "[packages]\nflask = '*'\n"))
    assert any(known.results for known in memory._memories)
    Documents().close(Path("app", "Pipfile"))
    assert not any(known.results for known in memory._memories)
