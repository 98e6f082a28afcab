"""What is shown of a file that several projects read."""

from pathlib import Path

import pytest

from framesage.lsp.workspace.owners import FoundByProject

ONE, TWO, LIST = Path("one"), Path("two"), Path("base.txt")


@pytest.fixture
def found():
    found = FoundByProject()
    found.put(ONE, {LIST: ["a", "b"], ONE / "x": []})
    found.put(TWO, {LIST: ["b", "c"]})
    return found


def test_what_two_projects_find_is_shown_once(found):
    assert found.items(LIST) == ["a", "b", "c"]
    assert set(found.roots(LIST)) == {ONE, TWO}


def test_what_one_project_reads_no_longer_stays_as_the_other_one_finds_it(found):
    assert found.put(ONE, {}) == {LIST, ONE / "x"}
    assert found.items(LIST) == ["b", "c"]
    assert list(found) == [LIST]


def test_a_file_that_no_project_reads_is_forgotten(found):
    found.put(ONE, {})
    found.put(TWO, {})
    assert LIST not in found
    assert found.items(LIST) == []
