"""The address of the published documentation."""

from __future__ import annotations

SITE = ""
"""The URL of the published documentation, with "/" at its end; "" until it is published."""


def published_rule(name: str) -> str:
    """Return the URL of the published page about a built-in rule; "" until it is published."""
    return f"{SITE}reference/rules/{name}/" if SITE else ""
