"""The fixes of real projects resolve their findings, and change nothing but requirements."""

from collections import Counter
from datetime import date

import pytest
import tomli

from framesage.advice.fingerprints import fingerprint
from framesage.advice.workspace import assess_paths, assess_root
from framesage.fixes import FixKind, apply_edits, fixes_for
from framesage.project import Disk, Overlay

TODAY = date(2026, 11, 28)
TOML = ("Pipfile", "framesage.toml", "pixi.toml", "pyproject.toml")


@pytest.fixture(scope="module")
def assessments(corpus):
    return list(assess_paths([corpus / "projects"], TODAY))


def remedies(assessment):
    for finding in assessment.findings:
        for fix in fixes_for(finding, assessment):
            if fix.kind is FixKind.REMEDY:
                yield finding, fix


def texts_after(assessment, edits):
    sources = [assessment.project.source(path) for path in {edit.path for edit in edits}]
    return {source.path: apply_edits(source, edits) for source in sources}


def counted(assessment):
    return Counter(fingerprint(found, str(found.location.path)) for found in assessment.findings)


def changed_lines(assessment, texts):
    """Yield the lines that a file has no more, and those that are new."""
    for path, text in texts.items():
        before = Counter(assessment.project.source(path).text.splitlines())
        after = Counter(text.splitlines())
        yield from (before - after, after - before)


def names_in(assessment):
    return Counter(
        (manifest.source.path, requirement.name)
        for manifest in assessment.project.manifests
        for requirement in manifest.requirements
    )


def test_every_remedy_resolves_its_finding(assessments):
    titles = Counter()
    for before in assessments:
        for finding, fix in remedies(before):
            texts = texts_after(before, fix.edits)
            for path, text in texts.items():
                assert path.name not in TOML or tomli.loads(text.replace("\r\n", "\n"))
            project = before.project
            after = assess_root(project.start, Overlay(Disk(), texts), TODAY, project.boundary)
            key = fingerprint(finding, str(finding.location.path))
            assert counted(after)[key] < counted(before)[key], (project.start, fix.title)
            verb = fix.title.partition(" ")[0]
            gone, new = (names_in(before) - names_in(after), names_in(after) - names_in(before))
            assert len(gone) == (verb == "Remove"), (project.start, fix.title)
            assert bool(new) == (verb == "Add"), (project.start, fix.title)
            removed = sum(sum(lines.values()) for lines in list(changed_lines(before, texts))[::2])
            assert verb != "Add" or removed <= 1, (project.start, fix.title)
            titles[verb] += 1
    assert titles["Add"] > 20
    assert titles["Require"] > 30


def test_nearly_every_unsupported_release_has_a_remedy(assessments):
    """It is not preferred where it breaks packages that have to be replaced (Flask-Script)."""
    remedies = [
        [fix for fix in fixes_for(found, assessment) if fix.kind is FixKind.REMEDY]
        for assessment in assessments
        for found in assessment.findings
        if found.rule in ("flask-unsupported", "django-unsupported")
    ]
    preferred = [fixes for fixes in remedies if fixes and fixes[0].preferred]
    assert len(list(filter(None, remedies))) >= 0.9 * len(remedies)
    assert len(preferred) >= 0.7 * len(remedies)
