"""The action for GitHub: its steps, run as the runner runs them, with the runner's variables."""

import json
import os
import re
import subprocess
import sysconfig
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
INSTALL, CHECK = ACTION["runs"]["steps"]
OLD = "flask==0.12\nwtforms\n"

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the steps are for bash")


def run(step, folder, runner, check=True, **inputs):
    """Run a step: its inputs filled in, its script in a file, its variables kept for the next."""
    defaults = {name: value["default"] for name, value in ACTION["inputs"].items()}
    values = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
    env = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match.group(1)], value)
        for name, value in step.get("env", {}).items()
    }
    kept = (line.split("=", 1) for line in (runner / "env").read_text().splitlines())
    script = runner / "step.sh"
    script.write_text(step["run"])
    ran = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=folder,
        env={
            **os.environ,
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_ENV": str(runner / "env"),
            "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
            "RUNNER_TEMP": str(runner),
            # Python is that of the tests, and what is installed there need not be fetched again.
            "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]]),
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "PIP_NO_DEPS": "1",
            "PIP_NO_BUILD_ISOLATION": "0",
            **dict(kept),
            **env,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not check or ran.returncode == 0, ran.stderr
    return ran


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    """A runner's folder for things of the moment, with Framesage installed by the first step."""
    folder = tmp_path_factory.mktemp("runner")
    (folder / "env").touch()
    elsewhere = tmp_path_factory.mktemp("work")
    (elsewhere / "pip.py").write_text("raise SystemExit('the project must not be run')\n")
    run(INSTALL, elsewhere, folder)
    return folder


@pytest.fixture
def project(tmp_path, make_project, runner):
    (runner / "summary.md").write_text("")
    return make_project(tmp_path, {".git/HEAD": "", "service/requirements.txt": OLD})


def test_what_is_installed_is_this(runner):
    (line,) = (runner / "env").read_text().splitlines()
    program = Path(line.removeprefix("FRAMESAGE_BIN=")) / "framesage"
    assert program.is_relative_to(runner)
    assert program.exists()


def test_findings_are_annotations_and_fail_the_step(runner, project):
    ran = run(CHECK, project, runner, check=False)
    assert ran.returncode == 1
    lines = ran.stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice"]
    assert all("file=service/requirements.txt,line=" in line for line in lines)


def test_the_summary_has_them_too_unless_not_wanted(runner, project):
    run(CHECK, project, runner, fail_on="never")
    assert "2 findings (1 warning, 1 information)" in (runner / "summary.md").read_text()
    run(CHECK, project, runner, fail_on="never", summary="false")
    assert (runner / "summary.md").read_text().count("findings") == 1


def test_sarif_is_written_for_the_next_step_even_if_this_one_fails(runner, project):
    ran = run(CHECK, project, runner, check=False, sarif="out file.sarif")
    assert ran.returncode == 1
    log = json.loads((project / "out file.sarif").read_text())
    assert len(log["runs"][0]["results"]) == 2


def test_a_baseline_and_a_level_decide_what_fails(runner, project):
    (project / "known.json").write_text(
        '{"version": 1, "findings": [{"rule": "flask-unsupported", '
        '"file": "service/requirements.txt", "about": "flask"}]}'
    )
    assert run(CHECK, project, runner, baseline="known.json").stdout.startswith("::notice")
    ran = run(CHECK, project, runner, False, baseline="known.json", fail_on="information")
    assert ran.returncode == 1


def test_several_paths_stand_on_lines_of_their_own(runner, project, make_project):
    make_project(project, {"a b/requirements.txt": OLD, "c/requirements.txt": OLD})
    ran = run(CHECK, project, runner, fail_on="never", paths="a b\n\nservice\n")
    assert set(re.findall("file=(.*?)/", ran.stdout)) == {"a b", "service"}


@pytest.mark.parametrize("path", ["$(touch owned)", "`touch owned`", "--fix", "x; touch owned"])
def test_no_input_is_taken_for_a_command(runner, project, path):
    ran = run(CHECK, project, runner, check=False, paths=path)
    assert ran.returncode == 2
    assert f"{path}: no such file or folder" in ran.stderr
    assert not list(project.rglob("owned"))
    assert "${{" not in INSTALL["run"] + CHECK["run"]
