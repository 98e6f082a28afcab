"""A lean start: lsprotocol's classes are built when they are first used.

``lsprotocol.types`` makes 554 attrs classes at import, most of a bare server's start-up; a session
uses about a sixth of them. Here ``attrs.define`` is replaced while that module is imported by one
that leaves each class for later: a class builds itself, in place, when it is first instantiated or
asked for its fields. Anything not as expected falls back to the plain import, which behaves alike;
``FRAMESAGE_PLAIN_LSPROTOCOL=1`` asks for it.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from typing import Any

import attrs

_log = logging.getLogger(__name__)
_MODULE = "lsprotocol.types"
_HOOKS = "lsprotocol._hooks"
_DONE = "_resolved_forward_references"


def prepare() -> bool:
    """Import lsprotocol's types for a lean start; tell whether that worked."""
    if os.environ.get("FRAMESAGE_PLAIN_LSPROTOCOL") or _MODULE in sys.modules:
        return False
    try:
        _import_lazily()
    except Exception as surprise:  # noqa: BLE001 - whatever it is, the plain import must follow
        _log.info("lsprotocol is imported plainly: %r", surprise)
        for name in [name for name in sys.modules if name.startswith("lsprotocol")]:
            del sys.modules[name]
        return False
    return True


def _import_lazily() -> None:
    builder = _Builder(attrs.define)
    attrs.define = builder.define  # type: ignore[assignment]
    try:
        types = importlib.import_module(_MODULE)
    finally:
        attrs.define = builder.real
    builder.names = types.ALL_TYPES_MAP
    if not builder.pending or not isinstance(builder.names, dict):
        raise RuntimeError("no classes were left for later")
    hooks = importlib.import_module(_HOOKS)
    if getattr(hooks, _DONE, None) is not False:
        raise RuntimeError("the hooks no longer keep the flag that is set here")
    setattr(hooks, _DONE, True)  # each class resolves its own names when it is built


class _Builder:
    """Stands in for ``attrs.define``, and builds each class it was called for when needed."""

    def __init__(self, real: Any) -> None:  # noqa: ANN401 - attrs types this by overloads
        self.real = real
        self.pending: set[type] = set()
        self.names: dict[str, Any] | None = None

    def define(self, cls: type) -> type:
        builder = self

        def __init__(self: object, *args: object, **fields: object) -> None:  # noqa: N807
            builder.build(type(self))
            type(self).__init__(self, *args, **fields)

        cls.__init__ = __init__  # type: ignore[misc]
        cls.__attrs_attrs__ = _Fields(self, cls)  # type: ignore[attr-defined]
        self.pending.add(cls)
        return cls

    def build(self, cls: type) -> None:
        for base in reversed(cls.__mro__):
            if base in self.pending:
                self.pending.discard(base)
                del base.__init__, base.__attrs_attrs__  # type: ignore[attr-defined,misc]
                self.real(base, slots=False)
                if self.names is not None:
                    attrs.resolve_types(base, self.names, {})


class _Fields:
    """What ``__attrs_attrs__`` is until the class is built."""

    def __init__(self, builder: _Builder, cls: type) -> None:
        self._builder = builder
        self._cls = cls

    def __get__(self, _instance: object, _owner: type) -> object:
        self._builder.build(self._cls)
        return self._cls.__attrs_attrs__  # type: ignore[attr-defined]
