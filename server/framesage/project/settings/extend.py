"""The settings that a file extends: those of other files, which it overrides, and of rule packs.

To extend a pack is to name it in ``rule-packs`` or ``rule-paths``: its severities come first.
"""

from __future__ import annotations

import re
from dataclasses import field, replace
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.project.file_error import FileError
from framesage.project.include_paths import relative
from framesage.project.settings.expand import expanded, unset_variable
from framesage.project.settings.model import (
    NO_SETTINGS,
    SETTINGS_FILES,
    Given,
    Origin,
    SettingsLayer,
)
from framesage.project.settings.read import read_settings
from framesage.project.settings.resolve import merge_settings, without
from framesage.project.settings.strings import texts_in
from framesage.text import Range

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.project.manifest_cache import ManifestCache

MOST_NESTED = 10
"""The largest number of files that extend each other in a row."""
MOST_FILES = 50
"""The largest number of files that a file extends, directly and indirectly."""
MOST_CHARACTERS = 1_000_000
"""The largest number of characters in a file that is extended."""
PACK_FILE = "pack.toml"
"""The file that makes a folder a rule pack."""
_OF_ONE_PROJECT = ("description", "root")
_PACK_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(?<!\.toml)")


@frozen
class Extended:
    """What files extend: the settings, the errors, and the ``paths`` of all files behind it.

    A file is among the ``paths`` also if it does not exist.
    """

    layer: SettingsLayer = field(default_factory=dict)
    errors: tuple[FileError, ...] = ()
    paths: frozenset[Path] = frozenset()


@frozen
class _Chain:
    """The files that extend each other in a row, the current one last, and all that were read."""

    files: tuple[Path, ...]
    read: list[Path]

    def then(self, file: Path) -> _Chain:
        self.read.append(file)
        return _Chain((*self.files, file), self.read)


def extended_by(manifest: Manifest, cache: ManifestCache) -> Extended:
    """Return what a file extends; of several files, the later ones override the earlier ones.

    The errors are at its ``extend``.
    """
    return _extended_by(manifest, cache, _Chain((manifest.source.path,), []))


def _extended_by(manifest: Manifest, cache: ManifestCache, chain: _Chain) -> Extended:
    items = texts_in(manifest, "extend")
    return _together(_extended(text, span, chain, cache) for text, span in items)


def _extended(text: str, span: Range, chain: _Chain, cache: ManifestCache) -> Extended:
    """Return what one item of ``extend`` names; an error in there is one at the item."""
    path = chain.files[-1]
    problem = _name_problem(text)
    if problem:
        return Extended(errors=(FileError(path, span, problem),))
    if is_pack_name(text):
        folder = path.parent / text
        if cache.is_file(folder / "framesage.toml") and not cache.is_file(folder / PACK_FILE):
            problem = f"'{text}' is the name of a rule pack; write './{text}' for the folder"
            return Extended(errors=(FileError(path, span, problem),))
        return Extended(_given("rule-packs", text, span, path))
    target = expanded(text, path.parent)
    candidates = _settings_files(target)
    files = [file for file in candidates if cache.is_file(file)]
    pack = cache.is_file(target / PACK_FILE)
    message = "" if pack and not files else _problem(target, files, chain)
    found = Extended() if message else _together(_read(file, cache, chain) for file in files)
    if pack:
        found = _together((found, Extended(_given("rule-paths", text, span, path))))
    errors = (FileError(path, span, f"'{text}' {message}"),) if message else ()
    if found.errors:
        errors = (FileError(path, span, inner_message(found.errors, path.parent)),)
    layer = _extended_at(Origin(path, span, span), found.layer)
    return Extended(layer, errors, found.paths.union(candidates))


def _extended_at(extend: Origin, layer: SettingsLayer) -> SettingsLayer:
    """Return settings with the item of ``extend`` that leads to them, the outermost one."""
    return {
        path: tuple(replace(value, extend=extend) for value in given)
        for path, given in layer.items()
    }


def _given(name: str, item: str, span: Range, path: Path) -> SettingsLayer:
    """Return a list in the settings with one item, which ``extend`` names."""
    return {(name,): (Given([item], path.parent, Origin(path, span, span)),)}


def is_pack_name(text: str) -> bool:
    """Return whether an item of ``extend`` is the name of an installed rule pack, and no path."""
    return _PACK_NAME.fullmatch(text) is not None


def _name_problem(text: str) -> str:
    """Return why a text is not a path, or ""."""
    if not text.strip():
        return "'extend' must not be empty"
    unset = unset_variable(text)
    return f"'{text}': the environment variable '{unset}' is not set" if unset else ""


def _settings_files(target: Path) -> tuple[Path, ...]:
    """Return the files that a path stands for: itself, or those of a folder."""
    if target.suffix == ".toml":
        return (target,)
    return tuple(target / name for name in reversed(SETTINGS_FILES))


def _problem(target: Path, files: list[Path], chain: _Chain) -> str:
    if not files:
        return (
            "does not exist"
            if target.suffix == ".toml"
            else f"has neither a settings file nor a {PACK_FILE}"
        )
    if any(file in chain.files for file in files):
        return "extends this file in turn; remove one of the two"
    if len(chain.files) > MOST_NESTED:
        return f"is one of more than {MOST_NESTED} files that extend each other"
    if len(chain.read) >= MOST_FILES:
        return f"is one of more than {MOST_FILES} files that are extended"
    return ""


def _read(file: Path, cache: ManifestCache, chain: _Chain) -> Extended:
    if len(cache.files.text(file) or "") > MOST_CHARACTERS:
        reason = f"has more than {MOST_CHARACTERS:,} characters; shorten it"
        return Extended(errors=(FileError(file, Range.on_line(0, 0, 0), reason),))
    manifest = cache.settings_file(file)
    if manifest is None:
        reason = cache.why_unread(file)
        return Extended(errors=(FileError(file, Range.on_line(0, 0, 0), reason),))
    own, errors = read_settings(manifest)
    invalid = [
        FileError(file, error.range, f"invalid TOML: {error.message}")
        for error in manifest.syntax_errors
    ]
    below = _extended_by(manifest, cache, chain.then(file))
    layer = merge_settings(below.layer, without(own, _OF_ONE_PROJECT))
    return Extended(layer, (*invalid, *errors, *below.errors), below.paths)


def _together(parts: Iterable[Extended]) -> Extended:
    layer = NO_SETTINGS
    errors: list[FileError] = []
    paths: set[Path] = set()
    for part in parts:
        layer = merge_settings(layer, part.layer)
        errors += part.errors
        paths |= part.paths
    return Extended(layer, tuple(errors), frozenset(paths))


def inner_message(errors: Sequence[FileError], folder: Path) -> str:
    """Return what is wrong in files that a file in a folder extends: the first, and how many."""
    first, others = errors[0], len(errors) - 1
    more = f" (and {others} more)" if others else ""
    name, line = relative(first.path, folder), first.range.start.line + 1
    return f"Correct line {line} of '{name}': {first.message}{more}"
