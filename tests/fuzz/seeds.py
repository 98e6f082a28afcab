"""Texts to start from: one for each format, the fixtures, and the corpus where it is present."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
REPOSITORY = FOLDER.parent.parent
CORPUS = REPOSITORY.parent / "shared" / "corpus"
LONGEST = 1_500
"""Bytes of a seed: short inputs are tried more often in the same time."""
MOST_FILES = 60
"""How many files of the corpus are used in each format."""


@cache
def files_named(name: str) -> tuple[bytes, ...]:
    """Return files of a format, by the name that most of them have."""
    own = FOLDER / "seeds" / f"{name}.seed"
    found = [
        path for folder in (FOLDER.parent / "fixtures", CORPUS) for path in _below(folder, name)
    ]
    return (*([own.read_bytes()] if own.exists() else []), *map(_start, found[:MOST_FILES]))


def _below(folder: Path, name: str) -> list[Path]:
    return sorted(path for path in folder.rglob(name) if path.is_file())


def _start(path: Path) -> bytes:
    return path.read_bytes()[:LONGEST]


@cache
def lines_of() -> tuple[bytes, ...]:
    """Return lines of requirements files."""
    lines = {line for text in files_named("requirements.txt") for line in text.split(b"\n")}
    return tuple(sorted(lines))


@cache
def named_files() -> tuple[bytes, ...]:
    """Return files of the corpus and the fixtures, each below a line with its name."""
    names = ("requirements.txt", "pyproject.toml", "Pipfile", "setup.cfg", "setup.py")
    return tuple(b"%b\n%b" % (name.encode(), text) for name in names for text in files_named(name))


@cache
def rule_files() -> tuple[bytes, ...]:
    """Return the tables of the built-in rules, a few at a time."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_rules().rglob("*.toml"))]
    tables = [table for text in texts for table in text.split("\n\n[[")]
    own = (FOLDER / "seeds" / "rules.toml.seed").read_text(encoding="utf-8")
    return (own.encode(), *(f"[[{table.removeprefix('[[')}".encode() for table in tables[::9]))


def _rules() -> Path:
    return REPOSITORY / "rules"


@cache
def descriptions() -> tuple[bytes, ...]:
    """Return what projects say of themselves."""
    path = CORPUS / "descriptions.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()[:200] if path.exists() else []
    found = [value for line in lines for value in json.loads(line).values()]
    own = ["A web shop with members, an admin area and no API.", "REST API for Q&A; 200,000 users"]
    return tuple(text.encode()[:LONGEST] for text in (*own, *found) if isinstance(text, str))
