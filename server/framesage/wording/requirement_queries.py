"""What a condition says about single requirements, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.requirement_query import PURPOSES, RUNTIME
from framesage.wording.grammar import join_words, limit_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.rulebase.requirement_query import RequirementQuery

_PURPOSES = {RUNTIME: "at run time", "optional": "in an extra", "development": "for development"}
_SPECIFIERS = {
    "none": "without a version",
    "unlimited": "without an upper limit",
    "unpinned": "not pinned to a single version",
    "pinned": "in a single version",
}


def requirements_words(queries: Sequence[RequirementQuery], most: int) -> str:
    """Return what is required: ``flask-* or gunicorn in the file requirements-prod*.txt``.

    The queries have the same limits; at most so many of their names are mentioned.
    """
    first = queries[0]
    names = ["any package" if query.pattern == "*" else query.pattern for query in queries]
    words = [join_words(limit_words(names, most), "or"), *_limits(first)]
    if first.but:
        words.append(f"but not {join_words(limit_words(list(first.but), most), 'or')}")
    return ", ".join(words)


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
