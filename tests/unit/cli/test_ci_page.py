"""``docs/how-to/ci.md``: its commands, inputs and hooks are valid."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from framesage.cli.check_options import FORMATS, reject_misuse
from framesage.cli.parser import make_parser

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "how-to" / "ci.md").read_text("utf-8")
COMMANDS = re.findall(r"^    (?:.*\| )?framesage (check.*?)(?: +#.*)?$", PAGE, re.M)
BLOCKS = [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", PAGE, re.S)]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("command", COMMANDS)
def test_all_commands_can_be_parsed(command):
    args = make_parser().parse_args(shlex.split(command))
    reject_misuse(args)
    assert args.command == "check"


def test_all_formats_and_inputs_are_documented():
    formats = PAGE.partition("## Output formats")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+)` \|", formats, re.M)) == set(FORMATS)
    github = PAGE.partition("## On GitHub")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([\w-]+)` \|", github, re.M)) == ACTION["inputs"].keys()
    assert len(COMMANDS) == 6


def test_the_workflow_uses_existing_inputs():
    workflow, upload, _ = BLOCKS
    steps = [*workflow["jobs"]["framesage"]["steps"], *upload]
    ours = [step for step in steps if "/framesage@" in step["uses"]]
    assert len(ours) == 2
    for step in ours:
        assert step["with"].keys() <= ACTION["inputs"].keys()
    assert upload[1]["with"]["sarif_file"] == upload[0]["with"]["sarif"]


def test_the_hooks_exist_and_their_arguments_can_be_parsed():
    ((hook,),) = (repository["hooks"] for repository in BLOCKS[2]["repos"])
    (known,) = (item for item in HOOKS if item["id"] == hook["id"])
    words = [*known["entry"].split()[1:], *hook["args"], "requirements.txt"]
    assert make_parser().parse_args(words).paths == [Path("requirements.txt")]
    assert all(f"`{item['id']}`" in PAGE or item["id"] == hook["id"] for item in HOOKS)
