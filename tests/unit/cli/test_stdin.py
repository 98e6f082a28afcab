"""``framesage check -``: standard input replaces a file of a project on the disk."""

import io
import json
import os
import sys

import pytest

from framesage.cli import main

OLD = "flask==2.3.3\n"


@pytest.fixture
def piped(framesage, monkeypatch, tmp_path):
    """Return a function that runs the command in an empty folder with the given input."""
    monkeypatch.chdir(tmp_path)

    def run(text, *arguments):
        data = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return framesage("check", "-", *arguments)

    return run


def found(result):
    (project,) = json.loads(result.out)["projects"]
    return {(finding["rule"], finding["file"]) for finding in project["findings"]}


def test_stdin_replaces_the_text_of_the_file(piped, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n", "dev-requirements.txt": "pytest\n"})
    result = piped(OLD, "--stdin-filename", "requirements.txt")
    assert result.code == 1
    assert result.out.startswith("requirements.txt:1:1 flask-unsupported ")
    assert (tmp_path / "requirements.txt").read_text() == "flask\n"
    assert piped("flask\n", "--stdin-filename", "requirements.txt").code == 0


def test_other_files_are_read_from_disk(piped, make_project, tmp_path):
    base = {
        "base.txt": "wtforms\nflask==2.3.3\n",
        "framesage.toml": 'rules.flask-unsupported = "off"\n',
    }
    make_project(tmp_path, {"requirements.txt": "", **base})
    options = ["--stdin-filename", "requirements.txt", "--format", "json"]
    assert found(piped("-r base.txt\n", *options)) == {("flask-forms-without-csrf", "base.txt")}


def test_the_file_need_not_exist(piped, tmp_path):
    result = piped(OLD, "--stdin-filename", str(tmp_path / "requirements.txt"), "--format", "json")
    assert (result.code, result.err) == (1, "")
    assert found(result) == {("flask-unsupported", "requirements.txt")}


def test_a_file_that_is_not_a_dependency_file_is_an_error(piped, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n"})
    result = piped("Nothing to install here.\n", "--stdin-filename", "notes.txt")
    assert result.code == 2
    assert "notes.txt: not read: neither a dependency file nor a list" in result.err
    assert "not read" not in piped(OLD, "--stdin-filename", "requirements.txt").err


def test_file_of_any_name_can_be_a_list(piped, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n"})
    result = piped(OLD, "--stdin-filename", "packages.lst")
    assert result.code == 1
    assert result.out.startswith("packages.lst:1:1 flask-unsupported ")


def test_byte_order_marks_encodings_and_line_endings_are_supported(piped):
    for data in (OLD.encode("utf-8-sig"), OLD.encode("utf-16"), b"# \r\nflask==2.3.3\r\n"):
        assert "flask-unsupported" in piped(data, "--stdin-filename", "requirements.txt").out


def test_fixes_are_printed_as_a_diff(piped):
    result = piped("django\r\nflask-cors\r\n", "--diff", "--stdin-filename", "requirements.txt")
    assert result.out.endswith("@@ -1,2 +1 @@\n django\r\n-flask-cors\r\n")


def test_a_baseline_can_be_used(piped, framesage, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": OLD})
    framesage("check", "--write-baseline", "known.json")
    options = ["--stdin-filename", "requirements.txt", "--baseline", "known.json"]
    assert piped(OLD, *options).code == 0
    assert "wtforms" in piped(OLD + "wtforms\n", *options, "--fail-on", "hint").out


@pytest.mark.parametrize(
    ("text", "options", "why"),
    [
        (OLD, [], "--stdin-filename"),
        (OLD, [".", "--stdin-filename", "requirements.txt"], "must be the only path"),
        (OLD, ["--fix", "--stdin-filename", "requirements.txt"], "--diff"),
        (b"\xff\x00\x00", ["--stdin-filename", "requirements.txt"], "convert it to UTF-8"),
    ],
)
def test_bad_usage_and_unreadable_input_exit_with_2(piped, text, options, why):
    result = piped(text, *options)
    assert (result.code, result.out) == (2, "")
    assert why in result.err


def test_stdin_filename_requires_the_path_for_stdin(framesage):
    result = framesage("check", "--stdin-filename", "requirements.txt")
    assert (result.code, result.out) == (2, "")
    assert "requires - (stdin)" in result.err


def test_a_closed_stdin_exits_with_2(framesage, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["check", "-", "--stdin-filename", "requirements.txt"]) == 2


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_can_be_replaced_by_stdin(piped, make_project, tmp_path):
    make_project(tmp_path, {"requirements/live.txt": "flask\n"})
    (tmp_path / "requirements.txt").symlink_to("requirements/live.txt")
    result = piped("flask\ndjango\n", "--stdin-filename", "requirements.txt")
    assert result.out.startswith("requirements.txt:1:1 two-frameworks")
    assert (result.code, result.err) == (1, "")
