"""Edit TOML files: pyproject.toml, Pipfile, pixi.toml and framesage.toml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.comments import comment_at_end
from framesage.fixes.editors.specifier_text import replace_specifier
from framesage.fixes.editors.toml_array import array_of
from framesage.fixes.editors.toml_main_list import add_to_main_list
from framesage.fixes.editors.toml_table import add_key, remove_key
from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement


@frozen
class TomlEditor:
    """Edits a TOML file, in which a requirement is an item of an array or a key of a table."""

    manifest: Manifest

    def add(self, name: str, beside: Requirement, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edits that add a package to the array or table of a requirement."""
        source, document = self.manifest.source, self.manifest.document
        array = array_of(beside, source, document)
        if array:
            return array.add(name, specifier, beside)
        return add_key(name, specifier, beside, source, document)

    def add_first(self, name: str, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edits that add a package to the main array or table, or to a new one."""
        return add_to_main_list(name, specifier, self.manifest)

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:
        """Return the edit that removes a requirement from its array or table."""
        source, document = self.manifest.source, self.manifest.document
        array = array_of(requirement, source, document)
        return array.remove(requirement) if array else remove_key(requirement, source, document)

    def require(self, requirement: Requirement, specifier: str) -> tuple[Edit, ...]:
        """Return the edit that replaces the specifier of a requirement; none if impossible."""
        return replace_specifier(self.manifest, requirement, specifier)

    def ignore(self, comment: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment at the end of a line.

        Returns None inside of a multi-line string, where ``#`` does not begin a comment.
        """
        return (
            None
            if self._is_in_string(line)
            else comment_at_end(comment, self.manifest.source, line)
        )

    def _is_in_string(self, line: int) -> bool:
        """Return whether the end of a line is inside of a multi-line string."""
        values = [entry.value for entry in self.manifest.document.flat]
        for value in values:  # the list grows by the items of arrays
            values.extend(value.items)
            if value.kind == "string" and value.range.start.line <= line < value.range.end.line:
                return True
        return False
