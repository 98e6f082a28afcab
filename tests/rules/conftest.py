from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pytest

from framesage.rulebase import RuleBaseError, load_rule_base

if TYPE_CHECKING:
    from framesage.rulebase.rule_base import RuleBase


@pytest.fixture(scope="session")
def rule_base() -> RuleBase:
    """The built-in rule base with its tests and locations."""
    return load_rule_base(whole=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Parametrize tests by rules of advice and by package changes.

    If the rule base cannot be loaded, these tests are skipped and those of the whole rule base
    report the errors.
    """
    for name, values in _parameters().items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, list(values.values()), ids=list(values))


@lru_cache(maxsize=1)
def _parameters() -> dict[str, dict[str, object]]:
    try:
        base = load_rule_base(whole=True)
    except RuleBaseError:
        return {"rule_id": {}, "change": {}}
    return {
        "rule_id": {name: name for name in base.advice},
        "change": {f"{change.package}-{change.kind}": change for change in base.changes},
    }
