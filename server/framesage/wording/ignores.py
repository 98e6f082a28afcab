"""The sentences about ignoring a finding."""

from __future__ import annotations

NO_REASON = "Write why the finding does not matter here."
ONE_LINE = "Write the reason in one line."
NO_HASH = "Write the reason without '#', which begins another comment."
WRITE_THE_REASON = "Write the reason"


def ignore_title(rule: str) -> str:
    """Return the title of the action that ignores a rule."""
    return f"Ignore {rule}"


def not_reported(rule: str) -> str:
    """Return that there is nothing to ignore any more."""
    return f"Nothing was written: {rule} is not reported here any more."
