"""From paths to assessments: what ``framesage check`` and the tests call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.analyze import analyze
from framesage.project import Disk, assemble, discover, repository
from framesage.project.reading import remembering
from framesage.rulebase import RuleBaseError, load_rule_base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from framesage.advice.model import Assessment
    from framesage.project import Files
    from framesage.project.model import Project
    from framesage.rulebase.model import RuleBase


def assess(
    paths: Iterable[Path],
    today: date,
    files: Files | None = None,
    on_bad_rules: Callable[[RuleBaseError], None] | None = None,
    around: Path | None = None,
) -> Iterator[Assessment]:
    """Yield the assessment of every project at or below the paths, each project once.

    ``around`` is the folder that work is done in: where there is no repository, what is around a
    project counts up to it, as up to the workspace in an editor.
    Where a project's own rules cannot be loaded, ``on_bad_rules`` is told, and ours alone are used;
    without it RuleBaseError is raised.
    """
    reader = remembering(files or Disk())
    found = (root for path in paths for root in discover(path, reader, around=around))
    for root in dict.fromkeys(found):
        yield assess_root(root, reader, today, on_bad_rules, repository(root, reader, around))


def assess_root(
    root: Path,
    files: Files,
    today: date,
    on_bad_rules: Callable[[RuleBaseError], None] | None = None,
    boundary: Path | None = None,
) -> Assessment:
    """Return the assessment of the project at a root; rules are used as in ``assess``."""
    project = assemble(root, files, boundary)
    try:
        rule_base = rules_for(project)
    except RuleBaseError as error:
        if on_bad_rules is None:
            raise
        on_bad_rules(error)
        rule_base = load_rule_base()
    return analyze(project, rule_base, today)


def rules_for(project: Project) -> RuleBase:
    """Return the rule base with the project's own rules added; raises RuleBaseError."""
    return load_rule_base(tuple(project.root / path for path in project.settings.rule_paths))
