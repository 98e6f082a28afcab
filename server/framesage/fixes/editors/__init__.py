"""One editor for each format of dependency files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from framesage.fixes.editors.line_list import EnvironmentEditor, SetupCfgEditor
from framesage.fixes.editors.python import ScriptEditor, SetupPyEditor
from framesage.fixes.editors.requirements_txt import RequirementsEditor
from framesage.fixes.editors.toml import TomlEditor

if TYPE_CHECKING:
    from collections.abc import Callable

    from framesage.fixes.editors.protocol import Editor
    from framesage.manifests.manifest import Manifest

_EDITORS: dict[str, Callable[[Manifest], Editor]] = {
    "environment": EnvironmentEditor,
    "framesage": TomlEditor,
    "pipfile": TomlEditor,
    "pixi": TomlEditor,
    "pyproject": TomlEditor,
    "requirements": RequirementsEditor,
    "script": ScriptEditor,
    "setup.cfg": SetupCfgEditor,
    "setup.py": SetupPyEditor,
}


def editor_of(manifest: Manifest) -> Editor:
    """Return the editor for a dependency file."""
    return _EDITORS[manifest.format](manifest)
