"""What the readers of conditions need from the one that calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from framesage.inference import Condition
    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary


class Context(Protocol):
    """The names that conditions can refer to, and the reading of conditions inside others."""

    @property
    def vocabulary(self) -> Vocabulary:
        """The names that conditions can refer to."""

    @property
    def unknown(self) -> tuple[Condition, ...]:
        """The conditions under which it is not known that a package is missing."""

    @property
    def of_any_project(self) -> bool:
        """Whether a requirement counts whatever framework the project uses."""

    def read_list(self, table: Table, key: str) -> tuple[Condition, ...]:
        """Return the conditions of a list."""

    def threshold(self, table: Table) -> float:
        """Return the threshold of the table's ``certainty``."""
