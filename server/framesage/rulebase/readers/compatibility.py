"""Read the limits of packages: those that their metadata declare, and those that these lack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.manifests.names import canonicalize_name
from framesage.rulebase.compatibility_model import Declaration, Limit
from framesage.rulebase.names import is_specifier

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
        package=table.text("package"),
        versions=table.text("versions"),
        on=canonicalize_name(limit.group(1)) if limit else "",
        works_with=limit.group(2) if limit else "",
        written=written,
        source=table.text("source"),
        fixed=table.text("fixed"),
        python=table.text("python"),
        code=table.text("try"),
        beside=table.texts("beside"),
    )


def read_declaration(table: Table) -> Declaration:
    """Read a ``[[declaration]]``."""
    return Declaration(
        package=table.text("package"),
        on=table.text("on"),
        steps=dict(_steps(table.table("from"))),
        source=table.text("source"),
    )


def _steps(table: Table) -> Iterator[tuple[str, str]]:
    previous: tuple[int, ...] = ()
    for version in table.raw:
        if not _VERSION.fullmatch(version):
            continue
        numbers = tuple(map(int, version.split(".")))
        if numbers <= previous:
            table.fail(version, "list the versions in ascending order")
        previous = numbers
        yield version, table.text(version)
