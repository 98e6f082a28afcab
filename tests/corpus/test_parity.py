"""The command line and the language server find the same in real projects."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from e2e.wire import Wire
from framesage.advice.model import Assessment
from framesage.advice.workspace import assess_paths
from framesage.severity import Severity

SEVERITIES = {2: "warning", 3: "information", 4: "hint"}
CAPABILITIES = {"general": {"positionEncodings": ["utf-32"]}}  # the code points of the domain
PUBLISH = "textDocument/publishDiagnostics"


class Found(NamedTuple):
    """A finding, by whichever way it came."""

    uri: str
    start: tuple[int, int]
    end: tuple[int, int]
    rule: str
    severity: str
    message: str


def found_by_us(assessment: Assessment) -> list[Found]:
    return [
        Found(
            one.location.path.as_uri(),
            (one.location.range.start.line, one.location.range.start.character),
            (one.location.range.end.line, one.location.range.end.character),
            one.rule,
            str(one.severity),
            one.message,
        )
        for one in assessment.findings
        if one.severity is not Severity.OFF
    ]


def found_by_server(published: dict) -> list[Found]:
    return [
        Found(
            published["uri"],
            (one["range"]["start"]["line"], one["range"]["start"]["character"]),
            (one["range"]["end"]["line"], one["range"]["end"]["character"]),
            one["code"],
            SEVERITIES[one["severity"]],
            one["message"],
        )
        for one in published["diagnostics"]
    ]


@pytest.fixture(scope="module")
def folders(corpus) -> list[Path]:
    return sorted(path for path in (corpus / "projects").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def assessments(folders) -> list[Assessment]:
    today = date.today()  # noqa: DTZ011 - the day as the server has it
    return [one for folder in folders for one in assess_paths([folder], today)]


@pytest.fixture(scope="module")
def published(folders, assessments) -> dict[str, list[Found]]:
    """What the server shows after one manifest of every project has been opened, by URI."""
    workspace = [{"uri": path.as_uri(), "name": path.name} for path in folders]
    with Wire() as wire:
        wire.initialize(folders[0], workspaceFolders=workspace, capabilities=CAPABILITIES)
        for assessment in assessments:
            source = assessment.project.manifests[0].source
            wire.open(source.path.as_uri(), source.text)
            wire.published(source.path.as_uri())
        wire.request("shutdown")
        told = [one["params"] for one in wire.seen if one.get("method") == PUBLISH]
        assert wire.log == b""
    return {one["uri"]: found_by_server(one) for one in told}


def test_there_is_enough_to_compare(assessments):
    assert len(assessments) > 100
    assert sum(len(one.findings) for one in assessments) > 100


def test_both_find_the_same(assessments, published):
    differences = []
    for assessment in assessments:
        ours = sorted(found_by_us(assessment))
        uris = {one.source.path.as_uri() for one in assessment.project.manifests}
        theirs = sorted(one for uri in uris for one in published.get(uri, []))
        if ours != theirs:
            differences.append((assessment.project.root, ours, theirs))
    assert differences == []


def test_nothing_else_is_shown(assessments, published):
    known = {
        one.source.path.as_uri()
        for assessment in assessments
        for one in assessment.project.manifests
    }
    assert {uri for uri, found in published.items() if found} <= known
