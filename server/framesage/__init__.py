"""Framesage: Flask or Django? Advice read off the dependency files a project already has.

The names of ``framesage.api`` can be used from here: ``framesage.check("shop")``. They are imported
on first use, so that the command and the server do not wait for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.api import (
        Answer,
        Assessment,
        Consultation,
        Finding,
        FrameworkUse,
        InferredTrait,
        Location,
        Position,
        Range,
        Related,
        RuleBase,
        RuleBaseError,
        RuleError,
        Severity,
        Statement,
        Verdict,
        ask,
        check,
        check_text,
        explain,
        load_rules,
    )

__version__ = "0.1.0"
__all__ = [
    "Answer",
    "Assessment",
    "Consultation",
    "Finding",
    "FrameworkUse",
    "InferredTrait",
    "Location",
    "Position",
    "Range",
    "Related",
    "RuleBase",
    "RuleBaseError",
    "RuleError",
    "Severity",
    "Statement",
    "Verdict",
    "__version__",
    "ask",
    "check",
    "check_text",
    "explain",
    "load_rules",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'framesage' has no attribute '{name}'")
    from framesage import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return __all__
