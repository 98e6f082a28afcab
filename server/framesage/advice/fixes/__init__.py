"""Fixes for findings: pure edits of text, which editors and the command line apply."""

from framesage.advice.fixes.fix_all import fix_all
from framesage.advice.fixes.model import Edit, Fix, FixKind, apply_edits
from framesage.advice.fixes.offers import fixes_for

__all__ = ["Edit", "Fix", "FixKind", "apply_edits", "fix_all", "fixes_for"]
