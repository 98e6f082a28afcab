"""Read the limits of packages: those that their metadata declare, and those that these lack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.rulebase.compatibility_model import Declaration, Limit
from framesage.rulebase.names import is_package, is_specifier, not_a_package, not_a_specifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.strict_table import Table

_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)*")
_LIMIT = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)\s*([<>=!~].*)")


def read_limit(table: Table) -> Limit:
    """Read a ``[[limit]]``."""
    written = table.text("works-with")
    limit = _LIMIT.fullmatch(written)
    if not limit or not is_specifier(limit.group(2)):
        table.fail("works-with", f"'{written}' must be a package with a limit, \"Werkzeug<3\"")
    return Limit(
        package=_package(table, "package"),
        versions=_specifier(table, "versions"),
        on=canonicalize_name(limit.group(1)) if limit else "",
        works_with=limit.group(2) if limit else "",
        written=written,
        source=table.page("source", required=True),
        fixed=_version(table, "fixed"),
        python=_specifier(table, "python", ""),
        code=table.text("try"),
        beside=table.texts("beside"),
    )


def read_declaration(table: Table) -> Declaration:
    """Read a ``[[declaration]]``."""
    from_ = table.table("from")
    declaration = Declaration(
        package=_package(table, "package"),
        on=_package(table, "on"),
        steps=dict(_steps(from_)),
        source=table.page("source", required=True),
    )
    if not from_.raw:
        table.fail("from", "'from' is missing: what the package requires, by version")
    return declaration


def _steps(table: Table) -> Iterator[tuple[str, str]]:
    previous: tuple[int, ...] = ()
    for version in table.raw:
        if not _VERSION.fullmatch(version):
            table.fail(version, f"'{version}' must be a version like \"4.2\"")
            table.read.add(version)
            continue
        numbers = tuple(map(int, version.split(".")))
        if numbers <= previous:
            table.fail(version, "list the versions in ascending order")
        previous = numbers
        yield version, _specifier(table, version, "")
    table.finish()


def _package(table: Table, key: str) -> str:
    name = table.text(key)
    if not is_package(name):
        table.fail(key, not_a_package(name))
    return name


def _specifier(table: Table, key: str, default: str | None = None) -> str:
    text = table.text(key, default)
    if text and text != "?" and not is_specifier(text):
        table.fail(key, not_a_specifier(text))
        return ""
    return text


def _version(table: Table, key: str) -> str:
    text = table.text(key, "")
    if text and not _VERSION.fullmatch(text):
        table.fail(key, f"'{text}' must be a version like \"4.2\"")
    return text
