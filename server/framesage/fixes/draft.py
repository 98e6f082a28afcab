"""A project with changes that have not been written yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.fixes.changes import Changes, FileChange
from framesage.fixes.hunks import hunks
from framesage.fixes.model import Edit, apply_edits
from framesage.frozen import frozen
from framesage.manifests import read_any
from framesage.text import Position, Range, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.model import Project

_SINGLE_LISTS = ("requirements", "environment")
"""The formats whose requirements get a purpose from the project, not from their file."""
_START = Range(Position(0, 0), Position(0, 0))


@frozen
class Addition:
    """Text that belongs in a file, below a line that names its table ("" for none).

    ``problem`` is why it cannot be written, as a clause; "" if it can. ``replaced`` is the setting
    that it replaces, as in TOML; "" for none.
    """

    path: Path
    text: str
    table: str = ""
    problem: str = ""
    replaced: str = ""


@frozen
class Draft:
    """A project before and after some changes, and the text that these add."""

    before: Project
    after: Project
    additions: tuple[Addition, ...] = ()

    def edited(self, addition: Addition, edits: Sequence[Edit]) -> Draft:
        """Return the draft after edits of one file."""
        changed = _with_edits(self.after, addition.path, edits)
        return replace(self, after=changed, additions=(*self.additions, addition))

    def unwritten(self, addition: Addition) -> Draft:
        """Return the draft with text that cannot be written."""
        return replace(self, additions=(*self.additions, addition))

    @property
    def edited_manifests(self) -> tuple[Manifest, ...]:
        """The files that are changed or new."""
        before = {manifest.source.path: manifest.source for manifest in self.before.manifests}
        return tuple(
            manifest
            for manifest in self.after.manifests
            if before.get(manifest.source.path) != manifest.source
        )

    def changes(self) -> Changes:
        """Return the differences between before and after, file by file, then what is missing.

        If something cannot be written, nothing is.
        """
        return Changes((*self._written(), *self._not_written())).all_or_none()

    def _written(self) -> Iterator[FileChange]:
        for source in (manifest.source for manifest in self.after.manifests):
            known = self.before.source(source.path)
            if known is None:
                edits: tuple[Edit, ...] = (Edit(source.path, _START, source.text, create=True),)
            else:
                edits = hunks(known, source.text) if known.text != source.text else ()
            if edits:
                path = source.path
                yield FileChange(path, self._text(path, ""), edits, "", self._replaced(path, ""))

    def _not_written(self) -> Iterator[FileChange]:
        keys = dict.fromkeys(
            (added.path, added.problem) for added in self.additions if added.problem
        )
        for path, problem in keys:
            replaced = self._replaced(path, problem)
            yield FileChange(path, self._text(path, problem), (), problem, replaced)

    def _replaced(self, path: Path, problem: str) -> tuple[str, ...]:
        added = self._additions_to(path, problem)
        return tuple(addition.replaced for addition in added if addition.replaced)

    def _additions_to(self, path: Path, problem: str) -> list[Addition]:
        return [added for added in self.additions if (added.path, added.problem) == (path, problem)]

    def _text(self, path: Path, problem: str) -> str:
        """Return what is added to a file, table by table."""
        added = self._additions_to(path, problem)
        tables = dict.fromkeys(addition.table for addition in added)
        blocks = ("".join(f"{line}\n" for line in _lines(table, added)) for table in tables)
        return "\n".join(blocks)


def _lines(table: str, added: Sequence[Addition]) -> list[str]:
    lines = [addition.text for addition in added if addition.table == table]
    return [table, *lines] if table else lines


def _with_edits(project: Project, path: Path, edits: Sequence[Edit]) -> Project:
    """Return a project with an edited file, which is new if the project has no such file."""
    before = {manifest.source.path: manifest for manifest in project.manifests}
    source = project.source(path) or Source(path, "")
    edited = read_any(Source(path, apply_edits(source, edits)))
    if path in before:
        edited = _in_same_role(edited, before[path])
    manifests = {**before, path: edited}
    return replace(
        project,
        manifests=tuple(_with_pins_of(edited, manifest) for manifest in manifests.values()),
    )


def _in_same_role(edited: Manifest, before: Manifest) -> Manifest:
    """Return an edited file with what the project adds to a file: locks, and whether the list is
    compiled, of constraints, or for developers."""
    known = {requirement.name: requirement for requirement in before.requirements}

    def with_role(requirement: Requirement) -> Requirement:
        old = known.get(requirement.name, requirement)
        return replace(requirement, origin=old.origin, group=old.group)

    requirements = edited.requirements
    if before.format in _SINGLE_LISTS:
        requirements = requirements.mapped(with_role)
    return replace(edited, requirements=requirements, compiled=before.compiled, locks=before.locks)


def _with_pins_of(edited: Manifest, manifest: Manifest) -> Manifest:
    """Return a file whose versions an edited list may hold, with the list's new versions."""
    path = edited.source.path
    if all(lock.path != path for lock in manifest.locks):
        return manifest
    locks = (
        replace(lock, versions=edited.pins) if lock.path == path else lock
        for lock in manifest.locks
    )
    return replace(manifest, locks=tuple(locks))
