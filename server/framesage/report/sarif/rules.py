"""SARIF's descriptions of rules: name, severity, reason and references."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.frozen import frozen
from framesage.severity import Severity
from framesage.wording.references import first_page, reference_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Assessment
    from framesage.rulebase.rule_base import RuleBase

SEVERITIES = {
    Severity.OFF: "none",
    Severity.HINT: "note",
    Severity.INFORMATION: "note",
    Severity.WARNING: "warning",
    Severity.ERROR: "error",
}
_TAGS = ["dependencies", "web-framework"]


@frozen
class _Description:
    severity: Severity
    title: str
    why: str
    references: tuple[str, ...] = ()


def described(assessments: Iterable[Assessment]) -> list[dict[str, Any]]:
    """Return the descriptions of all rules that have findings, ordered by id."""
    used: dict[str, RuleBase] = {}
    for assessment in assessments:
        for finding in assessment.findings:
            used.setdefault(finding.rule, assessment.rule_base)
    return [_descriptor(rule, used[rule]) for rule in sorted(used)]


def _descriptor(rule: str, rule_base: RuleBase) -> dict[str, Any]:
    description = _description(rule, rule_base)
    descriptor = {
        "id": rule,
        "name": "".join(part.capitalize() for part in rule.split("-")),
        "shortDescription": {"text": f"{description.title}."},
        "fullDescription": {"text": description.why},
        "help": {
            "text": "\n".join(_help(rule, description, rule_base, "{}")),
            "markdown": "\n".join(_help(rule, description, rule_base, "`{}`")),
        },
        "defaultConfiguration": {
            "enabled": bool(description.severity),
            "level": SEVERITIES[description.severity],
        },
        "properties": {
            "tags": _TAGS,
            "problem.severity": _severity(description.severity),
            **_pack(rule, rule_base),
        },
    }
    page = first_page(description.references)
    return {**descriptor, "helpUri": page} if page else descriptor


def _pack(rule: str, rule_base: RuleBase) -> dict[str, str]:
    known = rule_base.advice.get(rule)
    pack = rule_base.pack_of(known.location) if known else None
    return {"pack": pack.title} if pack else {}


def _description(rule: str, rule_base: RuleBase) -> _Description:
    known = rule_base.advice.get(rule)
    if known is None:
        built_in = BUILTIN_RULES[rule]
        return _Description(built_in.severity, built_in.title, built_in.why)
    return _Description(Severity.named(known.severity), known.title, known.why, known.references)


def _severity(severity: Severity) -> str:
    return str(severity) if severity >= Severity.WARNING else "recommendation"


def _help(rule: str, description: _Description, rule_base: RuleBase, code: str) -> Iterator[str]:
    yield description.why
    yield ""
    if description.references:
        yield from ("Sources:", "")
        yield from (
            f"- {reference_words(reference, rule_base.claims)}"
            for reference in description.references
        )
        yield ""
    if rule not in BUILTIN_RULES:
        comment = code.format(f"# framesage: ignore[{rule}] reason")
        yield f"To ignore this finding, add {comment} at the end of the line."
