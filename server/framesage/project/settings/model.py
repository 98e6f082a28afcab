"""The settings of a project, and what is written in one or several sources."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from pathlib import Path

    from framesage.project.glob import Glob
    from framesage.severity import Severity
    from framesage.text import Range

SETTINGS_FILES = ("pyproject.toml", "framesage.toml")
"""The files of a folder that can contain settings; the first one takes precedence."""


@frozen
class Origin:
    """Where a setting is written: its file, and the ranges of its key and of its value."""

    path: Path
    key_range: Range
    value_range: Range


@frozen
class Given:
    """A value that a source gives to a setting, as it is written.

    Paths in it are relative to ``folder``. ``origin`` is None for an editor's settings. If it is in
    a file that is extended, ``extend`` is where the settings of a folder extend it.
    """

    value: object
    folder: Path
    origin: Origin | None = None
    extend: Origin | None = None


SettingPath = tuple[str, ...]
"""The keys that lead to a setting: ``("fail-on",)``, ``("traits", "needs-auth")``."""

SettingsLayer = Mapping[SettingPath, tuple[Given, ...]]
"""The valid settings of one or several sources: all values that are given to each setting.

The last value takes precedence, or completes those before it if the setting is a list.
"""

NO_SETTINGS: SettingsLayer = MappingProxyType({})


@frozen
class Ignored:
    """Why a rule is ignored, and the last day on which it is, as written; "" for none."""

    reason: str
    until: str = ""

    def __str__(self) -> str:
        return f"{self.reason}, until={self.until}" if self.until else self.reason


@frozen
class FileSeverity:
    """The severity of a rule in the files that a pattern matches, or in a folder that it does."""

    glob: Glob
    rule: str
    severity: Severity

    def applies_to(self, rule: str, path: Path) -> bool:
        """Return whether this is about the findings of a rule in a file."""
        return rule == self.rule and self.glob.covers(path)


@frozen
class Settings:
    """The settings from ``[tool.framesage]``, ``framesage.toml`` or the editor.

    ``severities`` maps rule ids to severities; ``per_file`` overrides them, and a later one those
    before it. ``ignore`` maps the ids of the rules that are ignored in the whole project to the
    reasons. ``decision`` is when and why the framework was
    chosen. ``description`` is evidence: the manifest that it is in has it among its metadata.
    """

    framework: str = ""
    decision: str = ""
    description: str = ""
    traits: Mapping[str, bool] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    per_file: tuple[FileSeverity, ...] = ()
    ignore: Mapping[str, Ignored] = field(default_factory=dict)
    require_reason: bool = False
    baseline: str = ""
    rule_paths: tuple[str, ...] = ()
    rule_packs: tuple[str, ...] = ()
    exclude: tuple[Glob, ...] = ()
    fail_on: str = "warning"
    layout: bool = True
    readme: bool = True
    inlay_hints: bool = False

    def severity_of(self, rule: str, path: Path, default: Severity) -> Severity:
        """Return the severity of a rule's findings in a file; ``default`` is that of the rule."""
        for given in reversed(self.per_file):
            if given.applies_to(rule, path):
                return given.severity
        return self.severities.get(rule, default)

    def is_off(self, rule: str, default: Severity) -> bool:
        """Return whether a rule is off in all files."""
        is_raised = any(given.rule == rule and given.severity for given in self.per_file)
        return not (self.severities.get(rule, default) or is_raised)
