"""The edits of a document, as a client describes them."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A position in the units of the client's encoding; it may be past an end."""

    line: int
    character: int


class Edit(NamedTuple):
    """A text, and the range that it replaces; without a range, it is the whole new text."""

    text: str
    span: tuple[Place, Place] | None = None


class DocumentChange(NamedTuple):
    """What ``textDocument/didChange`` says: edits in order, each of what the one before left."""

    uri: str
    version: int | None
    edits: tuple[Edit, ...]
