"""The purpose of a list of requirements follows from its name."""

from pathlib import PurePath

import pytest

from framesage.manifests.groups import classify_extra, classify_file, classify_group
from framesage.manifests.model import Purpose


@pytest.mark.parametrize("name", ["dev", "tests-all", "code-quality", "docs", "tooling"])
def test_development_names(name):
    assert classify_file(PurePath(f"requirements-{name}.txt")).purpose is Purpose.DEVELOPMENT
    assert classify_extra(name).purpose is Purpose.DEVELOPMENT
    assert classify_group(name).purpose is Purpose.DEVELOPMENT


@pytest.mark.parametrize("name", ["prod", "main", "web-server"])
def test_runtime_names(name):
    assert classify_file(PurePath(f"requirements-{name}.txt")).purpose is Purpose.RUNTIME
    assert classify_extra(name).purpose is Purpose.OPTIONAL
    assert classify_group(name).purpose is Purpose.RUNTIME


@pytest.mark.parametrize("name", ["optional-requirements", "requirements_extras"])
def test_optional_names(name):
    assert classify_file(PurePath(f"{name}.txt")).purpose is Purpose.OPTIONAL


def test_other_groups_are_for_development():
    assert classify_group("postgres").purpose is Purpose.DEVELOPMENT


def test_folder_names_do_not_matter():
    assert classify_file(PurePath("dev/requirements.txt")).purpose is Purpose.RUNTIME
