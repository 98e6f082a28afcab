"""The tests of a built-in rule, which the snapshot lacks, read from the rule's own file.

To load the whole rule base for the examples on a page takes 10 MiB, which a server would keep.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from framesage.rulebase.errors import RuleErrors
from framesage.rulebase.parsing import read_files
from framesage.rulebase.readers.rule_tests import read_test
from framesage.rulebase.strict_table import Table

if TYPE_CHECKING:
    from framesage.rulebase.model import Rule


def with_tests(rule: Rule) -> Rule:
    """Return a rule of the built-in rules with its tests."""
    (file,) = read_files([rule.location.path])
    whole = Table(file.tables, replace(rule.location, keys=()), RuleErrors())
    _, position = rule.location.keys
    table = next(table for table in whole.tables("rule") if table.location.keys[1] == position)
    return replace(rule, tests=tuple(map(read_test, table.tables("test"))))
