"""Findings as SARIF 2.1.0, the format of code scanning services.

Ignored findings are left out: GitHub's code scanning does not read SARIF's suppressions and would
open an alert for each.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from framesage import __version__
from framesage.advice.fingerprints import digest, fingerprint, numbered
from framesage.project import relative
from framesage.report.locations import lsp_range
from framesage.report.sarif.rules import SEVERITIES, described

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding
    from framesage.analysis.location import Location

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "SRCROOT"
_FINGERPRINT = "framesageFinding/v1"
_LINE_ENDS = ["\r\n", "\n", "\r"]


def sarif_text(assessments: Sequence[Assessment], base: Path) -> str:
    """Return the whole log; in ASCII, which is safe in every console and pipe."""
    return json.dumps(sarif_log(assessments, base), indent=2) + "\n"


def sarif_log(assessments: Sequence[Assessment], base: Path) -> dict[str, Any]:
    """Return the log as plain values; files are relative to ``base``, the root of the sources."""
    findings = [finding for assessment in assessments for finding in assessment.findings]
    rules = described(assessments)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    files = [_file(finding.location, base) for finding in findings]
    identities = numbered(map(fingerprint, findings, files))
    results = [
        _result(finding, index[finding.rule], digest(*numbered_identity), base)
        for finding, numbered_identity in zip(findings, identities, strict=True)
    ]
    run = {
        "tool": {
            "driver": {"name": "Framesage", "version": __version__, "rules": rules},
            **_extensions(assessments),
        },
        "originalUriBaseIds": {ROOT: {"uri": f"{base.as_uri().rstrip('/')}/"}},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": _LINE_ENDS,
        "results": results,
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _extensions(assessments: Sequence[Assessment]) -> dict[str, Any]:
    """Return the rule packs that were used; their rules are among those of the tool."""
    packs = (pack for assessment in assessments for pack in assessment.rule_base.packs)
    found = sorted({(pack.name, pack.version) for pack in packs})
    extensions = [{"name": name, "version": version} for name, version in found]
    return {"extensions": extensions} if extensions else {}


def _result(finding: Finding, rule: int, digest: str, base: Path) -> dict[str, Any]:
    result = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": SEVERITIES[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(finding.location, base)],
        "partialFingerprints": {_FINGERPRINT: digest},
        # SARIF has one level for both hints and information
        "properties": {"severity": str(finding.severity)},
    }
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": related.message},
                **_location(related.location, base),
            }
            for number, related in enumerate(finding.related, start=1)
        ]
    return result


def _location(location: Location, base: Path) -> dict[str, Any]:
    span = lsp_range(location)
    region = {
        "startLine": span["start"]["line"] + 1,
        "startColumn": span["start"]["character"] + 1,
        "endLine": span["end"]["line"] + 1,
        "endColumn": span["end"]["character"] + 1,
    }
    return {"physicalLocation": {"artifactLocation": _artifact(location, base), "region": region}}


def _artifact(location: Location, base: Path) -> dict[str, Any]:
    if location.path.is_relative_to(base):
        return {"uri": quote(_file(location, base)), "uriBaseId": ROOT}
    return {"uri": location.path.as_uri()}


def _file(location: Location, base: Path) -> str:
    return relative(location.path, base)
