"""The benchmark works: all of its parts, in their smallest form."""

import importlib
import sys
from pathlib import Path

import pytest

from framesage.manifests import read_any
from framesage.text import Source

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
CIRCUMSTANCES = {"machine": "a machine", "python": "3.11", "date": "today", "commit": "abc"}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads memory from /proc")


@pytest.fixture
def module(monkeypatch):
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module


def test_every_part_is_measured(module):
    bench, page = module("bench"), module("speed.page").page
    least = bench.Extent((5,), 1, 2, 4, 2, (2,), 1, (2,), 2, corpus=False)
    found = bench.measure(sys.executable, least)
    times = found.times("Framesage", "pyproject.toml", 5)
    assert all(vars(times).values())
    text = page(found, CIRCUMSTANCES, quick=True)
    assert "| 5 | Framesage |" in text
    assert "| 2 projects |" in text
    assert "quick run" in text


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.txt"])
def test_documents_have_as_many_requirements_as_asked_for(module, name):
    text = module("speed.documents").document(name, 500)
    manifest = read_any(Source(Path("/p", name), text))
    assert len(manifest.requirements) == 500


def test_goals_are_met_or_missed(module):
    checked, results = module("speed.check").Checked, module("speed.results").Results()
    results.checked = {"corpus": checked("corpus", 1_199.0, 50.0)}
    met = module("speed.page").page(results, CIRCUMSTANCES, quick=False)
    assert "| met |" in met
    assert "- *`check` of the corpus*: " not in met
    results.checked = {"corpus": checked("corpus", 1_201.0, 50.0)}
    missed = module("speed.page").page(results, CIRCUMSTANCES, quick=False)
    assert "| **missed** |" in missed
    assert "- *`check` of the corpus*: " in missed


@pytest.mark.parametrize("name", ["pyproject.toml", "requirements.txt"])
def test_names_are_typed_as_requirements(module, name, tmp_path):
    command = [sys.executable, str(BENCHMARKS / "speed" / "bare_loop.py")]
    typed = set()

    class Watched(module("speed.typist").Typist):
        def answer_to(self, edit):
            manifest = read_any(Source(tmp_path / name, "\n".join(self._lines)))
            typed.update(found.name for found in manifest.requirements)
            return super().answer_to(edit)

    with module("speed.client").running(command, tmp_path) as client:
        typist = Watched(client, tmp_path / name, module("speed.documents").document(name, 20))
        edits = typist.edits()
        for _ in range(6):  # a comma is at the end of the requirement now, or not
            typed.clear()
            typist.names()
            assert typed > set(module("speed.typist").NAMES)
            typist.answer_to(next(edits))
