"""What should be shown: the findings of ``framesage check``, and those of a store that is new."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from framesage.advice.workspace import assess_paths
from framesage.lsp.workspace.documents import Buffer
from framesage.lsp.workspace.store import Store
from framesage.project import Disk, Overlay, settings_from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from framesage.advice.model import Assessment
    from sessions.client import Shown


@dataclass(frozen=True)
class Expected:
    """The findings of all projects, and of the project of each open document."""

    everything: Shown
    by_document: dict[Path, Shown]


class Oracle:
    """Folders and open documents as ``framesage check`` and a store without a past see them.

    ``scripts`` are those that are checked by their names. Settings that are ``scoped`` hold in the
    folders only.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        texts: Mapping[Path, str],
        editor: dict,
        scripts: Sequence[Path],
        *,
        scoped: bool,
    ) -> None:
        self._texts, self._editor, self._scripts = texts, editor, scripts
        self._store = Store(_today)
        self._store.set_folders(tuple(folders))
        for scope in self._store.folders if scoped else (None,):
            layer, _ = settings_from_json(editor, scope or folders[0])
            self._store.configure(layer, scope)
        for path, text in texts.items():
            self._store.put(path, Buffer(text, 1, path.as_uri()))

    def by_check(self) -> Expected:
        """Return the findings of ``framesage check`` in the folders.

        The command has no option for the files that an editor excludes.
        """
        overrides, _ = settings_from_json(self._editor, self._store.folders[0])
        paths, files = [*self._store.folders, *self._scripts], Overlay(Disk(), self._texts)
        return self._expected(assess_paths(paths, _today(), files, overrides=overrides))

    def by_new_store(self) -> Expected:
        """Return the findings of all projects for the store."""
        store = self._store
        walked = [step for folder in store.folders for step in store.walk(folder)]
        store.searched = store.folders
        store.roots = tuple(root for root, is_root in walked if is_root)
        files = (*self._texts, *self._scripts)
        roots = dict.fromkeys([*store.roots, *map(store.root_of, files)])
        return self._expected([store.assessment(root) for root in roots if root])

    def _expected(self, assessments: Iterable[Assessment]) -> Expected:
        found = {assessment.project.start: assessment for assessment in assessments}
        roots = {path: self._store.root_of(path) for path in self._texts}
        own = {
            path: _shown([found[root]])
            for path, root in roots.items()
            if root in found and path in found[root].project.paths
        }
        for path in (path for path in self._texts if path.is_symlink()):  # has another name
            own[path] = _shown(filter(None, [self._store.assessment_of(path)]))
        return Expected(_shown(found.values()), own)


def _today() -> date:
    return date.today()  # noqa: DTZ011 - as the server


def _shown(assessments: Iterable[Assessment]) -> Shown:
    found = defaultdict(set)
    for assessment in assessments:
        for finding in assessment.findings:
            at = finding.location.range.start
            key = finding.rule, at.line, at.character, finding.message
            found[finding.location.path].add(key)
    return {path: frozenset(all_) for path, all_ in found.items()}
