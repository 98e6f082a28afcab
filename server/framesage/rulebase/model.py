"""What the rule base holds, after loading: every name known, every condition ready to judge."""

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
    EITHER = "either"  # there are strong reasons for both
    UNDECIDED = "undecided"  # there is too little evidence for either
    OUTSIDE = "outside"  # the project is not one that has to choose


@frozen
class Claim:
    """One claim of the guidance, in our words."""

    id: str
    text: str


@frozen
class Trait:
    """One word of the closed vocabulary; ``outside`` ones make Flask-or-Django the wrong question
    for a project that has chosen neither."""

    id: str
    title: str
    description: str
    references: tuple[str, ...]
    outside: bool = False
    denial: str = ""  # the title's opposite, as people say it

    def words(self, holds: bool) -> str:
        """Return that it is so, or not so, as a clause within a sentence."""
        denial = self.denial or f"It is not so that {_within(self.title)}"
        return _within(self.title if holds else denial)


def _within(clause: str) -> str:
    return clause[:1].lower() + clause[1:]


@frozen
class EvidenceGroup:
    """Things that say the same of a trait; symbols (``package:x``, ``keyword:x``) to strengths."""

    id: str
    trait: str
    why: str
    strengths: Mapping[str, float]
    against: bool = False


@frozen
class RuleTest:
    """A rule's own example: a small project, and whether the rule fires on it."""

    name: str
    wanted: bool
    requirements: tuple[str, ...] = ()
    development: tuple[str, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    traits: Mapping[str, bool] = field(default_factory=dict)
    framework: str = ""
    project_name: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    classifiers: tuple[str, ...] = ()
    today: date | None = None


@frozen
class Derivation:
    """A trait from traits."""

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
    """What a rule of advice proposes: a package to ``add``, or to ``remove`` what it matched."""

    add: str = ""
    remove: bool = False


@frozen
class Rule:
    """Guidance (``favors`` and ``strength``) or advice (``severity``, ``message``, ``at``)."""

    id: str
    title: str
    why: str
    condition: Condition
    references: tuple[str, ...]
    location: SourceLocation
    favors: str = ""
    strength: float = 0.0
    severity: str = ""
    message: str = ""
    at: str = "framework"
    tests: tuple[RuleTest, ...] = ()
    fix: FixTemplate | None = None


@frozen
class Scale:
    """What a kind of requirement is worth, and where the levels of certainty begin."""

    reliabilities: Mapping[str, float]  # runtime, optional, development, via, constraint, metadata
    strengths: Mapping[str, float]  # conclusive, strong, fair, weak, slight
    thresholds: Mapping[Certainty, float]  # low, medium, high -> the certainty each begins at
    framework_strength: float  # how far a framework's own package says that it is used
    rival_strength: float  # how far another framework speaks against one of the two
