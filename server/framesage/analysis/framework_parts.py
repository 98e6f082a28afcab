"""Find the parts of a project that use different frameworks: its files, groups and extras."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.analysis.location import Location
from framesage.analysis.model import Part
from framesage.analysis.provenance import direct_locations
from framesage.manifests.model import Purpose, Requirement
from framesage.manifests.names import canonicalize_name
from framesage.manifests.pyproject.included_groups import group_purposes, standard_inclusions
from framesage.project.include_paths import resolve_include

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from framesage.analysis.sightings import Sightings
    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase

DependencyList = tuple[Path, str]
"""A list of requirements: its file, and the name of its group or extra ("" for the main list)."""


def find_parts(sightings: Sightings, rule_base: RuleBase, project: Project) -> tuple[Part, ...]:
    """Return the direct requirements for a candidate framework, by file and position."""
    parts = (
        Part(framework, _in_project(location, project))
        for framework in rule_base.candidates
        for name in framework.packages
        for location in direct_locations(sightings, name)
    )
    return tuple(sorted(parts, key=lambda part: (part.location.path, part.location.range)))


def _in_project(location: Location, project: Project) -> Location:
    """Return a location, or where the project requires the package of the repository it is in."""
    edge, subject = project.edges.get(location.path), location.subject
    if edge is None or not isinstance(subject, Requirement):
        return location
    required = Requirement(subject.name, edge.range, edge.range, group=edge.group)
    return Location(edge.manifest, edge.range, required)


def in_several_lists(parts: Sequence[Part]) -> bool:
    """Return whether different frameworks are in different lists, so that it helps to name them."""
    frameworks = {part.framework.id for part in parts}
    return len(frameworks) > 1 and len(set(map(_list_of, parts))) > 1


def are_apart(parts: Sequence[Part], project: Project) -> bool:
    """Return whether no list for running the application requires more than one framework.

    A list also requires what is in the files and groups that it includes, and in the main list of
    its file.
    The main lists of the files in one folder, such as a requirements.txt beside a pyproject.toml,
    count as one.
    """
    manifests = {manifest.source.path: manifest for manifest in project.manifests}
    running = [part for part in parts if _is_for_running(part)]
    lists = set(map(_list_of, running))
    lists |= {(path, "") for path, manifest in manifests.items() if _is_main(manifest)}
    lists |= {(path, name) for path, manifest in manifests.items() for name in _running(manifest)}
    return all(len(_frameworks_of(start, running, manifests)) < 2 for start in lists)


def part_name(part: Part, project: Project) -> str:
    """Return the name of a part's list: a file, or a group or extra of one."""
    group, path = _group_name(part.location), project.relative(part.location.path)
    if not group:
        return path
    subject = part.location.subject
    extra = isinstance(subject, Requirement) and subject.group.purpose is Purpose.OPTIONAL
    name = f"the {'extra' if extra else 'group'} `{group}`"
    return name if len(project.manifests) == 1 else f"{name} of {path}"


def _is_for_running(part: Part) -> bool:
    subject = part.location.subject
    return isinstance(subject, Requirement) and subject.group.purpose is Purpose.RUNTIME


def _list_of(part: Part) -> DependencyList:
    return part.location.path, _group_name(part.location)


def _group_name(location: Location) -> str:
    """Return the name of a requirement's group; "" if its file is a single list."""
    subject = location.subject
    if location.manifest.is_single_list or not isinstance(subject, Requirement):
        return ""
    return subject.group.name


def _frameworks_of(
    start: DependencyList, parts: Sequence[Part], manifests: Mapping[Path, Manifest]
) -> set[str]:
    """Return the ids of the frameworks that a list requires."""
    files = {path for main in _beside(start[0], manifests) for path in _included(main, manifests)}
    groups = _included_groups(start[1], manifests[start[0]])
    reached = {(path, "") for path in files} | {(start[0], name) for name in groups}
    return {part.framework.id for part in parts if _list_of(part) in reached}


def _running(manifest: Manifest) -> list[str]:
    """Return the names of the dependency groups for running the application."""
    groups = group_purposes(manifest.document)
    return [name for name, group in groups.items() if group.purpose is Purpose.RUNTIME]


def _included_groups(name: str, manifest: Manifest) -> list[str]:
    """Return the name of a group, and those of the groups that it includes."""
    inclusions = standard_inclusions(manifest.document)
    by_name = {canonicalize_name(group): group for group in inclusions}
    found = [name]
    for group in found:  # grows during the iteration
        written = map(canonicalize_name, inclusions.get(group, ()))
        included = (by_name[target] for target in written if target in by_name)
        found += (target for target in included if target not in found)
    return found


def _beside(path: Path, manifests: Mapping[Path, Manifest]) -> set[Path]:
    """Return a file and, if it is a main list, the other main lists in its folder."""
    beside = {
        other
        for other, manifest in manifests.items()
        if other.parent == path.parent and _is_main(manifest)
    }
    return beside if path in beside else {path}


def _is_main(manifest: Manifest) -> bool:
    """Return whether a file has the main list of its project.

    Of several requirements files, that is the one called requirements.
    """
    return not manifest.is_single_list or manifest.source.path.stem == "requirements"


def _included(path: Path, manifests: Mapping[Path, Manifest]) -> set[Path]:
    """Return a file and all files that it includes, directly or not."""
    found, waiting = set[Path](), [path]
    while waiting:
        file = waiting.pop()
        if file not in found and file in manifests:
            found.add(file)
            targets = (
                include.target for include in manifests[file].includes if not include.constraint
            )
            waiting += filter(None, (resolve_include(target, file.parent) for target in targets))
    return found
