"""Starting with a framework in real projects loses nothing, and a second time changes nothing."""

from collections import Counter
from datetime import date

import pytest
import tomli

from framesage.advice.workspace import assess_paths, assess_root
from framesage.fixes import apply_edits, start_edits
from framesage.project import Disk, Overlay
from framesage.text import Source

TODAY = date(2026, 11, 28)
TOML = ("Pipfile", "framesage.toml", "pixi.toml", "pyproject.toml")


@pytest.fixture(scope="module")
def assessments(corpus):
    return list(assess_paths([corpus / "projects"], TODAY))


def start(assessment):
    return start_edits(assessment, "django", answers={"needs-admin": True}, kit=True)


def texts_after(assessment, changes):
    return {
        change.path: apply_edits(
            assessment.project.source(change.path) or Source(change.path, ""), change.edits
        )
        for change in changes.files
        if change.edits
    }


def requirements_of(assessment):
    return Counter(
        (manifest.source.path, requirement.name, requirement.specifier)
        for manifest in assessment.project.manifests
        for requirement in manifest.requirements
    )


def test_starting_keeps_everything_and_changes_nothing_again(assessments):
    written = 0
    for before in assessments:
        changes = start(before)
        texts = texts_after(before, changes)
        project = before.project
        after = assess_root(project.start, Overlay(Disk(), texts), TODAY, project.boundary)
        assert start(after).edits == (), project.start
        assert not requirements_of(before) - requirements_of(after), project.start
        for path, text in texts.items():
            if path.name in TOML:
                tomli.loads(text.replace("\r\n", "\n"))
        written += not changes.to_paste
    assert written > 0.8 * len(assessments)
