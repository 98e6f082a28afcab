"""Damaged dependency files, as during typing and merging."""

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
    """Return the dependency files of all projects, in all formats."""
    paths = sorted((corpus / "projects").rglob("*"))
    return [path for path in paths if path.is_file() and reader_by_name(path) is not None]


def read_bytes(path: Path, data: bytes) -> Manifest:
    """Read bytes as a file; an incomplete character becomes U+FFFD, as in editors."""
    manifest = read(Source(path, data.decode("utf-8-sig", "replace")))
    assert manifest is not None
    return manifest


def content(requirement: Requirement) -> tuple[object, ...]:
    """Return the parts of a requirement without its ranges."""
    return (
        requirement.name,
        requirement.specifier,
        requirement.extras,
        requirement.marker,
        requirement.url,
    )


def new_requirements(whole: Manifest, truncated: Manifest) -> list[Requirement]:
    """Return the requirements of a truncated file that the whole file does not have.

    The last line does not count, because its name can be truncated.
    """
    known = {content(requirement) for requirement in whole.requirements}
    last = len(truncated.source.lines) - 1
    above = (
        requirement for requirement in truncated.requirements if requirement.range.end.line < last
    )
    return [requirement for requirement in above if content(requirement) not in known]


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with some of them removed, duplicated or inserted."""
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.choices(range(len(data) + 1), k=2))
        to = min(to, at + chance.choice((1, 3, 80)))
        insert = chance.choice((b"", data[at:to] * 2, chance.choice(INSERTS).encode()))
        data = data[:at] + insert + data[to:]
    return data
