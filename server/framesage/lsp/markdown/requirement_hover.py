"""Markdown for the hover on a requirement: what it suggests, and what the frameworks bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.lsp.markdown.trusted import prose
from framesage.wording.grammar import first_small, join_words
from framesage.wording.requirements import role_words
from framesage.wording.suggestions import frameworks_bring, suggestions_at, suggestions_clause

if TYPE_CHECKING:
    from framesage.advice.model import Assessment
    from framesage.analysis.location import Location


def requirement_text(location: Location, assessment: Assessment) -> str:
    """Return what a requirement suggests about the project, what the frameworks bring for that,
    and the role of the requirement, if it is not a plain one; "" if there is nothing to show."""
    suggestion = _suggestion(location, assessment)
    clause = suggestion or _no_suggestion(location, assessment)
    role = role_words(location, assessment.project, with_version=bool(suggestion))
    if not (clause or role):
        return ""
    brings = frameworks_bring(location, assessment) if suggestion else ""
    name = f"**{prose(location.text)}**"
    first = f"{name} {prose(clause)}." if clause else name
    return "\n\n".join(filter(None, [f"{first} {prose(brings)}".rstrip(), prose(role)]))


def _suggestion(location: Location, assessment: Assessment) -> str:
    return suggestions_clause(suggestions_at(location, assessment), assessment)


def _no_suggestion(location: Location, assessment: Assessment) -> str:
    """Return why a requirement suggests nothing, as a clause, where that is known."""
    name = getattr(location.subject, "name", "")
    reason = assessment.rule_base.neutral_reason(name)
    required = assessment.sightings.required(name)
    if any(found.implied and found.location == location for found in required):
        return "suggests nothing here: another requirement installs it anyway"
    if not reason:
        return ""
    titles = join_words([found.title for found in assessment.rule_base.candidates])
    return f"makes no difference between {titles}: {first_small(reason.rstrip('.'))}"
