"""Which versions of two packages work together, declared in their metadata or not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

ClashKind = Literal["conflicting", "incompatible", "unlimited"]
"""Why two packages do not work together: their metadata conflict, which pip refuses; the project
admits versions that fail; or it lists no limit, and what pip installs fails."""


@frozen
class Limit:
    """A limit on another package that the metadata of a package lack.

    ``versions`` of ``package`` fail with versions of ``on`` that ``works_with`` does not admit; the
    newest ones are among those. ``written`` is the limit as it is shown and added to a list.
    ``fixed`` is the first version that works with newer ones, "" if unknown; ``python`` are the
    Pythons on which pip installs versions that fail.
    """

    package: str
    versions: str
    on: str
    works_with: str
    written: str
    source: str
    fixed: str = ""
    python: str = ""
    code: str = ""  # what fails; run by tests/rules/check_compatibility.py ...
    beside: tuple[str, ...] = ()  # ... with these requirements


@frozen
class Declaration:
    """What the metadata of a package require of another one, from which version on.

    Nothing is known of versions before the first one.
    """

    package: str
    on: str
    steps: Mapping[str, str]
    source: str
