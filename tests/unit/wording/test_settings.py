from pathlib import Path

import pytest

from framesage.project import Disk, load_project, settings_from_json
from framesage.wording.settings import in_other_files

FILES = {
    "framesage.toml": "fail-on = 'hint'\nexclude = ['old']\nlayout = false\n[rules]\na = 'off'\n",
    "api/pyproject.toml": "[tool.framesage]\nfail-on = 'warning'\nexclude = ['new']\n"
    "readme = false\n[tool.framesage.rules]\na = 'hint'\n",
    "api/framesage.toml": "fail-on = 'information'\nlayout = true\n",
}


@pytest.mark.parametrize(
    ("setting", "file", "sentence"),
    [
        (
            "fail-on",
            "pyproject.toml",
            'Overrides `"hint"` of `../framesage.toml` and `"information"` of `framesage.toml`.',
        ),
        ("fail-on", "framesage.toml", 'Overridden by `pyproject.toml`: `"warning"` applies.'),
        ("exclude", "pyproject.toml", "Adds to the list of `../framesage.toml`."),
        ("rules.a", "pyproject.toml", 'Overrides `"off"` of `../framesage.toml`.'),
        ("layout", "framesage.toml", "Overridden by the editor: `false` applies."),
        ("readme", "pyproject.toml", ""),
        ("decision", "pyproject.toml", ""),
    ],
)
def test_what_other_files_say(tmp_path, make_project, setting, file, sentence):
    make_project(tmp_path, FILES)
    editor, _ = settings_from_json({"layout": False}, tmp_path)
    project = load_project(tmp_path / "api", Disk(), tmp_path, editor)
    path = Path(tmp_path / "api" / file)
    assert in_other_files(tuple(setting.split(".")), path, project.written) == sentence
