"""References of rules: claims of the guidance and pages on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.rulebase.vocabulary import GUIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from framesage.rulebase.model import Claim


def cited_claim(reference: str, claims: Mapping[str, Claim]) -> Claim | None:
    """Return the claim of the guidance that a reference cites; None for a page."""
    if not reference.startswith(GUIDE):
        return None
    return claims.get(reference.removeprefix(GUIDE))


def reference_words(reference: str, claims: Mapping[str, Claim]) -> str:
    """Return a claim with its number, or the URL of a page."""
    claim = cited_claim(reference, claims)
    return f"Guidance {claim.id}: {claim.text}" if claim else reference


def reference_markdown(
    reference: str, claims: Mapping[str, Claim], escape: Callable[[str], str]
) -> str:
    """Return a claim with its number, or a link to a page, in Markdown."""
    is_claim = reference.startswith(GUIDE)
    return escape(reference_words(reference, claims)) if is_claim else f"<{reference}>"


def first_page(references: Iterable[str]) -> str:
    """Return the URL of the first page; "" without one."""
    return next((name for name in references if name.startswith("https:")), "")
