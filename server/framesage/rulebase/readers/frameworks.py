"""Read frameworks, package sets, releases, package changes and the comparison."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from framesage.manifests.names import canonicalize_name
from framesage.rulebase.framework_model import (
    Comparison,
    Framework,
    Installer,
    PackageChange,
    PackageSet,
    Release,
)
from framesage.rulebase.tables.types import Strength

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from framesage.rulebase.framework_model import ChangeKind
    from framesage.rulebase.strict_table import Table

CANDIDATES_ONLY = ("comparison", "covers")
"""The keys that only candidates have; the first one is read after the comparison."""
_BOUND = re.compile(r"<\s*([0-9][0-9.]*)$")
_BESIDE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)>=([0-9]+(?:\.[0-9]+)*)")
_NEEDED: dict[str, tuple[str, ...]] = {
    "broken": ("framework", "since"),
    "included": ("framework", "since"),
    "backport": ("python",),
}
"""The keys that a change of a kind must have."""


def read_framework(table: Table, strengths: Mapping[str, float]) -> Framework:
    """Read a ``[[framework]]``; the table of its comparison is read later."""
    other = table.flag("other")
    if table.flag("candidate") and other:
        table.fail("candidate", "a framework is either a 'candidate' or an 'other' one")
    for key in CANDIDATES_ONLY:
        if other and key in table.raw:
            table.fail(key, f"'{key}' is for candidates only")
    plugins = table.table("plugins")
    if plugins.raw and "strength" not in plugins.raw:
        plugins.fail("strength", f"'strength' is missing: {Strength().words}")
    return Framework(
        id=table.text("id"),
        title=table.text("title"),
        packages=table.texts("packages"),
        references=table.texts("references"),
        other=other,
        strength=table.strength("strength", strengths, default=0.0),
        plugin_prefixes=plugins.texts("prefixes"),
        plugin_suffixes=plugins.texts("suffixes"),
        plugin_packages=plugins.texts("packages"),
        plugin_exceptions=plugins.texts("except"),
        plugin_strength=plugins.strength("strength", strengths, default=0.0),
        bundled_by=table.texts("bundled-by"),
        first_steps=table.texts("first-steps"),
        covers=table.texts("covers"),
    )


def read_installer(table: Table) -> Installer:
    """Read an ``[[installer]]``."""
    return Installer(
        format=table.text("format"),
        command=table.text("command"),
        lock=table.text("lock"),
    )


def read_package_set(table: Table) -> PackageSet:
    """Read a ``[[package-set]]``."""
    return PackageSet(id=table.text("id"), packages=table.texts("packages"))


def read_release(table: Table) -> Release:
    """Read a ``[[release]]``."""
    return Release(
        framework=table.text("framework"),
        series=table.text("series"),
        security_until=table.day("security-until"),
        lts=table.flag("lts"),
        source=table.text("source"),
        python=table.text("python"),
    )


def read_change(table: Table) -> PackageChange:
    """Read a ``[[change]]``."""
    kind = cast("ChangeKind", table.text("kind"))
    versions = table.text("versions")
    bound = _BOUND.search(versions)
    fixed = table.text("fixed", bound.group(1) if bound and kind == "broken" else "")
    _check_change(table, kind, fixed)
    return PackageChange(
        package=table.text("package"),
        framework=table.text("framework"),
        kind=kind,
        words=table.text("words"),
        source=table.text("source"),
        since=table.text("since"),
        versions=versions,
        python=table.text("python"),
        checked=table.day("checked"),
        beside=_read_beside(table),
        replacement=table.texts("replacement"),
        fixed=fixed,
    )


def _read_beside(table: Table) -> tuple[str, str] | None:
    """Read the condition on another package: its name, and the version that it needs at least."""
    text = table.text("with")
    parts = _BESIDE.fullmatch(text)
    if parts:
        return canonicalize_name(parts.group(1)), parts.group(2)
    if text:
        table.fail("with", f"'{text}' must be a package with its first version, \"redis>=4.2\"")
    return None


def _check_change(table: Table, kind: str, fixed: str) -> None:
    """Report what the kind of a change needs."""
    needed = (
        _NEEDED.get(kind, ()) if fixed or kind == "backport" else ("words", *_NEEDED.get(kind, ()))
    )
    for key in needed:
        if key not in table.raw:
            table.fail(key, f"'{key}' is missing: a change of the kind '{kind}' needs it")


def read_comparison(table: Table, candidates: Collection[str]) -> Comparison:
    """Read a row of the ``[[comparison]]``, with words for each candidate."""
    return Comparison(
        topic=table.text("topic"),
        words={name: table.text(name) for name in candidates},
        references=table.texts("references"),
        traits=table.texts("traits"),
    )
