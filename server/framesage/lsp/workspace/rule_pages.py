"""The pages about rules in a temporary folder, which is deleted when the server exits.

A diagnostic links to the page about its rule, so that the path is known before the page is. The
page is written in a thread, once for each rule that is reported: an analysis never waits for it.
Nobody follows a link within a second, in which the editor wants the first diagnostics.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from framesage.lsp.workspace.page_name import file_name
from framesage.project.atomic_write import put_text

if TYPE_CHECKING:
    import tempfile
    from collections.abc import Callable

    from framesage.advice.builtin_rules import BuiltinRule
    from framesage.report.pages.model import Page
    from framesage.rulebase.model import Rule
    from framesage.rulebase.rule_base import RuleBase


PAUSE = 0.8
"""Seconds without a message after which a page is written."""


class RulePages:
    """Writes the page about a rule when it is first linked to; a changed rule gets a new page."""

    def __init__(self, seconds_quiet: Callable[[], float]) -> None:
        """``seconds_quiet`` tells for how long no message has come."""
        self._seconds_quiet = seconds_quiet
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
            self._write_later(partial(_write, path, rule.id, rule_base))
        return written[1]

    def _write_later(self, write: Callable[[], None]) -> None:
        asyncio.get_running_loop().call_later(PAUSE, self._write_in_pause, write)

    def _write_in_pause(self, write: Callable[[], None]) -> None:
        """Write a page, but wait while somebody types: threads take turns at being slow."""
        if self._seconds_quiet() < PAUSE:
            self._write_later(write)
        else:
            self._writer.submit(write)

    def _new_path(self, name: str) -> Path:
        if self._folder is None:
            import tempfile

            self._folder = tempfile.TemporaryDirectory(prefix="framesage-rules-")
        plain = file_name(name)
        self._names[plain] += 1
        number = self._names[plain]
        return Path(self._folder.name, f"{plain}{f'-{number}' if number > 1 else ''}.html")


def rule_html(name: str, rule_base: RuleBase) -> str:
    """Return the page about a rule as HTML, with the examples from its tests."""
    from framesage.report.pages.address import local_url
    from framesage.report.pages.html_page import html_page

    return html_page(_page(name, rule_base), local_url)


def _page(name: str, rule_base: RuleBase) -> Page:
    from framesage.report.pages.rule_page import page_of, rule_page
    from framesage.rulebase import load_rule_base
    from framesage.rulebase.rule_tests import with_tests

    rule = rule_base.advice.get(name)
    if rule and rule_base is load_rule_base():  # which may lack the tests
        return page_of(with_tests(rule), rule_base)
    return rule_page(name, rule_base)


def _write(path: Path, name: str, rule_base: RuleBase) -> None:
    put_text(path, rule_html(name, rule_base))
