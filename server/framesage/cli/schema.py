"""``framesage schema``: print the JSON Schema of a kind of file, for editors and linters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from framesage.cli.stdio import write_utf8

if TYPE_CHECKING:
    import argparse

FILES = ("settings", "rules")


def run(args: argparse.Namespace) -> int:
    """Print the schema of a kind of file."""
    folder = Path(__file__).resolve().parents[1] / "schemas"
    write_utf8((folder / f"{args.file}.schema.json").read_text(encoding="utf-8"))
    return 0
