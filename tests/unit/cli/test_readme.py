"""The README: its commands run, its settings are valid, its picture is up to date."""

import html
import json
import re
import shlex
from pathlib import Path

import pytest
import tomli

from framesage.project import SETTINGS as SCHEMA
from framesage.project.settings_schema import validate

ROOT = Path(__file__).resolve().parents[3]
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = re.findall(r"^    framesage (.+?)(?: +#.*)?$", README, re.M)
SETTINGS = re.findall(r"^\| `([\w-]+)` \| `(.+?)`", README, re.M)


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_run(framesage, command, monkeypatch):
    monkeypatch.chdir(ROOT / "examples" / "shop")
    ran = framesage(*shlex.split(command))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out


def test_there_are_commands_and_settings_to_look_at():
    assert len(COMMANDS) == 8
    assert len(SETTINGS) == len(SCHEMA)


@pytest.mark.parametrize(("name", "value"), SETTINGS)
def test_its_settings_can_be_set(name, value):
    parsed = tomli.loads(f"{name} = {value}")[name]
    assert name in SCHEMA
    leaves = parsed.items() if isinstance(parsed, dict) else [(None, parsed)]
    for key, leaf in leaves:
        assert validate([name] if key is None else [name, key], leaf) == ""


def test_its_picture_shows_what_the_command_prints(framesage):
    picture = (ROOT / "docs" / "check.svg").read_text("utf-8")
    shown = " ".join(re.findall(r"<text [^>]*>(.*?)</text>", picture)).replace("&#160;", " ")
    ran = framesage("check", ROOT / "examples" / "shop", "--format", "json")
    (project,) = json.loads(ran.out)["projects"]
    assert project["findings"]
    for finding in project["findings"]:
        assert finding["rule"] in shown, "regenerate it: make picture"
        assert all(word in html.unescape(shown) for word in finding["message"].split()), finding
    assert "https://fonts" not in picture
    assert "@font-face" not in picture
