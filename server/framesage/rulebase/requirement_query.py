"""What a condition says about single requirements: which packages, where, and which versions."""

from __future__ import annotations

from fnmatch import fnmatchcase
from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RUNTIME = "runtime"
ANYWHERE = "any"
PURPOSES = (RUNTIME, "optional", "development")
"""What lists of requirements are for, as conditions say it."""


@frozen
class RequirementQuery:
    """Requirements for packages that match ``pattern``, in lists for ``where``.

    ``group``, ``extra`` and ``file`` are patterns of names, ``version`` and ``admits`` version
    specifiers, and ``specifier`` a word for what the requirement's own one is like; "" is not a
    limit. Patterns of packages in ``but`` are left out. ``symbol`` stands for all of it.
    """

    symbol: str
    pattern: str
    where: tuple[str, ...]
    group: str = ""
    extra: str = ""
    file: str = ""
    version: str = ""
    admits: str = ""
    specifier: str = ""
    but: tuple[str, ...] = ()

    def is_about(self, package: str) -> bool:
        """Return whether a package (normalized name) is meant."""
        return covers(self.pattern, package) and not any(
            covers(pattern, package) for pattern in self.but
        )

    @property
    def needs_versions(self) -> bool:
        """Whether the versions that a requirement admits matter."""
        return bool(self.version or self.admits or self.specifier)

    def includes(self, other: RequirementQuery) -> bool:
        """Return whether every requirement that the other one means is meant, for certain."""
        limits = ((self.group, other.group), (self.extra, other.extra), (self.file, other.file))
        versions = (
            (self.version, other.version),
            (self.admits, other.admits),
            (self.specifier, other.specifier),
        )
        return (
            covers(self.pattern, other.pattern)
            and set(other.where) <= set(self.where)
            and all(mine in ("", theirs) for mine, theirs in (*limits, *versions))
            and all(self._leaves_out_no_more(pattern, other) for pattern in self.but)
        )

    @staticmethod
    def _leaves_out_no_more(pattern: str, other: RequirementQuery) -> bool:
        is_name = "*" not in other.pattern
        return pattern in other.but or (is_name and not covers(pattern, other.pattern))


def covers(pattern: str, package: str) -> bool:
    """Return whether a name, or a pattern with ``*``, matches a package or a narrower pattern."""
    return pattern == package or ("*" in pattern and fnmatchcase(package, pattern))


@lru_cache(maxsize=8192)
def query_of(symbol: str) -> RequirementQuery:
    """Return what a symbol of the kind ``requirement`` stands for."""
    _, pattern, detail = symbols.parse(symbol)
    limits = symbols.limits_of(detail)
    but = limits.pop("except", "")
    where = limits.pop("where", "")
    return RequirementQuery(
        symbol,
        pattern,
        where=tuple(where.split(",")) if where else PURPOSES,
        but=tuple(but.split(",")) if but else (),
        **limits,
    )


class RequirementQueries(dict[str, tuple[RequirementQuery, ...]]):
    """The queries about a package (normalized name); a dict that computes missing values.

    Packages with the same queries have the same object, so that what follows is cached by it.
    """

    def __init__(self, found: Iterable[str]) -> None:
        super().__init__()
        self._by_name: dict[str, list[RequirementQuery]] = {}
        self._patterns: list[RequirementQuery] = []
        self._same: dict[tuple[RequirementQuery, ...], tuple[RequirementQuery, ...]] = {}
        for symbol in dict.fromkeys(found):
            query = query_of(symbol)
            if "*" in query.pattern:
                self._patterns.append(query)
            else:
                self._by_name.setdefault(query.pattern, []).append(query)

    def __missing__(self, package: str) -> tuple[RequirementQuery, ...]:
        found = tuple(self._found(package))
        self[package] = found = self._same.setdefault(found, found)
        return found

    def _found(self, package: str) -> Iterator[RequirementQuery]:
        named = self._by_name.get(package, ())
        return (query for query in (*named, *self._patterns) if query.is_about(package))
