"""Where a dependency file leads: to the files it includes, to its own rules, to rules it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.suppressions import suppressions_of
from framesage.frozen import frozen
from framesage.project.custom_rules import rule_paths_in
from framesage.project.includes import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.manifests.model import Manifest
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Range


@frozen
class Link:
    """From a range to a file, or a ``line`` of it (from 1; 0 for none), and what is there."""

    range: Range
    path: Path
    tooltip: str
    line: int = 0


def links(assessment: Assessment, manifest: Manifest) -> Iterator[Link]:
    """Yield a manifest's links; whether a file is there is not asked."""
    yield from _includes(manifest)
    yield from _rule_paths(manifest)
    yield from _ignored_rules(assessment, manifest)


def _includes(manifest: Manifest) -> Iterator[Link]:
    for include in manifest.includes:
        path = resolve(include.target, manifest.source.path.parent)
        if path is not None:
            what = "constraints" if include.constraint else "more requirements"
            yield Link(include.range, path, f"Go to {what}")


def _rule_paths(manifest: Manifest) -> Iterator[Link]:
    """Yield a link for each file of the project's own rules; editors open no folders."""
    for written, path in rule_paths_in(manifest):
        if path.suffix == ".toml":
            yield Link(written.content, path, "Go to the rules")


def _ignored_rules(assessment: Assessment, manifest: Manifest) -> Iterator[Link]:
    for one in suppressions_of(assessment.project):
        if one.named and one.named.path == manifest.source.path:
            yield from _to_rule(one.rule, one.named.range, assessment.rule_base)
    for setting in manifest.settings:
        if setting.path[0] == "rules" and len(setting.path) > 1:
            yield from _to_rule(setting.path[1], setting.key_range, assessment.rule_base)


def _to_rule(rule: str, span: Range, rule_base: RuleBase) -> Iterator[Link]:
    found = rule_base.advice.get(rule) or rule_base.guidance.get(rule)
    if found:
        yield Link(span, found.location.path, f"Go to the rule: {found.title}", found.location.line)
