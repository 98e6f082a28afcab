"""The built-in rules: those that are not defined in TOML, because they are about Framesage's input.

They report invalid settings, unreadable files, invalid TOML, two requirements on one line, and
suppressions that are expired, unused or not explained.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.severity import Severity

if TYPE_CHECKING:
    from framesage.advice.model import Finding
    from framesage.rulebase.rule_base import RuleBase


@frozen
class BuiltinRule:
    """A built-in rule: its id, default severity and documentation."""

    id: str
    severity: Severity
    title: str
    why: str
    remedy: str
    tag: str = ""


TWO_ON_A_LINE = BuiltinRule(
    "two-requirements-on-a-line",
    Severity.INFORMATION,
    "Two requirements on one line",
    "pip accepts one requirement per line and rejects the whole file otherwise.",
    "Put each requirement on its own line.",
)
SETTINGS = BuiltinRule(
    "settings",
    Severity.WARNING,
    "Invalid setting",
    "Framesage ignores settings that it cannot use, so its results may not be what you configured."
    " If a file of custom rules has an error, no custom rule is used.",
    "Correct the setting. Until then, commands exit with code 2; no severity, ignore or baseline"
    " changes that.",
)
UNREADABLE_FILE = BuiltinRule(
    "unreadable-file",
    Severity.WARNING,
    "Unreadable dependency file",
    "Framesage skips files that it cannot read, so its results are based on the other files.",
    "Save the file as UTF-8 or exclude it. Until then, commands exit with code 2; no severity,"
    " ignore or baseline changes that.",
)
INVALID_TOML = BuiltinRule(
    "invalid-toml",
    Severity.WARNING,
    "Invalid TOML",
    "Installers reject the whole file. Framesage reads what it can, so its results may be"
    " incomplete.",
    "Correct the syntax. There may be further errors below the first one.",
)
EXPIRED_IGNORE = BuiltinRule(
    "expired-ignore",
    Severity.INFORMATION,
    "Expired ignore",
    "The `until` date of the ignore has passed, so the findings that it suppressed are reported"
    " again.",
    "Remove the ignore and resolve the finding, or set a later date. An ignore whose `until` is"
    " not a date never expires.",
)
UNUSED_IGNORE = BuiltinRule(
    "unused-ignore",
    Severity.HINT,
    "Unused ignore",
    "The ignore matches no finding. If it stays, it hides the next finding of the rule.",
    "Remove the ignore, or correct the id of the rule.",
    "unnecessary",
)
UNEXPLAINED_IGNORE = BuiltinRule(
    "unexplained-ignore",
    Severity.INFORMATION,
    "Ignore without an explanation",
    "The ignore has a placeholder as its reason, so nobody can tell later whether it is still"
    " right. With `require-reason`, it is a warning, and a comment must have a reason and name its"
    " rules as well.",
    "Write why the finding does not matter here, or remove the ignore.",
)

BUILTIN_RULES = {
    rule.id: rule
    for rule in (
        TWO_ON_A_LINE,
        SETTINGS,
        UNREADABLE_FILE,
        INVALID_TOML,
        EXPIRED_IGNORE,
        UNUSED_IGNORE,
        UNEXPLAINED_IGNORE,
    )
}
"""The built-in rules by id."""

UNUSABLE_INPUT = frozenset({SETTINGS.id, UNREADABLE_FILE.id})
"""The rules about input that cannot be used: no severity, ignore or baseline hides a finding."""

FILE_RULES = frozenset({INVALID_TOML.id, TWO_ON_A_LINE.id})
"""The rules about the syntax of dependency files."""

SUPPRESSION_RULES = frozenset({EXPIRED_IGNORE.id, UNUSED_IGNORE.id, UNEXPLAINED_IGNORE.id})
"""The rules about suppressions."""


_CONFIGURABLE = SUPPRESSION_RULES | FILE_RULES


def configurable_rules(rule_base: RuleBase) -> frozenset[str]:
    """Return the ids of the rules that settings and ignore comments can name."""
    return _with_builtin(rule_base.rule_ids)


def reporting_rules(rule_base: RuleBase) -> frozenset[str]:
    """Return the ids of the configurable rules that report findings: all but guidance."""
    return _with_builtin(rule_base.reporting_ids)


@lru_cache(maxsize=8)  # several uses at each keystroke, and a pack may have thousands of rules
def _with_builtin(rules: frozenset[str]) -> frozenset[str]:
    return rules | _CONFIGURABLE


def is_housekeeping(finding: Finding) -> bool:
    """Return whether a finding is about settings, files or suppressions, not about the project."""
    return finding.rule in {*UNUSABLE_INPUT, *SUPPRESSION_RULES, INVALID_TOML.id}
