"""The command as a process: encodings, pipes, signals and imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW_OR_FOREIGN = ("pygls", "lsprotocol", "asyncio", "framesage.lsp", "prompt_toolkit")
FULL = Path("/dev/full")


def run(folder, *arguments, code="from framesage.cli import main; raise SystemExit(main())", **env):
    command = [sys.executable, "-c", code, *arguments]
    environment = {**os.environ, "PYTHONUTF8": "0", **env}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


@pytest.fixture
def project(tmp_path, make_project):
    text = "flask==0.12  # süß 日本 🎉\nflask-login\n"
    return make_project(tmp_path, {"requirements.txt": text})


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8"])
def test_text_output_works_in_any_console_encoding(project, encoding):
    result = run(project, "check", PYTHONIOENCODING=encoding)
    assert result.stderr == b""
    assert result.returncode == 1
    assert "flask==0.12  # s" in result.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("output_format", ["github", "markdown"])
def test_all_formats_work_in_any_console_encoding(project, output_format, encoding):
    result = run(project, "check", "--format", output_format, PYTHONIOENCODING=encoding)
    assert (result.stderr, result.returncode) == (b"", 1)
    assert b"flask-unsupported" in result.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_is_lossless_in_any_console_encoding(project, encoding):
    result = run(project, "check", "--format", "json", PYTHONIOENCODING=encoding)
    assert json.loads(result.stdout)["projects"][0]["findings"]


def test_colors_depend_on_the_terminal_and_on_environment_variables(project):
    assert b"\x1b" not in run(project, "check").stdout
    forced = run(project, "check", FORCE_COLOR="1", TERM="xterm")
    assert b"\x1b[" in forced.stdout
    unwanted = run(project, "check", FORCE_COLOR="1", TERM="xterm", NO_COLOR="1")
    assert b"\x1b[33" not in unwanted.stdout


@pytest.mark.parametrize("output_format", ["text", "json"])
@pytest.mark.skipif(os.name != "posix", reason="closed pipes differ on other systems")
def test_a_closed_pipe_causes_no_traceback(project, output_format):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "framesage", "check", "--format", output_format]
    result = subprocess.run(command, cwd=project, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert result.stderr == b""
    assert result.returncode == 128 + 13


@pytest.mark.skipif(os.name != "posix", reason="signals differ on other systems")
def test_an_interrupt_causes_no_traceback(project):
    code = (
        "import os, signal, time; from framesage.cli import check, main\n"
        "def interrupted(*arguments):\n"
        "    os.kill(os.getpid(), signal.SIGINT); time.sleep(60)\n"
        "check.check_paths = interrupted\n"
        "raise SystemExit(main())"
    )
    result = run(project, "check", code=code)
    assert (result.returncode, result.stdout, result.stderr) == (128 + 2, b"", b"")


@pytest.mark.parametrize("output_format", ["text", "json"])
@pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")
def test_a_full_disk_is_reported_in_one_line(project, output_format):
    command = [sys.executable, "-m", "framesage", "check", "--format", output_format]
    with FULL.open("w") as full:
        result = subprocess.run(
            command, cwd=project, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert result.stderr == b"framesage: error: cannot write output: No space left on device\n"
    assert result.returncode == 2


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_the_exit_code_is_correct_without_output_streams(project, output_format):
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"  # as under pythonw, or after >&- 2>&-
        "from framesage.cli import main; raise SystemExit(main())"
    )
    for severity, exit_code in (("never", 0), ("hint", 1)):  # a crash would be 1 for both
        result = run(project, "check", "--format", output_format, "--fail-on", severity, code=code)
        assert (result.returncode, result.stdout, result.stderr) == (exit_code, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "excluded"),
    [
        (["check"], ()),
        (["check", "--format", "json"], ("rich",)),
        (["check", "--format", "sarif"], ("rich",)),
        (["check", "--format", "github"], ("rich", "framesage.report.sarif.log")),
        (["check", "--format", "markdown"], ("rich", "framesage.report.sarif.log")),
        (["explain"], ()),
        (["rules", "list"], ("rich",)),
        (["ask", "--format", "json"], ("rich",)),
        (["ask", "--format", "text"], ()),
    ],
)
def test_commands_import_only_required_modules(project, arguments, excluded):
    code = (
        "import sys; from framesage.cli import main; main()\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    loaded = run(project, *arguments, code=code).stderr.decode().split()
    assert "framesage.advice.assess" in loaded or "rules" in arguments
    unwanted = (*SLOW_OR_FOREIGN, *excluded)
    assert [name for name in loaded if name in unwanted or name.split(".")[0] in unwanted] == []


@pytest.mark.skipif(
    os.name != "posix", reason="the current folder cannot be deleted on other systems"
)
def test_a_deleted_current_folder_is_reported(tmp_path):
    code = (
        "import os; os.rmdir(os.getcwd()); from framesage.cli import main; raise SystemExit(main())"
    )
    (tmp_path / "gone").mkdir()
    result = run(tmp_path / "gone", "check", code=code)
    message = b"framesage: error: the current folder no longer exists\n"
    assert (result.returncode, result.stdout, result.stderr) == (2, b"", message)
