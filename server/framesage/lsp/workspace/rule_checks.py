"""Check the open rule files after a pause in typing, in small steps on the event loop."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from framesage.rule_checks.steps import CheckedFiles
    from framesage.rulebase.rule_base import RuleBase

PAUSE = 0.3
"""Seconds without an edit after which rules are checked: someone who types does not wait for it."""

_log = logging.getLogger(__name__)


class RuleChecks:
    """The results of the checks of open rule files, each for the rules that it was made with."""

    def __init__(self, waiting: Callable[[], int]) -> None:
        self._waiting = waiting
        self._results: dict[Path, CheckedFiles] = {}
        self._task: asyncio.Task[None] | None = None
        self.on_done: list[Callable[[], None]] = []
        """Called after a check was completed."""

    def latest(self, path: Path) -> CheckedFiles | None:
        """Return the latest results for a file, which may be from before an edit.

        Their locations lead to where the same tables are now.
        """
        return self._results.get(path)

    def request(self, files: Mapping[Path, RuleBase]) -> None:
        """Check these files, and no others, unless that is done; a check under way is given up."""
        if self._task is not None:
            self._task.cancel()
        self._results = {path: it for path, it in self._results.items() if path in files}
        missing = {path: base for path, base in files.items() if not self._has(path, base)}
        self._task = asyncio.ensure_future(self._check(missing)) if missing else None

    def _has(self, path: Path, rule_base: RuleBase) -> bool:
        found = self._results.get(path)
        return found is not None and found.rule_base is rule_base

    async def _check(self, files: Mapping[Path, RuleBase]) -> None:
        from framesage.rule_checks.steps import CheckedFiles

        await asyncio.sleep(PAUSE)
        for rule_base in {id(base): base for base in files.values()}.values():
            paths = {path for path, base in files.items() if base is rule_base}
            checked = CheckedFiles(rule_base)
            try:
                await self._steps(checked, paths)
            except Exception:  # noqa: BLE001 - an error in one pack must not affect the others
                _log.exception("the check of rules failed")
            self._results.update(dict.fromkeys(paths, checked))
        for listener in self.on_done:
            listener()

    async def _steps(self, checked: CheckedFiles, paths: set[Path]) -> None:
        from framesage.rule_checks.steps import check_steps

        for _ in check_steps(checked, paths):
            await asyncio.sleep(0)
            while self._waiting():
                await asyncio.sleep(0)
