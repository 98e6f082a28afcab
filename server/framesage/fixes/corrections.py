"""The fix that corrects a misspelled name in the settings: a key, a trait, a rule or a value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_findings import known_names
from framesage.fixes.model import Edit, Fix, FixKind
from framesage.project.settings.corrections import correction
from framesage.project.settings.ranges import part_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Setting
    from framesage.text import Range


def correct_name(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that changes a name in the settings to the one that it probably stands for.

    None if the table has the correct name as well, since a key cannot be there twice.
    """
    manifest, known = finding.location.manifest, known_names(assessment.rule_base)
    fixes: dict[Edit, Fix] = {}
    for setting in manifest.settings:
        found = correction(setting.path, setting.value, known)
        if found is None:
            continue
        part = found.part
        span = _of_value(setting, manifest) if part is None else part_range(setting, part, manifest)
        is_here = finding.location.range in (setting.key_range, setting.value_range, span)
        if (
            is_here
            and span
            and not (part is not None and _is_set(setting, part, found.name, manifest))
        ):
            edit = Edit(manifest.source.path, span, found.name)
            title = f"Change to `{found.name}`"
            fixes[edit] = Fix(title, FixKind.CLEAN_UP, (edit,), preferred=True)
    yield from fixes.values()


def _is_set(setting: Setting, part: int, name: str, manifest: Manifest) -> bool:
    path = (*setting.path[:part], name)
    return any(other.path[: part + 1] == path for other in manifest.settings)


def _of_value(setting: Setting, manifest: Manifest) -> Range | None:
    """Return the range of a string between its quotes, or of a date."""
    entries = manifest.document.flat
    values = (entry.value for entry in entries if entry.value.range == setting.value_range)
    return next((value.content for value in values if value.kind in ("string", "other")), None)
