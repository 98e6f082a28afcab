"""Read conditions on releases, and on packages that changed or do not work together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import Observed
from framesage.rulebase import symbols

if TYPE_CHECKING:
    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.context import Context
    from framesage.rulebase.strict_table import Table


def read_release(_: Context, table: Table) -> Condition:
    """Read ``release``: the state of all releases of a framework that a requirement admits."""
    framework = table.text("of")
    return Observed((symbols.release_unsupported(framework),))


def read_change(_: Context, table: Table) -> Condition:
    """Read ``change``: what happened to a required package."""
    return Observed((symbols.change(table.text("change")),))


def read_clash(_: Context, table: Table) -> Condition:
    """Read ``clash``: how required packages do not work together."""
    return Observed((symbols.clash(table.text("clash")),))
