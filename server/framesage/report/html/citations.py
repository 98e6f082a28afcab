"""The sources of the page, numbered in the order of first mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.report.html.markup import Markup, join, tag
from framesage.wording.references import cited_claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.rulebase.model import Claim


@dataclass(slots=True)
class Sources:
    """Collects the sources of all projects on a page."""

    numbers: dict[str, int] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def cite(self, references: Iterable[str], claims: Mapping[str, Claim]) -> Markup:
        """Return small links to the sources."""
        self.claims.update(claims)
        numbers = [self.numbers.setdefault(name, len(self.numbers) + 1) for name in references]
        links = [
            tag("a", str(number), href=f"#source-{number}", aria_label=f"source {number}")
            for number in sorted(set(numbers))
        ]
        return tag("sup", join(links, " "), class_="cited") if links else Markup()

    def listed(self) -> Markup:
        """Return the list of all sources."""
        items = (
            tag("li", self._source(reference), id=f"source-{number}")
            for reference, number in self.numbers.items()
        )
        return tag("ol", join(items), class_="sources")

    def _source(self, reference: str) -> Markup:
        claim = cited_claim(reference, self.claims)
        if claim:
            return join([tag("b", f"Guidance {claim.id}"), f" {claim.text}"])
        return tag("a", reference.removeprefix("https://"), href=reference)
