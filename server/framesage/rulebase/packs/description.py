"""Read the description of a pack, ``pack.toml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage import __version__
from framesage.manifests.names import canonicalize_name
from framesage.rulebase.errors import RuleBaseError, RuleErrors
from framesage.rulebase.limits import MOST_ERRORS
from framesage.rulebase.location import SourceLocation
from framesage.rulebase.names import is_package, is_specifier, unknown
from framesage.rulebase.packs.model import Pack
from framesage.rulebase.packs.size import content_errors
from framesage.rulebase.parsing import read_files
from framesage.rulebase.strict_table import Table
from framesage.rulebase.tables import TABLES
from framesage.rulebase.tables.packs import PACK_FILE
from framesage.rulebase.tables.schema import Context

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
    too_large = list(content_errors([file]))
    if too_large:
        raise RuleBaseError(too_large)
    document = Table(file.tables, SourceLocation(file.path), errors)
    document.check(PACK_FILE, Context(TABLES))
    pack = _pack(document.table("pack"), document.table("severities"), found.root)
    _check(pack, document.table("pack"), found)
    errors.raise_if_any()
    return pack


def _pack(table: Table, severities: Table, root: Path) -> Pack:
    return Pack(
        name=table.text("name"),
        version=table.text("version"),
        root=root,
        location=table.location,
        requires=table.text("requires-framesage"),
        description=table.text("description"),
        severities={rule: severities.text(rule) for rule in severities.raw},
    )


def _check(pack: Pack, table: Table, found: PackFiles) -> None:
    if found.name and is_package(pack.name) and canonicalize_name(found.name) != pack.name:
        table.fail("name", f"the entry point of this pack has another name: '{found.name}'")
    if is_specifier(pack.requires) and not _admits(pack.requires):
        message = f"needs Framesage {pack.requires}, and this is {__version__}; "
        table.fail("requires-framesage", message + "install another version of either")


def _admits(specifier: str) -> bool:
    from packaging.specifiers import SpecifierSet

    return SpecifierSet(specifier).contains(__version__, prereleases=True)


def unknown_severities(pack: Pack, known: frozenset[str]) -> list[tuple[str, str]]:
    """Return the ids of rules in ``[severities]`` that do not exist, with the message for each."""
    names = [name for name in pack.severities if name not in known][:MOST_ERRORS]
    return [(name, unknown("rule", name, known)) for name in names]
