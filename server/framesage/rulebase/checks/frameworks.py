"""Check the packages of frameworks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.checks.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase


def check_frameworks(rule_base: RuleBase) -> Iterator[Issue]:
    """Find packages of two frameworks, and plugins or exceptions without an effect."""
    for package, owners in rule_base.framework_of.items():
        if len(owners) > 1:
            location = rule_base.locations[f"framework:{owners[-1]}"]
            message = f"'{package}' belongs to {' and '.join(owners)}"
            yield Issue(
                "two-owners", location, message, rule_base.locations[f"framework:{owners[0]}"]
            )
    for framework in rule_base.frameworks.values():
        location = rule_base.locations[f"framework:{framework.id}"]
        for message in _check_plugins(framework):
            yield Issue("needless", location, message)


def _check_plugins(framework: Framework) -> Iterator[str]:
    for package in sorted(framework.plugin_packages):
        if framework.is_named_like_plugin(package):
            yield f"'{package}' is already a plugin by its prefix or suffix"
    for package in sorted(framework.plugin_exceptions):
        if not framework.is_named_like_plugin(package):
            yield f"'{package}' is not an exception: it has no prefix or suffix of plugins"
