"""The pages about rules in a temporary folder, which is deleted when the server exits.

A diagnostic links to the page about its rule, so that the path is known before the page is. The
page is written in a thread, once for each rule that is reported: an analysis never waits for it.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import tempfile

    from framesage.advice.builtin_rules import BuiltinRule
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


class RulePages:
    """Writes the page about a rule when it is first linked to; a changed rule gets a new page."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._writer = ThreadPoolExecutor(1, "rule-pages")
        self._written: dict[int, tuple[Rule | BuiltinRule, Path]] = {}
        self._names: Counter[str] = Counter()

    def path(self, rule: Rule | BuiltinRule, rule_base: RuleBase) -> Path:
        """Return the path of the page about a rule, which will be there in a moment."""
        written = self._written.get(id(rule))
        if written is None:
            path = self._new_path(rule.id)
            written = self._written[id(rule)] = rule, path  # keeps the rule, and with it its id()
            self._writer.submit(_write, path, rule.id, rule_base)
        return written[1]

    def _new_path(self, name: str) -> Path:
        if self._folder is None:
            import tempfile

            self._folder = tempfile.TemporaryDirectory(prefix="framesage-rules-")
        self._names[name] += 1
        number = self._names[name]
        return Path(self._folder.name, f"{name}{f'-{number}' if number > 1 else ''}.html")


def rule_html(name: str, rule_base: RuleBase) -> str:
    """Return the page about a rule as HTML, with the examples from its tests."""
    from framesage.report.pages.address import local_url
    from framesage.report.pages.html_page import html_page
    from framesage.report.pages.rule_page import rule_page
    from framesage.rulebase import load_rule_base

    if rule_base is load_rule_base():  # which may lack the tests
        rule_base = load_rule_base(whole=True)
    return html_page(rule_page(name, rule_base), local_url)


def _write(path: Path, name: str, rule_base: RuleBase) -> None:
    path.write_text(rule_html(name, rule_base), encoding="utf-8")
