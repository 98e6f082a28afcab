"""Read conditions into the form that the inference engine evaluates."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from framesage.frozen import frozen
from framesage.inference import AllOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.readers.conditions import changes, compound, project, requirements
from framesage.rulebase.strict_table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.inference import Condition
    from framesage.rulebase.errors import RuleErrors
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.model import Certainty
    from framesage.rulebase.readers.conditions.context import Context
    from framesage.rulebase.vocabulary import Vocabulary


@frozen
class ConditionReader:
    """Read conditions; errors are added to ``errors``.

    While one of the conditions in ``unknown`` holds, it is not known that a package is missing.
    For rules ``of_any_project``, a requirement counts whatever framework the project uses.
    """

    vocabulary: Vocabulary
    errors: RuleErrors
    unknown: tuple[Condition, ...] = ()
    of_any_project: bool = False

    def for_advice(self, *, of_any_project: bool = False) -> ConditionReader:
        """Return a reader for rules that report findings.

        That something is missing is only reported if everything that can bring it was read.
        """
        unread = (Observed((symbols.UNREAD,)),)
        return replace(self, unknown=unread, of_any_project=of_any_project)

    def read(self, raw: object, location: SourceLocation) -> Condition:
        """Return the condition, or an empty one after an error."""
        if isinstance(raw, str):
            raw = {"trait": raw}
        if not isinstance(raw, dict):
            return AllOf(())
        table = Table(raw, location, self.errors)
        parts = tuple(read(self, table) for key, read in _READERS.items() if key in raw)
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def read_list(self, table: Table, key: str) -> tuple[Condition, ...]:
        """Return the conditions of a list."""
        return tuple(
            self.read(item, table.location.at(key, position))
            for position, item in enumerate(table.items(key))
        )

    def threshold(self, table: Table) -> float:
        """Return the threshold of the table's ``certainty``."""
        thresholds = self.vocabulary.scale.thresholds
        certainty = table.text("certainty", "medium")
        return thresholds.get(cast("Certainty", certainty), 0.5)


_READERS: dict[str, Callable[[Context, Table], Condition]] = {
    "framework": project.read_framework,
    "verdict": project.read_verdict,
    "decided": project.read_decided,
    "parts": project.read_parts,
    "change": changes.read_change,
    "clash": changes.read_clash,
    "trait": project.read_trait,
    "absent": project.read_absent,
    "layout": project.read_layout,
    "project-name": project.read_name,
    "requires-python": project.read_python,
    "package": requirements.read_package,
    "package-set": requirements.read_package_set,
    "package-for": requirements.read_package_for,
    "duplicate-of": requirements.read_duplicate,
    "plugin-of": requirements.read_plugin,
    "release": changes.read_release,
    "count": compound.read_count,
    "all": compound.read_all,
    "any": compound.read_any,
    "none": compound.read_none,
}
