"""Plugins of a framework that the project is not on: left over, they show nothing of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.model import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable

    from framesage.manifests.model import Requirement
    from framesage.rulebase.rule_base import RuleBase


@frozen
class Strays:
    """The stray plugins of a project: their framework is asked for nowhere, the other one is.

    ``wanted`` are the ids of those of the two frameworks that are required directly, or declared.
    """

    rule_base: RuleBase
    wanted: frozenset[str]

    @staticmethod
    def among(requirements: Iterable[Requirement], rule_base: RuleBase, declared: str) -> Strays:
        """Return the strays among the requirements that the rules look for."""
        required = {one.name for one in requirements if one.origin is Origin.DIRECT}
        wanted = (
            framework.id
            for framework in rule_base.candidates
            if framework.id == declared or not required.isdisjoint(framework.packages)
        )
        return Strays(rule_base, frozenset(wanted))

    def __contains__(self, package: str) -> bool:
        made_for = self.rule_base.plugin_of(package)
        return bool(made_for and self.wanted) and self.wanted.isdisjoint(made_for)
