"""Devices, pipes and endless links where a file is named: an error, and never a wait."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from framesage.project import filesystem

pytestmark = pytest.mark.skipif(os.name != "posix", reason="named pipes and symbolic links")
SPECIAL = ["pipe", "/dev/zero"]


@pytest.fixture
def run(tmp_path):
    """Run the command in a folder with a named pipe; whoever waits for it fails."""
    (tmp_path / "requirements.txt").write_text("flask\ndjango\n")
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / "pipe")

    def run(*words, text=None):
        command = [sys.executable, "-m", "framesage", *words]
        return subprocess.run(
            command, cwd=tmp_path, input=text, capture_output=True, text=True, timeout=30
        )

    return run


@pytest.mark.parametrize("target", SPECIAL)
def test_a_baseline_that_is_no_file_is_an_error(run, tmp_path, target):
    (tmp_path / "known.json").symlink_to(target)
    result = run("check", "--baseline", "known.json")
    assert result.returncode == 2
    assert result.stderr == (
        "framesage: error: cannot read baseline known.json: it is not a regular file\n"
    )


@pytest.mark.parametrize("target", SPECIAL)
def test_a_baseline_in_the_settings_that_is_no_file_is_not_called_missing(run, tmp_path, target):
    (tmp_path / "known.json").symlink_to(target)
    (tmp_path / "framesage.toml").write_text('baseline = "known.json"\n')
    result = run("check")
    assert result.returncode == 2
    assert "baseline 'known.json' cannot be read: it is not a regular file" in result.stdout
    assert "does not exist" not in result.stdout + result.stderr


def test_a_baseline_is_written_to_a_pipe(run):
    result = run("check", "--write-baseline", "/dev/stdout")
    assert result.returncode == 0
    assert '"rule": "two-frameworks"' in result.stdout


@pytest.mark.skipif(not Path("/proc/kmsg").exists(), reason="a file of the kernel that blocks")
@pytest.mark.parametrize("name", ["known.json", "rules.toml"])
def test_a_file_of_the_kernel_is_not_waited_for(run, tmp_path, name):
    (tmp_path / name).symlink_to("/proc/kmsg")
    assert "Traceback" not in run("check", name).stderr


def test_the_file_that_stdin_replaces_can_be_a_pipe(run, tmp_path):
    os.mkfifo(tmp_path / "dev-requirements.txt")
    text = "flask  # framesage: ignore[two-frameworks]\n"
    result = run("check", "--diff", "--stdin-filename", "dev-requirements.txt", "-", text=text)
    assert "-flask  # framesage: ignore[two-frameworks]\n+flask\n" in result.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("check", "--write-baseline", "loop"),
        ("report", "--html", "loop"),
        ("report", "--markdown", "loop"),
    ],
    ids=" ".join,
)
def test_a_link_to_itself_is_not_written(run, tmp_path, command):
    (tmp_path / "loop").symlink_to("loop")
    result = run(*command)
    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith("framesage: error: cannot write ")


@pytest.mark.parametrize("target", [*SPECIAL, "missing"])
def test_what_is_wrong_with_an_extended_file_is_said(run, tmp_path, target):
    (tmp_path / "base.toml").symlink_to(target)
    (tmp_path / "framesage.toml").write_text('extend = "./base.toml"\n')
    result = run("check")
    assert result.returncode == 2
    assert "Correct line 1 of 'base.toml': it is not a regular file" in result.stdout


def test_a_baseline_that_would_not_be_read_is_not_written(framesage, tmp_path, monkeypatch):
    (tmp_path / "requirements.txt").write_text("flask\ndjango\n")
    monkeypatch.setattr("framesage.cli.baseline.LARGEST", 50)
    path = tmp_path / "known.json"
    result = framesage("check", tmp_path, "--write-baseline", path)
    assert result.code == 2
    assert "write one for each project; it would be larger than 2 MB" in result.err
    assert not path.exists()


def test_a_baseline_that_is_too_large_is_not_called_missing(framesage, tmp_path, monkeypatch):
    (tmp_path / "requirements.txt").write_text("flask\ndjango\n")
    path = tmp_path / "known.json"
    path.write_text(" " * 101)
    monkeypatch.setattr(filesystem, "LARGEST", 100)
    (tmp_path / "framesage.toml").write_text('baseline = "known.json"\n')
    result = framesage("check", tmp_path)
    assert result.code == 2
    assert "baseline 'known.json' cannot be read: split it, or exclude it; it is larg" in result.out
