"""The rules of the projects of a workspace: a keystroke does not look at their files."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from framesage.rulebase.load import load_sources
from framesage.rulebase.location import locate_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from framesage.lsp.workspace.documents import Documents
    from framesage.rulebase.load import LoadedRules
    from framesage.rulebase.packs.model import RuleSource


class RuleCache:
    """Rules by where they come from, with the texts of open documents instead of their files."""

    def __init__(self, documents: Documents, texts: Mapping[Path, str]) -> None:
        self._documents = documents
        self._texts = texts
        self._loaded: dict[tuple[RuleSource, ...], LoadedRules] = {}
        self._keys: dict[Path, tuple[RuleSource, ...]] = {}
        self._sources: set[Path] = set()
        self.seconds = 0.0
        """How long the last rules took to load."""

    def load(self, sources: Sequence[RuleSource]) -> LoadedRules:
        """Return the rules of these sources as they were when they were last looked at."""
        key = tuple(sources)
        if key not in self._loaded:
            self._sources.update(source.path for source in sources if source.path)
            locate_in(self._texts)
            start = time.monotonic()
            loaded = self._loaded[key] = load_sources(sources, self._texts)
            self.seconds = time.monotonic() - start
            for path in loaded.paths:
                self._keys[path] = key
                self._documents.watch(path)
        return self._loaded[key]

    def rules_with(self, path: Path) -> LoadedRules | None:
        """Return the rules that are loaded with a file of rules; None if there are none."""
        key = self._keys.get(path)
        loaded = None if key is None else self.load(key)
        if loaded is None or path in loaded.paths:
            return loaded
        return None  # it was in a folder of rules, and is gone

    def forget(self) -> None:
        """Look at the files again when the rules are needed; those without changes stay loaded."""
        self._loaded.clear()

    def reads(self, path: Path) -> bool:
        """Return whether rules were read from a file or folder, or would be if it existed."""
        return path in self._keys or any(map(path.is_relative_to, self._sources))
