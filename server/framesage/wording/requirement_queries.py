"""What a condition says about single requirements, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.requirement_query import PURPOSES, RUNTIME
from framesage.wording.grammar import join_words, limit_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.requirement_query import RequirementQuery

_MOST_NAMED = 3
_PURPOSES = {RUNTIME: "at run time", "optional": "in an extra", "development": "for development"}
_SPECIFIERS = {
    "none": "without a version",
    "unpinned": "without an upper limit",
    "pinned": "in a single version",
}


def requirement_words(query: RequirementQuery) -> str:
    """Return what is required: ``flask-* below 3 in requirements-prod*.txt``."""
    return " ".join((_package(query), *_limits(query)))


def _package(query: RequirementQuery) -> str:
    name = "any package" if query.pattern == "*" else query.pattern
    if not query.but:
        return name
    return f"{name} (but {join_words(limit_words(list(query.but), _MOST_NAMED))})"


def _limits(query: RequirementQuery) -> Iterator[str]:
    if query.version:
        yield f"only in {query.version}"
    if query.admits:
        yield f"in a range with {query.admits}"
    if query.specifier:
        yield _SPECIFIERS[query.specifier]
    places = (("group", query.group), ("extra", query.extra), ("file", query.file))
    yield from (f"in the {kind} {pattern}" for kind, pattern in places if pattern)
    if query.where not in (PURPOSES, (RUNTIME,)):
        yield join_words([_PURPOSES[purpose] for purpose in query.where], "or")
