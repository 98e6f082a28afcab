"""Which part of a project uses which framework, as far as files, groups and extras tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from framesage.analysis.model import Location, Part
from framesage.manifests.model import Origin, Purpose, Requirement
from framesage.project.includes import resolve_include
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.inference import WorkingMemory
    from framesage.manifests.manifest import Manifest
    from framesage.project.model import Project
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase

List = tuple[Path, str]
"""A list of requirements: the file it stands in, and the name of its group or extra."""


def find_parts(memory: WorkingMemory, rule_base: RuleBase) -> tuple[Part, ...]:
    """Return the locations that ask for a framework in question, in the order of the text."""
    found = (
        Part(framework, location)
        for framework in rule_base.candidates
        for location in _locations(memory, framework)
    )
    return tuple(sorted(found, key=lambda one: (one.location.path, one.location.range)))


def _locations(memory: WorkingMemory, framework: Framework) -> Iterator[Location]:
    for name in framework.packages:
        for seen in memory.observed(symbols.package(name)):
            location = cast("Location", seen.location)
            if (
                isinstance(location.subject, Requirement)
                and location.subject.origin is Origin.DIRECT
            ):
                yield location


def in_several_lists(parts: Sequence[Part]) -> bool:
    """Tell whether frameworks stand in different lists, so that it helps to name these."""
    return len({one.framework.id for one in parts}) > 1 and len({list_of(p) for p in parts}) > 1


def stand_apart(parts: Sequence[Part], project: Project) -> bool:
    """Tell whether no list that runs the application brings more than one framework.

    A list brings what stands in it, in the files it includes, and in its file's main list; that is
    one with those of the project's other files beside it, such as a requirements.txt.
    """
    manifests = {one.source.path: one for one in project.manifests}
    running = [part for part in parts if _runs(part)]
    lists = {list_of(part) for part in running}
    lists |= {(path, "") for path, manifest in manifests.items() if _is_main(manifest)}
    return all(len(_brought(one, running, manifests)) < 2 for one in lists)


def _runs(part: Part) -> bool:
    subject = part.location.subject
    return isinstance(subject, Requirement) and subject.group.purpose is Purpose.RUNTIME


def list_of(part: Part) -> List:
    """Return the list that a part's requirement stands in."""
    return part.location.path, _group_name(part.location)


def _group_name(location: Location) -> str:
    """Return the group's name, "" where a file is one list, whatever its own name says."""
    named = isinstance(location.subject, Requirement) and not location.manifest.is_single_list
    return (
        location.subject.group.name if named and isinstance(location.subject, Requirement) else ""
    )


def _brought(start: List, parts: Sequence[Part], manifests: Mapping[Path, Manifest]) -> set[str]:
    files = {path for one in _beside(start[0], manifests) for path in _included(one, manifests)}
    reached = {(path, "") for path in files} | {start}
    return {part.framework.id for part in parts if list_of(part) in reached}


def _beside(path: Path, manifests: Mapping[Path, Manifest]) -> set[Path]:
    """Return a file and, if it is one that lists what its project requires, those beside it."""
    beside = {one for one in manifests if one.parent == path.parent and _is_main(manifests[one])}
    return beside if path in beside else {path}


def _is_main(manifest: Manifest) -> bool:
    """Tell whether a file is its project's main list: of several requirements files, the one that
    is called just that."""
    return not manifest.is_single_list or manifest.source.path.stem == "requirements"


def _included(path: Path, manifests: Mapping[Path, Manifest]) -> set[Path]:
    """Return a file and all files it includes, directly or not."""
    found, waiting = set[Path](), [path]
    while waiting:
        one = waiting.pop()
        if one not in found and one in manifests:
            found.add(one)
            includes = (each.target for each in manifests[one].includes if not each.constraint)
            waiting += filter(None, (resolve_include(target, one.parent) for target in includes))
    return found


def part_name(part: Part, project: Project) -> str:
    """Return how people call the list: a file, or a group or an extra of one."""
    group, path = _group_name(part.location), project.relative(part.location.path)
    if not group:
        return path
    subject = part.location.subject
    extra = isinstance(subject, Requirement) and subject.group.purpose is Purpose.OPTIONAL
    name = f"the {'extra' if extra else 'group'} `{group}`"
    return name if len(project.manifests) == 1 else f"{name} of {path}"
