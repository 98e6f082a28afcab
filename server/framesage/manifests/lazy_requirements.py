"""Requirements that take their location in the file when somebody looks at them.

A keystroke that inserts a line moves every requirement below it, and of ten thousand the rules ask
for a dozen: the others stay as they were read, each as if its own lines were the file's first.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress, count
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from framesage.manifests.model import Requirement
from framesage.text import Position, Range

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NAME = attrgetter("name")


class Placed(Sequence[Requirement]):
    """A sequence of requirements; ``lines`` are the lines on which the file has each."""

    def __init__(
        self,
        as_read: Sequence[Requirement],
        lines: Sequence[int],
        finish: Callable[[Requirement], Requirement] = lambda one: one,
    ) -> None:
        self.as_read = as_read
        self._lines = lines
        self._finish = finish
        self._known: dict[int, Requirement] = {}

    def __len__(self) -> int:
        return len(self.as_read)

    @overload
    def __getitem__(self, index: int) -> Requirement: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Requirement, ...]: ...
    def __getitem__(self, index: int | slice) -> Requirement | tuple[Requirement, ...]:
        numbers = range(len(self.as_read))[index]
        if isinstance(numbers, range):
            return tuple(self._at(number) for number in numbers)
        return self._at(numbers)

    def __iter__(self) -> Iterator[Requirement]:
        return map(self._at, range(len(self.as_read)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def named(self, wanted: Callable[[str], bool]) -> Iterator[Requirement]:
        """Yield those with a name that is wanted; the others stay where they are."""
        return map(self._at, compress(count(), map(wanted, map(_NAME, self.as_read))))

    def around(self, line: int) -> Iterator[Requirement]:
        """Yield those that may stand on a line: that begin on it, else nearest above it."""
        nearest = max((start for start in self._lines if start <= line), default=None)
        return (self._at(number) for number, start in enumerate(self._lines) if start == nearest)

    def changed(self, change: Callable[[Requirement], Requirement]) -> Placed:
        """Return the same requirements, each changed when it is looked at."""
        finish = self._finish
        return Placed(self.as_read, self._lines, lambda one: change(finish(one)))

    def _at(self, number: int) -> Requirement:
        if number not in self._known:
            self._known[number] = self._finish(shifted(self.as_read[number], self._lines[number]))
        return self._known[number]


def named(
    requirements: Sequence[Requirement], wanted: Callable[[str], bool]
) -> Iterable[Requirement]:
    """Yield the requirements with a name that is wanted."""
    if isinstance(requirements, Placed):
        return requirements.named(wanted)
    return (one for one in requirements if wanted(one.name))


def around(requirements: Sequence[Requirement], line: int) -> Iterable[Requirement]:
    """Yield the requirements that may stand on a line."""
    if isinstance(requirements, Placed):
        return requirements.around(line)
    return (one for one in requirements if one.range.start.line <= line <= one.range.end.line)


def changed(
    requirements: Sequence[Requirement], change: Callable[[Requirement], Requirement]
) -> Sequence[Requirement]:
    """Return the requirements with a change made to each."""
    if isinstance(requirements, Placed):
        return requirements.changed(change)
    return tuple(change(one) for one in requirements)


def as_read(requirements: Sequence[Requirement]) -> Sequence[Requirement]:
    """Return the requirements for what they ask, wherever they stand: ranges may be relative."""
    return requirements.as_read if isinstance(requirements, Placed) else requirements


def moved(span: Range, lines: int) -> Range:
    """Return a range so many lines further down."""
    (first, start), (last, end) = span
    return Range(Position(first + lines, start), Position(last + lines, end))


def shifted(one: Requirement, lines: int) -> Requirement:
    """Return a requirement so many lines further down."""
    return Requirement(
        one.name,
        moved(one.range, lines),
        moved(one.name_range, lines),
        one.extras,
        one.specifier,
        one.marker,
        one.url,
        one.group,
        one.origin,
        one.via,
    )
