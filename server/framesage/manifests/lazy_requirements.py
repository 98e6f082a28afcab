"""A sequence of requirements whose ranges are computed on access.

An edit that inserts a line moves every requirement below it, but the rules look at few of them.
All others keep the range that they were read with, relative to their own first line.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from framesage.manifests.model import Requirement
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NAME = attrgetter("name")
_URL = attrgetter("url")


class LazyRequirements(Sequence[Requirement]):
    """Requirements in the order of the file.

    ``unpositioned`` are the same requirements with ranges that count from the requirement's own
    first line; ``first_lines`` are these lines. Without ``first_lines``, ranges are final.
    ``finish`` is applied to each requirement on first access. Those of ``before`` that are still
    the same on the same line are not positioned again.
    """

    def __init__(
        self,
        unpositioned: Sequence[Requirement] = (),
        first_lines: Sequence[int] = (),
        finish: Callable[[Requirement], Requirement] | None = None,
        before: LazyRequirements | None = None,
    ) -> None:
        self.unpositioned = unpositioned
        self._first_lines = first_lines
        self._finish = finish
        self._known: dict[int, Requirement] = {}
        self._numbers: dict[int, int] = {}
        """The positions of known requirements, by ``id``; ``_known`` keeps them alive."""
        self._positioned: dict[int, tuple[Requirement, int, Requirement]]
        self._positioned = before._positioned if before else {}

    def __len__(self) -> int:
        return len(self.unpositioned)

    @overload
    def __getitem__(self, index: int) -> Requirement: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Requirement, ...]: ...
    def __getitem__(self, index: int | slice) -> Requirement | tuple[Requirement, ...]:
        numbers = range(len(self.unpositioned))[index]
        if isinstance(numbers, range):
            return tuple(self._get(number) for number in numbers)
        return self._get(numbers)

    def __iter__(self) -> Iterator[Requirement]:
        return map(self._get, range(len(self.unpositioned)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def named(self, is_wanted: Callable[[str], bool]) -> Iterator[Requirement]:
        """Yield the requirements whose names are wanted, without positioning the others."""
        return map(self._get, compress(count(), map(is_wanted, map(_NAME, self.unpositioned))))

    def with_url(self) -> Iterator[Requirement]:
        """Yield the requirements from a URL or path, without positioning the others."""
        return map(self._get, compress(count(), map(_URL, self.unpositioned)))

    def near_line(self, line: int) -> Iterator[Requirement]:
        """Yield the requirements that may touch a line (0-based)."""
        if not self._first_lines:
            return (r for r in self if r.range.start.line <= line <= r.range.end.line)
        nearest = max((start for start in self._first_lines if start <= line), default=None)
        numbers = (number for number, start in enumerate(self._first_lines) if start == nearest)
        return map(self._get, numbers)

    def number_of(self, requirement: Requirement) -> int | None:
        """Return the position of a requirement of this sequence; None if it is of another one."""
        return self._numbers.get(id(requirement))

    def mapped(self, change: Callable[[Requirement], Requirement]) -> LazyRequirements:
        """Return the same requirements, each changed on first access."""
        finish = self._finish
        both = (lambda requirement: change(finish(requirement))) if finish else change
        return LazyRequirements(self.unpositioned, self._first_lines, both, self)

    def _get(self, number: int) -> Requirement:
        if number not in self._known:
            requirement = self.unpositioned[number]
            if self._first_lines:
                requirement = self._position(number, self._first_lines[number])
            known = self._known[number] = self._finish(requirement) if self._finish else requirement
            self._numbers[id(known)] = number
        return self._known[number]

    def _position(self, number: int, line: int) -> Requirement:
        requirement = self.unpositioned[number]
        known = self._positioned.get(number)
        if known is None or known[0] is not requirement or known[1] != line:
            known = requirement, line, moved_requirement(requirement, line)
            self._positioned[number] = known
        return known[2]


def moved(span: Range, lines: int) -> Range:
    """Return a range that many lines further down."""
    (first, start), (last, end) = span
    return Range(Position(first + lines, start), Position(last + lines, end))


def moved_requirement(requirement: Requirement, lines: int) -> Requirement:
    """Return a requirement that many lines further down."""
    return Requirement(  # twice as fast as ``replace``
        name=requirement.name,
        range=moved(requirement.range, lines),
        name_range=moved(requirement.name_range, lines),
        extras=requirement.extras,
        specifier=requirement.specifier,
        marker=requirement.marker,
        url=requirement.url,
        group=requirement.group,
        origin=requirement.origin,
        via=requirement.via,
    )
