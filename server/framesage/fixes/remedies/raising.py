"""Write later versions into every list that is installed together with a requirement."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.analysis.installed_together import are_together
from framesage.analysis.location import Location
from framesage.analysis.versions import are_disjoint
from framesage.fixes.draft import Addition
from framesage.fixes.editors import editor_of
from framesage.fixes.main_list import toml_problem
from framesage.fixes.model import Edit
from framesage.fixes.style.lists import style_of
from framesage.fixes.style.raised_specifiers import raise_specifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from framesage.fixes.draft import Draft
    from framesage.fixes.remedies.steps import Step
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Metadata, Requirement
    from framesage.project.model import Project
    from framesage.text import Range


class CannotRaiseError(Exception):
    """A requirement that would have to be changed cannot be; the text is why, as a clause."""


def raise_versions(draft: Draft, steps: Iterable[Step]) -> Draft:
    """Return the draft after some steps; raise CannotRaiseError if one cannot be written."""
    edits: dict[tuple[Path, Range], Edit] = {}
    for step in steps:
        for edit in _edits(step, draft.after):
            edits.setdefault((edit.path, edit.range), edit)
    for path in dict.fromkeys(path for path, _ in edits):
        draft = draft.edited(Addition(path, ""), [edits[key] for key in edits if key[0] == path])
    return draft


def _edits(step: Step, project: Project) -> Iterator[Edit]:
    for location in _to_change(step, project):
        yield from _edits_of(location, step)
    if step.python:
        for manifest in project.manifests:
            for metadata in manifest.metadata:
                yield from _python_edits(metadata, manifest, step.python)


def _to_change(step: Step, project: Project) -> Iterator[Location]:
    """Yield the requirement of a step, and others for the package that exclude its version."""
    yield step.location
    name = cast("Requirement", step.location.subject).name
    for manifest in project.manifests if step.version else ():
        for requirement in () if manifest.compiled else manifest.requirements.named(name.__eq__):
            location = Location(manifest, requirement.range, requirement)
            is_excluding = are_disjoint(requirement.specifier, f">={step.version}")
            is_other = is_excluding and location != step.location
            if is_other and are_together(location, step.location, project):
                yield location


def _edits_of(location: Location, step: Step) -> tuple[Edit, ...]:
    manifest, requirement = location.manifest, cast("Requirement", location.subject)
    problem = _problem(manifest)
    if problem:
        raise CannotRaiseError(f"{manifest.source.path.name} {problem}")
    old = requirement.specifier.strip()
    if step.limit:
        specifier = _limited(old, step.limit)
    elif old:
        specifier = raise_specifier(old, step.version, within_series=step.is_series)
    else:
        specifier = style_of(manifest, requirement).specifier(step.version)
    edits = editor_of(manifest).require(requirement, specifier) if specifier else ()
    if not edits:
        raise CannotRaiseError(f"its version in {manifest.source.path.name} has an unusual form")
    return edits


def _limited(old: str, limit: str) -> str:
    """Return a specifier with a limit, which replaces one that rules it out."""
    return f"{old},{limit}" if old and not are_disjoint(old, limit) else limit


def _problem(manifest: Manifest) -> str:
    """Return why versions in a file cannot be changed, as a predicate; "" if they can."""
    if manifest.compiled:
        return "is generated from another file"
    if manifest.is_single_list and "--hash" in manifest.source.text:
        return "has hashes, which other versions do not match"
    return "is not valid TOML" if toml_problem(manifest) else ""


def _python_edits(metadata: Metadata, manifest: Manifest, version: str) -> Iterator[Edit]:
    """Yield the edit that makes a version of Python the oldest one, unless it is already."""
    written = metadata.value.strip()
    if metadata.key != "requires-python" or are_disjoint(written, f"<{version}"):
        return
    text = _text(manifest, metadata.range)
    raised = raise_specifier(written, version)
    if text.strip() != written or not raised:
        raise CannotRaiseError(f"{manifest.source.path.name} is for an older Python")
    yield Edit(manifest.source.path, metadata.range, text.replace(written, raised))


def _text(manifest: Manifest, span: Range) -> str:
    start, end = span
    line = manifest.source.line(start.line)
    return line[start.character : end.character] if start.line == end.line else ""
