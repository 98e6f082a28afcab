"""Errors in custom rules, reported where the settings name the path or the pack."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.project.custom_rules import rule_packs_in, rule_paths_in
from framesage.project.file_error import FileError
from framesage.project.settings.expand import unset_variable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.custom_rules import RulePath
    from framesage.rulebase import RuleError


def rule_source_errors(
    manifests: Iterable[Manifest], rule_errors: Sequence[RuleError]
) -> Iterator[FileError]:
    """Yield an error for each path and pack with errors: the first one, and how many more."""
    for manifest in manifests if rule_errors else ():
        yield from _path_errors(manifest, rule_errors)
        yield from _pack_errors(manifest, rule_errors)


def _path_errors(manifest: Manifest, rule_errors: Sequence[RuleError]) -> Iterator[FileError]:
    errors_below: dict[Path, list[RuleError]] = {}
    for error in rule_errors:
        for path in (error.path, *error.path.parents) if error.line else ():
            errors_below.setdefault(path, []).append(error)
    for rule_path in rule_paths_in(manifest):
        found = errors_below.get(rule_path.path)
        if found:
            message = _path_message(rule_path, found[0]) + _more(found)
            yield FileError(manifest.source.path, rule_path.written.range, message)


def _path_message(rule_path: RulePath, error: RuleError) -> str:
    unset = unset_variable(rule_path.written.text)
    if unset:
        return f"Set the environment variable {unset}, which is in '{rule_path.written.text}'."
    name = PurePosixPath(rule_path.written.text, *error.path.relative_to(rule_path.path).parts)
    if (error.line, error.column) == (1, 1):
        return f"rule-paths: '{name}' {error.message}"
    return f"Correct line {error.line} of '{name}': {error.message}"


def _pack_errors(manifest: Manifest, rule_errors: Sequence[RuleError]) -> Iterator[FileError]:
    paths = {rule_path.path for rule_path in rule_paths_in(manifest)}
    errors_in: dict[str, list[RuleError]] = {}
    for error in rule_errors:
        if not error.line or paths.isdisjoint((error.path, *error.path.parents)):
            errors_in.setdefault(error.pack, []).append(error)
    for item in rule_packs_in(manifest):
        found = errors_in.get(canonicalize_name(item.text))
        if found:
            message = _pack_message(found[0]) + _more(found)
            yield FileError(manifest.source.path, item.range, message)


def _pack_message(error: RuleError) -> str:
    if not error.line:
        return f"rule-packs: {error.message}"
    name = f"'{error.path.name}' in the pack {error.pack}"
    if (error.line, error.column) == (1, 1):
        return f"rule-packs: {name} {error.message}"
    return f"Correct line {error.line} of {name}: {error.message}"


def _more(found: Sequence[RuleError]) -> str:
    return f" (and {len(found) - 1} more)" if len(found) > 1 else ""
