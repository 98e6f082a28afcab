"""The command as a process: consoles of all kinds, pipes that break, and what it imports."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SLOW_OR_FOREIGN = ("pygls", "lsprotocol", "asyncio", "framesage.lsp")
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
def test_no_consoles_encoding_stops_it(project, encoding):
    ran = run(project, "check", PYTHONIOENCODING=encoding)
    assert ran.stderr == b""
    assert ran.returncode == 1
    assert "flask==0.12  # s" in ran.stdout.decode(encoding)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize("form", ["github", "markdown"])
def test_every_format_survives_any_encoding(project, form, encoding):
    ran = run(project, "check", "--format", form, PYTHONIOENCODING=encoding)
    assert (ran.stderr, ran.returncode) == (b"", 1)
    assert b"flask-unsupported" in ran.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_comes_whole_through_any_encoding(project, encoding):
    ran = run(project, "check", "--format", "json", PYTHONIOENCODING=encoding)
    assert json.loads(ran.stdout)["projects"][0]["findings"]


def test_colours_are_off_in_a_pipe_and_on_when_forced_unless_not_wanted(project):
    assert b"\x1b" not in run(project, "check").stdout
    forced = run(project, "check", FORCE_COLOR="1", TERM="xterm")
    assert b"\x1b[" in forced.stdout
    unwanted = run(project, "check", FORCE_COLOR="1", TERM="xterm", NO_COLOR="1")
    assert b"\x1b[33" not in unwanted.stdout


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.skipif(os.name != "posix", reason="pipes break otherwise elsewhere")
def test_a_reader_that_goes_away_is_no_accident(project, form):
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "framesage", "check", "--format", form]
    ran = subprocess.run(command, cwd=project, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert ran.stderr == b""
    assert ran.returncode == 128 + 13


@pytest.mark.skipif(os.name != "posix", reason="signals are sent otherwise elsewhere")
def test_an_interrupt_ends_it_without_a_traceback(project):
    code = (
        "import os, signal, time; from framesage.cli import check, main\n"
        "def interrupted(paths):\n"
        "    os.kill(os.getpid(), signal.SIGINT); time.sleep(60)\n"
        "check.check_paths = interrupted\n"
        "raise SystemExit(main())"
    )
    ran = run(project, "check", code=code)
    assert (ran.returncode, ran.stdout, ran.stderr) == (128 + 2, b"", b"")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.skipif(not FULL.exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_told_in_one_line(project, form):
    command = [sys.executable, "-m", "framesage", "check", "--format", form]
    with FULL.open("w") as full:
        ran = subprocess.run(command, cwd=project, stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.stderr == b"framesage: error: cannot write output: No space left on device\n"
    assert ran.returncode == 2


@pytest.mark.parametrize("form", ["text", "json"])
def test_without_any_output_the_exit_code_still_tells(project, form):
    code = (
        "import sys; sys.stdout = sys.stderr = None\n"  # as under pythonw, or after >&- 2>&-
        "from framesage.cli import main; raise SystemExit(main())"
    )
    for level, exit_code in (("never", 0), ("hint", 1)):  # a crash would be 1 for both
        ran = run(project, "check", "--format", form, "--fail-on", level, code=code)
        assert (ran.returncode, ran.stdout, ran.stderr) == (exit_code, b"", b"")


@pytest.mark.parametrize(
    ("arguments", "also"),
    [
        (["check"], ()),
        (["check", "--format", "json"], ("rich",)),
        (["check", "--format", "sarif"], ("rich",)),
        (["check", "--format", "github"], ("rich", "framesage.report.sarif.log")),
        (["check", "--format", "markdown"], ("rich", "framesage.report.sarif.log")),
        (["explain"], ()),
        (["rules", "list"], ("rich",)),
    ],
)
def test_a_command_imports_only_what_it_needs(project, arguments, also):
    code = (
        "import sys; from framesage.cli import main; main()\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    loaded = run(project, *arguments, code=code).stderr.decode().split()
    assert "framesage.advice.assess" in loaded or "rules" in arguments
    unwanted = (*SLOW_OR_FOREIGN, *also)
    assert [name for name in loaded if name in unwanted or name.split(".")[0] in unwanted] == []


@pytest.mark.skipif(os.name != "posix", reason="a folder that is used cannot be deleted elsewhere")
def test_a_folder_that_is_gone_is_told(tmp_path):
    code = (
        "import os; os.rmdir(os.getcwd()); from framesage.cli import main; raise SystemExit(main())"
    )
    (tmp_path / "gone").mkdir()
    ran = run(tmp_path / "gone", "check", code=code)
    told = b"framesage: error: the current folder no longer exists\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, b"", told)
