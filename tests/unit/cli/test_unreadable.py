"""Unreadable dependency files are reported in every format and cannot be ignored."""

import json

import pytest

CODED = "# -*- coding: cp1252 -*-\nflask==2.0.1  # f\u00fcr den Laden\n"


@pytest.fixture
def legacy(tmp_path):
    """A project whose only file has an undeclared encoding."""
    (tmp_path / "requirements.txt").write_bytes("flask  # f\u00fcr\n".encode("cp1252"))
    return tmp_path


@pytest.mark.parametrize("output_format", ["text", "json", "sarif", "github", "markdown"])
def test_all_formats_report_an_unreadable_file(framesage, legacy, output_format):
    result = framesage("check", legacy, "--format", output_format)
    assert result.code == 2
    assert "requirements.txt cannot be read: convert it to UTF-8" in " ".join(result.out.split())
    assert "codec" not in result.out + result.err


def test_an_unreadable_file_cannot_be_ignored(framesage, legacy):
    (legacy / "framesage.toml").write_text('[ignore]\nunreadable-file = "so what"\n')
    baseline = legacy / "baseline.json"
    assert framesage("check", legacy, "--write-baseline", baseline).code == 2
    assert framesage("check", legacy, "--fail-on", "never").code == 2


@pytest.mark.parametrize("name", ["pyproject.toml", "setup.cfg", "base.txt"])
def test_all_kinds_of_unreadable_files_are_reported(framesage, tmp_path, name):
    (tmp_path / name).write_bytes(b"\xff# flask\n")
    if name == "base.txt":
        (tmp_path / "requirements.txt").write_text("-r base.txt\nflask>=3.1\n")
    result = framesage("check", tmp_path, "--format", "json")
    (project,) = json.loads(result.out)["projects"]
    findings = [finding for finding in project["findings"] if finding["rule"] == "unreadable-file"]
    assert [finding["file"] for finding in findings] == [name]
    assert result.code == 2


def test_a_coding_line_is_respected_as_in_pip(framesage, tmp_path):
    (tmp_path / "requirements.txt").write_bytes(CODED.encode("cp1252"))
    result = framesage("check", tmp_path)
    assert "f\u00fcr den Laden" in result.out
    assert "flask-unsupported" in result.out
    assert result.code == 1


@pytest.mark.parametrize("codec", ["rot13", "unicode_escape", "no-such-thing", "punycode"])
def test_a_coding_line_with_an_unsupported_encoding_is_ignored(framesage, tmp_path, codec):
    (tmp_path / "requirements.txt").write_bytes(
        f"# coding: {codec}\nfl\u00e4sk\n".encode("latin-1")
    )
    assert framesage("check", tmp_path).code == 2
