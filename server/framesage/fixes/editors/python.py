"""Edit Python files: a setup.py, and the inline metadata of a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.comments import comment_at_end, verified_comment_at_end
from framesage.fixes.editors.specifier_text import replace_specifier
from framesage.fixes.editors.toml_array import Array, array_of
from framesage.frozen import frozen
from framesage.toml import scan

if TYPE_CHECKING:
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement


@frozen
class SetupPyEditor:
    """Edits lists of strings in a setup.py, which look like arrays in TOML."""

    manifest: Manifest

    def add(self, name: str, beside: Requirement, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edits that add a package to the list of a requirement."""
        array = self._array_of(beside)
        return array.add(name, specifier, beside) if array else ()

    def add_first(self, name: str, specifier: str = "") -> tuple[Edit, ...]:
        """Return the edits that add a package to ``install_requires=[]``."""
        source, anchors = self.manifest.source, self.manifest.anchors[:1]
        for entry in scan(source.text, source.lines).flat:
            if entry.key_range in anchors and entry.value.kind == "array":
                return Array(source, entry.value).add(name, specifier)
        return ()

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:
        """Return the edit that removes a requirement from its list."""
        array = self._array_of(requirement)
        return array.remove(requirement) if array else ()

    def require(self, requirement: Requirement, specifier: str) -> tuple[Edit, ...]:
        """Return the edit that replaces the specifier of a requirement; none if impossible."""
        return replace_specifier(self.manifest, requirement, specifier)

    def ignore(self, comment: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment at the end of a line."""
        return verified_comment_at_end(comment, self.manifest, line)

    def _array_of(self, requirement: Requirement) -> Array | None:
        source = self.manifest.source
        return array_of(requirement, source, scan(source.text, source.lines))


@frozen
class ScriptEditor:
    """Edits the metadata of a script, but only the ends of its lines: they are comments."""

    manifest: Manifest

    def add(
        self,
        name: str,  # noqa: ARG002
        beside: Requirement,  # noqa: ARG002
        specifier: str = "",  # noqa: ARG002
    ) -> tuple[Edit, ...]:
        """Return no edits."""
        return ()

    def add_first(self, name: str, specifier: str = "") -> tuple[Edit, ...]:  # noqa: ARG002
        """Return no edits."""
        return ()

    def remove(self, requirement: Requirement) -> tuple[Edit, ...]:  # noqa: ARG002
        """Return no edits."""
        return ()

    def require(self, requirement: Requirement, specifier: str) -> tuple[Edit, ...]:
        """Return the edit that replaces the specifier of a requirement; none if impossible."""
        return replace_specifier(self.manifest, requirement, specifier)

    def ignore(self, comment: str, line: int) -> Edit | None:
        """Return the edit that adds an ignore comment at the end of a line of the metadata."""
        source = self.manifest.source
        is_metadata = source.line(line).startswith("# ")
        return comment_at_end(comment, source, line) if is_metadata else None
