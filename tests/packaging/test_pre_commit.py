"""The pre-commit hooks: the files they match, and their effect in a real repository."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path, PurePosixPath

import pytest
import yaml

from framesage.manifests import reader_by_name

ROOT = Path(__file__).resolve().parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
NAMES = (
    # dependency files
    *("pyproject.toml", "api/pyproject.toml", "framesage.toml", "Pipfile", "pixi.toml"),
    *("setup.cfg", "setup.py", "environment.yml", "dev-environment.yaml", "x/requires.txt"),
    *("requirements.txt", "requirements.in", "Requirements-dev.TXT", "dev-requirements.txt"),
    *("requirements_dev.txt", "requirement.txt", "constraints.txt", "requirements/base.txt"),
    *("deps/a.in", "reqs.d/b.txt", "deps/c.pip", "requirements3.txt", "devrequirements.txt"),
    *("requirementsdev.in", "requirements.pip", "requirements.TXT", "constraints3.txt"),
    # other files
    *("README.md", "my-pyproject.toml", "Pipfile.bak", "setup.pyc", "notes.txt", "deps.txt"),
    *("requirements.md", "requirements/x/base.txt", "prerequirement.txt", "requirementx.txt"),
    *("environment.json", "src/app.py", "package.json"),
)
LOCKS = ("uv.lock", "api/poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "pylock.dev.toml")
SHARED = (
    *("acme-rules/pack.toml", "pack.toml", "team-rules.toml", "acme-rules/advice/limits.toml"),
    *("packs/acme/guidance.toml", "framesage-baseline.json"),
)
MANIFEST = yaml.safe_load(HOOKS.read_text("utf-8"))


ON_FILES = [hook for hook in MANIFEST if hook.get("pass_filenames", True)]


@pytest.mark.parametrize("hook", ON_FILES, ids=lambda hook: hook["id"])
def test_the_hooks_match_the_supported_files(hook):
    for name in NAMES:
        is_read = reader_by_name(PurePosixPath(name)) is not None
        assert bool(re.search(hook["files"], name)) is is_read, name
    assert all(re.search(hook["files"], name) for name in LOCKS)
    assert all(re.search(hook["files"], name) for name in SHARED)
    assert not re.search(hook["files"], "yarn.lock")


def test_the_hook_for_rules_matches_rules_and_what_names_them():
    (hook,) = (hook for hook in MANIFEST if hook["id"] == "framesage-rules")
    matched = [name for name in (*NAMES, *SHARED) if re.search(hook["files"], name)]
    assert matched == ["framesage.toml", *SHARED[:-1]]


@pytest.fixture
def repository(tmp_path, make_project):
    """Create a repository that uses the hooks, with the installed command.

    Installing the package is the job of pre-commit, and ``test_wheel`` tests that it can be
    installed.
    """
    hooks = make_project(tmp_path / "hooks", {HOOKS.name: HOOKS.read_bytes()})
    used = [{"id": hook["id"], "language": "system"} for hook in MANIFEST]
    config = {"repos": [{"repo": str(hooks), "rev": commit(hooks), "hooks": used}]}
    files = {
        ".pre-commit-config.yaml": yaml.safe_dump(config),
        "old/requirements.txt": "flask==0.12\n",
        "mixed/requirements.txt": "django\nflask-cors\n",
        "app.py": "import flask\n",
    }
    project = make_project(tmp_path / "project", files)
    commit(project)
    return project


def environment(folder):
    return {
        **os.environ,
        "PATH": os.pathsep.join([sysconfig.get_path("scripts"), os.environ["PATH"]]),
        "PRE_COMMIT_HOME": str(folder.parent / "home"),
        **{f"GIT_{who}_NAME": "A Contributor" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "contributor@example.org" for who in ("AUTHOR", "COMMITTER")},
    }


def commit(folder):
    """Create a repository with one commit; return its hash."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "Initial commit")
    return git(folder, "rev-parse", "HEAD").strip()


def git(folder, *arguments):
    command = ["git", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment(folder), check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def run_hook(folder, hook, *files):
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", hook, "--files", *files],
        cwd=folder,
        env=environment(folder),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


GIT = shutil.which("git") or os.environ.get("CI")  # required in CI
needs_git = pytest.mark.skipif(not GIT, reason="needs git")


@needs_git
def test_the_check_covers_the_projects_of_committed_files(repository):
    result = run_hook(repository, "framesage", "old/requirements.txt", "app.py")
    assert result.returncode == 1
    assert "old/requirements.txt:1:1 flask-unsupported" in result.stdout
    assert "mixed" not in result.stdout
    assert "no files to check" in run_hook(repository, "framesage", "app.py").stdout


@needs_git
def test_the_fix_changes_files_and_fails_the_commit(repository):
    result = run_hook(repository, "framesage-fix", "mixed/requirements.txt")
    assert result.returncode == 1
    assert "files were modified by this hook" in result.stdout
    assert (repository / "mixed" / "requirements.txt").read_text() == "django\n"
    assert run_hook(repository, "framesage-fix", "mixed/requirements.txt").returncode == 0


RULE = """\
[[rule]]
id = "acme-no-cors"
title = "Flask-CORS is not used here"
message = "Remove {package}."
why = "A proxy sends the headers."
severity = "warning"
at = "matches"
references = ["https://acme.example/"]
when = { package = "flask-cors" }

[[rule.test]]
name = "required"
requirements = ["flask", "flask-cors"]
wanted = true

[[rule.test]]
name = "not required"
requirements = ["flask"]
wanted = false
"""


@pytest.fixture
def with_rules(repository, make_project):
    """The repository with rules of its own, which find something in one of two projects."""
    files = {
        "framesage.toml": 'rule-paths = ["acme-rules"]\n',
        "acme-rules/pack.toml": '[pack]\nname = "acme-rules"\nversion = "1.0"\n',
        "acme-rules/advice.toml": RULE,
        "old/requirements.txt": "flask>=3\n",
        "mixed/requirements.txt": "flask>=3\nflask-cors\n",
        "gitleaks-rules.toml": 'title = "x"\n[[rules]]\nid = "key"\n',
    }
    project = make_project(repository, files)
    git(project, "add", "--all")
    return project


@needs_git
def test_a_change_of_rules_checks_all_projects(with_rules):
    result = run_hook(with_rules, "framesage", "acme-rules/advice.toml")
    assert result.returncode == 1
    assert "mixed/requirements.txt:2:1 acme-no-cors Remove flask-cors." in result.stdout
    assert run_hook(with_rules, "framesage", "gitleaks-rules.toml").returncode == 0


@needs_git
def test_a_change_of_outer_settings_checks_all_projects(with_rules):
    result = run_hook(with_rules, "framesage", "framesage.toml")
    assert result.returncode == 1
    assert "mixed/requirements.txt:2:1 acme-no-cors Remove flask-cors." in result.stdout


@needs_git
def test_rules_are_checked_with_their_tests(with_rules):
    result = run_hook(with_rules, "framesage-rules", "acme-rules/advice.toml")
    assert (result.returncode, "Passed" in result.stdout) == (0, True), result.stdout
    wrong = RULE.replace('package = "flask-cors"', 'package = "flask-crs"')
    (with_rules / "acme-rules" / "advice.toml").write_text(wrong)
    result = run_hook(with_rules, "framesage-rules", "acme-rules/advice.toml")
    assert result.returncode == 1
    assert "acme-rules/advice.toml:12:1: 'acme-no-cors' does not fire in its test" in result.stdout
    assert "    no  requires flask-crs" in result.stdout
