"""All generated pages: their paths below ``docs/`` and their Markdown."""

from __future__ import annotations

import posixpath
from os.path import relpath
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.project import SETTINGS
from framesage.report.pages.address import source_of
from framesage.report.pages.markdown_page import markdown_page
from framesage.report.pages.rule_page import rule_page
from generator.battery_pages import battery_page
from generator.commands import command_reference
from generator.indexes import battery_index, record_list, rule_index, trait_index
from generator.setting_pages import setting_page
from generator.trait_pages import trait_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from framesage.report.pages.model import Page
    from framesage.rulebase.rule_base import RuleBase

DOCS = Path(__file__).resolve().parents[1]
_FOLDERS = {"rule": "rules", "trait": "traits", "battery": "batteries", "setting": "settings"}


def generated_pages(base: RuleBase, examples: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each page; ``examples`` has a value of each setting."""
    for path, page in _pages(base, examples):
        yield path, markdown_page(page, url_from(path))


def index_of(path: str, base: RuleBase) -> str:
    """Return what is generated at the end of a written page; "" for most pages."""
    indexes: Mapping[str, Callable[[], str]] = {
        "adr/README.md": lambda: record_list(DOCS / "adr"),
        "reference/cli.md": command_reference,
        "reference/rules/README.md": lambda: rule_index(base),
        "reference/traits/README.md": lambda: trait_index(base),
        "reference/batteries/README.md": lambda: battery_index(base),
    }
    return indexes[path]() if path in indexes else ""


def url_from(path: str) -> Callable[[str], str]:
    """Return a function that returns the URL of a target for the page at a path."""
    folder = posixpath.dirname(path)

    def url(target: str) -> str:
        source = source_of(target)
        if source:  # the hook leads it to the repository
            return f"{relpath(source[0], DOCS / folder)}#{source[1]}".replace("\\", "/")
        kind, _, name = target.partition(":")
        if kind not in _FOLDERS:
            return target
        return posixpath.relpath(_path(kind, name), folder)

    return url


def _pages(base: RuleBase, examples: Mapping[str, str]) -> Iterator[tuple[str, Page]]:
    for name in (*base.guidance, *base.advice, *BUILTIN_RULES):
        yield _path("rule", name), rule_page(name, base)
    for trait in base.traits.values():
        yield _path("trait", trait.id), trait_page(trait, base)
    for need in base.needs.values():
        yield _path("battery", need.id), battery_page(need, base)
    for setting in SETTINGS.values():
        yield _path("setting", setting.name), setting_page(setting, examples[setting.name], base)


def _path(kind: str, name: str) -> str:
    return f"reference/{_FOLDERS[kind]}/{name}.md"
