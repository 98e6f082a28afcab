"""The settings of a project, and the settings of one source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import TYPE_CHECKING

from framesage.frozen import frozen

if TYPE_CHECKING:
    from framesage.severity import Severity

SETTINGS_FILES = ("pyproject.toml", "framesage.toml")
"""The files of a folder that can contain settings; the first one takes precedence."""

SettingsLayer = Mapping[tuple[str, ...], object]
"""The valid settings of one source: values by the path of their keys."""

NO_SETTINGS: SettingsLayer = MappingProxyType({})


@frozen
class Settings:
    """The settings from ``[tool.framesage]``, ``framesage.toml`` or the editor.

    ``severities`` maps rule ids to severities. ``ignore`` maps the ids of the rules that are
    ignored in the whole project to the reasons. ``decision`` is when and why the framework was
    chosen. ``description`` is evidence: the manifest that it is in has it among its metadata.
    """

    framework: str = ""
    decision: str = ""
    description: str = ""
    traits: Mapping[str, bool] = field(default_factory=dict)
    severities: Mapping[str, Severity] = field(default_factory=dict)
    ignore: Mapping[str, str] = field(default_factory=dict)
    rule_paths: tuple[str, ...] = ()
    rule_packs: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: str = ""
    layout: bool = True
    readme: bool = True
    inlay_hints: bool = False
