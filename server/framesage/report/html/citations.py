"""What the page cites, numbered in the order of first mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from framesage.report.html.markup import Markup, join, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from framesage.rulebase.model import Claim

_GUIDE = "guide:"


@dataclass(slots=True)
class Sources:
    """Collects the sources of all projects on a page."""

    numbers: dict[str, int] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)

    def cite(self, references: Iterable[str], claims: Mapping[str, Claim]) -> Markup:
        """Return small links to the sources."""
        self.claims.update(claims)
        numbers = [self.numbers.setdefault(one, len(self.numbers) + 1) for one in references]
        links = [
            tag("a", str(one), href=f"#source-{one}", aria_label=f"source {one}")
            for one in sorted(set(numbers))
        ]
        return tag("sup", join(links, " "), class_="cited") if links else Markup()

    def listed(self) -> Markup:
        """Return the list of all that was cited."""
        items = (
            tag("li", self._source(one), id=f"source-{at}") for one, at in self.numbers.items()
        )
        return tag("ol", join(items), class_="sources")

    def _source(self, reference: str) -> Markup:
        claim = self.claims.get(reference.removeprefix(_GUIDE))
        if reference.startswith(_GUIDE) and claim:
            return join([tag("b", f"Guidance {claim.id}"), f" {claim.text}"])
        return tag("a", reference.removeprefix("https://"), href=reference)
