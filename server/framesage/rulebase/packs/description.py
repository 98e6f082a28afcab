"""Read the description of a pack, ``pack.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage import __version__
from framesage.manifests.names import canonicalize_name
from framesage.rulebase.errors import RuleErrors
from framesage.rulebase.location import SourceLocation
from framesage.rulebase.names import (
    is_package,
    is_specifier,
    not_a_package,
    not_a_specifier,
    unknown,
)
from framesage.rulebase.packs.model import Pack
from framesage.rulebase.parsing import read_files
from framesage.rulebase.strict_table import Table
from framesage.severity import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from framesage.rulebase.packs.model import PackFiles


def read_pack(found: PackFiles, texts: Mapping[Path, str] | None = None) -> Pack | None:
    """Return the description of a pack, or None for rule files without one.

    Raises RuleBaseError with all errors: also for a pack that needs another version of Framesage.
    """
    if found.pack_file is None:
        return None
    errors = RuleErrors()
    (file,) = read_files([found.pack_file], texts)
    document = Table(file.tables, SourceLocation(file.path), errors)
    if "pack" not in document.raw:
        document.fail("pack", "'[pack]' is missing: a table with the name and version of the pack")
    table = document.table("pack")
    pack = _pack(table, document.table("severities"), found.root)
    if "pack" in document.raw:
        _check(pack, table, found)
        table.finish()
    document.finish()
    errors.raise_if_any()
    return pack


def _pack(table: Table, severities: Table, root: Path) -> Pack:
    return Pack(
        name=table.text("name"),
        version=table.text("version"),
        root=root,
        location=table.location,
        requires=table.text("requires-framesage", ""),
        description=table.text("description", ""),
        severities=_severities(severities),
    )


def _severities(table: Table) -> dict[str, str]:
    for rule, severity in table.raw.items():
        if not isinstance(severity, str) or severity not in SEVERITIES:
            choices = ", ".join(f"'{name}'" for name in SEVERITIES)
            table.fail(rule, f"the severity of '{rule}' must be one of {choices}")
    return {rule: str(severity) for rule, severity in table.raw.items()}


def _check(pack: Pack, table: Table, found: PackFiles) -> None:
    if pack.name != "?" and not is_package(pack.name):
        table.fail("name", not_a_package(pack.name))
    elif found.name and canonicalize_name(found.name) != pack.name:
        table.fail("name", f"the entry point of this pack has another name: '{found.name}'")
    if pack.requires and not is_specifier(pack.requires):
        table.fail("requires-framesage", not_a_specifier(pack.requires))
    elif pack.requires and not _admits(pack.requires):
        message = f"needs Framesage {pack.requires}, and this is {__version__}; "
        table.fail("requires-framesage", message + "install another version of either")


def _admits(specifier: str) -> bool:
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(specifier).contains(__version__, prereleases=True)


def unknown_severities(pack: Pack, known: frozenset[str]) -> list[tuple[str, str]]:
    """Return the ids of rules in ``[severities]`` that do not exist, with the message for each."""
    names = [name for name in pack.severities if name not in known]
    return [(name, unknown("rule", name, known)) for name in names]
