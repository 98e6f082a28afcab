"""The capabilities of a client, each structured on first access.

Editors announce hundreds of capabilities, and this server needs some twenty. Structuring all of
them takes 70 ms, because cattrs generates and compiles code for each class.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lsprotocol import types

    Read = Callable[[dict[str, Any]], types.ClientCapabilities]


class Announced:
    """A stand-in for ``ClientCapabilities``."""

    def __init__(self, sent: Mapping[str, Any], read: Read) -> None:
        self._sent, self._read = sent, read

    def __getattr__(self, name: str) -> object:
        key, sent = _key(name), self._sent
        if isinstance(sent.get(key), dict) and name != "experimental":
            value: object = _Section(name, sent[key], self._read)
        else:
            value = getattr(self._read({key: sent[key]} if key in sent else {}), name)
        vars(self)[name] = value
        return value


class _Section:
    """A stand-in for one section, such as ``TextDocumentClientCapabilities``."""

    def __init__(self, name: str, sent: Mapping[str, Any], read: Read) -> None:
        self._name, self._sent, self._read = name, sent, read

    def __getattr__(self, name: str) -> object:
        key = _key(name)
        part = {key: self._sent[key]} if key in self._sent else {}
        section = getattr(self._read({key_of(self._name): part}), self._name)
        value = vars(self)[name] = getattr(section, name)
        return value


def _key(name: str) -> str:
    if name.startswith("_"):
        raise AttributeError(name)
    return key_of(name)


def announced(sent: Mapping[str, Any], read: Read) -> types.ClientCapabilities:
    """Return capabilities as they were sent; ``read`` structures a part of them."""
    return cast("types.ClientCapabilities", Announced(sent, read))


def key_of(attribute: str) -> str:
    """Return the key in JSON of an attribute of lsprotocol."""
    first, *others = attribute.rstrip("_").split("_")
    return first + "".join(word.title() for word in others)
