"""How to silence a rule: on a line, in a project, or everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.report.pages.model import Paragraph, Snippet, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator

    from framesage.rulebase.model import Rule


def silencing(rule: Rule) -> Iterator[Paragraph | Snippet]:
    """Yield what to write, the narrowest way first."""
    if not rule.favors:
        yield paragraph("On one line, with a comment at its end:")
        yield Snippet("text", f"# framesage: ignore[{rule.id}] the reason")
        yield paragraph("In a project, with a reason that others can judge:")
        yield Snippet("toml", f'[tool.framesage.ignore]\n{rule.id} = "the reason"')
    yield paragraph(
        "In a project, so that it is not a reason for a verdict:"
        if rule.favors
        else "Altogether, or with another severity than `off`:"
    )
    yield Snippet("toml", f'[tool.framesage.rules]\n{rule.id} = "off"')
    yield paragraph("For all projects that use a pack of yours, in one of its rule files:")
    changed = 'strength = "slight"' if rule.favors else 'severity = "hint"'
    yield Snippet("toml", f'[[override]]\nrule = "{rule.id}"\n{changed}')
