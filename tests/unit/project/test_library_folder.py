"""A package for other projects of the repository: by its folder, its build, and what it lacks."""

from datetime import date

import pytest

import framesage
from framesage.analysis.verdict import is_reusable_package

BUILT = '[build-system]\nrequires = ["hatchling"]\n'
PROJECT = '[project]\nname = "ledger"\ndependencies = ["django"]\n'


@pytest.fixture
def assess_at(tmp_path):
    """Return a function: the assessment of ``root``, with a pyproject.toml and these files."""

    def run(root: str, pyproject: str, *paths: str):
        folder = tmp_path / root
        for path in ("ledger/__init__.py", "ledger/models.py", *paths):
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.touch()
        (folder / "pyproject.toml").write_text(pyproject, encoding="utf-8")
        (assessment,) = framesage.check(folder, today=date(2026, 11, 28))
        return assessment

    return run


@pytest.mark.parametrize("root", ["libs/ledger", "packages/ledger", "shared/ledger"])
def test_a_built_package_among_packages_is_for_other_projects(assess_at, root):
    assessment = assess_at(root, PROJECT + BUILT)
    assert "local-package" in assessment.project.layout
    assert is_reusable_package(assessment)


@pytest.mark.parametrize(
    ("root", "pyproject", "paths"),
    [
        ("services/ledger", PROJECT + BUILT, []),
        ("packages/ledger", PROJECT, []),
        ("packages/backend", PROJECT + BUILT, []),
        ("packages/ledger", PROJECT + BUILT, ["manage.py"]),
        ("packages/ledger", PROJECT + BUILT, ["ledger/app.py"]),
        ("packages/ledger", PROJECT + BUILT, ["Dockerfile"]),
        ("packages/ledger", PROJECT + BUILT + "[tool.framesage]\nlayout = false\n", []),
    ],
)
def test_applications_and_packages_elsewhere_are_not(assess_at, root, pyproject, paths):
    assessment = assess_at(root, pyproject, *paths)
    assert "local-package" not in assessment.project.layout
    assert not is_reusable_package(assessment)
