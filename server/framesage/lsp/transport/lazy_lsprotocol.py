"""Import lsprotocol faster: its classes are built when they are first used.

``lsprotocol.types`` builds 554 attrs classes at import, which takes most of a bare server's start;
a session uses about a sixth of them. While that module is imported, ``attrs.define`` is replaced by
a function that defers the work: a class builds itself, in place, when it is first instantiated or
its fields are read. If lsprotocol is not as expected, it is imported as usual, with the same
behavior; ``FRAMESAGE_PLAIN_LSPROTOCOL=1`` enforces that.

Upstream: microsoft/lsprotocol#441. Remove this module when lsprotocol imports in less than about
50 ms. See docs/adr/0011.
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
    """Import lsprotocol with deferred classes; return whether that worked."""
    if os.environ.get("FRAMESAGE_PLAIN_LSPROTOCOL") or _MODULE in sys.modules:
        return False
    try:
        _import_lazily()
    except Exception as error:  # noqa: BLE001 - after any error, the usual import must work
        _log.info("lsprotocol is imported as usual: %r", error)
        for module in [module for module in sys.modules if module.startswith("lsprotocol")]:
            del sys.modules[module]
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
        raise RuntimeError("no classes were deferred")
    hooks = importlib.import_module(_HOOKS)
    if getattr(hooks, _DONE, None) is not False:
        raise RuntimeError("lsprotocol._hooks has no flag for resolved references")
    setattr(hooks, _DONE, True)  # each class resolves its own references when it is built


class _Builder:
    """Replaces ``attrs.define`` and builds each class that it was called for when needed."""

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
    """The value of ``__attrs_attrs__`` until the class is built."""

    def __init__(self, builder: _Builder, cls: type) -> None:
        self._builder = builder
        self._cls = cls

    def __get__(self, _instance: object, _owner: type) -> object:
        self._builder.build(self._cls)
        return self._cls.__attrs_attrs__  # type: ignore[attr-defined]
