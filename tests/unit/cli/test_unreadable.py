"""A dependency file that cannot be read: told in every format, and never passed over."""

import json

import pytest

CODED = "# -*- coding: cp1252 -*-\nflask==2.0.1  # f\u00fcr den Laden\n"


@pytest.fixture
def legacy(tmp_path):
    """A project whose only file is in an encoding that it does not name."""
    (tmp_path / "requirements.txt").write_bytes("flask  # f\u00fcr\n".encode("cp1252"))
    return tmp_path


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "markdown"])
def test_every_format_tells_of_it_in_plain_words(framesage, legacy, form):
    ran = framesage("check", legacy, "--format", form)
    assert ran.code == 2
    assert "requirements.txt cannot be read: convert it to UTF-8" in " ".join(ran.out.split())
    assert "codec" not in ran.out + ran.err


def test_neither_level_nor_ignore_nor_baseline_silences_it(framesage, legacy):
    (legacy / "framesage.toml").write_text('[ignore]\nunreadable-file = "so what"\n')
    baseline = legacy / "baseline.json"
    assert framesage("check", legacy, "--write-baseline", baseline).code == 2
    assert framesage("check", legacy, "--fail-on", "never").code == 2


@pytest.mark.parametrize("name", ["pyproject.toml", "setup.cfg", "base.txt"])
def test_whatever_the_file(framesage, tmp_path, name):
    (tmp_path / name).write_bytes(b"\xff# flask\n")
    if name == "base.txt":
        (tmp_path / "requirements.txt").write_text("-r base.txt\nflask>=3.1\n")
    ran = framesage("check", tmp_path, "--format", "json")
    (project,) = json.loads(ran.out)["projects"]
    assert [one["file"] for one in project["findings"] if one["rule"] == "unreadable-file"] == [
        name
    ]
    assert ran.code == 2


def test_a_coding_line_is_heeded_as_pip_does(framesage, tmp_path):
    (tmp_path / "requirements.txt").write_bytes(CODED.encode("cp1252"))
    ran = framesage("check", tmp_path)
    assert "f\u00fcr den Laden" in ran.out
    assert "flask-unsupported" in ran.out
    assert ran.code == 1


@pytest.mark.parametrize("codec", ["rot13", "unicode_escape", "no-such-thing", "punycode"])
def test_a_coding_line_that_names_no_encoding_of_files_helps_nobody(framesage, tmp_path, codec):
    (tmp_path / "requirements.txt").write_bytes(
        f"# coding: {codec}\nfl\u00e4sk\n".encode("latin-1")
    )
    assert framesage("check", tmp_path).code == 2
