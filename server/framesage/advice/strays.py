"""Plugins of a framework that the project is not on: left over, they show nothing of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen_roomy
from framesage.manifests.model import Origin
from framesage.manifests.placed import named

if TYPE_CHECKING:
    from framesage.project.model import Project
    from framesage.rulebase.base import RuleBase


@frozen_roomy
class Strays:
    """The stray plugins of a project: their framework is asked for nowhere, the other one is."""

    rule_base: RuleBase
    project: Project

    def __contains__(self, package: str) -> bool:
        made_for = self.rule_base.plugin_of(package)
        return bool(made_for and self._wanted) and self._wanted.isdisjoint(made_for)

    @cached_property
    def _wanted(self) -> frozenset[str]:
        """The ids of those of the two frameworks that are required directly, or declared."""
        the_two = {one.id: one for one in self.rule_base.frameworks.values() if not one.other}
        packages = {package for one in the_two.values() for package in one.packages}
        required = {
            requirement.name
            for manifest in self.project.manifests
            for requirement in named(manifest.requirements, packages.__contains__)
            if requirement.origin is Origin.DIRECT
        }
        declared = self.project.settings.framework
        return frozenset(
            one.id
            for one in the_two.values()
            if one.id == declared or not required.isdisjoint(one.packages)
        )
