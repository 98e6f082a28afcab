"""The tables on the index of each kind of generated pages, and of the decision records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.wording.reasons import strength_word
from generator.battery_pages import provided

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from framesage.rulebase.rule_base import RuleBase


def rule_index(base: RuleBase) -> str:
    """Return the tables of the rules."""
    advice = ((rule.id, rule.title, rule.severity) for rule in base.advice.values())
    built_in = ((name, rule.title, str(rule.severity)) for name, rule in BUILTIN_RULES.items())
    guidance = (
        (rule.id, rule.title, base.frameworks[rule.favors].title,
         strength_word(rule.strength, base.scale))
        for rule in base.guidance.values()
    )  # fmt: skip
    parts = (
        f"## Advice\n\n{_table(('Rule', 'Title', 'Severity'), advice)}",
        f"## Guidance\n\n{_table(('Rule', 'Title', 'Favors', 'Strength'), guidance)}",
        "## Built-in rules\n\nThese are about the input of Framesage, not about a framework.\n\n"
        + _table(("Rule", "Title", "Severity"), built_in),
    )
    return "\n\n".join(parts)


def trait_index(base: RuleBase) -> str:
    """Return the table of the traits."""
    rows = (
        (trait.id, trait.title, "yes" if trait.question else "") for trait in base.traits.values()
    )
    return _table(("Trait", "Title", "Asked for"), rows)


def battery_index(base: RuleBase) -> str:
    """Return the table of the needs."""
    candidates = base.candidates
    rows = (
        (
            need.id,
            need.title,
            *(provided(need.provisions.get(framework.id)) for framework in candidates),
        )
        for need in base.needs.values()
    )
    head = ("Need", "Title", *(framework.title for framework in candidates))
    return _table(head, rows)


def record_list(folder: Path) -> str:
    """Return links to the decision records in a folder, by their titles."""
    titles = {
        path.name: path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        for path in sorted(folder.glob("0*.md"))
    }
    return "\n".join(f"- [{title}]({name})" for name, title in titles.items())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table whose first cells are the names of pages beside it."""
    lines = [head, ("---",) * len(head)]
    lines += [(f"[`{name}`]({name}.md)", *cells) for name, *cells in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
