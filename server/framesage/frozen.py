"""Frozen dataclasses that cost little to make (docs/adr/0010).

``dataclass(frozen=True, slots=True)`` compiles six methods for each class, 0.4 ms of every start,
and an editor waits for ninety of them. Here one is compiled, ``__init__``; the others are shared.
The classes are dataclasses still: ``fields`` and ``replace`` work, an assignment raises
``FrozenInstanceError``, and equal fields make equal objects with equal hashes.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from typing_extensions import dataclass_transform
else:

    def dataclass_transform(**_: object) -> Callable[[_Class], _Class]:
        """Stand in for what only type checkers read."""
        return lambda decorator: decorator


_Class = TypeVar("_Class", bound=type)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: _Class) -> _Class:
    """Make a class a frozen dataclass with slots."""
    made: _Class = _complete(dataclass(slots=True, init=False, repr=False, eq=False)(cls))
    return made


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen_roomy(cls: _Class) -> _Class:
    """Make a class a frozen dataclass without slots: it has room for cached properties."""
    made: _Class = _complete(dataclass(init=False, repr=False, eq=False)(cls))
    return made


def _complete(cls: Any) -> Any:  # noqa: ANN401 - a class of any kind
    for name in _Shared.METHODS:
        setattr(cls, name, vars(_Shared)[name])
    cls._compared = attrgetter(*(one.name for one in fields(cls) if one.compare))
    cls.__init__ = _initializer(cls.__qualname__, fields(cls))
    return cls


def _initializer(owner: str, declared: tuple[Field[Any], ...]) -> Callable[..., None]:
    """Compile ``__init__`` as dataclasses do; names with an underscore are its defaults."""
    space: dict[str, Any] = {"_set": object.__setattr__, "_MISSING": MISSING}
    arguments, body = ["self"], []
    for one in declared:
        argument, value = one.name, one.name
        if one.default_factory is not MISSING:
            space[f"_{one.name}"] = one.default_factory
            argument += "=_MISSING"
            value = f"_{one.name}() if {one.name} is _MISSING else {one.name}"
        elif one.default is not MISSING:
            space[f"_{one.name}"] = one.default
            argument += f"=_{one.name}"
        arguments.append(argument)
        body.append(f"_set(self, {one.name!r}, {value})")
    exec(f"def __init__({', '.join(arguments)}): {'; '.join(body)}", space)
    made: Callable[..., None] = space["__init__"]
    made.__qualname__ = f"{owner}.__init__"
    return made


class _Shared:
    """The methods that every class here takes over."""

    METHODS = ("__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__reduce__")

    _compared: Callable[[object], object]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(self._compared(self) == self._compared(other))

    def __hash__(self) -> int:
        return hash(self._compared(self))

    def __repr__(self) -> str:
        shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
        return f"{type(self).__qualname__}({', '.join(shown)})"

    def __setattr__(self, name: str, _value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), tuple(getattr(self, one.name) for one in fields(self))
