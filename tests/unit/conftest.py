"""Assessing made-up projects with the real rule base."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths

TODAY = date(2026, 11, 24)


@pytest.fixture
def assess_project(tmp_path, make_project):
    def run(requirements: str = "", **files: str):
        named = {name.replace("__", "."): text for name, text in files.items()}
        if requirements:
            named["requirements.txt"] = requirements
        make_project(tmp_path, named)
        (assessment,) = assess_paths([tmp_path], TODAY)
        return assessment

    return run
