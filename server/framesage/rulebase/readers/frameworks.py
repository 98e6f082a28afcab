"""Read frameworks, package sets, releases, package changes and the comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast, get_args

from framesage.manifests.names import canonicalize_name
from framesage.rulebase.framework_model import (
    ChangeKind,
    Comparison,
    Framework,
    Installer,
    PackageChange,
    PackageSet,
    Release,
)
from framesage.rulebase.names import (
    is_package,
    is_specifier,
    not_a_package,
    not_a_specifier,
    unknown,
)
from framesage.rulebase.vocabulary import read_references

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framesage.rulebase.strict_table import Table

CHANGES: tuple[ChangeKind, ...] = get_args(ChangeKind)
INSTALLED_FORMATS = (
    "environment",
    "pipfile",
    "pixi",
    "poetry",
    "pyproject",
    "requirements",
    "setup.cfg",
    "setup.py",
)
"""The formats of files that an installer reads."""
CANDIDATES_ONLY = ("comparison", "covers")
"""The keys that only candidates have; the first one is read after the comparison."""
_BOUND = re.compile(r"<\s*([0-9][0-9.]*)$")
_SERIES = re.compile(r"\d+\.\d+")
_BESIDE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)>=([0-9]+(?:\.[0-9]+)*)")
_NEEDED: dict[str, tuple[str, ...]] = {
    "broken": ("framework", "since"),
    "included": ("framework", "since"),
    "backport": ("python",),
}
"""The keys that a change of a kind must have."""


def read_framework(
    table: Table, claims: Collection[str], strengths: Mapping[str, float]
) -> Framework:
    """Read a ``[[framework]]``; the table of its comparison is read later."""
    other = table.flag("other")
    if table.flag("candidate") and other:
        table.fail("candidate", "a framework is either a 'candidate' or an 'other' one")
    table.read.update(CANDIDATES_ONLY)
    for key in CANDIDATES_ONLY:
        if other and key in table.raw:
            table.fail(key, f"'{key}' is for candidates only")
    plugins = table.table("plugins")
    framework = Framework(
        id=table.identifier(),
        title=table.text("title"),
        packages=table.packages("packages"),
        references=read_references(table, claims, required=not other),
        other=other,
        strength=table.strength("strength", strengths, default=0.0),
        plugin_prefixes=plugins.texts("prefixes"),
        plugin_suffixes=plugins.texts("suffixes"),
        plugin_packages=plugins.packages("packages"),
        plugin_exceptions=plugins.packages("except"),
        plugin_strength=plugins.strength(
            "strength", strengths, default=0.0 if not plugins.raw else None
        ),
        bundled_by=table.packages("bundled-by"),
        first_steps=table.texts("first-steps"),
        covers=table.texts("covers"),
    )
    plugins.finish()
    if not framework.packages:
        table.fail("packages", "'packages' is missing: the framework's own distributions")
    return framework


def read_installer(table: Table) -> Installer:
    """Read an ``[[installer]]``."""
    return Installer(
        format=table.choice("format", "format", INSTALLED_FORMATS),
        command=table.text("command"),
        lock=table.text("lock", ""),
    )


def read_package_set(table: Table) -> PackageSet:
    """Read a ``[[package-set]]``."""
    return PackageSet(id=table.identifier(), packages=table.packages("packages", required=True))


def read_release(table: Table, frameworks: Collection[str]) -> Release:
    """Read a ``[[release]]``."""
    release = Release(
        framework=table.choice("framework", "framework", frameworks),
        series=table.text("series"),
        security_until=table.day("security-until"),
        lts=table.flag("lts"),
        source=table.page("source", required=True),
        python=table.text("python", ""),
    )
    if not _SERIES.fullmatch(release.series):
        table.fail("series", "'series' must be like \"4.2\"")
    _check_python(table, release.python)
    return release


def read_change(table: Table, frameworks: Collection[str]) -> PackageChange:
    """Read a ``[[change]]``."""
    kind = cast("ChangeKind", table.choice("kind", "kind of change", CHANGES))
    needed = _NEEDED.get(kind, ())
    versions = table.text("versions", "")
    bound = _BOUND.search(versions)
    fixed = table.text("fixed", bound.group(1) if bound and kind == "broken" else "")
    of_any = "framework" not in needed and "framework" not in table.raw
    change = PackageChange(
        package=table.text("package"),
        framework="" if of_any else table.choice("framework", "framework", frameworks),
        kind=kind,
        words=table.text("words", "" if fixed or kind == "backport" else None),
        source=table.page("source", required=True),
        since=table.text("since", None if "since" in needed else ""),
        versions=versions,
        python=table.text("python", None if "python" in needed else ""),
        checked=table.day("checked"),
        beside=_read_beside(table),
        replacement=table.packages("replacement"),
        fixed=fixed,
    )
    _check_change(table, change)
    return change


def _read_beside(table: Table) -> tuple[str, str] | None:
    """Read the condition on another package: its name, and the version that it needs at least."""
    text = table.text("with", "")
    parts = _BESIDE.fullmatch(text)
    if parts:
        return canonicalize_name(parts.group(1)), parts.group(2)
    if text:
        table.fail("with", f"'{text}' must be a package with its first version, \"redis>=4.2\"")
    return None


def _check_change(table: Table, change: PackageChange) -> None:
    if not is_package(change.package):
        table.fail("package", not_a_package(change.package))
    if change.since and not _SERIES.fullmatch(change.since):
        table.fail("since", "'since' must be a release of the framework like \"4.2\"")
    if change.since and not change.framework:
        table.fail("since", "'since' needs the 'framework' that has this release")
    if change.versions and not is_specifier(change.versions):
        table.fail("versions", not_a_specifier(change.versions))
    _check_python(table, change.python)


def _check_python(table: Table, version: str) -> None:
    if version and not _SERIES.fullmatch(version):
        table.fail("python", "'python' must be a version of Python like \"3.10\"")


def read_comparison(
    table: Table, claims: Collection[str], traits: Collection[str], candidates: Collection[str]
) -> Comparison:
    """Read a row of the ``[[comparison]]``, with words for each candidate."""
    about = table.texts("traits")
    for position, name in enumerate(about):
        if name not in traits:
            table.errors.add(table.location.at("traits", position), unknown("trait", name, traits))
    return Comparison(
        topic=table.text("topic"),
        words={name: table.text(name, "") for name in candidates},
        references=read_references(table, claims),
        traits=about,
    )
