"""From paths to assessments: what ``framesage check`` and the tests call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.analyze import analyze
from framesage.project import Disk, assemble, discover
from framesage.rulebase import load_rule_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project import Files
    from framesage.project.model import Project
    from framesage.rulebase.model import RuleBase


def assess(paths: Iterable[Path], today: date, files: Files | None = None) -> Iterator[Assessment]:
    """Yield the assessment of every project at or below the paths, each project once.

    Raises RuleBaseError where a project's own rules cannot be loaded.
    """
    files = files or Disk()
    roots = dict.fromkeys(root for path in paths for root in discover(path, files))
    for root in roots:
        project = assemble(root, files)
        yield analyze(project, rules_for(project), today)


def rules_for(project: Project) -> RuleBase:
    """Return the rule base with the project's own rules added; raises RuleBaseError."""
    return load_rule_base(tuple(project.root / path for path in project.settings.rule_paths))
