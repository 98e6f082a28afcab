"""Malformed files: at most one line on standard error, and never a traceback."""

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
    "long line": {"requirements.txt": "flask==0.12 # " + "x" * 1_000_000},
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


FILES = {**files(), **BROKEN}  # the files of the server's tests and some more


@pytest.mark.parametrize("name", FILES)
def test_malformed_files_cause_no_traceback(framesage, tmp_path, make_project, name):
    make_project(tmp_path, {".git/HEAD": "", **FILES[name]})
    result = framesage("check", tmp_path)
    assert result.code in (0, 1, 2)
    assert result.out.splitlines()[-1].endswith(" checked.")
    assert len(result.err.splitlines()) <= 1, result.err
    assert result.err == "" or result.err.startswith("framesage: ")
    if "flask==0.12" in str(BROKEN.get(name)) and name not in (
        "broken settings",
        "broken setup.cfg",
    ):
        assert "flask-unsupported" in result.out


@pytest.mark.skipif(os.name != "posix", reason="needs symbolic links and FIFOs")
def test_links_fifos_and_folders_cause_no_traceback(framesage, tmp_path):
    (tmp_path / "requirements.txt").symlink_to("requirements.txt")
    os.mkfifo(tmp_path / "dev-requirements.txt")
    (tmp_path / "constraints.txt").mkdir()
    result = framesage("check", tmp_path)
    assert result.code == 0
    assert all(line.startswith("framesage: ") for line in result.err.splitlines())


def test_a_missing_path_prints_no_summary(framesage, tmp_path):
    result = framesage("check", tmp_path / "nope")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("nope: no such file or folder\n")
