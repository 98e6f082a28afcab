"""Loading the rule base: ours, and what a project adds."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from framesage.inference import CycleError
from framesage.rulebase.build import Builder
from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.rulebase.files import all_files, read_files
from framesage.rulebase.locate import shipped_rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from framesage.rulebase.files import RuleFile
    from framesage.rulebase.model import RuleBase


def load_rule_base(extra: Sequence[Path] = ()) -> RuleBase:
    """Return the shipped rules together with those in ``extra`` (folders or single files).

    What is added may not take an id of ours: to re-weigh or silence a rule, settings are enough.
    Raises RuleBaseError with every mistake in every file.
    """
    if not extra:
        return _shipped()
    return build([*_shipped_files(), *read_files(all_files(extra))])


@lru_cache(maxsize=1)
def _shipped() -> RuleBase:
    return build(_shipped_files())


@lru_cache(maxsize=1)
def _shipped_files() -> list[RuleFile]:
    return read_files(all_files([shipped_rules()]))


def build(files: Sequence[RuleFile]) -> RuleBase:
    """Return the rule base that files hold; raise RuleBaseError with every mistake."""
    rule_base = Builder(files).build()
    try:
        _ = rule_base.program
    except CycleError as error:
        raise RuleBaseError([_cycle(rule_base, error)]) from None
    return rule_base


def _cycle(rule_base: RuleBase, error: CycleError) -> RuleError:
    traits = {name.partition(":")[2] for name in error.cycle}
    first = next(one for one in rule_base.derivations if one.trait in traits)
    names = " from ".join(name.partition(":")[2] for name in reversed(error.cycle))
    message = f"traits are derived in a circle: {names}"
    return RuleError(first.location.path, *first.location.place, message)
