"""The names that rules can refer to, collected from all files before the rules are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framesage.rulebase.framework_model import Framework, PackageSet
    from framesage.rulebase.model import Claim, Scale, Trait
    from framesage.rulebase.need_model import Need


GUIDE = "guide:"
GATE = "web-application"
"""The trait without which a project gets no advice."""
REUSABLE = "reusable-package"
"""The trait of packages for other projects, which get no verdict."""


@frozen
class Vocabulary:
    """Everything that rules, evidence and conditions can refer to by name."""

    claims: Mapping[str, Claim]
    scale: Scale
    traits: Mapping[str, Trait]
    frameworks: Mapping[str, Framework]
    needs: Mapping[str, Need]
    package_sets: Mapping[str, PackageSet]

    def candidates(self) -> tuple[str, ...]:
        """Return the ids of the frameworks that a project chooses from."""
        return tuple(framework.id for framework in self.frameworks.values() if not framework.other)

    def ids(self) -> Mapping[str, Collection[str]]:
        """Return the ids that tables refer to, by the kinds that their declarations name."""
        return {
            "claim": self.claims,
            "trait": self.traits,
            "framework": self.frameworks,
            "candidate": self.candidates(),
            "need": self.needs,
            "package-set": self.package_sets,
        }
