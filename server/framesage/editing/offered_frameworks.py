"""The frameworks to offer in a dependency list, while the choice is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.model import UseKind
from framesage.analysis.open_choice import has_open_choice
from framesage.editing.missing_packages import MissingPackage
from framesage.explanation.kits import kits_sentence, kits_to_show
from framesage.fixes.main_list import run_time_requirements
from framesage.rulebase import symbols
from framesage.wording.grammar import capitalize
from framesage.wording.reasons import reason_words
from framesage.wording.verdict import is_decided, option_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.advice.model import Assessment
    from framesage.manifests.manifest import Manifest
    from framesage.rulebase.framework_model import Framework
    from framesage.text import Position


def offered_frameworks(
    manifest: Manifest, position: Position, assessment: Assessment
) -> Iterator[MissingPackage]:
    """Yield the frameworks to choose from, the favored one first, or the one that is decided on.

    A file with requirements is one of a web application if they are to be offered. What is being
    typed at the position is not a requirement yet.
    """
    others = (
        requirement
        for requirement in run_time_requirements(manifest)
        if not requirement.name_range.touches(position)
    )
    if any(True for _ in others) and not _lacks_framework(assessment):
        return
    for framework in _choices(assessment):
        detail = option_words(framework, assessment)
        yield MissingPackage(framework.packages[0], detail, _about(framework, assessment))


def _lacks_framework(assessment: Assessment) -> bool:
    return assessment.web and assessment.framework.kind is UseKind.NONE


def _choices(assessment: Assessment) -> list[Framework]:
    favored = assessment.verdict.framework
    if favored and is_decided(assessment):
        return [favored]
    if not has_open_choice(assessment):
        return []
    return sorted(assessment.rule_base.candidates, key=lambda each: each != favored)


def _about(framework: Framework, assessment: Assessment) -> str:
    """Return the reasons for a framework, what each one takes, and a page, in Markdown."""
    found = assessment.memory.conclusion(symbols.favors(framework.id)).supporting
    reasons = [capitalize(reason_words(reason, assessment)) for reason in found]
    pages = [f"<{page}>" for page in framework.references if page.startswith("https:")]
    listed = "\n".join(f"- {reason}" for reason in reasons)
    return "\n\n".join(filter(None, (listed, kits_sentence(kits_to_show(assessment)), *pages[:1])))
