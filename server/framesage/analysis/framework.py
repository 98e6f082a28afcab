"""Which framework the project uses, and whether it is a web application at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from framesage.advice.model import Place, Use
from framesage.analysis.framework_parts import find_parts, stand_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from framesage.inference import World
    from framesage.project.model import Project, Settings
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.rule_base import RuleBase

WEB = "trait:web-application"


def declarations(settings: Settings, rule_base: RuleBase) -> dict[str, bool]:
    """Return what the settings declare, by proposition."""
    declared = {f"trait:{trait}": holds for trait, holds in settings.traits.items()}
    if settings.framework:
        for framework in rule_base.frameworks.values():
            if not framework.other or framework.id == settings.framework:
                declared[f"uses:{framework.id}"] = framework.id == settings.framework
    return declared


def switched_off(settings: Settings) -> frozenset[str]:
    """Return the ids of the rules that the settings switch off."""
    return frozenset(rule for rule, level in settings.levels.items() if level == "off")


def find_use(world: World, rule_base: RuleBase, project: Project) -> Use:
    """Return what the project has answered: none, flask, django, both or other."""
    medium = rule_base.scale.levels["medium"]
    used = [
        framework
        for framework in rule_base.frameworks.values()
        if world.conclusion(f"uses:{framework.id}").certainty >= medium
    ]
    places = [place for framework in used for place in _places(world, framework)]
    state, parts = _state(used), find_parts(world, rule_base)
    apart = state == "both" and stand_apart(parts, project)
    decided = bool(project.settings.framework)
    return Use(state, tuple(used), tuple(places), decided, parts, apart)


def use_symbols(use: Use) -> Iterator[str]:
    """Yield the symbols by which advice asks how the framework was chosen."""
    if use.decided:
        yield "decided"
    if use.state == "both":
        yield f"parts:{'apart' if use.apart else 'together'}"


def is_web(world: World, rule_base: RuleBase, use: Use, declared: Mapping[str, bool]) -> bool:
    """Tell whether this is a web application: by its framework, the evidence, or declaration."""
    if WEB in declared:
        return declared[WEB]
    enough = world.conclusion(WEB).certainty >= rule_base.scale.levels["medium"]
    return enough or use.state != "none" or any(declared.values())


def _state(used: Sequence[Framework]) -> str:
    asked = [framework.id for framework in used if not framework.other]
    if len(asked) > 1:
        return "both"
    return asked[0] if asked else "other" if used else "none"


def _places(world: World, framework: Framework) -> Iterator[Place]:
    """Yield the best places that name the framework; where none does, those of its plugins."""
    symbols = [f"package:{name}" for name in framework.packages]
    seen = [one for symbol in symbols for one in world.observed(symbol)]
    seen = seen or list(world.observed(f"plugin:{framework.id}"))
    best = max((one.quality for one in seen), default=0.0)
    yield from (cast("Place", one.place) for one in seen if one.quality == best)
