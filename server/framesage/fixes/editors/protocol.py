"""The interface of an editor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.model import Requirement


class Editor(Protocol):
    """Returns edits of one dependency file, in the style of its lines."""

    def add(self, name: str, beside: Requirement, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edits that add a package to the list of a requirement; none if impossible."""

    def add_first(self, name: str, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edits that add a package to the main list, which is empty or missing; none if
        impossible."""

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:
        """Return the edits that remove a requirement; none if impossible."""

    def require(self, requirement: Requirement, specifier: str) -> tuple[Edit, ...]:
        """Return the edit that replaces the specifier of a requirement; none if impossible."""

    def ignore(self, comment: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment (with its ``#``) for a line (from 0); None if
        impossible."""
