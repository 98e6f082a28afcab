"""What the conditions of all rules ask of projects, so that no other facts are collected."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.rulebase.requirement_query import RequirementQueries
from framesage.rulebase.symbols import Kind, package_of, parse

if TYPE_CHECKING:
    from collections.abc import Mapping


@frozen(slots=False)
class ConditionSymbols:
    """The symbols in conditions, by what they are about; versions are PEP 440 specifiers."""

    symbols: frozenset[str]

    @cached_property
    def packages(self) -> frozenset[str]:
        """The packages that conditions name."""
        return frozenset(filter(None, map(package_of, self.symbols)))

    @cached_property
    def requirement_queries(self) -> RequirementQueries:
        """What conditions say about single requirements, by package."""
        return RequirementQueries(sorted(self._of_kind(Kind.REQUIREMENT)))

    @cached_property
    def python_versions(self) -> tuple[str, ...]:
        """The versions of Python that a project may have to support."""
        return tuple(sorted(parse(symbol).name for symbol in self._of_kind(Kind.PYTHON)))

    @cached_property
    def project_patterns(self) -> tuple[str, ...]:
        """The patterns for names of projects."""
        return tuple(sorted(parse(symbol).name for symbol in self._of_kind(Kind.PROJECT)))

    @cached_property
    def package_versions(self) -> Mapping[str, tuple[str, ...]]:
        """The versions that a requirement may have to keep to, by package."""
        versions: dict[str, set[str]] = {}
        for symbol in self._of_kind(Kind.PACKAGE):
            if "@" in symbol:  # parsing all takes time
                _, package, specifier = parse(symbol)
                versions.setdefault(package, set()).add(specifier)
        return {package: tuple(sorted(found)) for package, found in versions.items()}

    def _of_kind(self, kind: Kind) -> frozenset[str]:
        beginning = f"{kind.value}:"
        return frozenset(symbol for symbol in self.symbols if symbol.startswith(beginning))
