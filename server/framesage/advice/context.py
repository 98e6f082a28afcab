"""What is known of a project when advice is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from framesage.advice.model import Place, Use, Verdict
    from framesage.inference import World
    from framesage.project.model import Project
    from framesage.rulebase.framework_model import Change
    from framesage.rulebase.rule_base import RuleBase


@frozen
class Case:
    """A project, the rules, and all that was found out by them before any advice.

    ``changes`` are what time has done to packages, by the place that asks for each; ``today``
    decides which releases still get security fixes.
    """

    project: Project
    rule_base: RuleBase
    world: World
    use: Use
    verdict: Verdict
    changes: Mapping[Place, Change]
    today: date
