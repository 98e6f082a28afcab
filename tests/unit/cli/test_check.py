"""``framesage check``: what is printed where, and the exit code."""

import json

import pytest

FLASK_OLD = "flask==0.12\n"  # an unsupported release: a warning
FLASK_FORMS = "flask>=3\nwtforms\n"  # forms without protection: information
QUIET = "requests\n"


@pytest.fixture
def project(tmp_path, make_project, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def make(text, **more):
        files = {name.replace("__", "."): content for name, content in more.items()}
        return make_project(tmp_path, {"requirements.txt": text, **files})

    return make


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (FLASK_OLD, [], 1),
        (FLASK_OLD, ["--fail-on", "warning"], 1),
        (FLASK_OLD, ["--fail-on", "never"], 0),
        (FLASK_FORMS, [], 0),
        (FLASK_FORMS, ["--fail-on", "information"], 1),
        (FLASK_FORMS, ["--fail-on", "hint"], 1),
        (QUIET, ["--fail-on", "hint"], 0),
    ],
)
def test_the_exit_code_says_whether_something_matters(framesage, project, text, options, code):
    project(text)
    assert framesage("check", *options).code == code


@pytest.mark.parametrize(("level", "code"), [("information", 1), ("warning", 0)])
def test_the_project_can_say_from_which_level_it_fails(framesage, project, level, code):
    project(FLASK_FORMS, framesage__toml=f'fail-on = "{level}"\n')
    assert framesage("check").code == code


def test_the_command_line_beats_the_projects_setting(framesage, project):
    project(FLASK_FORMS, framesage__toml='fail-on = "hint"\n')
    assert framesage("check", "--fail-on", "warning").code == 0


def test_without_a_path_the_folder_we_are_in_is_checked(framesage, project):
    project(FLASK_OLD)
    ran = framesage("check")
    assert ran.out.startswith("requirements.txt:1:1 flask-unsupported ")
    assert " 1 | flask==0.12\n   | ^^^^^^^^^^^ warning\n" in ran.out
    assert ran.out.splitlines()[-1] == "1 finding (1 warning), 1 project checked."
    assert ran.err == ""


def test_silence_is_said_in_one_line(framesage, project):
    project(QUIET)
    assert framesage("check").out == "No findings, 1 project checked.\n"


def test_each_project_is_told_once_however_often_it_is_named(framesage, project, tmp_path):
    project(FLASK_OLD)
    ran = framesage("check", ".", tmp_path, "requirements.txt", "--format", "json")
    assert len(json.loads(ran.out)["projects"]) == 1


def test_json_and_text_tell_the_same(framesage, project):
    project(FLASK_OLD + "flask-login\n")
    (found,) = json.loads(framesage("check", "--format", "json").out)["projects"]
    text = framesage("check").out
    assert found["findings"]
    for finding in found["findings"]:
        at = finding["range"]["start"]
        where = f"{finding['file']}:{at['line'] + 1}:{at['character'] + 1}"
        assert f"{where} {finding['rule']} {finding['message']}" in text


def test_a_path_that_is_not_there_is_bad_usage(framesage, project):
    project(FLASK_FORMS)
    ran = framesage("check", "nowhere", ".")
    assert ran.code == 2
    assert ran.err == "framesage: error: nowhere: no such file or folder\n"
    assert "flask-forms-without-csrf" in ran.out


def test_a_missing_path_alone_is_told_once(framesage, tmp_path):
    ran = framesage("check", tmp_path / "nowhere")
    assert ran.code == 2
    assert ran.err == f"framesage: error: {tmp_path / 'nowhere'}: no such file or folder\n"


def test_a_folder_without_dependency_files_is_no_failure(framesage, tmp_path):
    ran = framesage("check", tmp_path)
    assert ran.code == 0
    assert "no dependency files found" in ran.err


def test_a_setting_that_cannot_be_used_is_told_with_its_location(framesage, project):
    project(FLASK_FORMS, framesage__toml='\nframwork = "flask"\n')
    ran = framesage("check")
    assert ran.code == 2
    assert "framesage.toml:2:1 settings unknown setting 'framwork'" in ran.out
    assert ran.err == "framesage: error: invalid settings: framesage.toml:2:1\n"


def test_own_rules_that_cannot_be_loaded_are_told_and_ours_still_speak(framesage, project):
    project(
        FLASK_FORMS, framesage__toml='rule-paths = ["own.toml"]\n', own__toml="[[rule]]\nx = 1\n"
    )
    ran = framesage("check")
    assert ran.code == 2
    assert "own.toml:2:1: unknown key 'x'" in ran.err
    told = "framesage.toml:1:15 settings rule-paths: 'own.toml', line 1: 'id' is missing: a text"
    assert f"{told} (and 8 more); none of your own rules is used" in ran.out
    assert "flask-forms-without-csrf" in ran.out


@pytest.mark.parametrize(
    "arguments", [[], ["chek"], ["check", "--format", "xml"], ["check", "--fail-on", "error"]]
)
def test_bad_usage_is_told_and_exits_with_2(framesage, arguments):
    ran = framesage(*arguments)
    assert ran.code == 2
    assert ran.err.startswith("usage: framesage")
    assert ran.out == ""


def test_the_version_is_that_of_the_package(framesage):
    from framesage import __version__

    assert framesage("--version").out == f"framesage {__version__}\n"


def test_settings_that_are_no_toml_fail_with_code_2_and_a_finding(
    framesage, tmp_path, make_project
):
    make_project(tmp_path, {".git/HEAD": "", "framesage.toml": 'fail-on "hint"\n'})
    ran = framesage("check", tmp_path)
    assert ran.code == 2
    assert "framesage.toml:1:9" in ran.out
    assert "invalid TOML: Expected '='" in ran.out
    assert "invalid settings: " in ran.err


def test_rule_paths_that_lead_nowhere_are_told_each_where_it_stands(framesage, project):
    project(
        FLASK_FORMS,
        framesage__toml='rule-paths = ["own.toml", "nope"]\n',
        own__toml="",
    )
    ran = framesage("check")
    assert ran.code == 2
    assert "framesage.toml:1:27 settings rule-paths: 'nope' is not there" in ran.out
    assert "'own.toml' is not there" not in ran.out
