"""The files in ``.github``: everything that can be checked without GitHub."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import tomli
import yaml

ROOT = Path(__file__).resolve().parents[2]
GITHUB = ROOT / ".github"
PYPROJECT = tomli.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
GROUPS = PYPROJECT["dependency-groups"].keys()
REPOSITORY = PROJECT["urls"]["Repository"]
MAKEFILES = [
    path for path in (ROOT / "Makefile", ROOT / "vscode-extension/vsix.mk") if path.exists()
]
MAKE = "\n".join(path.read_text("utf-8") for path in MAKEFILES)


def load(name: str) -> dict:
    return yaml.safe_load((GITHUB / name).read_text("utf-8"))


WORKFLOWS = {path.name: load(f"workflows/{path.name}") for path in GITHUB.glob("workflows/*.yml")}
JOBS = [
    pytest.param(job, id=f"{file}:{name}")
    for file, workflow in WORKFLOWS.items()
    for name, job in workflow["jobs"].items()
]
COMMANDS = sorted(
    {
        step["run"]
        for workflow in WORKFLOWS.values()
        for job in workflow["jobs"].values()
        for step in job.get("steps", ())
        if "run" in step
    }
)
FORMS = sorted(path.name for path in GITHUB.glob("ISSUE_TEMPLATE/[0-9]-*.yml"))


def test_there_are_two_workflows():
    assert set(WORKFLOWS) == {"ci.yml", "release.yml"}


def test_ci_covers_all_supported_pythons_on_three_systems():
    matrix = WORKFLOWS["ci.yml"]["jobs"]["test"]["strategy"]["matrix"]
    classifier = re.compile(r"Programming Language :: Python :: (3\.\d+)")
    classified = [match[1] for match in map(classifier.fullmatch, PROJECT["classifiers"]) if match]
    assert matrix["python"] == classified
    assert PROJECT["requires-python"] == f">={classified[0]}"
    assert {name.partition("-")[0] for name in matrix["os"]} == {"ubuntu", "macos", "windows"}


def recipes() -> list[str]:
    """Return the commands in the Makefile, with its variables expanded."""
    text = MAKE.replace("$(RUN)", "python").replace("$(BIN)/", "")
    for name, value in re.findall(r"^(\w+) \?= ?(.*)$", MAKE, re.M):
        text = text.replace(f"$({name})", value)
    return [line.strip("\t @") for line in text.splitlines() if line.startswith("\t")]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_a_workflow_exists(command):
    words = shlex.split(command)
    match words[:3]:
        case ["make", "vsix" | "vsix-check", *_] if len(MAKEFILES) == 1:
            pytest.skip("the source distribution does not contain the extension")
        case ["make", target, *_]:
            assert re.search(rf"^{re.escape(target)}\b.*:", MAKE, re.M)
        case ["python", "-m", "pip"]:
            assert set(re.findall(r"--group (\S+)", command)) <= GROUPS
        case ["python", "-m", "towncrier"]:
            assert words[3] == "check"
        case ["python", "-m", _]:
            assert any(recipe and command.startswith(recipe) for recipe in recipes())
        case ["python" | "bash", script, *_]:
            assert (ROOT / script).is_file() or not (ROOT / ".ci").exists()
        case _:
            assert words[:3] == ["gh", "release", "create"]


@pytest.mark.parametrize("job", JOBS)
def test_a_job_has_a_timeout_and_no_unneeded_permissions(job):
    assert "timeout-minutes" in job or "uses" in job
    for step in job.get("steps", ()):
        assert "${{" not in step.get("run", ""), (
            "pass inputs through env, so that they are not executed"
        )
        if "uses" in step:
            action, _, version = step["uses"].partition("@")
            assert version, action
            assert action != "actions/checkout" or step["with"]["persist-credentials"] is False


def test_only_jobs_that_publish_have_write_permissions():
    assert all(flow["permissions"] == {"contents": "read"} for flow in WORKFLOWS.values())
    granted = {
        name: job["permissions"]
        for flow in WORKFLOWS.values()
        for name, job in flow["jobs"].items()
        if job.get("permissions", flow["permissions"]) != flow["permissions"]
    }
    assert granted == {"pypi": {"id-token": "write"}, "github": {"contents": "write"}}


def test_a_release_is_tested_and_built_before_it_is_published():
    release = WORKFLOWS["release.yml"]
    assert release[True] == {"push": {"tags": ["v*"]}}  # YAML 1.1 reads "on" as a boolean
    assert "workflow_call" in WORKFLOWS["ci.yml"][True]
    needs = {name: job.get("needs") for name, job in release["jobs"].items()}
    assert needs == {"test": None, "build": "test", "pypi": "build", "github": "pypi"}


def test_uploaded_artifacts_are_downloaded_by_later_jobs():
    steps = {
        name: [step for step in job.get("steps", ()) if "-artifact@" in step.get("uses", "")]
        for name, job in WORKFLOWS["release.yml"]["jobs"].items()
    }
    uploaded = {step["with"]["name"]: step["with"]["path"] for step in steps["build"]}
    assert uploaded == {
        "python": "dist/*.whl\ndist/*.tar.gz\n",
        "sbom": "dist/*.cdx.json\nvscode-extension/*.cdx.json\n",
        "vsix": "vscode-extension/framesage.vsix",
    }
    assert [step["with"]["name"] for step in steps["pypi"]] == ["python"]
    (folder,) = (step["with"]["path"] for step in steps["github"])
    (create,) = (command for command in COMMANDS if command.startswith("gh "))
    files = ("python/*", "vsix/framesage.vsix", "sbom/*/*.cdx.json")
    assert create.endswith(" ".join(f"{folder}/{name}" for name in files))


@pytest.mark.parametrize("form", FORMS)
def test_an_issue_form_is_valid(form):
    content = load(f"ISSUE_TEMPLATE/{form}")
    assert content.keys() >= {"name", "description", "body"}
    inputs = [item for item in content["body"] if item["type"] != "markdown"]
    assert {item["type"] for item in inputs} <= {"input", "textarea", "dropdown", "checkboxes"}
    assert all(item["attributes"]["label"] for item in inputs)
    assert len({item["id"] for item in inputs}) == len(inputs)


def test_the_first_form_is_for_wrong_advice_and_asks_for_the_output_of_commands():
    assert FORMS == ["1-wrong-advice.yml", "2-bug.yml"]
    content = load(f"ISSUE_TEMPLATE/{FORMS[0]}")
    required = {item.get("id") for item in content["body"] if item.get("validations")}
    assert required == {"file", "output", "expected", "version"}
    commands = re.findall(r"`framesage (.+?)`", (GITHUB / "ISSUE_TEMPLATE" / FORMS[0]).read_text())
    assert "check --format json" in commands
    for command in commands:
        program = [sys.executable, "-m", "framesage", *shlex.split(command)]
        result = subprocess.run(program, cwd=ROOT / "examples/status-api", capture_output=True)
        assert result.returncode == 0, result.stderr
        assert result.stdout


def test_dependabot_covers_the_folders_with_dependencies():
    updates = load("dependabot.yml")["updates"]
    assert [update["package-ecosystem"] for update in updates] == ["pip", "npm", "github-actions"]
    if not (ROOT / "vscode-extension/package-lock.json").exists():
        pytest.skip("the source distribution does not contain the extension")
    for update in updates:
        for folder in update.get("directories", [update.get("directory")]):
            assert (ROOT / folder.strip("/")).is_dir()


def test_all_files_use_the_same_repository():
    names = ("*.md", "*.toml", "action.yml", "docs/**/*.md", "vscode-extension/package.json")
    files = [path for name in names for path in ROOT.glob(name)]
    files += [path for path in GITHUB.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    files += MAKEFILES
    repositories = {
        repository
        for path in files
        for repository in re.findall(r"github\.com/[\w.-]+/framesage\b", path.read_text("utf-8"))
    }
    assert repositories == {REPOSITORY.removeprefix("https://")}
    assert not [path for path in files if "OWNER/" in path.read_text("utf-8")]


def test_security_problems_have_a_single_reporting_address():
    address = f"{REPOSITORY}/security/advisories/new"
    assert f"<{address}>" in (ROOT / "SECURITY.md").read_text("utf-8")
    assert address in {link["url"] for link in load("ISSUE_TEMPLATE/config.yml")["contact_links"]}
