"""The hooks for pre-commit: which files they are for, and what they do in a real repository."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path, PurePosixPath

import pytest
import yaml

from framesage.manifests import reader_for

ROOT = Path(__file__).resolve().parents[2]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
NAMES = (
    # read
    *("pyproject.toml", "api/pyproject.toml", "framesage.toml", "Pipfile", "pixi.toml"),
    *("setup.cfg", "setup.py", "environment.yml", "dev-environment.yaml", "x/requires.txt"),
    *("requirements.txt", "requirements.in", "Requirements-dev.TXT", "dev-requirements.txt"),
    *("requirements_dev.txt", "requirement.txt", "constraints.txt", "requirements/base.txt"),
    *("deps/a.in", "reqs.d/b.txt"),
    # not read
    *("README.md", "my-pyproject.toml", "Pipfile.bak", "setup.pyc", "notes.txt", "deps.txt"),
    *("requirements.md", "requirements/x/base.txt", "prerequirements.txt", "requirementsx.txt"),
    *("environment.json", "src/app.py", "package.json"),
)
LOCKS = ("uv.lock", "api/poetry.lock", "pdm.lock", "Pipfile.lock", "pylock.toml", "pylock.dev.toml")
MANIFEST = yaml.safe_load(HOOKS.read_text("utf-8"))


@pytest.mark.parametrize("hook", MANIFEST, ids=lambda one: one["id"])
def test_the_hooks_are_for_the_files_that_are_read(hook):
    for name in NAMES:
        is_read = reader_for(PurePosixPath(name)) is not None
        assert bool(re.search(hook["files"], name)) is is_read, name
    assert all(re.search(hook["files"], name) for name in LOCKS)
    assert not re.search(hook["files"], "yarn.lock")


@pytest.fixture
def repository(tmp_path, make_project):
    """A repository that uses the hooks of another one, with what is installed here.

    That pre-commit installs a package is pre-commit's; that ours can be is ``test_wheel``'s.
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
        **{f"GIT_{who}_NAME": "Somebody" for who in ("AUTHOR", "COMMITTER")},
        **{f"GIT_{who}_EMAIL": "somebody@example.org" for who in ("AUTHOR", "COMMITTER")},
    }


def commit(folder):
    """Make a folder a repository; return the name of its one commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All there is")
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


GIT = shutil.which("git") or os.environ.get("CI")  # in CI its absence is a failure
needs_git = pytest.mark.skipif(not GIT, reason="needs git")


@needs_git
def test_the_check_looks_at_the_projects_of_what_is_committed(repository):
    ran = run_hook(repository, "framesage", "old/requirements.txt", "app.py")
    assert ran.returncode == 1
    assert "old/requirements.txt:1:1 flask-unsupported" in ran.stdout
    assert "mixed" not in ran.stdout
    assert "no files to check" in run_hook(repository, "framesage", "app.py").stdout


@needs_git
def test_the_fix_writes_and_has_it_looked_at(repository):
    ran = run_hook(repository, "framesage-fix", "mixed/requirements.txt")
    assert ran.returncode == 1
    assert "files were modified by this hook" in ran.stdout
    assert (repository / "mixed" / "requirements.txt").read_text() == "django\n"
    assert run_hook(repository, "framesage-fix", "mixed/requirements.txt").returncode == 0
