"""What keeps a project's own rules from being used, told where its settings name them."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from framesage.project.custom_rules import rule_paths_in
from framesage.project.model import FileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from framesage.project.custom_rules import RulePath
    from framesage.project.model import Project
    from framesage.rulebase import RuleError


def unusable_rules(project: Project, rule_errors: Sequence[RuleError]) -> Iterator[FileError]:
    """Yield a problem for each of the ``rule-paths`` with errors: the first, and how many more.

    One mistake keeps all of the project's own rules from being used.
    """
    for manifest in project.manifests:
        for one in rule_paths_in(manifest):
            found = [each for each in rule_errors if each.path.is_relative_to(one.path)]
            if found:
                yield FileError(manifest.source.path, one.written.range, _words(one, found))


def _words(one: RulePath, rule_errors: Sequence[RuleError]) -> str:
    first, others = rule_errors[0], len(rule_errors) - 1
    name = PurePosixPath(one.written.text, *first.path.relative_to(one.path).parts)
    more = f" (and {others} more)" if others else ""
    whole = (first.line, first.column) == (1, 1)
    where = f"'{name}'" if whole else f"'{name}', line {first.line}:"
    return f"rule-paths: {where} {first.message}{more}; none of your own rules is used"
