import pytest

from framesage.project.filesystem import DirEntry
from framesage.project.folder_names import (
    contains_only_requirements,
    is_dev_folder,
    is_docs_or_tests,
    is_environment,
    is_ignored,
    is_requirements_folder,
)


@pytest.mark.parametrize(
    "name", [".venv", ".git", ".tox", ".nox", "venv", "node_modules", "build", "app.egg-info"]
)
def test_ignored_folders(name):
    assert is_ignored(name)


@pytest.mark.parametrize("name", ["src", "env", "backend", "requirements", "buildings"])
def test_folders_that_are_not_ignored(name):
    assert not is_ignored(name)


def test_an_environment_is_recognized_by_its_entries():
    assert is_environment([DirEntry("bin", is_dir=True), DirEntry("pyvenv.cfg")])
    assert not is_environment([DirEntry("settings.py")])


@pytest.mark.parametrize(
    ("name", "everything", "lists"),
    [
        ("requirements", True, True),
        ("requirements.d", True, True),
        ("requirements.in", True, True),
        ("Requirements", True, True),
        ("pip", False, True),
        ("deps", False, True),
        ("pip-requirements", False, True),
        ("requirements_parser", False, False),
        ("requirementslib", False, False),
        ("src", False, False),
    ],
)
def test_requirements_folders(name, everything, lists):
    assert contains_only_requirements(name) is everything
    assert is_requirements_folder(name) is lists


def test_docs_tests_and_development_folders():
    assert is_docs_or_tests("docs")
    assert is_dev_folder("docs")
    assert not is_docs_or_tests("scripts")
    assert is_dev_folder("scripts")
    assert not is_dev_folder("services")
