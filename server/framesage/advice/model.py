"""What an analysis says of a project: framework, traits, verdict, findings, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from framesage.frozen import frozen, frozen_roomy
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.inference import Conclusion, Judgement, Reason, World
    from framesage.manifests.model import Manifest, Metadata, Requirement
    from framesage.project.model import Project
    from framesage.rulebase import RuleError
    from framesage.rulebase.framework_model import Framework
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Range


class Level(IntEnum):
    """How loudly a finding speaks; there is no ``error``: advice never breaks a build by itself."""

    OFF = 0
    HINT = 1
    INFORMATION = 2
    WARNING = 3

    @classmethod
    def named(cls, name: str) -> Level:
        """Return the level of a name in the rule base or the settings; raise KeyError."""
        return cls[name.upper()]

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """A place in a manifest, and what stands there."""

    manifest: Manifest
    range: Range
    subject: Requirement | Metadata | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self.manifest.source.path

    @property
    def text(self) -> str:
        """What stands there, as written: the name of a requirement, the value of metadata.

        A name that is a key with quotes stands without them, one with escapes as it is meant.
        """
        named = getattr(self.subject, "name_range", self.range)
        line = self.manifest.source.line(named.start.line)
        written = line[named.start.character : named.end.character]
        name = getattr(self.subject, "name", "")
        plain = written.strip("\"'") if name else written
        return plain if name in ("", canonicalize_name(plain)) else name

    def __eq__(self, other: object) -> bool:
        # A manifest is large and unique per path within one analysis: the path stands for it.
        return isinstance(other, Place) and (self.path, self.range) == (other.path, other.range)

    def __hash__(self) -> int:
        return hash((self.path, self.range))


@frozen
class Part:
    """A framework, and a place in some list of requirements that asks for it."""

    framework: Framework
    place: Place


@frozen
class Use:
    """The framework question as the project has answered it so far.

    ``state`` is ``none``, ``flask``, ``django``, ``both`` or ``other``; ``declared`` are the
    places that name the frameworks; ``decided`` says that the settings settle it. ``parts`` are all
    places that ask for one of the two, in use or not; with ``both``, ``apart`` says that no list
    brings the one and the other.
    """

    state: str
    frameworks: tuple[Framework, ...] = ()
    declared: tuple[Place, ...] = ()
    decided: bool = False
    parts: tuple[Part, ...] = ()
    apart: bool = False


@frozen
class TraitFound:
    """A trait that seems true; ``level`` is ``low``, ``medium``, ``high`` or ``declared``."""

    trait: Trait
    level: str
    conclusion: Conclusion

    @property
    def certainty(self) -> float:
        """The net belief, in [0, 1]."""
        return self.conclusion.certainty


@frozen
class Verdict:
    """Which framework the guidance favours here.

    ``favors`` is ``flask``, ``django``, ``either`` (much speaks for both), ``undecided`` (little
    speaks for either) or ``outside`` (the question is the wrong one). ``level`` is ``low``,
    ``medium`` or ``high``, "" where nothing is favoured; ``score`` is the certainty in [0, 1];
    ``because`` are the reasons for what is favoured, ``despite`` those against, strongest first.
    """

    favors: str
    level: str = ""
    score: float = 0.0
    because: tuple[Reason, ...] = ()
    despite: tuple[Reason, ...] = ()


@frozen
class Related:
    """A place that is evidence for a finding, and what it shows."""

    place: Place
    message: str


@frozen
class Finding:
    """One piece of advice at one place."""

    rule: str
    level: Level
    message: str
    place: Place
    related: tuple[Related, ...] = ()
    references: tuple[str, ...] = ()
    judgement: Judgement | None = None


@frozen_roomy
class Assessment:
    """All that Framesage has to say of a project; every front end shows this and nothing else.

    ``mistakes`` keep the project's own rules from being used.
    """

    project: Project
    rule_base: RuleBase
    web: bool
    use: Use
    traits: tuple[TraitFound, ...]
    verdict: Verdict
    findings: tuple[Finding, ...]
    world: World
    mistakes: tuple[RuleError, ...] = ()
