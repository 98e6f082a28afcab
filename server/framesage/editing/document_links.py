"""Links from a dependency file: to included files, extended settings, custom rules, and rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.suppressions import suppressions_of
from framesage.frozen import frozen
from framesage.project.custom_rules import rule_paths_in
from framesage.project.include_paths import resolve_include
from framesage.project.settings.strings import strings_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.manifests.manifest import Manifest
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Range


@frozen
class Link:
    """A link from a range to a file; ``line`` is counted from 1, or 0 for the whole file."""

    range: Range
    path: Path
    tooltip: str
    line: int = 0


def links(assessment: Assessment, manifest: Manifest) -> Iterator[Link]:
    """Yield the links of a dependency file; their targets may not exist."""
    yield from _includes(manifest)
    yield from _rule_paths(manifest)
    yield from _rule_ids(assessment, manifest)


def _includes(manifest: Manifest) -> Iterator[Link]:
    for include in manifest.includes:
        path = resolve_include(include.target, manifest.source.path.parent)
        if path is not None:
            kind = "constraints" if include.constraint else "requirements"
            yield Link(include.range, path, f"Go to the included {kind}")


def _rule_paths(manifest: Manifest) -> Iterator[Link]:
    extended = {value.range for value in strings_in(manifest, "extend")}
    for value, path in rule_paths_in(manifest):
        if path.suffix == ".toml":  # editors do not open folders
            kind = "extended settings" if value.range in extended else "custom rules"
            yield Link(value.content, path, f"Go to the {kind}")


def _rule_ids(assessment: Assessment, manifest: Manifest) -> Iterator[Link]:
    """Yield the links for rule ids in ignores and in the table ``rules`` of the settings."""
    for suppression in suppressions_of(assessment.project):
        if suppression.rule_location and suppression.rule_location.path == manifest.source.path:
            yield from _rule_link(
                suppression.rule, suppression.rule_location.range, assessment.rule_base
            )
    for setting in manifest.settings:
        if setting.path[0] == "rules" and len(setting.path) > 1:
            yield from _rule_link(setting.path[1], setting.key_range, assessment.rule_base)


def _rule_link(rule_id: str, span: Range, rule_base: RuleBase) -> Iterator[Link]:
    rule = rule_base.advice.get(rule_id) or rule_base.guidance.get(rule_id)
    if rule:
        tooltip = f"Go to the rule: {rule.title}"
        yield Link(span, rule.location.path, tooltip, rule.location.line)
