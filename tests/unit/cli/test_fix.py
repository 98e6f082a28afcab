"""``framesage check --fix`` and ``--diff``: what is written, what is told, what remains."""

import codecs
import json
import os
import shutil
import subprocess

import pytest

from framesage.project import atomic_write

MIXED = "# 🐍\r\ndjango>=4\r\nflask-cors\r\nflask-cors\r\nflask-login  # why\r\nrequests\r\n"
FIXED = "# 🐍\r\ndjango>=4\r\nrequests\r\n"
LIST = '[project]\nname = "x"\ndependencies = ["django>=4", "flask-cors"]'
RULE = "flask-plugin-in-django"


@pytest.fixture
def project(tmp_path, make_project, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda **files: make_project(
        tmp_path, {name.replace("__", "."): text for name, text in files.items()}
    )


def warnings_in(out):
    projects = json.loads(out)["projects"]
    found = [one for project in projects for one in project["findings"]]
    return [one for one in found if one["severity"] == "warning"]


def test_what_can_be_taken_away_is_and_the_rest_stays_byte_for_byte(framesage, project, tmp_path):
    project(requirements__txt=MIXED)
    assert framesage("check").code == 1
    ran = framesage("check", "--fix")
    assert (tmp_path / "requirements.txt").read_bytes() == FIXED.encode()
    assert ran.code == 0
    assert ran.err.splitlines() == [
        f"framesage: fixed requirements.txt:{line}:1 {RULE}" for line in (3, 4, 5)
    ]
    assert RULE not in ran.out
    assert framesage("check", "--fix").err == ""


def test_what_remains_is_told_and_makes_the_exit_code(framesage, project, tmp_path):
    project(requirements__txt="django==1.0\nflask-cors\n")
    ran = framesage("check", "--fix", "--format", "json")
    assert ran.code == 1
    assert [one["rule"] for one in warnings_in(ran.out)] == ["django-unsupported"]
    assert (tmp_path / "requirements.txt").read_text() == "django==1.0\n"


def test_an_ignore_whose_end_is_no_date_is_never_removed(framesage, project, tmp_path):
    text = "flask==0.12  # framesage: ignore[flask-unsupported] waiting, until=2026-02-30\n"
    project(requirements__txt=text)
    assert "is no date" in framesage("check", "--fix").out
    assert (tmp_path / "requirements.txt").read_text() == text


def test_every_file_of_every_project_is_fixed(framesage, make_project, tmp_path):
    files = {"a/pyproject.toml": LIST, "b/requirements.txt": MIXED, "b/dev-requirements.txt": "x\n"}
    make_project(tmp_path, files)
    ran = framesage("check", tmp_path, "--fix")
    assert ran.code == 0
    assert (tmp_path / "a" / "pyproject.toml").read_text() == LIST.replace(', "flask-cors"', "")
    assert (tmp_path / "b" / "requirements.txt").read_bytes() == FIXED.encode()
    assert (tmp_path / "b" / "dev-requirements.txt").read_text() == "x\n"


def test_without_a_repository_a_folder_of_requirements_is_the_projects(
    framesage, make_project, tmp_path
):
    files = {"requirements/base.txt": MIXED, "requirements/dev.txt": "-r base.txt\n"}
    make_project(tmp_path, files)
    assert framesage("check", tmp_path, "--fix").code == 0
    assert (tmp_path / "requirements" / "base.txt").read_bytes() == FIXED.encode()


def test_the_last_setting_of_a_file_goes_like_any_other(framesage, project, tmp_path):
    settings = 'layout = false\n[ignore]\nflask-unsupported = "later"\n'
    for text in (settings, settings.partition("\n")[2]):
        project(requirements__txt="flask\n", framesage__toml=text)
        assert "unused-ignore" in framesage("check", "--fix").err
        left = (tmp_path / "framesage.toml").read_text()
        assert left == text.replace('flask-unsupported = "later"\n', "")


def test_a_file_shared_by_projects_is_fixed_for_the_one_it_belongs_to(
    framesage, make_project, tmp_path
):
    files = {
        ".git/HEAD": "",
        "requirements.txt": "django\nflask-login\n",
        "api/requirements.txt": "-r ../requirements.txt\nflask-cors\n",
    }
    make_project(tmp_path, files)
    framesage("check", tmp_path / "api", "--fix")
    assert (tmp_path / "requirements.txt").read_text() == files["requirements.txt"]
    assert (tmp_path / "api" / "requirements.txt").read_text() == "-r ../requirements.txt\n"
    framesage("check", tmp_path, "--fix")
    assert (tmp_path / "requirements.txt").read_text() == "django\n"


def test_a_file_that_cannot_be_written_is_told_and_exits_with_2(framesage, project, monkeypatch):
    folder = project(requirements__txt=MIXED)
    monkeypatch.setattr(atomic_write.os, "access", lambda *_: False)
    ran = framesage("check", "--fix")
    assert ran.code == 2
    assert ran.err == "framesage: error: cannot fix requirements.txt: the file is read-only\n"
    assert RULE in ran.out
    assert (folder / "requirements.txt").read_bytes() == MIXED.encode()


def test_where_settings_cannot_be_used_nothing_is_fixed(framesage, project, tmp_path):
    project(requirements__txt=MIXED, framesage__toml=f'ignore.{RULE}x = "they stay"\n')
    ran = framesage("check", "--fix")
    assert ran.code == 2
    assert RULE in ran.out
    assert (tmp_path / "requirements.txt").read_bytes() == MIXED.encode()


def test_a_diff_writes_nothing_and_exits_as_without(framesage, project, tmp_path):
    project(requirements__txt=MIXED)
    ran = framesage("check", "--diff")
    assert (tmp_path / "requirements.txt").read_bytes() == MIXED.encode()
    assert ran.code == 1
    assert "-flask-cors\r\n-flask-cors\r\n-flask-login  # why\r\n" in ran.out
    assert ran.err == "framesage: 1 file would be changed\n"


def test_without_fixes_there_is_no_diff(framesage, project):
    project(requirements__txt="flask==0.12\n")
    ran = framesage("check", "--diff")
    assert (ran.code, ran.out, ran.err) == (1, "", "framesage: no fixes available\n")


@pytest.mark.skipif(not (shutil.which("git") or os.environ.get("CI")), reason="needs git")
def test_applying_the_diff_is_the_same_as_fixing(framesage, make_project, tmp_path):
    files = {
        ".git/HEAD": "ref: refs/heads/main\n",
        "a b/pyproject.toml": LIST,
        "ü/requirements.txt": MIXED,
        "marked/requirements.txt": codecs.BOM_UTF8 + MIXED.encode(),
    }
    for name in ("one", "other"):
        make_project(tmp_path / name, files)
    diff = framesage("check", tmp_path / "one", "--diff").out
    shutil.rmtree(tmp_path / "one" / ".git")
    subprocess.run(
        ["git", "apply", "-"],
        cwd=tmp_path / "one",
        input=diff.encode(),
        check=True,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path)},
    )
    framesage("check", tmp_path / "other", "--fix")
    for name in list(files)[1:]:
        fixed = (tmp_path / "other" / name).read_bytes()
        assert (tmp_path / "one" / name).read_bytes() == fixed
        assert fixed != (files[name] if name.startswith("marked") else files[name].encode())


@pytest.mark.parametrize("options", [["--diff", "--format", "json"], ["--diff", "--fix"]])
def test_what_does_not_go_together_is_bad_usage(framesage, project, options):
    folder = project(requirements__txt=MIXED)
    ran = framesage("check", *options)
    assert (ran.code, ran.out) == (2, "")
    assert "--diff" in ran.err
    assert (folder / "requirements.txt").read_bytes() == MIXED.encode()
