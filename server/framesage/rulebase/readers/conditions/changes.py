"""Read conditions on releases, and on packages that changed or do not work together."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from framesage.inference import Observed
from framesage.rulebase import symbols
from framesage.rulebase.compatibility_model import ClashKind
from framesage.rulebase.framework_model import PENDING
from framesage.rulebase.readers.frameworks import CHANGES

if TYPE_CHECKING:
    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.context import Context
    from framesage.rulebase.strict_table import Table


def read_release(reader: Context, table: Table) -> Condition:
    """Read ``release``: the state of all releases of a framework that a requirement admits."""
    table.choice("release", "state of a release", ("unsupported",))
    framework = table.choice("of", "framework", reader.vocabulary.frameworks)
    return Observed((symbols.release_unsupported(framework),))


def read_change(_: Context, table: Table) -> Condition:
    """Read ``change``: what happened to a required package."""
    kinds = (*CHANGES, PENDING)
    return Observed((symbols.change(table.choice("change", "kind of change", kinds)),))


def read_clash(_: Context, table: Table) -> Condition:
    """Read ``clash``: how required packages do not work together."""
    kinds = get_args(ClashKind)
    return Observed((symbols.clash(table.choice("clash", "kind of clash", kinds)),))
