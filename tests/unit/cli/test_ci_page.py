"""The pages about CI: their commands, inputs and hooks are valid."""

import re
import shlex
from pathlib import Path

import pytest
import yaml

from framesage.cli.check_options import FORMATS, reject_misuse
from framesage.cli.parser import make_parser
from framesage.report.gitlab import SEVERITIES

ROOT = Path(__file__).resolve().parents[3]
PAGES = ROOT / "docs" / "how-to"
PAGE, GITHUB, GITLAB = (
    (PAGES / f"{name}.md").read_text("utf-8") for name in ("ci", "github", "gitlab")
)
COMMANDS = re.findall(r"^    (?:.*\| |- )?framesage (check.*?)(?: +[#>].*)?$", PAGE + GITLAB, re.M)


def blocks(page):
    return [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", page, re.S)]


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
    inputs, _, outputs = GITHUB.partition("| Output |")
    assert set(re.findall(r"^\| `([\w-]+)` \|", inputs, re.M)) == ACTION["inputs"].keys()
    assert set(re.findall(r"^\| `([\w-]+)` \|", outputs, re.M)) == ACTION["outputs"].keys()
    assert len(COMMANDS) == 10


def test_the_workflow_uses_existing_inputs():
    workflow, comment, upload = blocks(GITHUB)
    jobs = (block["jobs"]["framesage"]["steps"] for block in (workflow, comment))
    steps = [step for job in (*jobs, upload) for step in job]
    ours = [step for step in steps if "/framesage@" in step.get("uses", "")]
    assert len(ours) == 3
    for step in ours:
        assert step.get("with", {}).keys() <= ACTION["inputs"].keys()
    used = re.findall(r"steps\.framesage\.outputs\.([\w-]+)", GITHUB)
    assert used
    assert set(used) <= ACTION["outputs"].keys()
    assert upload[1]["with"]["sarif_file"] == upload[0]["with"]["sarif"]


def test_the_hooks_exist_and_their_arguments_can_be_parsed():
    ((hook,),) = (repository["hooks"] for repository in blocks(PAGE)[0]["repos"])
    (known,) = (item for item in HOOKS if item["id"] == hook["id"])
    words = [*known["entry"].split()[1:], *hook["args"], "requirements.txt"]
    assert make_parser().parse_args(words).paths == [Path("requirements.txt")]
    assert all(f"`{item['id']}`" in PAGE or item["id"] == hook["id"] for item in HOOKS)


def test_the_report_of_gitlab_is_the_artifact_of_its_job():
    job = blocks(GITLAB)[0]["framesage"]
    written = job["script"][0].rpartition("> ")[2]
    assert job["artifacts"]["reports"]["codequality"] == written
    severities = dict(re.findall(r"^\| `(\w+)` \| (\w+) \|", GITLAB, re.M))
    assert severities == {str(severity): word for severity, word in SEVERITIES.items()}
