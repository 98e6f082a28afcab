"""Where the lists of a file lead: included files, packages in folders, members of the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests.model import LocalPackage, Origin
from framesage.manifests.names import canonicalize_name
from framesage.project.include_paths import can_follow, resolve_include
from framesage.project.link import Link
from framesage.project.membership import has_content
from framesage.project.workspaces import workspace_around, workspace_members

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Include
    from framesage.project.manifest_cache import ManifestCache

PACKAGED = ("pyproject.toml", "setup.cfg", "setup.py")
"""The files that say what a package in a folder requires."""


def links_of(manifest: Manifest, cache: ManifestCache, boundary: Path) -> Iterator[Link]:
    """Yield the references in a file, apart from those to constraints."""
    for include in manifest.includes:
        if not include.constraint:
            yield _to_list(include, manifest, cache, boundary)
    for package in _packages(manifest, cache, boundary):
        yield _to_package(package, manifest, cache, boundary)


def cached_links(manifest: Manifest, cache: ManifestCache, boundary: Path) -> tuple[Link, ...]:
    """Return the references in a file; found again if it changes or the cache is to look again."""
    path = manifest.source.path
    known = cache.links.get(path)
    if known is None or known[0] is not manifest:
        known = cache.links[path] = (manifest, tuple(links_of(manifest, cache, boundary)))
    return known[1]


def _to_list(include: Include, manifest: Manifest, cache: ManifestCache, boundary: Path) -> Link:
    target = resolve_include(include.target, manifest.source.path.parent)
    if target is None or not can_follow(target, cache, boundary):
        return Link(include.range, include.group, (), (), is_list=True)
    files = (target,) if cache.text(target) is not None else ()
    return Link(include.range, include.group, files, (target,), is_list=True)


def _to_package(
    package: LocalPackage, manifest: Manifest, cache: ManifestCache, boundary: Path
) -> Link:
    folder = resolve_include(package.path, manifest.source.path.parent)
    if folder is None or not can_follow(folder, cache, boundary):
        return Link(package.range, package.group, (), ())
    candidates = tuple(folder / name for name in PACKAGED)
    names = {entry.name for entry in cache.entries(folder)}
    files = tuple(
        path for path in candidates if path.name in names and _is_read(cache.manifest(path))
    )
    extras = frozenset(map(canonicalize_name, package.extras))
    return Link(package.range, package.group, files, candidates, folder=folder, extras=extras)


def _is_read(manifest: Manifest | None) -> bool:
    """Return whether a file says what a package requires: in a setup.cfg with options, nothing."""
    if manifest is not None and manifest.format == "setup.cfg":
        has_options = any(line.rstrip() == "[options]" for line in manifest.source.lines)
        return has_options or has_content(manifest)
    return has_content(manifest)


def _packages(manifest: Manifest, cache: ManifestCache, boundary: Path) -> Iterator[LocalPackage]:
    """Yield the local packages that a manifest requires; those known by name come last.

    The sources of a workspace hold for its members, too.
    """
    yield from manifest.local_packages
    folder = manifest.source.path.parent
    around = workspace_around(folder, cache, boundary)
    members = workspace_members(around, cache) if around else {}
    sources = {**(_sources(around) if around else {}), **_sources(manifest)}

    def is_local(name: str) -> bool:
        return name in sources or (name in members and members[name] != folder)

    for requirement in manifest.requirements.named(is_local) if members or sources else ():
        if not requirement.url and requirement.origin is Origin.DIRECT:
            path = sources.get(requirement.name) or members.get(requirement.name) or ""
            span, group = requirement.range, requirement.group
            yield LocalPackage(str(path), span, requirement.name, group, requirement.extras)


def _sources(manifest: Manifest) -> Mapping[str, Path | str]:
    """Return the folders of packages by their names; "" for a member of the workspace."""
    folder = manifest.source.path.parent
    return {name: folder / path if path else "" for name, path in manifest.sources.items()}
