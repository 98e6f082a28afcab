"""The traits that seem true, and in which words their certainty is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.model import TraitFound

if TYPE_CHECKING:
    from framesage.inference import Conclusion, World
    from framesage.rulebase.model import RuleBase, Scale


def level_of(certainty: float, scale: Scale) -> str:
    """Return ``low``, ``medium`` or ``high``, or "" below low."""
    reached = [name for name, begin in scale.levels.items() if certainty >= begin]
    return max(reached, key=scale.levels.__getitem__, default="")


def find_traits(world: World, rule_base: RuleBase) -> tuple[TraitFound, ...]:
    """Return the traits believed at least a little, the most certain first."""
    found = []
    for trait in rule_base.traits.values():
        conclusion = world.conclusion(f"trait:{trait.id}")
        level = _level(conclusion, rule_base.scale)
        if level:
            found.append(TraitFound(trait, level, conclusion))
    return tuple(sorted(found, key=lambda one: (-one.certainty, one.trait.id)))


def _level(conclusion: Conclusion, scale: Scale) -> str:
    if conclusion.declared is not None:
        return "declared" if conclusion.declared else ""
    return level_of(conclusion.certainty, scale)
