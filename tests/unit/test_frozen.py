"""Frozen classes behave as dataclasses do that are made the usual way."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property

import pytest

from framesage.frozen import frozen, frozen_roomy


@frozen
class Point:
    x: int
    y: int = 2
    seen: list[str] = field(default_factory=list)
    mark: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class _Usual:
    x: int
    y: int = 2
    seen: list[str] = field(default_factory=list)
    mark: str = field(default="", compare=False, repr=False)


@frozen
class Only:
    one: str


@frozen
class More(Only):
    two: str = "2"


@frozen_roomy
class Roomy:
    x: int

    @cached_property
    def doubled(self) -> list[int]:
        return [self.x * 2]


def test_it_is_written_as_a_dataclass_is() -> None:
    assert repr(Point(1, mark="m")) == repr(_Usual(1, mark="m")).replace("_Usual", "Point")


def test_its_fields_are_known() -> None:
    assert [one.name for one in fields(Point)] == [one.name for one in fields(_Usual)]
    assert Point.__match_args__ == _Usual.__match_args__
    assert Point.__slots__ == _Usual.__slots__


def test_defaults_that_are_made_are_made_anew() -> None:
    one, other = Point(1), Point(1)
    assert one.seen == other.seen == []
    assert one.seen is not other.seen


def test_equal_fields_make_equal_objects() -> None:
    assert Point(1, seen=["a"]) == Point(1, 2, ["a"])
    assert Point(1) != Point(2)
    assert Only("a") == Only("a")
    assert hash(Only("a")) == hash(Only("a"))
    assert Only("a") != More("a")
    assert Only("a") != "a"


def test_what_is_not_compared_makes_no_difference() -> None:
    assert Point(1, mark="here") == Point(1, mark="there")


def test_it_cannot_be_changed() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.new = 1  # type: ignore[attr-defined]
    assert point.x == 1


def test_a_missing_or_unknown_argument_is_a_type_error() -> None:
    with pytest.raises(TypeError, match=r"Point.__init__\(\) missing 1 required"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword"):
        Point(1, z=1)  # type: ignore[call-arg]


def test_it_is_replaced_copied_and_pickled() -> None:
    point = Point(1, seen=["a"], mark="m")
    assert replace(point, x=5) == Point(5, seen=["a"])
    assert replace(point, x=5).mark == "m"
    for twin in (copy.deepcopy(point), pickle.loads(pickle.dumps(point))):
        assert twin == point
        assert twin.mark == "m"


def test_a_subclass_has_the_fields_of_both() -> None:
    assert More("1") == More("1", "2")
    assert repr(More("1")) == "More(one='1', two='2')"


def test_a_roomy_one_keeps_what_it_worked_out() -> None:
    roomy = Roomy(2)
    assert roomy.doubled is roomy.doubled
    assert roomy == Roomy(2)
    with pytest.raises(FrozenInstanceError):
        roomy.x = 3  # type: ignore[misc]
