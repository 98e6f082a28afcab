"""Read the tests that rules contain: projects, and whether the rule applies to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.model import RuleTest

if TYPE_CHECKING:
    from framesage.rulebase.strict_table import Table


def read_test(table: Table) -> RuleTest:
    """Read a ``[[rule.test]]``."""
    return RuleTest(
        name=table.text("name"),
        wanted=table.flag("wanted"),
        requirements=table.texts("requirements"),
        development=table.texts("development"),
        groups=_lists(table.table("groups")),
        extras=_lists(table.table("extras")),
        files=_lists(table.table("files")),
        requires_python=table.text("requires-python"),
        traits=_flags(table.table("traits")),
        framework=table.text("framework"),
        project_name=table.text("project-name"),
        description=table.text("description"),
        keywords=table.texts("keywords"),
        classifiers=table.texts("classifiers"),
        layout=table.texts("layout"),
        today=table.day("today"),
    )


def _lists(table: Table) -> dict[str, tuple[str, ...]]:
    return {name: table.texts(name) for name in table.raw}


def _flags(table: Table) -> dict[str, bool]:
    return {name: table.flag(name) for name in table.raw}
