"""Whole numbers in JSON, which some languages write with a decimal point."""

from __future__ import annotations


def whole_number(value: object) -> int:
    """Return a whole number, which some languages write as ``1.0``."""
    if type(value) is int:
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise TypeError(f"{value!r} is no whole number")


def version_of(value: object) -> int | None:
    """Return the version of a document; None if it is no number, as only the client needs it."""
    try:
        return whole_number(value)
    except TypeError:
        return None
