from pathlib import Path

import pytest

from framesage.project.glob import Glob, is_excluded

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
