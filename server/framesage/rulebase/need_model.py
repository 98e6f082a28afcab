"""What projects need, and what each candidate has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@frozen
class Provision:
    """What a candidate has for a need: something ``included``, or ``packages`` to take, or neither
    (``by_hand``).

    ``packages`` are the default, installed together; ``alternatives`` replace them, and ``also``
    are further packages that cover the need. ``duplicates`` are packages that duplicate what is
    included.
    """

    included: str = ""
    packages: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    by_hand: bool = False
    docs: str = ""

    def all_packages(self) -> tuple[str, ...]:
        """Return the packages that cover the need."""
        return tuple(dict.fromkeys((*self.packages, *self.alternatives, *self.also)))


@frozen
class Need:
    """Something that a project needs if it has one of ``traits``, and what each candidate (by id)
    has for it.

    Packages that are evidence for the trait ``covered_by`` cover the need, too.
    """

    id: str
    title: str
    traits: tuple[str, ...]
    provisions: Mapping[str, Provision]
    large: bool = False
    covered_by: str = ""

    @property
    def is_battery(self) -> bool:
        """Whether one candidate includes it, and another does not."""
        return len({bool(provision.included) for provision in self.provisions.values()}) > 1

    def packages(self) -> tuple[str, ...]:
        """Return the packages that cover the need with any candidate."""
        return _distinct(provision.all_packages() for provision in self.provisions.values())

    def duplicates(self) -> tuple[str, ...]:
        """Return the packages that duplicate what a candidate includes."""
        return _distinct(provision.duplicates for provision in self.provisions.values())


def _distinct(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))
