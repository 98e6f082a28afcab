"""Verdicts and lists in words, the same words in hovers, findings and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.framework import WEB
from framesage.analysis.framework_parts import part_name
from framesage.analysis.model import UseKind
from framesage.analysis.verdict import is_reusable_package
from framesage.rulebase.model import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from framesage.analysis.model import Analysis, Location, Part, Verdict
    from framesage.project.model import Project


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Return words as a sentence lists them: ``a``, ``a and b``, ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def location_name(project: Project, location: Location) -> str:
    """Return a location as compilers name it, with the line from 1: ``requirements.txt:3``."""
    return f"{project.relative(location.path)}:{location.range.start.line + 1}"


_NONE_FAVORED = {
    VerdictKind.EITHER: "either framework",
    VerdictKind.UNDECIDED: "no framework yet",
    VerdictKind.OUTSIDE: "neither framework",
}


def favored_title(verdict: Verdict) -> str:
    """Return the favored framework's name, or what is said where none is favored."""
    return verdict.framework.title if verdict.framework else _NONE_FAVORED[verdict.kind]


HOW_TO_DECLARE = "what is so can be declared in [tool.framesage.traits]"
IF_IT_IS_WEB = "If it is one, `web-application = true` in [tool.framesage.traits] says so"


def how_to_ask(analysis: Analysis) -> str:
    """Return how to say that the question is one after all, as a sentence without its full stop;
    "" where a verdict is told, or the settings say that there is none to tell."""
    if not analysis.web:
        return "" if analysis.memory.conclusion(WEB).declared is False else IF_IT_IS_WEB
    if is_reusable_package(analysis):
        return (
            "If it is an application, `reusable-package = false` in [tool.framesage.traits] says so"
        )
    return ""


def parts_words(parts: Sequence[Part], project: Project) -> str:
    """Return which part uses which framework: ``Django in web.txt and Flask in tools.txt``."""
    names: dict[str, dict[str, None]] = {}
    for part in parts:
        names.setdefault(part.framework.title, {})[part_name(part, project)] = None
    return join_words([f"{title} in {join_words(list(where))}" for title, where in names.items()])


def decision_words(analysis: Analysis) -> str:
    """Return what the settings decide, as a sentence without its full stop; "" for nothing."""
    names = join_words([one.title for one in analysis.framework.frameworks])
    return f"{names}, as the settings say" if analysis.framework.is_declared else ""


def verdict_words(analysis: Analysis) -> str:
    """Return the verdict as a sentence without its full stop."""
    verdict = analysis.verdict
    if not analysis.web:
        return "no web application, as far as can be seen: nothing to advise"
    if is_reusable_package(analysis):
        return "Flask or Django is not this project's question: it is a package for other projects"
    if verdict.kind is VerdictKind.EITHER:
        return "Flask and Django both fit: as much speaks for the one as for the other"
    if verdict.kind is VerdictKind.UNDECIDED:
        return "open: too little here speaks for either framework"
    if verdict.kind is VerdictKind.OUTSIDE:
        return "Flask or Django is not this project's question"
    title = favored_title(verdict)
    if analysis.framework.kind is UseKind.NONE:
        return f"{title} would fit, with {verdict.certainty} certainty"
    if verdict.framework == analysis.framework.candidate:
        return f"{title} fits, with {verdict.certainty} certainty"
    return f"what it needs speaks for {title}, with {verdict.certainty} certainty"
