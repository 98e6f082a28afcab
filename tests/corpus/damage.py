"""Dependency files as they are while somebody types, merges or loses half of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.manifests import read, reader_by_name
from framesage.text import Source

if TYPE_CHECKING:
    import random
    from pathlib import Path

    from framesage.manifests.manifest import Manifest
    from framesage.manifests.model import Requirement

INSERTS = ('"', "'", "[", "]", "{", "}", ",", "\\", "#", "=", "\n", "\r", "\0", "\ufeff", "\u2028")


def dependency_files(corpus: Path) -> list[Path]:
    """Return the dependency files of all projects, whatever their format."""
    paths = sorted((corpus / "projects").rglob("*"))
    return [path for path in paths if path.is_file() and reader_by_name(path) is not None]


def read_bytes(path: Path, data: bytes) -> Manifest:
    """Read bytes as the file of a path; half a character is U+FFFD, as editors show it."""
    manifest = read(Source(path, data.decode("utf-8-sig", "replace")))
    assert manifest is not None
    return manifest


def said(one: Requirement) -> tuple[object, ...]:
    """Return what a requirement says, wherever it stands."""
    return one.name, one.specifier, one.extras, one.marker, one.url


def untrue(whole: Manifest, half: Manifest) -> list[Requirement]:
    """Return what half of a file says that all of it does not, but for the last line's.

    The last line is the one being typed: a name may be half of one.
    """
    known = {said(one) for one in whole.requirements}
    last = len(half.source.lines) - 1
    above = (one for one in half.requirements if one.range.end.line < last)
    return [one for one in above if said(one) not in known]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes with some of them lost, doubled, swapped or typed between."""
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.choices(range(len(data) + 1), k=2))
        to = min(to, at + chance.choice((1, 3, 80)))
        insert = chance.choice((b"", data[at:to] * 2, chance.choice(INSERTS).encode()))
        data = data[:at] + insert + data[to:]
    return data
