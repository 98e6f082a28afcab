"""``README.md`` and the list of settings: commands run, values are valid, the picture fits."""

import html
import io
import json
import re
import shlex
from pathlib import Path

import pytest
import tomli

from framesage.project import SETTINGS as SCHEMA
from framesage.project.settings.validate import validate

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^    framesage (.+?)(?: +#.*)?$", README, re.M)
PAGE = (ROOT / "docs" / "reference" / "settings" / "README.md").read_text("utf-8")
SETTINGS = re.findall(r"^\| `([\w-]+)` \| `(.+?)` \|", PAGE, re.M)


@pytest.mark.parametrize("command", COMMANDS)
def test_all_commands_run(framesage, command, monkeypatch):
    monkeypatch.chdir(ROOT / "examples" / "shop")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    result = framesage(*shlex.split(command))
    assert (result.code, result.err) == (0, "")
    assert result.out


def test_commands_and_settings_are_found():
    assert len(COMMANDS) == 12
    assert len(SETTINGS) == len(SCHEMA)


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_all_settings_are_valid(name, value):
    parsed = tomli.loads(f"{name} = {value}")[name]
    assert name in SCHEMA
    leaves = list(leaves_of([name], parsed))
    assert leaves
    for path, leaf in leaves:
        assert validate(path, leaf) == ""


def leaves_of(path, value):
    if not isinstance(value, dict):
        yield path, value
        return
    for key, inner in value.items():
        yield from leaves_of([*path, key], inner)


def test_the_picture_shows_the_output_of_the_command(framesage):
    picture = (ROOT / "docs" / "check.svg").read_text("utf-8")
    shown = " ".join(re.findall(r"<text [^>]*>(.*?)</text>", picture)).replace("&#160;", " ")
    result = framesage("check", ROOT / "examples" / "shop", "--format", "json")
    (project,) = json.loads(result.out)["projects"]
    assert project["findings"]
    for finding in project["findings"]:
        assert finding["rule"] in shown, "regenerate it: make picture"
        assert all(word in html.unescape(shown) for word in finding["message"].split()), finding
    assert "https://fonts" not in picture
    assert "@font-face" not in picture
