"""A pack as a distribution: built and installed without a network, then found by its name."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

SERVER = Path(__file__).resolve().parents[2] / "server"


def run(*command, cwd, **variables):
    environment = {**os.environ, "PYTHONPATH": str(SERVER), **variables}
    environment.pop("VIRTUAL_ENV", None)
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120
    )


def framesage(*arguments, cwd):
    return run(sys.executable, "-m", "framesage", *arguments, cwd=cwd)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of a new pack."""
    folder = tmp_path_factory.mktemp("wheel")
    made = framesage("rules", "new", "acme-rules", "--distribution", cwd=folder)
    assert made.returncode == 0, made.stderr
    pip = ("-m", "pip", "wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation")
    built = run(sys.executable, *pip, "./acme-rules", cwd=folder)
    assert built.returncode == 0, built.stderr
    (found,) = folder.glob("acme_rules-0.1.0-*.whl")
    return found


def install(project, *what):
    """Install into the virtual environment of a project."""
    venv.create(project / ".venv", with_pip=False)
    (site,) = (project / ".venv").glob("[lL]ib/**/site-packages")
    options = ("-q", "--no-index", "--no-deps", "--no-build-isolation", "--target", str(site))
    installed = run(sys.executable, "-m", "pip", "install", *options, *map(str, what), cwd=project)
    assert installed.returncode == 0, installed.stderr


@pytest.fixture
def project(tmp_path):
    (tmp_path / "framesage.toml").write_text('rule-packs = ["acme-rules"]\n', encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("flask\npsycopg2-binary\n", encoding="utf-8")
    return tmp_path


def findings(project):
    result = framesage("check", ".", "--format", "json", cwd=project)
    (found,) = json.loads(result.stdout)["projects"]
    return result, [finding["rule"] for finding in found["findings"]]


def test_a_missing_pack_is_exit_code_2_with_the_remedy(project):
    result, rules = findings(project)
    assert result.returncode == 2
    assert "pip install acme-rules" in result.stderr
    assert "settings" in rules


def test_an_installed_pack_is_found_in_the_environment_of_the_project(project, wheel):
    install(project, wheel)
    result, rules = findings(project)
    assert (result.returncode, result.stderr) == (1, "")
    assert rules == ["acme-rules-psycopg2-binary"]
    listed = framesage("rules", "list", cwd=project)
    assert "(pack acme-rules)" in listed.stdout


def test_an_editable_installation_follows_the_folder(project, tmp_path_factory):
    work = tmp_path_factory.mktemp("work")
    assert framesage("rules", "new", "acme-rules", "--distribution", cwd=work).returncode == 0
    install(project, "-e", work / "acme-rules")
    _, rules = findings(project)
    assert rules == ["acme-rules-psycopg2-binary"]
    file = work / "acme-rules" / "advice.toml"
    changed = file.read_text(encoding="utf-8").replace("acme-rules-psycopg2", "acme-rules-other")
    file.write_text(changed, encoding="utf-8")
    _, rules = findings(project)
    assert rules == ["acme-rules-other-binary"]
