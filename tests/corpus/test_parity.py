"""The command line and the language server report the same findings for real projects."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from e2e.wire import Wire
from framesage.advice.model import Assessment
from framesage.advice.workspace import assess_paths
from framesage.severity import Severity

SEVERITIES = {1: "error", 2: "warning", 3: "information", 4: "hint"}
CAPABILITIES = {"general": {"positionEncodings": ["utf-32"]}}  # the code points of the domain
PUBLISH = "textDocument/publishDiagnostics"


class Found(NamedTuple):
    """A finding of the command line or of the server."""

    uri: str
    start: tuple[int, int]
    end: tuple[int, int]
    rule: str
    severity: str
    message: str


def found_by_command(assessment: Assessment) -> list[Found]:
    return [
        Found(
            finding.location.path.as_uri(),
            (finding.location.range.start.line, finding.location.range.start.character),
            (finding.location.range.end.line, finding.location.range.end.character),
            finding.rule,
            str(finding.severity),
            finding.message,
        )
        for finding in assessment.findings
        if finding.severity is not Severity.OFF
    ]


def found_by_server(published: dict) -> list[Found]:
    return [
        Found(
            published["uri"],
            (diagnostic["range"]["start"]["line"], diagnostic["range"]["start"]["character"]),
            (diagnostic["range"]["end"]["line"], diagnostic["range"]["end"]["character"]),
            diagnostic["code"],
            SEVERITIES[diagnostic["severity"]],
            diagnostic["message"],
        )
        for diagnostic in published["diagnostics"]
    ]


@pytest.fixture(scope="module")
def folders(corpus) -> list[Path]:
    return sorted(path for path in (corpus / "projects").iterdir() if path.is_dir())


@pytest.fixture(scope="module")
def assessments(folders) -> list[Assessment]:
    today = date.today()  # noqa: DTZ011 - the same day as in the server
    return [assessment for folder in folders for assessment in assess_paths([folder], today)]


@pytest.fixture(scope="module")
def published(folders, assessments) -> dict[str, list[Found]]:
    """The server's findings by URI, after a manifest of every project has been opened."""
    workspace = [{"uri": path.as_uri(), "name": path.name} for path in folders]
    with Wire() as wire:
        wire.initialize(folders[0], workspaceFolders=workspace, capabilities=CAPABILITIES)
        for assessment in assessments:
            source = assessment.project.manifests[0].source
            wire.open(source.path.as_uri(), source.text)
            wire.published(source.path.as_uri())
        wire.request("shutdown")
        notifications = [
            message["params"] for message in wire.seen if message.get("method") == PUBLISH
        ]
        assert wire.log == b""
    return {message["uri"]: found_by_server(message) for message in notifications}


def test_corpus_has_enough_findings(assessments):
    assert len(assessments) > 100
    assert sum(len(assessment.findings) for assessment in assessments) > 100


def test_both_report_the_same(assessments, published):
    differences = []
    for assessment in assessments:
        ours = sorted(found_by_command(assessment))
        uris = {manifest.source.path.as_uri() for manifest in assessment.project.manifests}
        theirs = sorted(found for uri in uris for found in published.get(uri, []))
        if ours != theirs:
            differences.append((assessment.project.root, ours, theirs))
    assert differences == []


def test_server_reports_nothing_else(assessments, published):
    known = {
        manifest.source.path.as_uri()
        for assessment in assessments
        for manifest in assessment.project.manifests
    }
    assert {uri for uri, found in published.items() if found} <= known
