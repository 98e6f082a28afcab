"""File patterns in the settings: what they match, and what is wrong with others."""

from pathlib import Path

import pytest

from framesage.project.settings.patterns import matches_pattern, pattern_problem

FOLDER = Path("/repo")


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
def test_patterns_match_files(pattern, path):
    assert pattern_problem(pattern) == ""
    assert matches_pattern(pattern, FOLDER / path, FOLDER)


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
    assert not matches_pattern(pattern, FOLDER / path, FOLDER)


def test_files_outside_of_the_folder_never_match():
    assert not matches_pattern("**", Path("/other/requirements.txt"), FOLDER)


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
    pattern, path = "/".join(["**", "a*a*a*b"] * 20), FOLDER / "/".join(["a" * 50] * 60)
    assert not matches_pattern(pattern, path, FOLDER)
