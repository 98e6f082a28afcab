"""Read the tests that rules contain: projects, and whether the rule applies to them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from framesage.manifests import reader_by_name
from framesage.manifests.names import canonicalize_name
from framesage.rulebase.model import RuleTest
from framesage.rulebase.names import is_package, is_specifier, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.rulebase.strict_table import Table
    from framesage.rulebase.vocabulary import Vocabulary


def read_test(table: Table, names: Vocabulary) -> RuleTest:
    """Read a ``[[rule.test]]``."""
    test = RuleTest(
        name=table.text("name"),
        wanted=table.flag("wanted", required=True),
        requirements=table.requirements("requirements"),
        development=table.requirements("development"),
        groups=_lists(table.table("groups"), _is_list_name, "name of a dependency group"),
        extras=_lists(table.table("extras"), _is_list_name, "name of an extra"),
        files=_lists(table.table("files"), _is_list_file, "name of a requirements file"),
        requires_python=_specifier(table, "requires-python"),
        traits=_declared(table.table("traits"), names),
        framework=table.text("framework", ""),
        project_name=table.text("project-name", ""),
        description=table.text("description", ""),
        keywords=table.texts("keywords"),
        classifiers=table.texts("classifiers"),
        layout=table.texts("layout"),
        today=table.day("today"),
    )
    if test.framework and test.framework not in names.frameworks:
        table.fail("framework", unknown("framework", test.framework, names.frameworks))
    table.finish()
    return test


def _lists(
    table: Table, is_valid: Callable[[str], bool], called: str
) -> dict[str, tuple[str, ...]]:
    for name in table.raw:
        if not is_valid(name):
            table.fail(name, f"'{name}' is not a valid {called}")
    return {name: table.requirements(name) for name in table.raw}


def _is_list_name(name: str) -> bool:
    return is_package(canonicalize_name(name))


def _is_list_file(name: str) -> bool:
    path = PurePosixPath(name)
    inside = not path.is_absolute() and ".." not in path.parts
    return inside and path.suffix in (".txt", ".in") and reader_by_name(path) is not None


def _specifier(table: Table, key: str) -> str:
    specifier = table.text(key, "")
    if specifier and not is_specifier(specifier):
        table.fail(key, f"'{specifier}' is not a version specifier (PEP 440)")
    return specifier


def _declared(table: Table, names: Vocabulary) -> dict[str, bool]:
    for trait in table.raw:
        if trait not in names.traits:
            table.fail(trait, unknown("trait", trait, names.traits))
    return {trait: table.flag(trait) for trait in table.raw}
