"""The assessments of projects that were closed are kept up to a number."""

from pathlib import Path

import pytest

from framesage.lsp.workspace.assessment_cache import MOST_UNUSED, AssessmentCache
from framesage.lsp.workspace.documents import Buffer

OPEN = Path("open")


@pytest.fixture
def made():
    """The roots of the projects that were assessed, in order."""
    return []


@pytest.fixture
def cache(made):
    def assess(root, _name, _before):
        made.append(root)
        return object()

    return AssessmentCache(assess, lambda: [OPEN])


def test_the_assessment_of_a_closed_project_is_forgotten_after_many_others(cache, made):
    for root in [OPEN, *(Path(str(number)) for number in range(10 * MOST_UNUSED))]:
        cache.get(root)
        assert len(cache) <= MOST_UNUSED + MOST_UNUSED // 2
    cache.get(OPEN)
    cache.get(made[-1])
    assert made.count(OPEN) == 1 and len(made) == 10 * MOST_UNUSED + 1
    cache.get(Path("0"))
    assert made.count(Path("0")) == 2


def test_documents_that_are_opened_and_closed_leave_no_assessments(
    fresh_store, make_project, tmp_path
):
    names = [f"{number}/requirements.txt" for number in range(2 * MOST_UNUSED)]
    make_project(tmp_path, dict.fromkeys(names, "flask\n"))
    for path in (tmp_path / name for name in names):
        fresh_store.put(path, Buffer("flask\ndjango\n", 1, path.as_uri()))
        assert fresh_store.assessment_of(path).findings
        fresh_store.close(path)
    assert len(fresh_store.known()) <= 2 * MOST_UNUSED - MOST_UNUSED // 2
