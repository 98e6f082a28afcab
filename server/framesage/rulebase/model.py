"""Claims, traits, evidence and rules after loading: names resolved, conditions compiled."""

from __future__ import annotations

from dataclasses import field
from enum import Enum
from typing import TYPE_CHECKING, Literal

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from framesage.inference import Condition
    from framesage.rulebase.location import SourceLocation

Certainty = Literal["", "low", "medium", "high", "declared"]
"""A degree of belief in words; "" is less than low, "declared" is what the settings say."""

CERTAINTIES: tuple[Certainty, ...] = ("low", "medium", "high")
"""The certainties that are inferred, in rising order."""


class VerdictKind(Enum):
    """The kind of a verdict, by its word in rules and reports."""

    FAVORS = "favors"  # one framework
    EITHER = "either"  # there are good reasons for both, and neither side outweighs the other
    UNDECIDED = "undecided"  # there is too little evidence for either
    OUTSIDE = "outside"  # the project is not one that has to choose


@frozen
class Claim:
    """A statement of the guidance."""

    id: str
    text: str


@frozen
class Question:
    """How a person is asked about a trait.

    ``help`` explains the question in a sentence; ``yes`` and ``no`` say what these answers mean.
    ``frequency`` is the rough share of web applications that have the trait, in (0, 1); it affects
    the order of the questions only.
    """

    text: str
    help: str
    yes: str
    no: str
    frequency: float


@frozen
class Trait:
    """A property of a project.

    With an ``outside`` trait, a project without a framework does not choose between the candidates.
    """

    id: str
    title: str
    description: str
    references: tuple[str, ...]
    outside: str = ""  # what such a project is, as the end of a clause: "a reusable package"
    denial: str = ""  # the opposite of the title, as a clause
    question: Question | None = None  # None for a trait that only follows from others

    def words(self, holds: bool) -> str:
        """Return that the trait holds, or does not hold, as a clause within a sentence."""
        denial = self.denial or f"It is not so that {_within(self.title)}"
        return _within(self.title if holds else denial)


def _within(clause: str) -> str:
    """Return a clause with a small first letter, unless it starts with an acronym (API, HTML)."""
    return clause if clause[1:2].isupper() else clause[:1].lower() + clause[1:]


@frozen
class Exclusion:
    """Two traits that no project has both, so that a person with one is not asked for the other."""

    traits: tuple[str, str]
    why: str

    def other(self, trait: str) -> str:
        """Return the id of the trait that this one excludes; "" if it is neither of the two."""
        first, second = self.traits
        return {first: second, second: first}.get(trait, "")


@frozen
class EvidenceGroup:
    """Facts that indicate the same about a trait: symbols (``package:x``) with their strengths."""

    id: str
    trait: str
    why: str
    strengths: Mapping[str, float]
    against: bool = False


@frozen
class RuleTest:
    """An example of a rule: a small project, and whether the rule applies to it.

    ``groups`` and ``extras`` are lists of requirements by name, ``files`` are requirements files.
    """

    name: str
    wanted: bool
    requirements: tuple[str, ...] = ()
    development: tuple[str, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    extras: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    requires_python: str = ""
    traits: Mapping[str, bool] = field(default_factory=dict)
    framework: str = ""
    project_name: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    layout: tuple[str, ...] = ()
    today: date | None = None


@frozen
class Derivation:
    """A rule that derives a trait from other traits."""

    id: str
    trait: str
    strength: float
    against: bool
    condition: Condition
    why: str
    references: tuple[str, ...]
    location: SourceLocation


@frozen
class FixTemplate:
    """The fix of a rule of advice: a package to ``add``, to ``remove`` the matched one, or to
    ``require`` a version of it that the finding is not about."""

    add: str = ""
    remove: bool = False
    require: bool = False


@frozen
class Rule:
    """Guidance (``favors`` and ``strength``) or advice (``severity``, ``message``, ``at``).

    Advice ``of_any_project`` also concerns projects that are not web applications, or do not choose
    between the candidates. Guidance of the same ``group`` is one reason in several words, and is
    discounted.
    """

    id: str
    title: str
    why: str
    condition: Condition
    references: tuple[str, ...]
    location: SourceLocation
    favors: str = ""
    strength: float = 0.0
    group: str = ""
    severity: str = ""
    message: str = ""
    at: str = "framework"
    tag: str = ""
    of_any_project: bool = False
    tests: tuple[RuleTest, ...] = ()
    fix: FixTemplate | None = None


@frozen
class Scale:
    """The numbers behind strengths, reliabilities and certainties."""

    reliabilities: Mapping[str, float]  # runtime, optional, development, via, constraint, metadata
    strengths: Mapping[str, float]  # conclusive, strong, fair, weak, slight
    thresholds: Mapping[Certainty, float]  # low, medium, high -> the belief at which each begins
    framework_strength: float  # evidence of a framework's own package for its use
    rival_strength: float  # evidence of another framework against a candidate
    majority: float  # the share of the weight of all reasons at which a framework is favored
