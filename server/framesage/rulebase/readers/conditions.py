"""Read conditions into the form that the inference engine evaluates."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast, get_args

from framesage.frozen import frozen
from framesage.inference import AllOf, AnyOf, AtLeast, Believed, Disbelieved, NoneOf, Observed
from framesage.rulebase import symbols
from framesage.rulebase.compatibility_model import ClashKind
from framesage.rulebase.framework_model import PENDING
from framesage.rulebase.framework_states import STATES, framework_state
from framesage.rulebase.model import VerdictKind
from framesage.rulebase.names import alternatives, is_specifier, not_a_candidate, unknown
from framesage.rulebase.readers.frameworks import CHANGES
from framesage.rulebase.strict_table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.inference import Condition
    from framesage.rulebase.errors import RuleErrors
    from framesage.rulebase.location import SourceLocation
    from framesage.rulebase.model import Certainty
    from framesage.rulebase.vocabulary import Vocabulary

OPEN_VERDICTS = tuple(kind.value for kind in VerdictKind if kind is not VerdictKind.FAVORS)
BATTERIES = ("batteries", "large-batteries")
PARTS = ("apart", "together")
_LISTED = (symbols.Kind.PACKAGE, symbols.Kind.PLUGIN)
MODIFIERS = ("certainty", "version", "of")


@frozen
class ConditionReader:
    """Read conditions; errors are added to ``errors``.

    While one of the conditions in ``unknown`` holds, it is not known that a package is missing.
    """

    vocabulary: Vocabulary
    errors: RuleErrors
    unknown: tuple[Condition, ...] = ()

    def for_advice(self) -> ConditionReader:
        """Return a reader for rules that report findings.

        That something is missing is only reported if everything that can bring it was read.
        """
        return replace(self, unknown=(Observed((symbols.UNREAD,)),))

    def read(self, raw: object, location: SourceLocation) -> Condition:
        """Return the condition, or an empty one after an error."""
        if isinstance(raw, str):
            raw = {"trait": raw}
        if not isinstance(raw, dict) or not raw:
            self.errors.add(location, "a condition is the id of a trait, or a table")
            return AllOf(())
        table = Table(raw, location, self.errors)
        parts = tuple(read(self, table) for key, read in _READERS.items() if key in raw)
        table.finish(also=(*_READERS, *MODIFIERS))
        return parts[0] if len(parts) == 1 else AllOf(parts)

    def read_list(self, table: Table, key: str) -> tuple[Condition, ...]:
        """Return the conditions of a list."""
        table.read.add(key)
        raw = table.raw[key]
        if not isinstance(raw, list) or not raw:
            table.fail(key, f"'{key}' must be a list of conditions")
            return ()
        return tuple(
            self.read(item, table.location.at(key, position)) for position, item in enumerate(raw)
        )

    def threshold(self, table: Table) -> float:
        """Return the threshold of the table's ``certainty``."""
        thresholds = self.vocabulary.scale.thresholds
        certainty = table.choice("certainty", "certainty", thresholds, "medium")
        return thresholds.get(cast("Certainty", certainty), 0.5)

    def _trait(self, table: Table) -> Condition:
        trait = table.choice("trait", "trait", self.vocabulary.traits)
        return Believed(symbols.trait(trait), self.threshold(table))

    def _absent(self, table: Table) -> Condition:
        trait = table.choice("absent", "trait", self.vocabulary.traits)
        return Disbelieved(symbols.trait(trait), self.threshold(table))

    def _framework(self, table: Table) -> Condition:
        known = (*self.vocabulary.candidates(), *STATES)
        states = self._names(table, "framework", "framework", known)
        medium = self.vocabulary.scale.thresholds.get("medium", 0.5)
        frameworks = self.vocabulary.frameworks.values()
        found = tuple(framework_state(state, frameworks, medium, self.unknown) for state in states)
        return found[0] if len(found) == 1 else AnyOf(found)

    def _names(self, table: Table, key: str, kind: str, known: tuple[str, ...]) -> tuple[str, ...]:
        names = table.texts(key, required=True, single=True)
        for name in names:
            if name in known:
                continue
            other = key == "framework" and name in self.vocabulary.frameworks
            message = not_a_candidate if other else partial(unknown, kind)
            table.fail(key, message(name, known))
        return tuple(name for name in names if name in known)

    def _package(self, table: Table) -> Condition:
        names = table.packages("package", single=True)
        version = table.text("version", "")
        if version and not is_specifier(version):
            table.fail("version", f"'{version}' is not a version specifier (PEP 440)")
        return Observed(tuple(symbols.package(name, version) for name in names))

    def _layout(self, table: Table) -> Condition:
        facts = table.texts("layout", required=True, single=True)
        return Observed(tuple(symbols.layout(fact) for fact in facts))

    def _package_set(self, table: Table) -> Condition:
        sets = self.vocabulary.package_sets
        names = self._names(table, "package-set", "package set", tuple(sets))
        packages = (package for name in names for package in sets[name].packages)
        return Observed(tuple(symbols.package(package) for package in dict.fromkeys(packages)))

    def _package_for(self, table: Table) -> Condition:
        needs = self.vocabulary.needs
        need = needs.get(table.choice("package-for", "need", needs))
        return _one_of(need.packages(), need.id) if need else AllOf(())

    def _duplicate(self, table: Table) -> Condition:
        needs = self.vocabulary.needs
        need = needs.get(table.choice("duplicate-of", "need", needs))
        return _one_of(need.duplicates(), need.id) if need else AllOf(())

    def _plugin(self, table: Table) -> Condition:
        known = tuple(self.vocabulary.frameworks)
        names = self._names(table, "plugin-of", "framework", known)
        return Observed(tuple(symbols.plugin(name) for name in names))

    def _release(self, table: Table) -> Condition:
        table.choice("release", "state of a release", ("unsupported",))
        framework = table.choice("of", "framework", self.vocabulary.frameworks)
        return Observed((symbols.release_unsupported(framework),))

    def _verdict(self, table: Table) -> Condition:
        candidates = self.vocabulary.candidates()
        verdict = table.choice("verdict", "verdict", (*candidates, *OPEN_VERDICTS))
        if verdict not in candidates:
            return Observed((symbols.verdict(verdict),))
        thresholds = self.vocabulary.scale.thresholds
        certainty = table.choice("certainty", "certainty", thresholds, "medium")
        return Observed((symbols.verdict(verdict, certainty),))

    def _decided(self, table: Table) -> Condition:
        decided = Observed((symbols.DECIDED,))
        return decided if table.flag("decided") else NoneOf((decided,))

    def _parts(self, table: Table) -> Condition:
        return Observed((symbols.parts(table.choice("parts", "value of 'parts'", PARTS)),))

    def _change(self, table: Table) -> Condition:
        kinds = (*CHANGES, PENDING)
        return Observed((symbols.change(table.choice("change", "kind of change", kinds)),))

    def _clash(self, table: Table) -> Condition:
        kinds = get_args(ClashKind)
        return Observed((symbols.clash(table.choice("clash", "kind of clash", kinds)),))

    def _all(self, table: Table) -> Condition:
        return AllOf(self.read_list(table, "all"))

    def _any(self, table: Table) -> Condition:
        return AnyOf(self.read_list(table, "any"))

    def _none(self, table: Table) -> Condition:
        parts = self.read_list(table, "none")
        is_about_lists = any(map(_is_about_lists, parts))
        return NoneOf((*parts, *self.unknown) if is_about_lists else parts)

    def _count(self, table: Table) -> Condition:
        minimum = table.positive("count")
        parts = self._counted(table)
        if len(parts) < minimum:
            table.fail("count", f"{minimum} can never hold: there are only {len(parts)} conditions")
        return AtLeast(parts, minimum)

    def _counted(self, table: Table) -> tuple[Condition, ...]:
        of = table.raw.get("of")
        if of in BATTERIES:
            table.read.add("of")
            return tuple(
                _one_of(need.packages(), need.id)
                for need in self.vocabulary.needs.values()
                if need.large or (of == "batteries" and need.is_battery)
            )
        if "of" in table.raw:
            return self.read_list(table, "of")
        table.miss("of", f"{alternatives(BATTERIES)}, or a list of conditions")
        return ()


_READERS: dict[str, Callable[[ConditionReader, Table], Condition]] = {
    "framework": ConditionReader._framework,
    "verdict": ConditionReader._verdict,
    "decided": ConditionReader._decided,
    "parts": ConditionReader._parts,
    "change": ConditionReader._change,
    "clash": ConditionReader._clash,
    "trait": ConditionReader._trait,
    "absent": ConditionReader._absent,
    "layout": ConditionReader._layout,
    "package": ConditionReader._package,
    "package-set": ConditionReader._package_set,
    "package-for": ConditionReader._package_for,
    "duplicate-of": ConditionReader._duplicate,
    "plugin-of": ConditionReader._plugin,
    "release": ConditionReader._release,
    "count": ConditionReader._count,
    "all": ConditionReader._all,
    "any": ConditionReader._any,
    "none": ConditionReader._none,
}


def _is_about_lists(condition: Condition) -> bool:
    return any(symbols.includes(condition.symbols(), kind) for kind in _LISTED)


def _one_of(packages: tuple[str, ...], label: str) -> Observed:
    return Observed(tuple(symbols.package(name) for name in packages), label=label)
