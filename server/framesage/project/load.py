"""Load a project: its manifests in their roles, and the settings that apply to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.manifests import is_python
from framesage.project.code_folder import code_layout
from framesage.project.discover import discover, repository_root
from framesage.project.file_error import FileError
from framesage.project.includes import project_files
from framesage.project.library_folder import LOCAL_PACKAGE, is_local_package
from framesage.project.local_packages import find_local_packages
from framesage.project.lockfiles import with_locks
from framesage.project.manifest_cache import ManifestCache, Role, as_cache, is_development
from framesage.project.membership import Neighborhood, is_list
from framesage.project.model import Project
from framesage.project.pins import with_pins
from framesage.project.readme import find_readme
from framesage.project.settings.cascade import find_script_settings, find_settings
from framesage.project.settings.model import NO_SETTINGS, SETTINGS_FILES, SettingsLayer
from framesage.project.settings.resolve import settings_for, with_editor_settings
from framesage.text import Range, Source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from framesage.manifests.manifest import Manifest
    from framesage.project.filesystem import FileSystem
    from framesage.project.glob import Glob
    from framesage.project.settings.model import Settings


def load_project(
    root: Path,
    files: FileSystem,
    boundary: Path | None = None,
    overrides: SettingsLayer = NO_SETTINGS,
) -> Project:
    """Load the project at ``root``: a folder, or a script with inline metadata.

    ``boundary`` is the folder outside which no includes are followed (default: the repository's
    root). ``overrides`` are the editor's settings, which take precedence over the project's.
    Given a ``ManifestCache``, only text that is new to it is parsed.
    """
    cache = as_cache(files)
    boundary = boundary or repository_root(root, files)
    if (is_python(root) or cache.is_named(root)) and cache.is_file(root):
        return _load_script(root, cache, boundary, overrides)
    found = find_settings(root, cache, boundary)
    written = with_editor_settings(found.layer, overrides)
    settings = settings_for(root, written)
    roles = project_files(root, cache, boundary, settings.exclude)
    read = [cache.in_role(path, role) for path, role in roles.items()]
    locked = [with_locks(manifest, cache, boundary) for manifest in read if manifest is not None]
    held = with_pins(locked, roles)
    manifests = sorted(held, key=lambda file: _order(file, roles[file.source.path], root))
    layout = code_layout(root, cache, boundary, settings.exclude) if settings.layout else ()
    if settings.layout and is_local_package(root, manifests, layout, cache):
        layout = (*layout, LOCAL_PACKAGE)
    has_only_settings = all(manifest.format == "framesage" for manifest in manifests)
    shares = has_only_settings or any(path[0] == "ignore" for path in found.layer)
    is_outer = shares and _has_projects_below(root, cache, settings.exclude)
    read_errors = tuple(_read_errors(roles, cache))
    readme = find_readme(root, manifests, cache, boundary, settings)
    return Project(
        root=root,
        manifests=tuple(manifests),
        settings=settings,
        settings_errors=found.errors,
        layout=layout,
        shares_ignores=is_outer and bool(settings.ignore),
        boundary=boundary,
        read_errors=read_errors,
        readme=readme,
        tool_settings=_tool_settings(root, roles, cache),
        only_shares_settings=has_only_settings and is_outer,
        local=find_local_packages(manifests, roles, cache, boundary),
        around=_around(root, cache, boundary),
        written=written,
        outer_errors=found.outer_errors,
        extended=found.extended,
        baseline=_baseline(settings, cache),
        unread_baseline=_unread_baseline(settings, cache),
        roles=roles,
    )


def _baseline(settings: Settings, cache: ManifestCache) -> Source | None:
    """Return the baseline that the settings name, if it can be read."""
    path = Path(settings.baseline)
    text = cache.text(path) if settings.baseline else None
    return None if text is None else Source(path, text)


def _unread_baseline(settings: Settings, cache: ManifestCache) -> str:
    return cache.why_unread(Path(settings.baseline)) if settings.baseline else ""


def _around(root: Path, cache: ManifestCache, boundary: Path) -> tuple[Manifest, ...]:
    """Return the dependency files of the closest folder above that has any, in the repository."""
    above = root.parents if root.is_relative_to(boundary) else ()
    for folder in above:
        if not folder.is_relative_to(boundary):
            break
        found = [cache.manifest(path) for path in Neighborhood(folder, cache).own_files()]
        if found:
            return tuple(filter(None, found))
    return ()


def _tool_settings(root: Path, paths: Collection[Path], cache: ManifestCache) -> Manifest | None:
    path = root / SETTINGS_FILES[0]
    return None if path in paths or not cache.is_file(path) else cache.manifest(path)


def _read_errors(paths: Iterable[Path], cache: ManifestCache) -> Iterator[FileError]:
    """Yield an error for each file that cannot be read."""
    for path in paths:
        reason = cache.read_error(path)
        if reason:
            yield FileError(path, Range.on_line(0, 0, 0), f"{path.name} cannot be read: {reason}")


def _has_projects_below(root: Path, cache: ManifestCache, exclude: Sequence[Glob]) -> bool:
    """Return whether there are projects below that are not excluded.

    The result is reused until the root's entries or the patterns change.
    """
    key = cache.entries(root), tuple(exclude)
    known = cache.with_projects_below.get(root)
    if known is None or known[0] != key:
        found = any(other != root for other in discover(root, cache, exclude))
        known = cache.with_projects_below[root] = (key, found)
    return known[1]


def _load_script(
    path: Path, cache: ManifestCache, boundary: Path, overrides: SettingsLayer
) -> Project:
    """Load a script; its own settings take precedence over those of the folders around it."""
    manifest = cache.manifest(path) if cache.is_script(path) else None
    if manifest:
        found = find_script_settings(manifest, cache, boundary)
    else:
        found = find_settings(path.parent, cache, boundary)
    written = with_editor_settings(found.layer, overrides)
    settings = settings_for(path, written)
    return Project(
        root=path.parent,
        manifests=(manifest,) if manifest else (),
        settings=settings,
        settings_errors=found.errors if manifest else (),
        script=path,
        boundary=boundary,
        written=written,
        outer_errors=found.outer_errors,
        extended=found.extended,
        baseline=_baseline(settings, cache),
        unread_baseline=_unread_baseline(settings, cache),
    )


def _order(manifest: Manifest, role: Role, root: Path) -> tuple[object, ...]:
    """Return a sort key: files closest to the root first, among them the main ones first."""
    path = manifest.source.path
    depth = len(path.parts) - len(root.parts)
    aside = 2 if role != Role() else int(is_development(manifest))
    named = path.stem.lower() == "requirements"
    return not path.is_relative_to(root), depth, is_list(path), aside, not named, path.as_posix()
