"""What projects need, and what each candidate has for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@frozen
class Provision:
    """What a candidate has for a need: something ``included``, or ``packages`` to take, or
    ``choices``, or nothing (``by_hand``).

    ``packages`` are the default, installed together. ``choices`` are packages for services that a
    person chooses, so none is the default. ``alternatives`` replace what is included or the
    default, and ``also`` are further packages that cover the need. ``duplicates`` are packages that
    duplicate what is included.
    """

    included: str = ""
    packages: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    by_hand: bool = False
    docs: str = ""

    def all_packages(self) -> tuple[str, ...]:
        """Return the packages that cover the need."""
        return tuple(dict.fromkeys((*self.packages, *self.choices, *self.alternatives, *self.also)))


@frozen
class Cause:
    """A trait that makes something a need, with all of ``others`` and with none of ``unless``."""

    trait: str
    others: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@frozen(slots=False)
class Need:
    """Something that a project needs for one of the ``causes``, and what each candidate (by id)
    has for it.

    The first cause is the need itself: a project that is known not to have its trait does not have
    the need. Packages that are evidence for the trait ``covered_by`` cover the need, too, but those
    in ``not_covered_by``. It is a battery if one of the candidates that it was defined with
    includes it, and another does not: rules count batteries, and a further candidate must not
    change what they count.
    """

    id: str
    title: str
    causes: tuple[Cause, ...]
    provisions: Mapping[str, Provision]
    is_battery: bool = False
    large: bool = False
    covered_by: str = ""
    not_covered_by: tuple[str, ...] = ()

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """The traits of the causes, each once."""
        return tuple(dict.fromkeys(cause.trait for cause in self.causes))

    @property
    def read_traits(self) -> frozenset[str]:
        """All traits that the causes depend on."""
        return frozenset(
            name for cause in self.causes for name in (cause.trait, *cause.others, *cause.unless)
        )

    def packages(self) -> tuple[str, ...]:
        """Return the packages that cover the need with any candidate."""
        return self._packages

    @cached_property
    def _packages(self) -> tuple[str, ...]:
        return _distinct(provision.all_packages() for provision in self.provisions.values())

    def usual_packages(self) -> tuple[str, ...]:
        """Return the packages to start with, the default ones first."""
        provisions = self.provisions.values()
        default = (
            *(found.packages for found in provisions),
            *(found.choices for found in provisions),
        )
        return _distinct((*default, *(found.alternatives for found in provisions)))

    def duplicates(self) -> tuple[str, ...]:
        """Return the packages that duplicate what a candidate includes."""
        return _distinct(provision.duplicates for provision in self.provisions.values())


def _distinct(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))
