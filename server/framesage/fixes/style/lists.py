"""How the list of a file writes names and versions, for a new requirement in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.placement import written_name
from framesage.fixes.main_list import run_time_requirements
from framesage.fixes.pasting import TABLES, is_poetry
from framesage.fixes.style.names import write_name
from framesage.fixes.style.specifiers import CARET, MINIMUM, spaced, write_specifier
from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement

_FEWEST_BARE = 2
"""A single requirement without a version says little about the style of a list."""


@frozen
class ListStyle:
    """The style of the list in a file, from its requirements: the ``peers`` of a new one."""

    manifest: Manifest
    peers: Sequence[Requirement]

    def name(self, name: str, spelling: str) -> str:
        """Return a name (normalized), perhaps in the ``spelling`` of its documentation."""
        source = self.manifest.source
        return write_name(name, [written_name(peer, source) for peer in self.peers], spelling)

    def specifier(self, minimum: str) -> str:
        """Return a specifier for a version and later ones."""
        default = CARET if is_poetry(self.manifest) else MINIMUM
        specifier = write_specifier(minimum, self.peers, default)
        if specifier and self._all_continue("("):
            return f" ({specifier})"
        return spaced(specifier) if self._all_continue() else specifier

    def is_bare(self) -> bool:
        """Return whether no requirement has a version."""
        has_versions = any(peer.specifier or peer.url for peer in self.peers)
        return len(self.peers) >= _FEWEST_BARE and not has_versions

    def _all_continue(self, start: str = "") -> bool:
        """Return whether all names are followed by a space and ``start``, as in ``flask >= 3`` or,
        the style of Poetry, ``flask (>=3)``."""
        source = self.manifest.source
        ends = [peer.name_range.end for peer in self.peers if peer.specifier and not peer.extras]
        is_list = self.manifest.format not in TABLES and not is_poetry(self.manifest)
        return (
            is_list
            and bool(ends)
            and all(source.line(end.line)[end.character :].startswith(f" {start}") for end in ends)
        )


def style_of(manifest: Manifest, beside: Requirement | None = None) -> ListStyle:
    """Return the style of the main list of a file; that of Conda and that of pip in it differ."""
    peers = list(run_time_requirements(manifest))
    if manifest.format == "environment" and beside:
        indent = beside.range.start.character
        peers = [peer for peer in peers if peer.range.start.character == indent]
    return ListStyle(manifest, peers)
