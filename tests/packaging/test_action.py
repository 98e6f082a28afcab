"""The GitHub action: its steps run as a runner would run them, with its environment variables."""

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
OLD = "flask==2.3.3\nwtforms\n"
SCRIPTS = sysconfig.get_path("scripts")

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the steps need bash")


def run(step, folder, runner, check=True, programs=SCRIPTS, **inputs):
    """Run a step with its inputs; variables that it exports are kept for the next step."""
    defaults = {name: value["default"] for name, value in ACTION["inputs"].items()}
    values = {**defaults, **{name.replace("_", "-"): value for name, value in inputs.items()}}
    env = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match.group(1)], value)
        for name, value in step.get("env", {}).items()
    }
    kept = (line.split("=", 1) for line in (runner / "env").read_text().splitlines())
    script = runner / "step.sh"
    script.write_text(step["run"])
    result = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", script],
        cwd=folder,
        env={
            **os.environ,
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_ENV": str(runner / "env"),
            "GITHUB_STEP_SUMMARY": str(runner / "summary.md"),
            "GITHUB_OUTPUT": str(runner / "outputs"),
            "RUNNER_TEMP": str(runner),
            # Use the Python of the tests, and its installed packages instead of downloads.
            "PATH": os.pathsep.join([programs, os.environ["PATH"]]),
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
    assert not check or result.returncode == 0, result.stderr
    return result


@pytest.fixture(scope="module")
def runner(tmp_path_factory):
    """Return the temporary folder of a runner, with Framesage installed by the first step."""
    folder = tmp_path_factory.mktemp("runner")
    (folder / "env").touch()
    elsewhere = tmp_path_factory.mktemp("work")
    (elsewhere / "pip.py").write_text("raise SystemExit('code of the project was executed')\n")
    run(INSTALL, elsewhere, folder)
    return folder


@pytest.fixture
def project(tmp_path, make_project, runner):
    (runner / "summary.md").write_text("")
    (runner / "outputs").write_text("")
    return make_project(tmp_path, {".git/HEAD": "", "service/requirements.txt": OLD})


def test_the_installed_command_is_in_the_runners_folder(runner):
    (line,) = (runner / "env").read_text().splitlines()
    program = Path(line.removeprefix("FRAMESAGE_BIN=")) / "framesage"
    assert program.is_relative_to(runner)
    assert program.exists()


def test_findings_become_annotations_and_fail_the_step(runner, project):
    result = run(CHECK, project, runner, check=False)
    assert result.returncode == 1
    lines = result.stdout.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::notice"]
    assert all("file=service/requirements.txt,line=" in line for line in lines)


def test_the_summary_contains_the_findings_unless_it_is_disabled(runner, project):
    run(CHECK, project, runner, fail_on="never")
    assert "2 findings (1 warning, 1 information)" in (runner / "summary.md").read_text()
    run(CHECK, project, runner, fail_on="never", summary="False")
    assert (runner / "summary.md").read_text().count("findings") == 1
    run(CHECK, project, runner, fail_on="never", summary="True")
    assert (runner / "summary.md").read_text().count("findings") == 2


def test_a_summary_that_is_neither_true_nor_false_is_an_error(runner, project):
    result = run(CHECK, project, runner, check=False, summary="yes")
    assert result.returncode == 2
    assert result.stdout.splitlines()[-1].endswith("The input summary must be true or false.")


def test_sarif_is_written_even_if_the_step_fails(runner, project):
    result = run(CHECK, project, runner, check=False, sarif="out file.sarif")
    assert result.returncode == 1
    log = json.loads((project / "out file.sarif").read_text())
    assert len(log["runs"][0]["results"]) == 2


def test_baseline_and_severity_decide_whether_the_step_fails(runner, project):
    (project / "known.json").write_text(
        '{"version": 1, "findings": [{"rule": "flask-unsupported", '
        '"file": "service/requirements.txt", "about": "flask"}]}'
    )
    assert run(CHECK, project, runner, baseline="known.json").stdout.startswith("::notice")
    result = run(CHECK, project, runner, False, baseline="known.json", fail_on="information")
    assert result.returncode == 1


BROKEN = {"baseline": "missing.json", "fail_on": "fatal", "paths": "nowhere"}


@pytest.mark.parametrize(("name", "value"), BROKEN.items(), ids=BROKEN)
def test_an_error_is_annotated_and_leaves_no_useless_sarif_file(runner, project, name, value):
    result = run(CHECK, project, runner, check=False, sarif="out.sarif", **{name: value})
    assert result.returncode == 2
    (line,) = (line for line in result.stdout.splitlines() if line.startswith("::error "))
    assert value in line
    assert not (project / "out.sarif").exists()
    summary = (runner / "summary.md").read_text()
    assert "**Framesage could not check everything:**" in summary
    assert value in summary
    assert "no findings" not in summary


def test_invalid_settings_are_in_the_sarif_file(runner, project):
    (project / "framesage.toml").write_text("fial-on = 'hint'\n")
    result = run(CHECK, project, runner, check=False, sarif="new folder/out.sarif")
    assert result.returncode == 2
    log = json.loads((project / "new folder/out.sarif").read_text())
    assert "settings" in {result["ruleId"] for result in log["runs"][0]["results"]}


def test_the_outputs_are_the_exit_code_the_number_of_findings_and_a_comment(runner, project):
    run(CHECK, project, runner, check=False)
    lines = (runner / "outputs").read_text().splitlines()
    outputs = dict(line.split("=", 1) for line in lines)
    assert outputs.keys() == ACTION["outputs"].keys()
    assert (outputs["exit-code"], outputs["findings"]) == ("1", "2")
    assert "flask-unsupported" in Path(outputs["markdown"]).read_text()
    for name, output in ACTION["outputs"].items():
        assert output["value"] == f"${{{{ steps.{CHECK['id']}.outputs.{name} }}}}"


def test_the_lowest_severity_limits_what_is_reported(runner, project):
    result = run(CHECK, project, runner, check=False, min_severity="warning")
    assert [line.split(" ")[0] for line in result.stdout.splitlines()] == ["::warning"]
    assert "1 finding (1 warning)" in (runner / "summary.md").read_text()
    assert "findings=1" in (runner / "outputs").read_text()


@pytest.mark.parametrize(
    ("pattern", "folders"),
    [
        ("services/*", ["a b", "c"]),
        ("services/[c-z]", ["c"]),
        ("services/**/requirements.txt", ["a b", "c"]),
    ],
)
def test_patterns_in_paths_are_expanded(runner, project, make_project, pattern, folders):
    names = ("a b", "c")
    make_project(project, {f"services/{name}/requirements.txt": OLD for name in names})
    result = run(CHECK, project, runner, fail_on="never", paths=pattern)
    found = re.findall("file=services/(.*?)/", result.stdout)
    assert sorted(set(found)) == folders


def test_an_old_python_is_told_what_is_needed(tmp_path, runner):
    """Only programs that are no Python, or an old one, are found in the path."""
    program = tmp_path / "bin" / "python"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    for name in ("python3", *(f"python3.{minor}" for minor in range(10, 15))):
        (program.parent / name).symlink_to(program)
    (tmp_path / "env").touch()
    result = run(INSTALL, tmp_path, tmp_path, check=False, programs=str(program.parent))
    assert result.returncode == 2
    assert "needs Python 3.10 or later; add actions/setup-python" in result.stdout


def test_several_paths_are_given_one_per_line(runner, project, make_project):
    make_project(project, {"a b/requirements.txt": OLD, "c/requirements.txt": OLD})
    result = run(CHECK, project, runner, fail_on="never", paths="a b\n\nservice\n")
    assert set(re.findall("file=(.*?)/", result.stdout)) == {"a b", "service"}


@pytest.mark.parametrize("path", ["$(touch owned)", "`touch owned`", "--fix", "x; touch owned"])
def test_inputs_are_never_executed(runner, project, path):
    result = run(CHECK, project, runner, check=False, paths=path)
    assert result.returncode == 2
    assert f"{path}: no such file or folder" in result.stderr
    assert not list(project.rglob("owned"))
    assert "${{" not in INSTALL["run"] + CHECK["run"]
