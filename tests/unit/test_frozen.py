"""``frozen`` classes behave like the standard library's frozen dataclasses."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, replace
from functools import cached_property

import pytest

from framesage.frozen import frozen


@frozen
class Point:
    x: int
    y: int = 2
    seen: list[str] = field(default_factory=list)
    mark: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class StandardPoint:
    x: int
    y: int = 2
    seen: list[str] = field(default_factory=list)
    mark: str = field(default="", compare=False, repr=False)


@frozen
class Base:
    first: str


@frozen
class Derived(Base):
    second: str = "2"


@frozen(slots=False)
class WithoutSlots:
    x: int

    @cached_property
    def doubled(self) -> list[int]:
        return [self.x * 2]


def test_representation_matches_the_standard_library() -> None:
    assert repr(Point(1, mark="m")) == repr(StandardPoint(1, mark="m")).replace(
        "StandardPoint", "Point"
    )


def test_fields_match_args_and_slots_match_the_standard_library() -> None:
    assert [f.name for f in fields(Point)] == [f.name for f in fields(StandardPoint)]
    assert Point.__match_args__ == StandardPoint.__match_args__
    assert Point.__slots__ == StandardPoint.__slots__


def test_default_factory_runs_for_each_instance() -> None:
    first, second = Point(1), Point(1)
    assert first.seen == second.seen == []
    assert first.seen is not second.seen


def test_equal_fields_make_equal_instances() -> None:
    assert Point(1, seen=["a"]) == Point(1, 2, ["a"])
    assert Point(1) != Point(2)
    assert Base("a") == Base("a")
    assert hash(Base("a")) == hash(Base("a"))
    assert Base("a") != Derived("a")
    assert Base("a") != "a"


def test_fields_with_compare_false_are_ignored() -> None:
    assert Point(1, mark="here") == Point(1, mark="there")


def test_fields_cannot_be_assigned_or_deleted() -> None:
    point = Point(1)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'x'"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError, match="cannot delete field 'x'"):
        del point.x
    with pytest.raises(FrozenInstanceError):
        point.new = 1  # type: ignore[attr-defined]
    assert point.x == 1


def test_missing_and_unknown_arguments_raise_type_error() -> None:
    with pytest.raises(TypeError, match=r"Point.__init__\(\) missing 1 required"):
        Point()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="unexpected keyword"):
        Point(1, z=1)  # type: ignore[call-arg]


def test_instances_can_be_replaced_copied_and_pickled() -> None:
    point = Point(1, seen=["a"], mark="m")
    assert replace(point, x=5) == Point(5, seen=["a"])
    assert replace(point, x=5).mark == "m"
    for duplicate in (copy.deepcopy(point), pickle.loads(pickle.dumps(point))):
        assert duplicate == point
        assert duplicate.mark == "m"


def test_subclass_inherits_fields() -> None:
    assert Derived("1") == Derived("1", "2")
    assert repr(Derived("1")) == "Derived(first='1', second='2')"


def test_class_without_slots_caches_properties() -> None:
    instance = WithoutSlots(2)
    assert instance.doubled is instance.doubled
    assert instance == WithoutSlots(2)
    with pytest.raises(FrozenInstanceError):
        instance.x = 3  # type: ignore[misc]
