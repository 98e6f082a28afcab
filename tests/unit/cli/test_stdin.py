"""``framesage check -``: a text that is not on the disk, in the project that is."""

import io
import json
import sys

import pytest

from framesage.cli import main

OLD = "flask==0.12\n"


@pytest.fixture
def piped(framesage, monkeypatch, tmp_path):
    """Run the command in a folder with something on its standard input."""
    monkeypatch.chdir(tmp_path)

    def run(text, *arguments):
        data = text if isinstance(text, bytes) else text.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        return framesage("check", "-", *arguments)

    return run


def found(ran):
    (project,) = json.loads(ran.out)["projects"]
    return {(one["rule"], one["file"]) for one in project["findings"]}


def test_the_text_stands_in_for_the_file(piped, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n", "dev-requirements.txt": "pytest\n"})
    ran = piped(OLD, "--stdin-filename", "requirements.txt")
    assert ran.code == 1
    assert ran.out.startswith("requirements.txt:1:1 flask-unsupported ")
    assert (tmp_path / "requirements.txt").read_text() == "flask\n"
    assert piped("flask\n", "--stdin-filename", "requirements.txt").code == 0


def test_the_rest_of_the_project_is_the_disks(piped, make_project, tmp_path):
    base = {
        "base.txt": "wtforms\nflask==0.12\n",
        "framesage.toml": 'rules.flask-unsupported = "off"\n',
    }
    make_project(tmp_path, {"requirements.txt": "", **base})
    options = ["--stdin-filename", "requirements.txt", "--format", "json"]
    assert found(piped("-r base.txt\n", *options)) == {("flask-forms-without-csrf", "base.txt")}


def test_the_file_need_not_be_there_yet(piped, tmp_path):
    ran = piped(OLD, "--stdin-filename", str(tmp_path / "requirements.txt"), "--format", "json")
    assert (ran.code, ran.err) == (1, "")
    assert found(ran) == {("flask-unsupported", "requirements.txt")}


def test_a_file_that_is_no_dependency_file_is_said_to_be_none(piped, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "flask\n"})
    ran = piped(OLD, "--stdin-filename", "notes.txt")
    assert ran.code == 0
    assert "stdin is not used, because notes.txt is not a dependency file" in ran.err
    assert "not a dependency file" not in piped(OLD, "--stdin-filename", "requirements.txt").err


def test_marks_encodings_and_line_ends_are_read_as_from_files(piped):
    for data in (OLD.encode("utf-8-sig"), OLD.encode("utf-16"), b"# \r\nflask==0.12\r\n"):
        assert "flask-unsupported" in piped(data, "--stdin-filename", "requirements.txt").out


def test_its_fixes_are_shown_as_a_diff(piped):
    ran = piped("django\r\nflask-cors\r\n", "--diff", "--stdin-filename", "requirements.txt")
    assert ran.out.endswith("@@ -1,2 +1 @@\n django\r\n-flask-cors\r\n")


def test_a_baseline_goes_with_it(piped, framesage, make_project, tmp_path):
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
def test_what_cannot_be_done_is_told_and_exits_with_2(piped, text, options, why):
    ran = piped(text, *options)
    assert (ran.code, ran.out) == (2, "")
    assert why in ran.err


def test_a_name_without_standard_input_is_bad_usage(framesage):
    ran = framesage("check", "--stdin-filename", "requirements.txt")
    assert (ran.code, ran.out) == (2, "")
    assert "requires - (stdin)" in ran.err


def test_without_any_standard_input_it_is_said(framesage, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert main(["check", "-", "--stdin-filename", "requirements.txt"]) == 2
