"""Add packages to the main list of a project, in its style."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from framesage.fixes.draft import Addition
from framesage.fixes.editors import editor_of
from framesage.fixes.main_list import find_main_list, problem_of, run_time_requirements
from framesage.fixes.pasting import TABLES, addition_to, is_poetry, source_addition
from framesage.fixes.specifiers import CARET, MINIMUM, spaced, write_specifier
from framesage.frozen import frozen
from framesage.manifests import read_any
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.fixes.draft import Draft
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.model import Project

NEW_LIST = "requirements.txt"
_MOST_TRIED = 5
_COMPUTED = "its dependency list is computed, or in a form that is not edited"


@frozen
class NewPackage:
    """A package to require, and the lowest version that it should have ("" for any)."""

    name: str
    minimum: str = ""


def add_package(draft: Draft, package: NewPackage) -> Draft:
    """Return the draft with a package in the project's main list, unless it is required."""
    project = draft.after
    if package.name in required_packages(project):
        return draft
    manifest = find_main_list(project)
    if manifest is None and project.read_errors:
        return _unread(draft, package)
    manifest = manifest or _new_list(project)
    if manifest.compiled:
        minimum = write_specifier(package.minimum, ())
        return draft.unwritten(source_addition(f"{package.name}{minimum}", manifest))
    peers = list(run_time_requirements(manifest))
    specifier = _specifier(package, peers, manifest)
    addition = addition_to(manifest, package.name, specifier)
    problem = problem_of(manifest)
    if problem:
        return draft.unwritten(replace(addition, problem=problem))
    for edits in _attempts(package.name, specifier, peers, manifest):
        edited = draft.edited(addition, edits)
        if package.name in required_packages(edited.after):
            return edited
    return draft.unwritten(replace(addition, problem=_COMPUTED))


def _specifier(package: NewPackage, peers: Sequence[Requirement], manifest: Manifest) -> str:
    """Return the specifier of a new package, in the style of the list."""
    default = CARET if is_poetry(manifest) else MINIMUM
    specifier = write_specifier(package.minimum, peers, default)
    return spaced(specifier) if _are_spaced(peers, manifest) else specifier


def _are_spaced(peers: Sequence[Requirement], manifest: Manifest) -> bool:
    """Return whether all specifiers are written with spaces, as in ``flask >= 3``."""
    source = manifest.source
    ends = [peer.name_range.end for peer in peers if peer.specifier and not peer.extras]
    is_list = manifest.format not in TABLES and not is_poetry(manifest)
    return (
        is_list
        and bool(ends)
        and all(source.line(end.line)[end.character : end.character + 1] == " " for end in ends)
    )


def _attempts(
    name: str, specifier: str, peers: Sequence[Requirement], manifest: Manifest
) -> Iterator[Sequence[Edit]]:
    """Yield edits that add a package beside one of its peers, or as the first one."""
    editor = editor_of(manifest)
    for peer in islice(peers, _MOST_TRIED):
        yield editor.add(name, peer, specifier)
    if not peers:
        yield editor.add_first(name, specifier)


def required_packages(project: Project) -> set[str]:
    """Return the names of the packages that a project requires at run time."""
    return {
        requirement.name
        for manifest in project.manifests
        for requirement in run_time_requirements(manifest)
    }


def _new_list(project: Project) -> Manifest:
    source = Source(project.root / NEW_LIST, "")
    return read_any(source)


def _unread(draft: Draft, package: NewPackage) -> Draft:
    """Return the draft with a package for the first file that cannot be read."""
    text = f"{package.name}{write_specifier(package.minimum, ())}"
    path = draft.after.read_errors[0].path
    return draft.unwritten(Addition(path, text, problem="it cannot be read"))
