"""The index of each kind of generated pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.project import SETTINGS
from framesage.wording.reasons import strength_word
from generator.battery_pages import provided

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from framesage.rulebase.rule_base import RuleBase

_RULES = """\
Rules of advice report findings, and rules of guidance are reasons for a framework in the verdict.
Each page has the condition, an example and its remedy, and how to silence the rule.
`framesage rules show ID` prints a rule."""
_TRAITS = """\
A trait is a property of a project: inferred from its files, asked for by
[`framesage ask`](../../how-to/ask.md), or declared in the setting
[`traits`](../settings/traits.md).
`framesage rules traits` lists them in a terminal."""
_BATTERIES = """\
What web applications need, and what each framework includes or takes for it. A *battery* is a need
that one framework includes and another does not."""
_SETTINGS = """\
Settings go into `pyproject.toml` under `[tool.framesage]`, or into `framesage.toml` with the same
keys. [Supported files](../formats.md#settings) describes which files count for a project."""


def rule_index(base: RuleBase) -> str:
    """Return the index of the rules."""
    advice = ((rule.id, rule.title, rule.severity) for rule in base.advice.values())
    built_in = ((name, rule.title, str(rule.severity)) for name, rule in BUILTIN_RULES.items())
    guidance = (
        (rule.id, rule.title, base.frameworks[rule.favors].title,
         strength_word(rule.strength, base.scale))
        for rule in base.guidance.values()
    )  # fmt: skip
    parts = (
        f"# Rules\n\n{_RULES}",
        f"## Advice\n\n{_table(('Rule', 'Title', 'Severity'), advice)}",
        f"## Guidance\n\n{_table(('Rule', 'Title', 'Favors', 'Strength'), guidance)}",
        "## Built-in rules\n\nThese are about the input of Framesage, not about a framework.\n\n"
        + _table(("Rule", "Title", "Severity"), built_in),
    )
    return "\n\n".join(parts) + "\n"


def trait_index(base: RuleBase) -> str:
    """Return the index of the traits."""
    rows = (
        (trait.id, trait.title, "yes" if trait.question else "") for trait in base.traits.values()
    )
    return f"# Traits\n\n{_TRAITS}\n\n{_table(('Trait', 'Title', 'Asked for'), rows)}\n"


def battery_index(base: RuleBase) -> str:
    """Return the index of the needs."""
    candidates = base.candidates
    rows = (
        (need.id, need.title, *(provided(need.provisions.get(one.id)) for one in candidates))
        for need in base.needs.values()
    )
    head = ("Need", "Title", *(one.title for one in candidates))
    return f"# Batteries\n\n{_BATTERIES}\n\n{_table(head, rows)}\n"


def setting_index(examples: Mapping[str, str]) -> str:
    """Return the index of the settings."""
    rows = (
        (name, setting.description, f"`{examples[name]}`") for name, setting in SETTINGS.items()
    )
    return f"# Settings\n\n{_SETTINGS}\n\n{_table(('Key', 'Meaning', 'Example'), rows)}\n"


def record_list(folder: Path) -> str:
    """Return links to the decision records in a folder, by their titles."""
    titles = {
        path.name: path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        for path in sorted(folder.glob("0*.md"))
    }
    return "\n" + "".join(f"- [{title}]({name})\n" for name, title in titles.items())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table whose first cells are the names of pages beside it."""
    lines = [head, ("---",) * len(head)]
    lines += [(f"[`{name}`]({name}.md)", *cells) for name, *cells in rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
