"""The fix that corrects a misspelled name in the settings: a key, a trait, a rule or a value."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.advice.builtin_findings import known_names
from framesage.fixes.model import Edit, Fix, FixKind
from framesage.project.settings.schema import correction
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment, Finding
    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Setting

_KEY_PART = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'|[^\s."\']+')
_TOP = {"pyproject": ("tool", "framesage"), "framesage": ()}


def correct_name(finding: Finding, assessment: Assessment) -> Iterator[Fix]:
    """Yield the fix that changes a name in the settings to the one that it probably stands for.

    None if the table has the correct name as well, since a key cannot be there twice.
    """
    manifest, known = finding.location.manifest, known_names(assessment.rule_base)
    for setting in manifest.settings:
        if finding.location.range not in (setting.key_range, setting.value_range):
            continue
        found = correction(setting.path, setting.value, known)
        if found is None:
            continue
        part = found.part
        span = _of_value(setting, manifest) if part is None else _of_key(setting, part, manifest)
        if span and not (part is not None and _is_set(setting, part, found.name, manifest)):
            edit = Edit(manifest.source.path, span, found.name)
            yield Fix(f"Change to `{found.name}`", FixKind.CLEAN_UP, (edit,), preferred=True)


def _is_set(setting: Setting, part: int, name: str, manifest: Manifest) -> bool:
    path = (*setting.path[:part], name)
    return any(other.path[: part + 1] == path for other in manifest.settings)


def _of_value(setting: Setting, manifest: Manifest) -> Range | None:
    """Return the range of a value between its quotes."""
    entries = manifest.document.flat
    values = (entry.value for entry in entries if entry.value.range == setting.value_range)
    return next((value.content for value in values if value.kind == "string"), None)


def _of_key(setting: Setting, part: int, manifest: Manifest) -> Range | None:
    """Return the range of a part of a setting's path: in its key, or in that of a table around it.

    A table is written as a header, or as the beginning of a dotted key or of an inline table.
    """
    path = (*_TOP.get(manifest.format, ()), *setting.path)
    position = len(_TOP.get(manifest.format, ())) + part
    document = manifest.document
    keys = [(entry.path, entry.key_range) for entry in document.flat]
    headers = [(header.path, header.range) for header in document.headers]
    for found, span in (*keys, *headers):
        if len(found) > position and found == path[: len(found)]:
            number, start = span.start.line, span.start.character
            line = manifest.source.line(number)[: span.end.character]
            parts = [match.span() for match in _KEY_PART.finditer(line, start)]
            index = position - (len(found) - len(parts))
            if 0 <= index < len(parts):
                return Range.on_line(number, *_without_quotes(line, *parts[index]))
    return None


def _without_quotes(line: str, start: int, end: int) -> tuple[int, int]:
    is_quoted = line[start] in "\"'" and end - start > 1
    return (start + 1, end - 1) if is_quoted else (start, end)
