"""Two packages that do not work together, in words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from framesage.analysis.versions import locked_versions
from framesage.manifests.model import Requirement
from framesage.wording.grammar import join_words

if TYPE_CHECKING:
    from framesage.analysis.location import Location
    from framesage.analysis.model import Clash

_ONE_VERSION = re.compile(r"(?:={1,3})?\s*v?([0-9][\w.!+]*)")


def clash_words(clash: Clash) -> dict[str, str]:
    """Return the values of the placeholders about a clash."""
    return {
        "require": join_words(clash.require),
        "limited": version_words(clash.package),
        "other": _other_words(clash.other),
    }


def _other_words(other: Location | None) -> str:
    """Return the other package with its version; "later versions" where that is not given."""
    specifier = str(getattr(other and other.subject, "specifier", ""))
    return version_words(other) if other and specifier[:1] not in ("", ">") else "later versions"


def version_words(location: Location) -> str:
    """Return a requirement with its version: ``Flask 2.0.1``, ``Flask <2.1``."""
    requirement = location.subject
    if not isinstance(requirement, Requirement):
        return location.text
    locked = list(locked_versions(location.manifest, requirement))
    version = _ONE_VERSION.fullmatch(requirement.specifier.strip())
    words = locked[0] if len(locked) == 1 else requirement.specifier
    return f"{location.text} {version.group(1) if version else words}".strip()
