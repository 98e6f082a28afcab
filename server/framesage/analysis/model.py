"""The result of an analysis: the framework in use, traits and verdict, each with its evidence."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from framesage.analysis.location import Location
    from framesage.analysis.sightings import Sightings
    from framesage.inference import Conclusion, Reason, WorkingMemory
    from framesage.project.model import Project
    from framesage.rulebase.compatibility_model import ClashKind
    from framesage.rulebase.framework_model import Framework, PackageChange
    from framesage.rulebase.model import Certainty, Trait, VerdictKind
    from framesage.rulebase.rule_base import RuleBase


@frozen
class Part:
    """A framework, and the location of a direct requirement for it."""

    framework: Framework
    location: Location


class UseKind(Enum):
    """How many of the candidate frameworks a project uses."""

    NONE = auto()
    ONE = auto()
    BOTH = auto()
    OTHER = auto()  # frameworks, but none of the candidates


@frozen
class FrameworkUse:
    """The frameworks that a project uses.

    ``locations`` are the requirements that name the frameworks in use; ``is_declared`` is true
    where the settings name the framework. ``parts`` are all requirements for a candidate, in use
    or not; where both are in use, ``apart`` is true if no single list requires both, or there are
    folders of services. ``around`` are the frameworks of the project in a folder above.
    """

    frameworks: tuple[Framework, ...] = ()
    locations: tuple[Location, ...] = ()
    is_declared: bool = False
    parts: tuple[Part, ...] = ()
    apart: bool = False
    around: tuple[Framework, ...] = ()

    @property
    def kind(self) -> UseKind:
        """How many of the candidates are in use."""
        candidates = self._candidates()
        if len(candidates) > 1:
            return UseKind.BOTH
        if candidates:
            return UseKind.ONE
        return UseKind.OTHER if self.frameworks else UseKind.NONE

    @property
    def candidate(self) -> Framework | None:
        """The one candidate in use; None if there is none, or more than one."""
        candidates = self._candidates()
        return candidates[0] if len(candidates) == 1 else None

    @property
    def state(self) -> str:
        """The framework in use in a word: a candidate's id, ``none``, ``both`` or ``other``."""
        return self.candidate.id if self.candidate else self.kind.name.lower()

    def _candidates(self) -> list[Framework]:
        return [framework for framework in self.frameworks if not framework.other]


@frozen
class InferredTrait:
    """A trait that the project probably has, with the conclusion that says why."""

    trait: Trait
    certainty: Certainty
    conclusion: Conclusion

    @property
    def belief(self) -> float:
        """The net belief, in [0, 1]."""
        return self.conclusion.belief


@frozen
class Verdict:
    """Which framework the guidance favors, if any.

    ``framework`` and ``certainty`` are None and "" unless a framework is favored; ``score`` is the
    belief in [0, 1]. ``because`` are the reasons for the favored framework and ``despite`` those
    for others, strongest first. ``fitting`` are the candidates of which any would do, where the
    verdict is that. The certainty of a decision in the settings is ``declared``; it needs no
    reasons.
    """

    kind: VerdictKind
    framework: Framework | None = None
    certainty: Certainty = ""
    score: float = 0.0
    because: tuple[Reason, ...] = ()
    despite: tuple[Reason, ...] = ()
    fitting: tuple[Framework, ...] = ()

    @property
    def favors(self) -> str:
        """The verdict in a word: a framework's id, ``either``, ``undecided`` or ``outside``."""
        return self.framework.id if self.framework else self.kind.value


@frozen
class Clash:
    """A requirement to change, because two packages do not work together.

    ``require`` is what to require instead or in addition (``Werkzeug<3``), ``package`` the location
    of the package with the limit, and ``other`` that of the other one, if it is required.
    """

    kind: ClashKind
    location: Location
    require: tuple[str, ...]
    package: Location
    source: str
    other: Location | None = None


@frozen(slots=False)
class Analysis:
    """Everything that is inferred about a project.

    ``today`` decides which releases are supported. ``web`` is whether the project is a web
    application. ``sightings`` are where the facts in ``memory`` were seen. ``changes`` are the
    package changes that affect the project, by the location of the requirement, and ``clashes``
    those with other packages. The comments on requirements that are ``explained`` decide whether
    they are among the changes.
    """

    project: Project
    rule_base: RuleBase
    today: date
    web: bool
    framework: FrameworkUse
    traits: tuple[InferredTrait, ...]
    verdict: Verdict
    memory: WorkingMemory
    sightings: Sightings
    changes: Mapping[Location, PackageChange]
    clashes: Mapping[Location, Clash]
    explained: tuple[Location, ...]
