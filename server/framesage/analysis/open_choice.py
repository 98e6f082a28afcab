"""Whether a project can still choose its framework, so that it is worth asking about it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from framesage.analysis.framework import WEB
from framesage.analysis.model import UseKind
from framesage.analysis.verdict import is_applicable, reach_verdict
from framesage.manifests.model import Origin, Purpose
from framesage.rulebase import symbols
from framesage.rulebase.model import VerdictKind
from framesage.rulebase.vocabulary import REUSABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.analysis.model import Analysis
    from framesage.manifests.model import Requirement

_NEW = 3
"""A project that has just begun has at most so many requirements."""


def has_open_choice(analysis: Analysis) -> bool:
    """Return whether a project has no framework yet, and is or may become a web application.

    Where the evidence is not enough, there must be none against it, and either some for it, or the
    project has just begun.
    """
    use = analysis.framework
    if use.is_declared or use.kind is not UseKind.NONE:
        return False
    if analysis.project.local.unread:  # the framework may be there
        return False
    if analysis.web:
        return is_applicable(analysis)
    web = analysis.memory.conclusion(WEB)
    if web.declared is not None or web.opposing or _is_something_else(analysis):
        return False
    return bool(web.supporting) or len(list(islice(_required(analysis), _NEW + 1))) <= _NEW


def _is_something_else(analysis: Analysis) -> bool:
    """Return whether a project is a package for others, or otherwise has no choice to make."""
    base, memory = analysis.rule_base, analysis.memory
    reusable = memory.conclusion(symbols.trait(REUSABLE)).belief >= base.threshold("low")
    verdict = reach_verdict(memory, analysis.sightings, base, analysis.framework)
    return reusable or verdict.kind is VerdictKind.OUTSIDE


def _required(analysis: Analysis) -> Iterator[Requirement]:
    """Yield what the application requires itself."""
    for manifest in analysis.project.manifests:
        for requirement in manifest.requirements:
            is_run_time = requirement.group.purpose is Purpose.RUNTIME
            if is_run_time and requirement.origin is Origin.DIRECT:
                yield requirement
