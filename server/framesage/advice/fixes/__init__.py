"""Fixes for findings: pure edits of text, which editors and the command line apply."""

from framesage.advice.fixes.fix_all import fix_all, fix_taking_away
from framesage.advice.fixes.fix_files import fix_files
from framesage.advice.fixes.model import Edit, Fix, FixKind, apply_edits
from framesage.advice.fixes.offers import fixes_for

__all__ = [
    "Edit",
    "Fix",
    "FixKind",
    "apply_edits",
    "fix_all",
    "fix_files",
    "fix_taking_away",
    "fixes_for",
]
