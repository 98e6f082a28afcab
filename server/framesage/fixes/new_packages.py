"""Add packages to a list of a project, in its style."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from framesage.fixes.draft import Addition
from framesage.fixes.editors import editor_of
from framesage.fixes.main_list import find_main_list, problem_of, run_time_requirements
from framesage.fixes.pasting import addition_to, source_addition
from framesage.fixes.style.lists import ListStyle, style_of
from framesage.fixes.style.specifiers import write_specifier
from framesage.frozen import frozen
from framesage.manifests import read_any
from framesage.text import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.analysis.location import Location
    from framesage.fixes.draft import Draft
    from framesage.fixes.model import Edit
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase

NEW_LIST = "requirements.txt"
_MOST_TRIED = 5
_COMPUTED = "its dependency list is computed, or in a form that is not edited"


@frozen
class NewPackage:
    """A package to require (normalized name), and the lowest version that it should have ("" for
    any), or else its whole specifier.

    ``spelling`` is the name as its own documentation writes it. ``is_framework`` is whether the
    version matters even in a list without versions.
    """

    name: str
    minimum: str = ""
    specifier: str = ""
    spelling: str = ""
    is_framework: bool = False


def new_package(name: str, rule_base: RuleBase) -> NewPackage:
    """Return a package (normalized name) to require, as far as the rule base knows it."""
    return NewPackage(
        name,
        rule_base.minimums.get(name, ""),
        spelling=rule_base.spellings.get(name, name),
        is_framework=name in rule_base.framework_of,
    )


def add_package(draft: Draft, package: NewPackage, beside: Sequence[Location] = ()) -> Draft:
    """Return the draft with a package in a list of the project, unless it is required.

    The list is that of the first requirement of ``beside`` where that works, or else the main one.
    """
    project = draft.after
    if package.name in required_packages(project):
        return draft
    for location in beside:
        for file, peer in _found_again(location, project):
            edited = _added(draft, package, file, [peer])
            if edited:
                return edited
    manifest = find_main_list(project)
    if manifest is None and project.read_errors:
        return _unread(draft, package)
    manifest = manifest or _new_list(project)
    if manifest.compiled:
        minimum = package.specifier or write_specifier(package.minimum, ())
        return draft.unwritten(source_addition(f"{package.name}{minimum}", manifest))
    return _added_to_main_list(draft, package, manifest)


def required_packages(project: Project) -> set[str]:
    """Return the names of the packages that a project requires at run time."""
    return {
        requirement.name
        for manifest in project.manifests
        for requirement in run_time_requirements(manifest)
    }


def _added_to_main_list(draft: Draft, package: NewPackage, manifest: Manifest) -> Draft:
    problem = problem_of(manifest)
    peers = [*run_time_requirements(manifest)]
    edited = None if problem else _added(draft, package, manifest, peers)
    return edited or draft.unwritten(
        replace(_addition(package, manifest), problem=problem or _COMPUTED)
    )


def _added(
    draft: Draft, package: NewPackage, manifest: Manifest, peers: Sequence[Requirement]
) -> Draft | None:
    """Return the draft with a package beside one of its peers, or as the first one; None if it
    cannot be written."""
    addition = _addition(package, manifest)
    for edits in _attempts(package, peers, manifest):
        edited = draft.edited(addition, edits) if edits else draft
        if package.name in required_packages(edited.after):
            return edited
    return None


def _attempts(
    package: NewPackage, peers: Sequence[Requirement], manifest: Manifest
) -> Iterator[Sequence[Edit]]:
    editor = editor_of(manifest)
    for peer in islice(peers, _MOST_TRIED):
        name, specifier = _written(package, style_of(manifest, peer))
        yield editor.add(name, peer, specifier)
    if not peers:
        yield editor.add_first(*_written(package, style_of(manifest)))


def _found_again(location: Location, project: Project) -> Iterator[tuple[Manifest, Requirement]]:
    """Yield the requirement at a location in the project after earlier edits."""
    subject = location.subject
    for manifest in project.manifests:
        if manifest.source.path == location.path and not problem_of(manifest):
            for requirement in run_time_requirements(manifest):
                if requirement.name == getattr(subject, "name", ""):
                    yield manifest, requirement


def _addition(package: NewPackage, manifest: Manifest) -> Addition:
    return addition_to(manifest, *_written(package, style_of(manifest)))


def _written(package: NewPackage, style: ListStyle) -> tuple[str, str]:
    """Return the name and the specifier of a package in the style of a list."""
    name = style.name(package.name, package.spelling or package.name)
    if package.specifier or (style.is_bare() and not package.is_framework):
        return name, package.specifier
    return name, style.specifier(package.minimum)


def _new_list(project: Project) -> Manifest:
    source = Source(project.root / NEW_LIST, "")
    return read_any(source)


def _unread(draft: Draft, package: NewPackage) -> Draft:
    """Return the draft with a package for the first file that cannot be read."""
    text = f"{package.name}{write_specifier(package.minimum, ())}"
    path = draft.after.read_errors[0].path
    return draft.unwritten(Addition(path, text, problem="it cannot be read"))
