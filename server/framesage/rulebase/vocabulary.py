"""The names that rules may use, gathered from all files before any rule is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.rulebase.framework_model import Battery, Framework, PackageSet
    from framesage.rulebase.model import Claim, Scale, Trait
    from framesage.rulebase.strict_table import Table

from framesage.rulebase.names import unknown

GUIDE = "guide:"
GATE = "web-application"  # the trait that decides whether there is anything to say


@frozen
class Vocabulary:
    """Everything that a rule, a piece of evidence or a condition can name."""

    claims: Mapping[str, Claim]
    scale: Scale
    traits: Mapping[str, Trait]
    frameworks: Mapping[str, Framework]
    batteries: Mapping[str, Battery]
    package_sets: Mapping[str, PackageSet]

    def the_two(self) -> tuple[str, ...]:
        """Return the ids of the frameworks that are asked about."""
        return tuple(one.id for one in self.frameworks.values() if not one.other)

    def others(self) -> tuple[str, ...]:
        """Return the ids of the frameworks for which the question is the wrong one."""
        return tuple(one.id for one in self.frameworks.values() if one.other)


def read_references(
    table: Table, claims: Iterable[str], *, required: bool = True
) -> tuple[str, ...]:
    """Return references: claims of the guidance that exist, and https pages."""
    references = table.texts("references", required=required)
    for at, reference in enumerate(references):
        location = table.location.at("references", at)
        claim = reference.removeprefix(GUIDE)
        if claim != reference and claim not in claims:
            table.errors.add(location, unknown("claim", claim, claims))
        elif claim == reference and not reference.startswith("https://"):
            table.errors.add(location, f"'{reference}' is neither '{GUIDE}G01' nor an https page")
    return references
