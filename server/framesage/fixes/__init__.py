"""Fixes for findings: edits of text, which editors and the command line apply."""

from framesage.fixes.catalogue import auto_fix, fixes_for
from framesage.fixes.changes import Changes, FileChange
from framesage.fixes.fix_all import fix_all
from framesage.fixes.fix_files import fix_files
from framesage.fixes.model import CHOICES, Edit, Fix, FixKind, apply_edits
from framesage.fixes.remedies import why_not_required
from framesage.fixes.start import answer_edits, start_edits, why_not_start

__all__ = [
    "CHOICES",
    "Changes",
    "Edit",
    "FileChange",
    "Fix",
    "FixKind",
    "answer_edits",
    "apply_edits",
    "auto_fix",
    "fix_all",
    "fix_files",
    "fixes_for",
    "start_edits",
    "why_not_required",
    "why_not_start",
]
