"""Convert findings to LSP diagnostics."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from lsprotocol import types

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from pathlib import Path

    from framesage.advice.model import Assessment, Finding, Related
    from framesage.lsp.conversion.positions import PositionConverter

SOURCE = "framesage"
MOST_RELATED = 4
"""The most related locations below a message: editors show a row for each."""

_TAGS = {
    "deprecated": types.DiagnosticTag.Deprecated,
    "unnecessary": types.DiagnosticTag.Unnecessary,
}
SEVERITIES = {
    Severity.HINT: types.DiagnosticSeverity.Hint,
    Severity.INFORMATION: types.DiagnosticSeverity.Information,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.ERROR: types.DiagnosticSeverity.Error,
}


class DiagnosticConverter:
    """Converts findings for one client, with the properties that it supports.

    ``link`` returns the URL of the page about a finding's rule; it is None without links.
    """

    def __init__(
        self,
        positions: PositionConverter,
        *,
        related: bool,
        link: Callable[[Finding, Assessment], str] | None,
        tags: Collection[types.DiagnosticTag] = (),
    ) -> None:
        self.positions = positions
        self.related = related
        self._link = link
        self._tags = tags

    def by_path(self, assessment: Assessment) -> Mapping[Path, list[types.Diagnostic]]:
        """Return the diagnostics of every manifest of a project, also of those without any."""
        found: dict[Path, list[types.Diagnostic]] = defaultdict(list)
        for manifest in assessment.project.manifests:
            found[manifest.source.path] = []
        for finding in assessment.findings:
            found[finding.location.path].append(self.diagnostic(finding, assessment))
        return found

    def diagnostic(self, finding: Finding, assessment: Assessment) -> types.Diagnostic:
        """Return the diagnostic for a finding."""
        location = finding.location
        return types.Diagnostic(
            range=self.positions.range(location.manifest.source, location.range),
            severity=SEVERITIES[finding.severity],
            code=finding.rule,
            code_description=self._code_description(finding, assessment),
            source=SOURCE,
            message=finding.message,
            tags=self._tags_of(finding, assessment),
            related_information=self._related_information(finding) if self.related else None,
        )

    def _related_information(self, finding: Finding) -> list[types.DiagnosticRelatedInformation]:
        """Return the locations of evidence; if the message lists some of a file, none of that file:
        the rest is in the explanation."""
        listed = any(_is_named(related, finding) for related in finding.related)
        here = finding.location.path if listed else None
        return [
            types.DiagnosticRelatedInformation(
                self.positions.location(related.location), related.message
            )
            for related in finding.related
            if related.location.path != here
        ][:MOST_RELATED]

    def _tags_of(
        self, finding: Finding, assessment: Assessment
    ) -> list[types.DiagnosticTag] | None:
        """Return how an editor shows the text: struck through or faded."""
        rule = assessment.rule_base.advice.get(finding.rule) or BUILTIN_RULES.get(finding.rule)
        tag = _TAGS.get(rule.tag) if rule else None
        return [tag] if tag and tag in self._tags else None

    def _code_description(
        self, finding: Finding, assessment: Assessment
    ) -> types.CodeDescription | None:
        """Return a link to the page about the finding's rule."""
        url = self._link(finding, assessment) if self._link else ""
        return types.CodeDescription(url) if url else None


def _is_named(related: Related, finding: Finding) -> bool:
    """Return whether a finding's message names a requirement of the same file already."""
    text, here = related.location.text, related.location.path == finding.location.path
    name = rf"(?<![\w.-]){re.escape(text)}(?![\w-])"
    return here and re.search(name, finding.message, re.IGNORECASE) is not None


def result_id(diagnostics: list[types.Diagnostic]) -> str:
    """Return a ``resultId``, which is the same for equal diagnostics."""
    import hashlib  # here: a start needs no OpenSSL

    return hashlib.blake2b(repr(diagnostics).encode(), digest_size=12).hexdigest()
