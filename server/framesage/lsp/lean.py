"""A lean start: lsprotocol's classes are built when they are first used."""

from __future__ import annotations


def prepare() -> None:
    """Do nothing yet."""
