"""Texts that nobody writes but who means ill: they take no longer than others of their length."""

import time
from pathlib import Path

import pytest

from framesage.manifests import reader_or_default
from framesage.manifests.lockfiles import read_lock
from framesage.suggest import closest_match
from framesage.text import Source

BLANKS = " " * 100_000
MANY, FEWER = 30_000, 15_000
HARD = {
    ("requirements.txt", "blanks in an include"): f"-r a{BLANKS}b\n",
    ("requirements.txt", "ignores below each other"): "# framesage: ignore\n" * MANY,
    ("environment.yml", "blanks in an item"): f"dependencies:\n- a{BLANKS}b#\n",
    ("environment.yml", "blanks in the name"): f"name: a{BLANKS}b'\n",
    ("environment.yml", "brackets"): "dependencies: " + "[" * MANY,
    ("setup.cfg", "blanks in a key"): f"[options]\na{BLANKS}b\n",
    ("setup.cfg", "a long value"): "[x]\na=\n" + " b\n" * 200_000,
    ("setup.py", "blanks in what is no Python"): f"install_requires={BLANKS}!\n(",
    ("pixi.toml", "features"): "".join(
        f"[feature.a{i}.dependencies]\nb='*'\n" for i in range(FEWER)
    ),
    ("Pipfile", "categories"): "".join(f"[a{i}]\nb='*'\n" for i in range(FEWER)),
    ("script.py", "openings"): "# /// script\n" + "# /// a\n" * MANY,
}


@pytest.mark.parametrize(("name", "kind"), HARD)
def test_no_reader_takes_long(name, kind):
    """Generous, and in the process's own time: what is quadratic in these takes minutes."""
    path = Path("/p", name)
    start = time.process_time()
    reader_or_default(path)(Source(path, HARD[name, kind]))
    assert time.process_time() - start < 20


def test_no_lock_takes_long():
    start = time.process_time()
    assert not read_lock("uv.lock", "[manifest]\n" + "members=[\n" * MANY).members
    assert time.process_time() - start < 20


def test_no_misspelt_name_takes_long():
    start = time.process_time()
    assert closest_match("x" * 300_000, ["flask", "django"] * 60) == ""
    assert time.process_time() - start < 20
