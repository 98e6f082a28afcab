"""Read conditions on a project as a whole: its traits, name, framework and verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AnyOf, Believed, Disbelieved, NoneOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.framework_states import STATES, framework_state
from framesage.rulebase.readers.conditions.names import read_names

if TYPE_CHECKING:
    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.context import Context
    from framesage.rulebase.strict_table import Table


def read_trait(reader: Context, table: Table) -> Condition:
    """Read ``trait``."""
    trait = table.text("trait")
    return Believed(symbols.trait(trait), reader.threshold(table))


def read_absent(reader: Context, table: Table) -> Condition:
    """Read ``absent``."""
    trait = table.text("absent")
    return Disbelieved(symbols.trait(trait), reader.threshold(table))


def read_framework(reader: Context, table: Table) -> Condition:
    """Read ``framework``: candidates, or states of the framework."""
    vocabulary = reader.vocabulary
    states = read_names(table, "framework", (*vocabulary.candidates(), *STATES))
    medium = vocabulary.scale.thresholds.get("medium", 0.5)
    found = tuple(
        framework_state(state, vocabulary.frameworks.values(), medium, reader.unknown)
        for state in states
    )
    return found[0] if len(found) == 1 else AnyOf(found)


def read_layout(_: Context, table: Table) -> Condition:
    """Read ``layout``: facts about the names of files."""
    facts = table.texts("layout")
    return Observed(tuple(symbols.layout(fact) for fact in facts))


def read_name(_: Context, table: Table) -> Condition:
    """Read ``project-name``: names, or patterns with ``*``."""
    names = table.texts("project-name")
    return Observed(tuple(symbols.project(name.lower()) for name in names))


def read_python(_: Context, table: Table) -> Condition:
    """Read ``requires-python``: versions of Python that the project supports."""
    return Observed((symbols.python(table.text("requires-python")),))


def read_verdict(reader: Context, table: Table) -> Condition:
    """Read ``verdict``."""
    candidates = reader.vocabulary.candidates()
    verdict = table.text("verdict")
    if verdict not in candidates:
        return Observed((symbols.verdict(verdict),))
    certainty = table.text("certainty", "medium")
    return Observed((symbols.verdict(verdict, certainty),))


def read_decided(_: Context, table: Table) -> Condition:
    """Read ``decided``: whether the settings declare the framework."""
    decided = Observed((symbols.DECIDED,))
    return decided if table.flag("decided") else NoneOf((decided,))


def read_parts(_: Context, table: Table) -> Condition:
    """Read ``parts``: whether a single list requires both frameworks."""
    return Observed((symbols.parts(table.text("parts")),))
