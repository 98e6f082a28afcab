"""What to change along with a framework, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from packaging.version import Version

from framesage.wording.grammar import count_noun, join_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from framesage.analysis.location import Location
    from framesage.rulebase.framework_model import PackageChange

MOST_CHARACTERS = 80
"""The most that packages to change together may take; fewer of them are named to get there."""
_NAMED = ((2, 2), (2, 1), (1, 1), (1, 0), (0, 0))
"""How many packages to upgrade, and how many to replace, are named."""


def upgrade_words(title: str, changes: Mapping[Location, PackageChange]) -> str:
    """Return what to do about the packages that the upgrade of a framework breaks, and why:
    ``upgrade Flask-Login to 0.6.3, and replace Flask-Script: Flask 3.0 breaks them``."""
    raised = {
        place.text: f"{place.text} to {change.fixed}"
        for place, change in changes.items()
        if change.fixed
    }
    replaced = {place.text: place.text for place in changes if place.text not in raised}
    since = max((change.since for change in changes.values()), key=Version)
    affected = "older versions" if not replaced else "it" if len(changes) == 1 else "them"
    attempts = [
        f"{_remedies(raised.values(), replaced.values(), named)}: {title} {since} breaks {affected}"
        for named in _NAMED
    ]
    return next((words for words in attempts if len(words) <= MOST_CHARACTERS), attempts[-1])


def _remedies(raised: Iterable[str], replaced: Iterable[str], named: tuple[int, int]) -> str:
    verbs = zip(("upgrade", "replace"), (list(raised), list(replaced)), named, strict=True)
    return ", and ".join(f"{verb} {_some(names, most)}" for verb, names, most in verbs if names)


def _some(names: Sequence[str], most: int) -> str:
    if not most and len(names) > 1:
        return count_noun(len(names), "package")
    named = names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]
    return join_words(named)
