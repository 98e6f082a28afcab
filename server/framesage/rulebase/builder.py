"""Build the rule base from parsed files: first the vocabulary, then everything that uses it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from framesage.inference import CycleError
from framesage.rulebase.absent_traits import without_traits
from framesage.rulebase.compiler import compile_program
from framesage.rulebase.definitions import Definitions
from framesage.rulebase.errors import RuleBaseError, RuleError
from framesage.rulebase.model import Scale
from framesage.rulebase.placeholder_reasons import PlaceholderReasons, read_placeholders
from framesage.rulebase.readers.candidates import (
    FrameworkTables,
    read_frameworks,
    with_words,
    without_covered,
)
from framesage.rulebase.readers.compatibility import read_declaration, read_limit
from framesage.rulebase.readers.conditions.reader import ConditionReader
from framesage.rulebase.readers.descriptions import (
    denials,
    kind_evidence,
    read_grammar,
    read_kind,
)
from framesage.rulebase.readers.evidence import read_evidence, read_neutral
from framesage.rulebase.readers.extensions import extend
from framesage.rulebase.readers.frameworks import (
    read_change,
    read_comparison,
    read_installer,
    read_package_set,
    read_release,
)
from framesage.rulebase.readers.needs import (
    read_minimums,
    read_need,
    read_package_lists,
    read_spellings,
)
from framesage.rulebase.readers.overrides import Overridden
from framesage.rulebase.readers.rules import read_defaults, read_derivation, read_rule
from framesage.rulebase.readers.vocabulary import read_claim, read_exclusion, read_scale, read_trait
from framesage.rulebase.rule_base import RuleBase
from framesage.rulebase.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from framesage.rulebase.model import EvidenceGroup, Rule
    from framesage.rulebase.parsing import RuleFile
    from framesage.rulebase.strict_table import Table

T = TypeVar("T")


def build(files: Sequence[RuleFile]) -> RuleBase:
    """Return the rule base of parsed files; raise RuleBaseError with all errors."""
    rule_base = _rule_base(Definitions(files))
    try:
        return replace(rule_base, program=compile_program(rule_base))
    except CycleError as error:
        raise RuleBaseError([_cycle_error(rule_base, error)]) from None


def _cycle_error(rule_base: RuleBase, error: CycleError) -> RuleError:
    names = [proposition.partition(":")[2] for proposition in reversed(error.cycle)]
    within = [item.location for item in rule_base.derivations if item.trait in names]
    location = next(item for item in within if item.path == within[-1].path)  # that of a pack
    message = f"traits are derived in a circle: {' from '.join(names)}"
    return RuleError(location.path, *location.line_column, message)


def _rule_base(definitions: Definitions) -> RuleBase:
    names, frameworks = _vocabulary(definitions)
    groups = definitions.read("evidence", lambda table: read_evidence(table, names))
    names, evidence = extend(definitions.tables("extend"), names, groups)
    definitions.check(names.ids())
    conditions = ConditionReader(names, definitions.errors)
    derivations = definitions.read("derive", lambda table: read_derivation(table, conditions))
    found = Overridden(names, _rules(definitions, conditions), derivations, evidence)
    found.apply(definitions.tables("override"), definitions.errors)
    definitions.locations.update(found.locations)
    kinds = definitions.read("kind", lambda table: read_kind(table, names))
    rule_base = RuleBase(
        claims=names.claims,
        scale=names.scale,
        traits=names.traits,
        exclusions=tuple(map(read_exclusion, definitions.tables("exclusion"))),
        derivations=tuple(found.derivations.values()),
        evidence=(
            *found.evidence.values(),
            *_denials(found.evidence.values(), names),
            *kind_evidence(kinds.values(), names),
        ),
        neutral=dict(_neutral(definitions)),
        frameworks=names.frameworks,
        releases=tuple(map(read_release, definitions.tables("release"))),
        installers=tuple(map(read_installer, definitions.tables("installer"))),
        needs=names.needs,
        minimums=_joined(definitions, "minimums", read_minimums),
        spellings=_joined(definitions, "spellings", read_spellings),
        extends=_joined(definitions, "extends", read_package_lists),
        conflicts=_joined(definitions, "conflicts", read_package_lists),
        requires=_joined(definitions, "requires", read_package_lists),
        comparison=with_words(
            [
                read_comparison(table, names.candidates())
                for table in definitions.tables("comparison")
            ],
            frameworks,
        ),
        changes=tuple(map(read_change, definitions.tables("change"))),
        comment_reasons=tuple(_comment_reasons(definitions)),
        placeholders=_placeholders(definitions),
        limits=tuple(map(read_limit, definitions.tables("limit"))),
        declarations=tuple(map(read_declaration, definitions.tables("declaration"))),
        guidance={name: rule for name, rule in found.rules.items() if rule.favors},
        advice={name: rule for name, rule in found.rules.items() if not rule.favors},
        locations=definitions.locations,
        kinds=kinds,
        grammar=_grammar(definitions),
        switched_off=frozenset(found.off),
    )
    definitions.finish()
    return without_traits(rule_base, found.off_traits())


def _vocabulary(definitions: Definitions) -> tuple[Vocabulary, FrameworkTables]:
    """Return the names, and the tables of the frameworks, of which parts are read with other
    tables.
    """
    scale = _scale(definitions)
    claims = definitions.read("claim", read_claim)
    traits = definitions.read("trait", read_trait)
    read = read_frameworks(definitions, scale.strengths)
    names = Vocabulary(
        claims=claims,
        scale=scale,
        traits=without_covered(traits, read, definitions),
        frameworks=read.frameworks,
        needs=definitions.read("need", lambda table: read_need(table, read.candidates)),
        package_sets=definitions.read("package-set", read_package_set),
    )
    return names, read


def _denials(groups: Iterable[EvidenceGroup], names: Vocabulary) -> Iterator[EvidenceGroup]:
    least = names.scale.strengths.get("fair", 0.5)
    for group in groups:
        if group.trait in names.traits:
            denied = denials(group, names.traits[group.trait].words(True), least)
            if denied:
                yield denied


def _grammar(definitions: Definitions) -> Mapping[str, tuple[str, ...]]:
    grammar: Mapping[str, tuple[str, ...]] = {}
    for document in definitions.documents:
        table = document.table("grammar")
        if table.raw:
            grammar = read_grammar(table)
            definitions.define("grammar", "", table)
    return grammar


def _scale(definitions: Definitions) -> Scale:
    scales = []
    for document in definitions.documents:
        table = document.table("scale")
        if table.raw:
            scales.append(read_scale(table))
            definitions.define("scale", "", table)
    return scales[0] if scales else Scale({}, {}, {}, 0.5, 0.5, 0.5)


def _joined(
    definitions: Definitions, key: str, read: Callable[[Table], Iterable[tuple[str, T]]]
) -> dict[str, T]:
    """Return the entries of a table that any file may have."""
    return dict(entry for document in definitions.documents for entry in read(document.table(key)))


def _comment_reasons(definitions: Definitions) -> Iterator[str]:
    for document in definitions.documents:
        table = document.table("comments")
        yield from table.texts("reasons")


def _placeholders(definitions: Definitions) -> PlaceholderReasons:
    """Return the placeholders of all files."""
    found = [
        read_placeholders(document.table("placeholder-reasons"))
        for document in definitions.documents
    ]
    return PlaceholderReasons(
        tuple(text for placeholders in found for text in placeholders.texts),
        tuple(tag for placeholders in found for tag in placeholders.tags),
    )


def _neutral(definitions: Definitions) -> Iterator[tuple[str, str]]:
    """Yield each neutral package with the reason, and store its location."""
    for table in definitions.tables("neutral"):
        why = table.text("why")
        for position, name in enumerate(read_neutral(table)):
            location = table.location.at("packages", position)
            definitions.locations.setdefault(f"neutral:{name}", location)
            yield name, why


def _rules(definitions: Definitions, conditions: ConditionReader) -> dict[str, Rule]:
    defaults = {
        document.location.path: read_defaults(document.table("defaults"), conditions)
        for document in definitions.documents
    }
    return definitions.read(
        "rule", lambda table: read_rule(table, conditions, defaults[table.location.path])
    )
