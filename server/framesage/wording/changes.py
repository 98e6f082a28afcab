"""A package change in words: what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.analysis.provenance import direct_locations
from framesage.wording.clashes import version_words

if TYPE_CHECKING:
    from framesage.analysis.location import Location
    from framesage.analysis.sightings import Sightings
    from framesage.rulebase.framework_model import PackageChange


def change_words(change: PackageChange, location: Location, sightings: Sightings) -> str:
    """Return what to do about a change; where the replacement is required, the rest of it."""
    places = (place for name in change.replacement for place in direct_locations(sightings, name))
    replacement = next(places, None)
    if replacement is None:
        return change.words or f"Upgrade {location.text} to {change.fixed}"
    return f"Remove {location.text} once nothing imports it: {replacement.text} is required already"


def changed_words(location: Location, change: PackageChange) -> str:
    """Return the package with its version if that matters: ``Flask-Login 0.6.2``, else ``it``."""
    return version_words(location) if change.versions else "it"
