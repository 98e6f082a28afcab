"""The result of an analysis: the framework in use, traits and verdict, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.names import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from framesage.inference import Conclusion, Reason, WorkingMemory
    from framesage.manifests.model import Manifest, Metadata, Requirement
    from framesage.project.model import Project
    from framesage.rulebase.framework_model import Change, Framework
    from framesage.rulebase.model import Trait
    from framesage.rulebase.rule_base import RuleBase
    from framesage.text import Range


@dataclass(frozen=True, slots=True, eq=False)
class Location:
    """A location in a manifest, and what stands there."""

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
        return isinstance(other, Location) and (self.path, self.range) == (other.path, other.range)

    def __hash__(self) -> int:
        return hash((self.path, self.range))


@frozen
class Part:
    """A framework, and a location in some list of requirements that asks for it."""

    framework: Framework
    location: Location


@frozen
class FrameworkUse:
    """The framework question as the project has answered it so far.

    ``state`` is ``none``, ``flask``, ``django``, ``both`` or ``other``. ``locations`` are the
    requirements that name the frameworks in use; ``is_declared`` is true where the settings name
    the framework. ``parts`` are all requirements for one of the two frameworks, in use or not;
    where ``state`` is ``both``, ``apart`` is true if no single list requires both.
    """

    state: str
    frameworks: tuple[Framework, ...] = ()
    locations: tuple[Location, ...] = ()
    is_declared: bool = False
    parts: tuple[Part, ...] = ()
    apart: bool = False


@frozen
class TraitFound:
    """A trait that seems true; ``certainty`` is ``low``, ``medium``, ``high`` or ``declared``."""

    trait: Trait
    certainty: str
    conclusion: Conclusion

    @property
    def belief(self) -> float:
        """The net belief, in [0, 1]."""
        return self.conclusion.belief


@frozen
class Verdict:
    """Which framework the guidance favours here.

    ``favors`` is ``flask``, ``django``, ``either`` (much speaks for both), ``undecided`` (little
    speaks for either) or ``outside`` (the question is the wrong one). ``certainty`` is ``low``,
    ``medium`` or ``high``, "" where nothing is favoured; ``score`` is the belief in [0, 1];
    ``because`` are the reasons for what is favoured, ``despite`` those against, strongest first.
    """

    favors: str
    certainty: str = ""
    score: float = 0.0
    because: tuple[Reason, ...] = ()
    despite: tuple[Reason, ...] = ()


@frozen(slots=False)
class Analysis:
    """Everything inferred about a project, before any advice.

    ``today`` is the date by which releases are supported or not; ``web`` is false where the
    project is not a web application; ``changes`` are the package changes that affect the project,
    by the location of the requirement.
    """

    project: Project
    rule_base: RuleBase
    today: date
    web: bool
    framework: FrameworkUse
    traits: tuple[TraitFound, ...]
    verdict: Verdict
    memory: WorkingMemory
    changes: Mapping[Location, Change]
