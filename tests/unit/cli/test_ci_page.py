"""What ``docs/ci.md`` promises: its commands are understood, its settings are real ones."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from framesage.cli.check_options import FORMATS, reject_misuse
from framesage.cli.parser import make_parser

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
COMMANDS = re.findall(r"^    (?:.*\| )?framesage (check.*?)(?: +#.*)?$", PAGE, re.M)
BLOCKS = [yaml.safe_load(one) for one in re.findall(r"```yaml\n(.*?)```", PAGE, re.S)]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_are_understood(command):
    args = make_parser().parse_args(shlex.split(command))
    reject_misuse(args)
    assert args.command == "check"


def test_it_names_every_format_and_every_input():
    formats = PAGE.partition("## Output formats")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", formats, re.M)) == set(FORMATS)
    github = PAGE.partition("## On GitHub")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([\w-]+)` \|", github, re.M)) == ACTION["inputs"].keys()
    assert len(COMMANDS) == 6


def test_its_workflow_uses_inputs_that_there_are():
    workflow, upload, _ = BLOCKS
    steps = [*workflow["jobs"]["framesage"]["steps"], *upload]
    ours = [step for step in steps if "/framesage@" in step["uses"]]
    assert len(ours) == 2
    for step in ours:
        assert step["with"].keys() <= ACTION["inputs"].keys()
    assert upload[1]["with"]["sarif_file"] == upload[0]["with"]["sarif"]


def test_its_hooks_are_hooks_with_arguments_that_are_understood():
    ((hook,),) = (one["hooks"] for one in BLOCKS[2]["repos"])
    (known,) = (one for one in HOOKS if one["id"] == hook["id"])
    words = [*known["entry"].split()[1:], *hook["args"], "requirements.txt"]
    assert make_parser().parse_args(words).paths == [Path("requirements.txt")]
    assert all(f"`{one['id']}`" in PAGE or one["id"] == hook["id"] for one in HOOKS)
