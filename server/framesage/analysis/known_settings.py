"""What of a project's settings is heeded: a name that the rule base does not have says nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from framesage.project.model import Project
    from framesage.rulebase.rule_base import RuleBase


def heeding_known(project: Project, rule_base: RuleBase) -> Project:
    """Return the project without the framework and the traits in its settings that nobody knows.

    A slip of the pen decides nothing; ``settings_findings`` tells of it.
    """
    settings = project.settings
    framework = settings.framework if settings.framework in rule_base.frameworks else ""
    traits = {name: holds for name, holds in settings.traits.items() if name in rule_base.traits}
    if framework == settings.framework and len(traits) == len(settings.traits):
        return project
    return replace(project, settings=replace(settings, framework=framework, traits=traits))
