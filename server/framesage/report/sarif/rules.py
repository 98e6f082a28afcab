"""Rules as SARIF describes them: names, severities, why, and where to read on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.frozen import frozen
from framesage.report.terminal.rules_text import reference_words
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from framesage.advice.model import Assessment
    from framesage.rulebase.rule_base import RuleBase

SEVERITIES = {
    Severity.OFF: "none",
    Severity.HINT: "note",
    Severity.INFORMATION: "note",
    Severity.WARNING: "warning",
}
_TAGS = ["dependencies", "web-framework"]


@frozen
class _Words:
    severity: Severity
    title: str
    why: str
    references: tuple[str, ...] = ()


def described(assessments: Iterable[Assessment]) -> list[dict[str, Any]]:
    """Return the descriptions of all rules that have findings, each once, by id."""
    used: dict[str, RuleBase] = {}
    for assessment in assessments:
        for finding in assessment.findings:
            used.setdefault(finding.rule, assessment.rule_base)
    return [_descriptor(rule, used[rule]) for rule in sorted(used)]


def _descriptor(rule: str, rule_base: RuleBase) -> dict[str, Any]:
    words = _words(rule, rule_base)
    descriptor = {
        "id": rule,
        "name": "".join(part.capitalize() for part in rule.split("-")),
        "shortDescription": {"text": f"{words.title}."},
        "fullDescription": {"text": words.why},
        "help": {
            "text": "\n".join(_help(rule, words, rule_base, "{}")),
            "markdown": "\n".join(_help(rule, words, rule_base, "`{}`")),
        },
        "defaultConfiguration": {
            "enabled": bool(words.severity),
            "level": SEVERITIES[words.severity],
        },
        "properties": {"tags": _TAGS, "problem.severity": _severity(words.severity)},
    }
    pages = [one for one in words.references if one.startswith("https:")]
    return {**descriptor, "helpUri": pages[0]} if pages else descriptor


def _words(rule: str, rule_base: RuleBase) -> _Words:
    known = rule_base.advice.get(rule)
    if known is None:
        ours = BUILTIN_RULES[rule]
        return _Words(ours.severity, ours.title, ours.why)
    return _Words(Severity.named(known.severity), known.title, known.why, known.references)


def _severity(severity: Severity) -> str:
    return "warning" if severity is Severity.WARNING else "recommendation"


def _help(rule: str, words: _Words, rule_base: RuleBase, code: str) -> Iterator[str]:
    yield words.why
    yield ""
    if words.references:
        yield from ("Sources:", "")
        yield from (f"- {reference_words(one, rule_base)}" for one in words.references)
        yield ""
    if rule not in BUILTIN_RULES:
        comment = code.format(f"# framesage: ignore[{rule}] why")
        yield f"To ignore it, write {comment} at the end of the line."
