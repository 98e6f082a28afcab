"""Completion of packages in dependency lists: those that the project lacks by the rule base.

Whether a name can be written at a position is decided by the reader of the file's format, which
reads the text with a placeholder there. So completion works in every format and in broken files.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from framesage.editing.settings_completion import Suggestion
from framesage.explanation.kits import kits_to_show
from framesage.frozen import frozen
from framesage.manifests import reader_or_default
from framesage.manifests.model import Origin, Purpose
from framesage.rulebase import symbols
from framesage.text import Range, Source
from framesage.wording.grammar import capitalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from framesage.advice.model import Assessment
    from framesage.explanation.kits import Kit, KitEntry
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement
    from framesage.text import Position

MOST_PER_NEED = 3
"""How many packages are suggested for one need; the most common ones come first."""

_PLACEHOLDER = "framesage-completion-placeholder"
_NAME_START, _NAME_REST = re.compile(r"[A-Za-z0-9]"), re.compile(r"[\w.-]*")
_ITEM, _KEY = "{}", '{} = "*"'


@frozen
class MissingPackage:
    """A package that a project may add, its purpose in a few words, and the reason in Markdown."""

    name: str
    purpose: str
    reason: str


def complete_packages(
    manifest: Manifest, position: Position, assessment: Assessment
) -> list[Suggestion]:
    """Return the packages to suggest at a position, best first; none outside of a list."""
    packages: dict[str, MissingPackage] = {}
    for package in _missing_packages(assessment) if assessment.web else ():
        packages.setdefault(package.name, package)
    template = _template(manifest, position) if packages and not manifest.compiled else ""
    if not template:
        return []
    span = _name_range(manifest.source, position)
    return [
        Suggestion(
            package.name, template.format(package.name), package.purpose, span, package.reason
        )
        for package in packages.values()
    ]


def _missing_packages(assessment: Assessment) -> Iterator[MissingPackage]:
    """Yield the packages that findings propose, then those for what the project lacks."""
    for finding in assessment.findings:
        rule = assessment.rule_base.advice.get(finding.rule)
        if rule and rule.fix and rule.fix.add:
            yield MissingPackage(rule.fix.add, rule.title, f"{finding.message}\n\n{rule.why}")
    kits = kits_to_show(assessment)
    for kit in kits:
        if kit.framework == assessment.framework.candidate:
            yield from _for_needs(kit, kits, assessment)


def _for_needs(kit: Kit, kits: Sequence[Kit], assessment: Assessment) -> Iterator[MissingPackage]:
    """Yield the packages of a kit for what the project neither has nor gets from the framework."""
    chosen = {
        name
        for entry in kit.entries
        if _is_settled(entry, assessment)
        for name in (*entry.packages, *entry.alternatives)
    }
    for entry in kit.entries:
        if entry.packages and not entry.locations:
            suggested = _suggested(entry, kit, assessment)
            names = (name for name in suggested if name not in chosen)
            yield from islice(_for_need(entry, names, kits), MOST_PER_NEED)


def _suggested(entry: KitEntry, kit: Kit, assessment: Assessment) -> tuple[str, ...]:
    """Return the packages to suggest, if the project has what they extend."""
    need = assessment.rule_base.needs[entry.id]
    extended = need.provisions[kit.framework.id].only_with
    has_extended = any(assessment.memory.observed(symbols.package(name)) for name in extended)
    suggested = (*entry.packages, *entry.alternatives) if has_extended or not extended else ()
    return tuple(name for name in suggested if name not in need.duplicates())


def _is_settled(entry: KitEntry, assessment: Assessment) -> bool:
    """Return whether the project has chosen a package, so that another would duplicate it."""
    names = {getattr(location.subject, "name", "") for location in entry.locations}
    return not names <= set(assessment.rule_base.needs[entry.id].duplicates())


def _for_need(
    entry: KitEntry, names: Iterable[str], kits: Sequence[Kit]
) -> Iterator[MissingPackage]:
    lines = [f"For {entry.need}. Relevant trait: *{entry.found.trait.title}*."]
    lines += [
        f"{kit.framework.title} includes this, as `{other.included}`: <{other.url}>."
        for kit in kits
        for other in kit.entries
        if other.id == entry.id and other.included
    ]
    for name in names:
        yield MissingPackage(name, capitalize(entry.need), "\n\n".join(lines))


def _template(manifest: Manifest, position: Position) -> str:
    """Return how a name is written at a position, as an item or a key; "" if it cannot be."""
    start, end = _name_range(manifest.source, position)
    line = manifest.source.line(position.line)
    before, after = line[: start.character], line[end.character :]
    for template in (_ITEM, _KEY) if not after.strip() else (_ITEM,):
        text = before + template.format(_PLACEHOLDER) + after
        requirements = _read_with(manifest, position.line, text)
        if any(
            requirement.name == _PLACEHOLDER and _runs(requirement) for requirement in requirements
        ):
            return template
    return ""


def _read_with(manifest: Manifest, number: int, line: str) -> tuple[Requirement, ...]:
    """Return the requirements of a file with another text in one line."""
    source, path = manifest.source, manifest.source.path
    if manifest.is_single_list:  # may have thousands of lines, and each is independent
        above = source.line(number - 1) if source.line(number - 1).endswith("\\") else ""
        lines = [above, line]
    else:
        lines = [*source.lines[:number], line, *source.lines[number + 1 :]]
    return tuple(reader_or_default(path)(Source(path, "\n".join(lines))).requirements)


def _runs(requirement: Requirement) -> bool:
    is_direct = requirement.origin is Origin.DIRECT
    return is_direct and requirement.group.purpose is not Purpose.DEVELOPMENT


def _name_range(source: Source, position: Position) -> Range:
    """Return the range of the name around a position, which may be empty."""
    line, character = source.line(position.line), position.character
    typed = _NAME_REST.match(line[:character][::-1])  # from the end: linear in the line's length
    first = character - (typed.end() if typed else 0)
    before, after = _NAME_START.search(line, first, character), _NAME_REST.match(line, character)
    start = before.start() if before else character
    return Range.on_line(position.line, start, after.end() if after and before else character)
