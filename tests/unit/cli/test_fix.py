"""``framesage check --fix`` and ``--diff``."""

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
    findings = [finding for project in projects for finding in project["findings"]]
    return [finding for finding in findings if finding["severity"] == "warning"]


def test_removable_requirements_are_removed_and_other_bytes_are_kept(framesage, project, tmp_path):
    project(requirements__txt=MIXED)
    assert framesage("check").code == 1
    result = framesage("check", "--fix")
    assert (tmp_path / "requirements.txt").read_bytes() == FIXED.encode()
    assert result.code == 0
    assert result.err.splitlines() == [
        f"framesage: fixed requirements.txt:{line}:1 {RULE}" for line in (3, 4, 5)
    ]
    assert RULE not in result.out
    assert framesage("check", "--fix").err == ""


def test_the_remaining_findings_decide_the_exit_code(framesage, project, tmp_path):
    project(requirements__txt="django==1.0\nflask-cors\n")
    result = framesage("check", "--fix", "--format", "json")
    assert result.code == 1
    assert [finding["rule"] for finding in warnings_in(result.out)] == ["django-unsupported"]
    assert (tmp_path / "requirements.txt").read_text() == "django==1.0\n"


def test_an_ignore_with_an_invalid_end_date_is_kept(framesage, project, tmp_path):
    text = "flask==0.12  # framesage: ignore[flask-unsupported] waiting, until=2026-02-30\n"
    project(requirements__txt=text)
    assert "Write a date" in framesage("check", "--fix").out
    assert (tmp_path / "requirements.txt").read_text() == text


def test_all_files_of_all_projects_are_fixed(framesage, make_project, tmp_path):
    files = {"a/pyproject.toml": LIST, "b/requirements.txt": MIXED, "b/dev-requirements.txt": "x\n"}
    make_project(tmp_path, files)
    result = framesage("check", tmp_path, "--fix")
    assert result.code == 0
    assert (tmp_path / "a" / "pyproject.toml").read_text() == LIST.replace(', "flask-cors"', "")
    assert (tmp_path / "b" / "requirements.txt").read_bytes() == FIXED.encode()
    assert (tmp_path / "b" / "dev-requirements.txt").read_text() == "x\n"


def test_a_requirements_folder_is_fixed_outside_a_repository(framesage, make_project, tmp_path):
    files = {"requirements/base.txt": MIXED, "requirements/dev.txt": "-r base.txt\n"}
    make_project(tmp_path, files)
    assert framesage("check", tmp_path, "--fix").code == 0
    assert (tmp_path / "requirements" / "base.txt").read_bytes() == FIXED.encode()


def test_the_last_setting_in_a_file_can_be_removed(framesage, project, tmp_path):
    settings = 'layout = false\n[ignore]\nflask-unsupported = "later"\n'
    for text in (settings, settings.partition("\n")[2]):
        project(requirements__txt="flask\n", framesage__toml=text)
        assert "unused-ignore" in framesage("check", "--fix").err
        left = (tmp_path / "framesage.toml").read_text()
        assert left == text.replace('flask-unsupported = "later"\n', "")


def test_a_shared_file_is_fixed_for_the_project_it_belongs_to(framesage, make_project, tmp_path):
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


def test_an_unwritable_file_exits_with_2(framesage, project, monkeypatch):
    folder = project(requirements__txt=MIXED)
    monkeypatch.setattr(atomic_write.os, "access", lambda *_: False)
    result = framesage("check", "--fix")
    assert result.code == 2
    assert result.err == "framesage: error: cannot fix requirements.txt: the file is read-only\n"
    assert RULE in result.out
    assert (folder / "requirements.txt").read_bytes() == MIXED.encode()


def test_nothing_is_fixed_if_settings_are_invalid(framesage, project, tmp_path):
    project(requirements__txt=MIXED, framesage__toml=f'ignore.{RULE}x = "they stay"\n')
    result = framesage("check", "--fix")
    assert result.code == 2
    assert RULE in result.out
    assert (tmp_path / "requirements.txt").read_bytes() == MIXED.encode()


def test_diff_writes_no_file_and_keeps_the_exit_code(framesage, project, tmp_path):
    project(requirements__txt=MIXED)
    result = framesage("check", "--diff")
    assert (tmp_path / "requirements.txt").read_bytes() == MIXED.encode()
    assert result.code == 1
    assert "-flask-cors\r\n-flask-cors\r\n-flask-login  # why\r\n" in result.out
    assert result.err == "framesage: 1 file would be changed\n"


def test_diff_prints_nothing_without_fixes(framesage, project):
    project(requirements__txt="flask==0.12\n")
    result = framesage("check", "--diff")
    assert (result.code, result.out, result.err) == (1, "", "framesage: no fixes available\n")


@pytest.mark.skipif(not (shutil.which("git") or os.environ.get("CI")), reason="needs git")
def test_applying_the_diff_gives_the_same_result_as_fix(framesage, make_project, tmp_path):
    files = {
        ".git/HEAD": "ref: refs/heads/main\n",
        "a b/pyproject.toml": LIST,
        "ü/requirements.txt": MIXED,
        "marked/requirements.txt": codecs.BOM_UTF8 + MIXED.encode(),
    }
    for name in ("copy", "other"):
        make_project(tmp_path / name, files)
    diff = framesage("check", tmp_path / "copy", "--diff").out
    shutil.rmtree(tmp_path / "copy" / ".git")
    subprocess.run(
        ["git", "apply", "-"],
        cwd=tmp_path / "copy",
        input=diff.encode(),
        check=True,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path)},
    )
    framesage("check", tmp_path / "other", "--fix")
    for name in list(files)[1:]:
        fixed = (tmp_path / "other" / name).read_bytes()
        assert (tmp_path / "copy" / name).read_bytes() == fixed
        assert fixed != (files[name] if name.startswith("marked") else files[name].encode())


@pytest.mark.parametrize("options", [["--diff", "--format", "json"], ["--diff", "--fix"]])
def test_incompatible_options_exit_with_2(framesage, project, options):
    folder = project(requirements__txt=MIXED)
    result = framesage("check", *options)
    assert (result.code, result.out) == (2, "")
    assert "--diff" in result.err
    assert (folder / "requirements.txt").read_bytes() == MIXED.encode()


def test_no_framework_is_chosen(framesage, project, tmp_path):
    text = '[project]\nname = "x"\ndependencies = ["gunicorn", "psycopg"]\n'
    traits = "[tool.framesage.traits]\nneeds-admin = true\ncontent-heavy = true\n"
    project(pyproject__toml=text + traits)
    assert "choose-django" in framesage("check", "--fix").out
    assert (tmp_path / "pyproject.toml").read_text() == text + traits
