"""Unusual texts take time in proportion to their length."""

import time
from pathlib import Path

import pytest

from framesage.manifests import read_any
from framesage.manifests.lockfiles import read_lock
from framesage.manifests.readme.reader import read_readme
from framesage.project.filesystem import HEAD
from framesage.suggest import closest_match
from framesage.text import Source
from growth import assert_linear

HARD = {
    ("requirements.txt", "spaces in an include"): ("-r a{}b\n", " ", 20_000),
    ("requirements.txt", "comments"): ("flask\n{}", "# via\n", 10_000),
    ("requirements.txt", "continuations"): ("{}", "a \\\n", 10_000),
    ("pyproject.toml", "runs outside of lists"): ("keywords=[\n{}", "'a'\n" * 5 + "b\n", 3_000),
    ("pyproject.toml", "runs in lists"): (
        "[project]\ndependencies=[\n{}",
        "'a'\n" * 5 + "b\n",
        3_000,
    ),
    ("pyproject.toml", "one run"): ("[project]\ndependencies=[\n{}", "'a', # b\n", 20_000),
    ("pyproject.toml", "headers in an open list"): ("a=[\n{}", "[b]\n", 5_000),
    ("requirements.txt", "ignore comments"): ("{}", "# framesage: ignore\n", 3_000),
    ("environment.yml", "spaces in an item"): ("dependencies:\n- a{}b#\n", " ", 20_000),
    ("environment.yml", "spaces in the name"): ("name: a{}b'\n", " ", 20_000),
    ("environment.yml", "brackets"): ("dependencies: {}", "[", 10_000),
    ("setup.cfg", "spaces in a key"): ("[options]\na{}b\n", " ", 20_000),
    ("setup.cfg", "a long value"): ("[x]\na=\n{}", " b\n", 10_000),
    ("setup.py", "spaces and a syntax error"): ("install_requires={}!\n(", " ", 20_000),
    ("setup.py", "a list that doubles"): ("a=['x']\n{}setup(install_requires=a)", "a=a+a\n", 3_000),
    ("pixi.toml", "features"): ("{}", "[feature.a#.dependencies]\nb='*'\n", 1_500),
    ("Pipfile", "categories"): ("{}", "[a#]\nb='*'\n", 1_500),
    ("script.py", "unclosed blocks"): ("# /// script\n{}", "# /// a\n", 3_000),
}


@pytest.mark.running_time
@pytest.mark.parametrize(("name", "kind"), HARD)
def test_readers_take_linear_time(name, kind):
    frame, repeated, size = HARD[name, kind]

    def make(count: int) -> Source:
        """Repeat a part, with its number for ``#`` in TOML headers."""
        parts = [repeated] * count
        if name in ("pixi.toml", "Pipfile"):
            parts = [repeated.replace("#", str(number)) for number in range(count)]
        return Source(Path("/p", name), frame.format("".join(parts)))

    assert_linear(read_any, make, size)


@pytest.mark.running_time
def test_lock_files_take_linear_time():
    assert_linear(
        lambda text: read_lock("uv.lock", text),
        lambda count: "[manifest]\n" + "members=[\n" * count,
        3_000,
    )


@pytest.mark.running_time
def test_suggestions_take_linear_time():
    known = ["flask", "django"] * 60
    assert closest_match("x" * 30_000, known) == ""
    assert_linear(lambda name: closest_match(name, known), lambda count: "x" * count, 30_000)


@pytest.mark.running_time
def test_headings_take_linear_time():
    def make(count: int) -> Source:
        return Source(Path("/p/README.md"), f"{' #' * count}x\n")

    assert_linear(read_readme, make, 10_000)


@pytest.mark.parametrize("name", ["README.md", "README.rst"])
@pytest.mark.parametrize("part", ["[", "![", "`", "a.", "<a ", "<!--", "| ", "::\n\n x\n"])
def test_the_longest_readme_that_is_read_takes_a_fraction_of_a_second(name, part):
    source = Source(Path("/p", name), (part * HEAD)[:HEAD])
    start = time.process_time()
    read_readme(source)
    assert time.process_time() - start < 1
