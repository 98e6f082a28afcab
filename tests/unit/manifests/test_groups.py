"""The purpose of a list of requirements follows from its name."""

from pathlib import PurePath

import pytest

from framesage.manifests.groups import group_of_extra, group_of_file, group_of_group
from framesage.manifests.model import Purpose


@pytest.mark.parametrize("name", ["dev", "tests-all", "code-quality", "docs", "tooling"])
def test_development_names(name):
    assert group_of_file(PurePath(f"requirements-{name}.txt")).purpose is Purpose.DEVELOPMENT
    assert group_of_extra(name).purpose is Purpose.DEVELOPMENT
    assert group_of_group(name).purpose is Purpose.DEVELOPMENT


@pytest.mark.parametrize("name", ["prod", "main", "web-server"])
def test_runtime_names(name):
    assert group_of_file(PurePath(f"requirements-{name}.txt")).purpose is Purpose.RUNTIME
    assert group_of_extra(name).purpose is Purpose.OPTIONAL
    assert group_of_group(name).purpose is Purpose.RUNTIME


def test_other_groups_are_for_development():
    assert group_of_group("postgres").purpose is Purpose.DEVELOPMENT


def test_folder_names_do_not_matter():
    assert group_of_file(PurePath("dev/requirements.txt")).purpose is Purpose.RUNTIME
