"""A dependency file that has been read."""

from __future__ import annotations

import re
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen
from framesage.manifests.lazy_requirements import LazyRequirements
from framesage.manifests.local_packages import local_packages
from framesage.manifests.lockfiles import collected

if TYPE_CHECKING:
    from collections.abc import Mapping

    from framesage.manifests.headings import Heading
    from framesage.manifests.lockfiles import Lock
    from framesage.manifests.model import (
        Ignore,
        Include,
        LocalPackage,
        Metadata,
        Requirement,
        Setting,
        SyntaxIssue,
        Workspace,
    )
    from framesage.text import Range, Source
    from framesage.toml import Document
    from framesage.toml.strict import TomlError

_PINNED = re.compile(r"={1,3}\s*[^=,*\s]+")
TOML_FORMATS = frozenset(("framesage", "pipfile", "pixi", "pyproject"))
"""The formats of manifests that are TOML files as a whole."""
_PACKAGES = frozenset(("pyproject", "setup.cfg", "setup.py"))


def is_pinned(requirement: Requirement) -> bool:
    """Return whether a requirement can be fulfilled by one version only, or comes from a URL."""
    return bool(requirement.url or _PINNED.fullmatch(requirement.specifier))


@frozen(slots=False)
class Manifest:
    """Everything that one dependency file contains.

    ``anchors`` are the ranges that name its dependency lists (a key, or the first requirement of a
    requirements file), the main list first. ``locks`` are the lock files that belong to it; they
    are added when the project is loaded. ``multiple_per_line`` are the ranges of requirements that
    follow another one on the same line, which pip rejects. ``readme`` is the path of the project's
    README as written, if the file names one. ``compiled`` is whether a tool wrote the file, and
    ``heading`` what it says about that at its top. ``unnamed`` are required packages whose names
    are not given (``-e ./libs/auth``). ``sources`` says where packages come from that the lists
    require by their names only: from the folder with this path, or with "" from the workspace.
    """

    source: Source
    format: str
    requirements: LazyRequirements = field(default_factory=LazyRequirements)
    includes: tuple[Include, ...] = ()
    metadata: tuple[Metadata, ...] = ()
    anchors: tuple[Range, ...] = ()
    settings: tuple[Setting, ...] = ()
    ignores: tuple[Ignore, ...] = ()
    compiled: bool = False
    heading: Heading | None = None
    locks: tuple[Lock, ...] = ()
    multiple_per_line: tuple[Range, ...] = ()
    syntax_errors: tuple[SyntaxIssue, ...] = ()
    readme: str = ""
    unnamed: tuple[LocalPackage, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    workspace: Workspace | None = None

    @property
    def is_single_list(self) -> bool:
        """Whether the file is one list without a name, with a requirement on each line."""
        return self.format == "requirements"

    @property
    def can_have_extras(self) -> bool:
        """Whether the file describes a package, so that users can ask for its extras."""
        return self.format in _PACKAGES

    @cached_property
    def is_frozen(self) -> bool:
        """Whether there are requirements, and all of them have one version, as tools write them."""
        found = self.requirements.unpositioned
        return bool(found) and all(map(is_pinned, found))

    @cached_property
    def pins(self) -> Mapping[str, tuple[str, ...]]:
        """The versions of the requirements that have one version, by name."""
        return collected(
            (requirement.name, requirement.specifier.lstrip("= "))
            for requirement in self.requirements.unpositioned
            if not requirement.url and is_pinned(requirement)
        )

    @cached_property
    def local_packages(self) -> tuple[LocalPackage, ...]:
        """The required packages that are in a folder, apart from those in ``sources``."""
        return (*self.unnamed, *local_packages(self.requirements.with_url()))

    @cached_property
    def document(self) -> Document:
        """The file as a TOML document, scanned on first use; empty for other formats."""
        from framesage.toml import Document, scan  # only fixes need it

        if self.format not in TOML_FORMATS:
            return Document((), ())
        return scan(self.source.text, self.source.lines)

    @cached_property
    def toml_error(self) -> TomlError | None:
        """The first syntax error of a TOML file, parsed strictly; None for other formats."""
        from framesage.toml.strict import find_toml_error

        if self.format not in TOML_FORMATS:
            return None
        return find_toml_error("\n".join(self.source.lines))
