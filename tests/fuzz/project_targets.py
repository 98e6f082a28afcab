"""Whole projects: all findings, all fixes, and what fixes make of a file."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from framesage.api import check_text
from framesage.fixes import apply_edits, fix_all, fixes_for
from framesage.text import Source
from fuzz import seeds
from fuzz.target import Target, text_of

if TYPE_CHECKING:
    from framesage.advice.model import Assessment

TODAY = date(2026, 11, 28)
NAMES = ("requirements.txt", "pyproject.toml", "setup.cfg", "Pipfile", "environment.yml")


def assessed(name: str, text: str) -> Assessment:
    """Return the assessment of a project of one file."""
    return check_text(text, name, today=TODAY)


def check_fixes(name: str, data: bytes) -> None:
    """Make all automatic fixes of a file: then there is nothing left for them to do."""
    text = text_of(data)
    before = assessed(name, text)
    (manifest,) = before.project.manifests
    for finding in before.findings:
        for fix in fixes_for(finding, before):
            apply_edits(
                manifest.source, [edit for edit in fix.edits if edit.path == manifest.source.path]
            )
    edit = fix_all(before, manifest.source.path, partial(assessed, name))
    if edit is not None:
        after = assessed(name, apply_edits(Source(manifest.source.path, text), [edit]))
        assert fix_all(after, manifest.source.path, partial(assessed, name)) is None


FIXES = tuple(
    Target(
        f"fixes-{name}",
        partial(check_fixes, name),
        partial(seeds.files_named, name),
        weight=0.03,
        seconds=30,
    )
    for name in NAMES
)
