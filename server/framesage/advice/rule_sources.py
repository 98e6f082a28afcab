"""The rules that the settings of a project name, loaded with the built-in ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import configurable_rules
from framesage.rulebase.errors import RuleError
from framesage.rulebase.load import LoadedRules, load_sources
from framesage.rulebase.packs.find import environment_folders
from framesage.rulebase.packs.model import RuleSource
from framesage.severity import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from framesage.project.model import Project
    from framesage.project.settings.model import Settings
    from framesage.rulebase.rule_base import RuleBase

    Load = Callable[[Sequence[RuleSource]], LoadedRules]


def rule_sources(
    settings: Settings, root: Path, boundary: Path | None = None
) -> tuple[RuleSource, ...]:
    """Return the paths and packs that the settings of the project at ``root`` name.

    ``boundary`` is the outermost folder whose virtual environments are searched for packs.
    """
    paths = [RuleSource(root / path) for path in settings.rule_paths]
    if not settings.rule_packs:
        return tuple(paths)
    folders = environment_folders(root, boundary)
    return (*paths, *(RuleSource(None, pack, folders) for pack in settings.rule_packs))


def load_rules(project: Project, load: Load = load_sources) -> tuple[Project, LoadedRules]:
    """Return the rules for a project, and the project with the severities of its packs.

    The severities of packs hold where the settings have none; those of a later pack win.
    """
    loaded = load(rule_sources(project.settings, project.root, project.boundary))
    packs = loaded.rule_base.packs
    if not any(pack.severities for pack in packs):
        return project, loaded
    severities = pack_severities(loaded.rule_base) | dict(project.settings.severities)
    settings = replace(project.settings, severities=severities)
    errors = (*loaded.errors, *unknown_rule_errors(loaded.rule_base))
    return replace(project, settings=settings), LoadedRules(loaded.rule_base, errors)


def pack_severities(rule_base: RuleBase) -> dict[str, Severity]:
    """Return the severities that the packs of a rule base give to rules."""
    return {
        rule: Severity.named(severity)
        for pack in rule_base.packs
        for rule, severity in pack.severities.items()
    }


def unknown_rule_errors(rule_base: RuleBase) -> Iterator[RuleError]:
    """Yield the errors of packs that give a severity to a rule that does not exist."""
    from framesage.rulebase.packs.description import unknown_severities

    known = configurable_rules(rule_base)
    for pack in rule_base.packs:
        for rule, message in unknown_severities(pack, known):
            path = pack.location.path
            location = replace(pack.location, keys=("severities", rule))
            yield RuleError(path, *location.line_column, message, pack.name)
