"""Findings that no file of rules makes: about a file's form, or a project's words to Framesage."""

from __future__ import annotations

from framesage.advice.findings import SETTINGS, UNREADABLE
from framesage.advice.multiple_per_line import GLUED_SEVERITY, TWO_ON_A_LINE
from framesage.advice.suppressions import EXPIRED, IGNORE_SEVERITIES, UNUSED
from framesage.frozen import frozen
from framesage.severity import Severity


@frozen
class BuiltinRule:
    """What is to know of such a finding: how loud it is, why it is made, and what to do then."""

    severity: Severity
    title: str
    why: str
    remedy: str


BUILTIN_RULES = {
    TWO_ON_A_LINE: BuiltinRule(
        GLUED_SEVERITY,
        "Two requirements on one line",
        "pip takes one requirement a line, and refuses the whole file for another.",
        "Put each on a line of its own.",
    ),
    SETTINGS: BuiltinRule(
        Severity.WARNING,
        "A setting that cannot be used",
        "What is not understood is not applied, so the project is judged otherwise than meant.",
        "Correct it where it stands. Until then commands end with exit code 2, and no severity,"
        " ignore or baseline changes that.",
    ),
    UNREADABLE: BuiltinRule(
        Severity.WARNING,
        "A dependency file that cannot be read",
        "What it asks for is not counted, so the project is judged by the rest of its files.",
        "Save it as UTF-8, or exclude it. Until then commands end with exit code 2, and no"
        " severity, ignore or baseline changes that.",
    ),
    EXPIRED: BuiltinRule(
        IGNORE_SEVERITIES[EXPIRED],
        "An ignore that has ended",
        "It was to hold until a day that is past: what it ignored shows again.",
        "Set a later date, or remove it and do as the finding says. Where until= is no date, the"
        " ignore has no end.",
    ),
    UNUSED: BuiltinRule(
        IGNORE_SEVERITIES[UNUSED],
        "An ignore that silences nothing",
        "What it was written for is gone; left in location it would hide the next finding.",
        "Remove it, or correct the name of the rule.",
    ),
}
"""By the id that their findings carry."""
