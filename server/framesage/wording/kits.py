"""What a framework includes, and what it takes, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.wording.grammar import count_noun, join_words

if TYPE_CHECKING:
    from collections.abc import Sequence

INCLUDED = "included"
HERE = "here"
BY_HAND = "build it yourself"


def kit_words(title: str, needs: int, included: int, packages: int, by_hand: int) -> str:
    """Return what a framework (by title) covers: ``Django includes 4 and takes 1 package``.

    ``included`` and ``by_hand`` count some of the ``needs``, ``packages`` the packages to install.
    """
    parts = [
        f"includes {_of_needs(included, needs)}" if included else "",
        f"takes {count_noun(packages, 'package')}" if packages else "",
        f"leaves {_of_needs(by_hand, needs)} to you" if by_hand else "",
    ]
    return f"{title} {join_words([part for part in parts if part])}"


def _of_needs(number: int, needs: int) -> str:
    if number < needs:
        return str(number)
    return {1: "it", 2: "both"}.get(needs, f"all {needs}")


def alternatives_words(names: Sequence[str]) -> str:
    """Return the packages to choose instead, in parentheses; "" without any."""
    return f"(or {', '.join(names)})" if names else ""


def provision_words(included: str, packages: Sequence[str]) -> str:
    """Return what a framework has for a need: ``included: flask.session``, packages, or neither."""
    if included:
        return f"{INCLUDED}: {included}"
    return ", ".join(packages) or BY_HAND


def not_included_words(frameworks: int, needs: Sequence[str]) -> str:
    """Return what no framework of several includes: ``Neither framework includes payments.``"""
    subject = "Neither" if frameworks == 2 else "No"
    return f"{subject} framework includes {join_words(needs, 'or')}."


def for_needs(number: int) -> str:
    """Return the beginning of a sentence about needs: ``For these 5 needs``."""
    return "For this need" if number == 1 else f"For these {number} needs"
