"""Read conditions on a project as a whole: its traits, name, framework and verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.inference import AnyOf, Believed, Disbelieved, NoneOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.framework_states import STATES, framework_state
from framesage.rulebase.model import VerdictKind
from framesage.rulebase.names import is_specifier, not_a_candidate, not_a_specifier, unknown

if TYPE_CHECKING:
    from collections.abc import Collection

    from framesage.inference import Condition
    from framesage.rulebase.readers.conditions.context import Context
    from framesage.rulebase.strict_table import Table

OPEN_VERDICTS = tuple(kind.value for kind in VerdictKind if kind is not VerdictKind.FAVORS)
PARTS = ("apart", "together")


def read_trait(reader: Context, table: Table) -> Condition:
    """Read ``trait``."""
    trait = table.choice("trait", "trait", reader.vocabulary.traits)
    return Believed(symbols.trait(trait), reader.threshold(table))


def read_absent(reader: Context, table: Table) -> Condition:
    """Read ``absent``."""
    trait = table.choice("absent", "trait", reader.vocabulary.traits)
    return Disbelieved(symbols.trait(trait), reader.threshold(table))


def read_framework(reader: Context, table: Table) -> Condition:
    """Read ``framework``: candidates, or states of the framework."""
    vocabulary = reader.vocabulary
    known = (*vocabulary.candidates(), *STATES)
    states = table.texts("framework", required=True, single=True)
    for name in states:
        if name not in known:
            other = name in vocabulary.frameworks
            table.fail("framework", (not_a_candidate if other else _unknown)(name, known))
    medium = vocabulary.scale.thresholds.get("medium", 0.5)
    found = tuple(
        framework_state(state, vocabulary.frameworks.values(), medium, reader.unknown)
        for state in states
        if state in known
    )
    return found[0] if len(found) == 1 else AnyOf(found)


def _unknown(name: str, known: Collection[str]) -> str:
    return unknown("framework", name, known)


def read_layout(_: Context, table: Table) -> Condition:
    """Read ``layout``: facts about the names of files."""
    facts = table.texts("layout", required=True, single=True)
    return Observed(tuple(symbols.layout(fact) for fact in facts))


def read_name(_: Context, table: Table) -> Condition:
    """Read ``project-name``: names, or patterns with ``*``."""
    names = table.texts("project-name", required=True, single=True)
    return Observed(tuple(symbols.project(name.lower()) for name in names))


def read_python(_: Context, table: Table) -> Condition:
    """Read ``requires-python``: versions of Python that the project supports."""
    specifier = table.text("requires-python")
    if specifier != "?" and not is_specifier(specifier):
        table.fail("requires-python", not_a_specifier(specifier))
    return Observed((symbols.python(specifier),))


def read_verdict(reader: Context, table: Table) -> Condition:
    """Read ``verdict``."""
    candidates = reader.vocabulary.candidates()
    verdict = table.choice("verdict", "verdict", (*candidates, *OPEN_VERDICTS))
    if verdict not in candidates:
        return Observed((symbols.verdict(verdict),))
    thresholds = reader.vocabulary.scale.thresholds
    certainty = table.choice("certainty", "certainty", thresholds, "medium")
    return Observed((symbols.verdict(verdict, certainty),))


def read_decided(_: Context, table: Table) -> Condition:
    """Read ``decided``: whether the settings declare the framework."""
    decided = Observed((symbols.DECIDED,))
    return decided if table.flag("decided") else NoneOf((decided,))


def read_parts(_: Context, table: Table) -> Condition:
    """Read ``parts``: whether a single list requires both frameworks."""
    return Observed((symbols.parts(table.choice("parts", "value of 'parts'", PARTS)),))
