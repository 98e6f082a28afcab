"""Files that are broken in every way: findings or silence, a line in the log, never a traceback."""

import os

import pytest

from e2e.malformed import files

FINE = {"requirements.txt": "flask==0.12\n"}
BROKEN = {
    "empty": {"pyproject.toml": ""},
    "binary": {"requirements.txt": bytes(range(256)) * 40},
    "null characters": {"requirements.txt": b"fl\0ask\n"},
    "latin-1": {"requirements.txt": "flask  # süß\n".encode("latin-1")},
    "utf-16": {"requirements.txt": "flask==0.12\n".encode("utf-16")},
    "half a mark": {"requirements.txt": b"\xff"},
    "cut in a string": {"pyproject.toml": '[project]\ndependencies = ["flask==0.12", "dja'},
    "cut in a table": {"pyproject.toml": "[proj"},
    "no value": {"pyproject.toml": "[project]\ndependencies =\nname\n"},
    "wrong types": {"pyproject.toml": "[project]\ndependencies = 3\nname = []\n[[tool]]\n"},
    "deep": {"pyproject.toml": "[project]\ndependencies = " + "[" * 20_000},
    "deep keys": {"pyproject.toml": ".".join(["a"] * 20_000) + " = 1\n"},
    "long line": {"requirements.txt": "flask==0.12 # " + "x" * 10_000_000},
    "long name": {"requirements.txt": "f" * 1_000_000 + "\n"},
    "a loop": {"requirements.txt": "-r b.txt\nflask==0.12\n", "b.txt": "-r requirements.txt\n"},
    "itself": {"requirements.txt": "-r requirements.txt\n"},
    "a missing include": {"requirements.txt": "-r nowhere.txt\nflask==0.12\n"},
    "a folder included": {"requirements.txt": "-r .\n-r sub\n", "sub/x": ""},
    "outside": {
        "requirements.txt": "-r ../../../../../../etc/passwd\n-r /etc/passwd\nflask==0.12\n"
    },
    "an include of nothing": {"requirements.txt": "-r\n-r \n-c\n--requirement=\n"},
    "half options": {"requirements.txt": "-\n--\n-e\n-e .[\nflask[==\nflask @\n; python\n\\\n"},
    "broken settings": {"framesage.toml": "traits = 3\n[rules\n", **FINE},
    "broken setup.cfg": {"setup.cfg": "[options\ninstall_requires\n =\n flask==0.12\n"},
    "broken Pipfile": {"Pipfile": "[packages\nflask = \n"},
}


FILES = {**files(), **BROKEN}  # the server's, and some that only a command meets


@pytest.mark.parametrize("name", FILES)
def test_broken_files_are_survived(framesage, tmp_path, make_project, name):
    make_project(tmp_path, {".git/HEAD": "", **FILES[name]})
    ran = framesage("check", tmp_path)
    assert ran.code in (0, 1, 2)
    assert ran.out.splitlines()[-1].endswith(" checked.")
    assert len(ran.err.splitlines()) <= 1, ran.err
    assert ran.err == "" or ran.err.startswith("framesage: ")
    if "flask==0.12" in str(BROKEN.get(name)) and name not in (
        "broken settings",
        "broken setup.cfg",
    ):
        assert "flask-unsupported" in ran.out


@pytest.mark.skipif(os.name != "posix", reason="needs links and pipes of the file system")
def test_what_is_no_file_is_survived(framesage, tmp_path):
    (tmp_path / "requirements.txt").symlink_to("requirements.txt")
    os.mkfifo(tmp_path / "dev-requirements.txt")
    (tmp_path / "constraints.txt").mkdir()
    ran = framesage("check", tmp_path)
    assert ran.code == 0
    assert all(line.startswith("framesage: ") for line in ran.err.splitlines())


def test_nothing_is_said_to_be_well_where_nothing_was_there(framesage, tmp_path):
    ran = framesage("check", tmp_path / "nope")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("nope: no such file or folder\n")
