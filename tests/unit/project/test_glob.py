import time
from pathlib import Path

import pytest

from framesage.project.glob import Glob, is_excluded, pattern_problem

HERE = Path("workspace").absolute()


@pytest.mark.parametrize(
    ("path", "pattern", "excluded"),
    [
        ("examples", "examples", True),
        ("a/examples", "examples", True),
        ("a/examples", "examples/", True),
        ("a/examples", "/examples", False),
        ("examples", "/examples", True),
        ("a/examples", "a/*", True),
        ("b/examples", "a/*", False),
        ("a/examples", "a\\*", True),
        ("b/examples", "a\\*", False),
        ("a/old-shop", "old-*", True),
        ("a/shop", "old-*", False),
        ("a/b/examples", "a/*", False),
        ("a/b/examples", "a/**", True),
        ("examples", "**/examples", True),
        ("a/b/examples", "**/examples", True),
    ],
)
def test_exclude_patterns(path, pattern, excluded):
    assert is_excluded(HERE / path, [Glob(HERE, pattern)]) is excluded


@pytest.mark.parametrize("pattern", ["*", "shop", "*/shop", "../shop"])
def test_a_pattern_matches_nothing_outside_of_its_folder(pattern):
    glob = Glob(HERE / "shop", pattern)
    assert not glob.matches(HERE / "shop")
    assert not glob.matches(HERE / "other" / "shop")


def test_a_pattern_covers_what_is_in_a_folder_that_it_matches():
    glob = Glob(HERE, "old")
    assert glob.covers(HERE / "old" / "api" / "requirements.txt")
    assert not glob.covers(HERE / "api" / "requirements.txt")


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("services/legacy/**", "services/legacy/requirements.txt"),
        ("services/legacy/**", "services/legacy/a/b/requirements.txt"),
        ("services/legacy", "services/legacy/a/requirements.txt"),
        ("services/legacy/", "services/legacy/requirements.txt"),
        ("services/*", "services/legacy/requirements.txt"),
        ("services/**/requirements*.txt", "services/a/requirements-dev.txt"),
        ("services/**/requirements*.txt", "services/requirements.txt"),
        ("*.txt", "a/b/requirements.txt"),
        ("/*.txt", "requirements.txt"),
        ("legacy", "services/legacy/requirements.txt"),
        ("**/legacy/**", "services/legacy/requirements.txt"),
        ("**", "requirements.txt"),
        ("services/[a-c]*/**", "services/billing/requirements.txt"),
        ("services/[!a-c]*/**", "services/shop/requirements.txt"),
        ("services/?/requirements.txt", "services/a/requirements.txt"),
    ],
)
def test_patterns_cover_files(pattern, path):
    assert pattern_problem(pattern) == ""
    assert Glob(HERE, pattern).covers(HERE / path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("services/legacy/**", "services/new/requirements.txt"),
        ("services/legacy/**", "a/services/legacy/requirements.txt"),
        ("services/legacy", "services/legacy-2/requirements.txt"),
        ("/*.txt", "a/requirements.txt"),
        ("*.txt", "requirements.in"),
        ("a/*/b.txt", "a/x/y/b.txt"),
        ("a/**/b.txt", "b.txt"),
        ("services/?/requirements.txt", "services/ab/requirements.txt"),
        ("a/b/c/d", "a/b"),
    ],
)
def test_patterns_leave_other_files_out(pattern, path):
    assert pattern_problem(pattern) == ""
    assert not Glob(HERE, pattern).covers(HERE / path)


def test_files_outside_of_the_folder_are_never_covered():
    assert not Glob(HERE, "**").covers(HERE.parent / "requirements.txt")


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("", "it is empty"),
        ("/", "it is empty"),
        ("services\\legacy", "separate folders with '/'"),
        ("C:/services", "it must be relative to the folder of the settings"),
        ("~/services", "it must be relative to the folder of the settings"),
        (
            "../other/**",
            "it must not contain '.' or '..'; settings apply to the files in their folder",
        ),
        ("services//legacy", "a name is missing between two '/'"),
        ("!services", "it must not begin with '!'"),
        ("services/[a-c", "']' is missing"),
        ("services/a**", "'**' must be the whole name of a folder"),
    ],
)
def test_invalid_patterns(pattern, problem):
    assert pattern_problem(pattern) == problem


def test_many_wildcards_are_matched_in_no_time():
    pattern, path = "/".join(["**", "a*a*a*b"] * 20), HERE / "/".join(["a" * 50] * 60)
    assert not Glob(HERE, pattern).covers(path)


def test_a_search_asks_for_a_path_again_in_no_time():
    globs = [Glob(HERE, f"*x{number}/**/y*") for number in range(1000)]
    paths = [HERE / f"folder{number}" for number in range(20)]
    start = time.process_time()
    assert not any(is_excluded(path, globs) for path in paths * 100)
    assert time.process_time() - start < 5
