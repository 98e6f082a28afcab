"""The names that rules can refer to, collected from all files before the rules are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framesage.rulebase.framework_model import Framework, PackageSet
    from framesage.rulebase.model import Claim, Scale, Trait
    from framesage.rulebase.need_model import Need
    from framesage.rulebase.strict_table import Table

from framesage.rulebase.names import unknown

GUIDE = "guide:"
_REFERENCES = f"a list of https pages, or of '{GUIDE}G01'"
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


def read_references(
    table: Table, claims: Collection[str], *, required: bool = True
) -> tuple[str, ...]:
    """Return references, each of which is a claim of the guidance or an https page."""
    references = table.texts("references", required=required, words=_REFERENCES)
    for position, reference in enumerate(references):
        location = table.location.at("references", position)
        claim = reference.removeprefix(GUIDE)
        if claim != reference and claim not in claims:
            table.errors.add(location, unknown("claim", claim, claims))
        elif claim == reference and not reference.startswith("https://"):
            table.errors.add(location, f"'{reference}' is neither '{GUIDE}G01' nor an https page")
    return references
