"""``framesage check``: its output and its exit code."""

import json

import pytest

FLASK_OLD = "flask==2.3.3\n"  # an unsupported release: a warning
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
def test_the_exit_code_depends_on_fail_on(framesage, project, text, options, code):
    project(text)
    assert framesage("check", *options).code == code


@pytest.mark.parametrize(("level", "code"), [("information", 1), ("warning", 0)])
def test_the_fail_on_setting_is_used(framesage, project, level, code):
    project(FLASK_FORMS, framesage__toml=f'fail-on = "{level}"\n')
    assert framesage("check").code == code


def test_the_fail_on_option_overrides_the_setting(framesage, project):
    project(FLASK_FORMS, framesage__toml='fail-on = "hint"\n')
    assert framesage("check", "--fail-on", "warning").code == 0


def test_the_current_folder_is_the_default_path(framesage, project):
    project(FLASK_OLD)
    result = framesage("check")
    assert result.out.startswith("requirements.txt:1:1 flask-unsupported ")
    assert " 1 | flask==2.3.3\n   | ^^^^^^^^^^^^ warning\n" in result.out
    assert result.out.splitlines()[-1] == "1 finding (1 warning), 1 project checked."
    assert result.err == ""


def test_a_project_without_findings_prints_one_line(framesage, project):
    project(QUIET)
    assert framesage("check").out == "No findings, 1 project checked.\n"


@pytest.mark.parametrize(
    ("text", "is_blank"),
    [
        ('[project]\nname = "idea"\ndependencies = []\n', True),
        ('[project]\nname = "idea"\ndependencies = ["requests"]\n', False),
        ('[project]\nname = "x"\ndescription = "Parser library"\ndependencies = []\n', False),
    ],
)
def test_a_blank_project_is_told_how_to_get_advice(
    framesage, make_project, tmp_path, monkeypatch, text, is_blank
):
    monkeypatch.chdir(tmp_path)
    make_project(tmp_path, {"pyproject.toml": text})
    assert ("To get advice, describe the project" in framesage("check").out) is is_blank


def test_a_project_is_reported_once_even_if_named_repeatedly(framesage, project, tmp_path):
    project(FLASK_OLD)
    result = framesage("check", ".", tmp_path, "requirements.txt", "--format", "json")
    assert len(json.loads(result.out)["projects"]) == 1


def test_json_and_text_have_the_same_findings(framesage, project):
    project(FLASK_OLD + "flask-login\n")
    (found,) = json.loads(framesage("check", "--format", "json").out)["projects"]
    text = framesage("check").out
    assert found["findings"]
    for finding in found["findings"]:
        at = finding["range"]["start"]
        where = f"{finding['file']}:{at['line'] + 1}:{at['character'] + 1}"
        assert f"{where} {finding['rule']} {finding['message']}" in text


def test_the_heading_of_another_file_is_readable(framesage, project):
    project("-r app/base.txt\nflask\n", **{"app/base.txt": "django\n"})
    assert "   --> app/base.txt\n" in framesage("check").out


def test_only_the_themes_are_evidence_of_two_themes(framesage, project):
    project("django\ndjango-filter\ndjango-suit\ndjango-jazzmin\n")
    (found,) = json.loads(framesage("check", "--format", "json").out)["projects"]
    lines = [
        [place["range"]["start"]["line"] for place in (finding, *finding["related"])]
        for finding in found["findings"]
        if finding["rule"] == "django-two-admin-themes"
    ]
    assert [sorted(places) for places in lines] == [[2, 3]]


def test_a_missing_path_exits_with_2(framesage, project):
    project(FLASK_FORMS)
    result = framesage("check", "nowhere", ".")
    assert result.code == 2
    assert result.err == "framesage: error: nowhere: no such file or folder\n"
    assert "flask-forms-without-csrf" in result.out


def test_a_single_missing_path_is_reported_once(framesage, tmp_path):
    result = framesage("check", tmp_path / "nowhere")
    assert result.code == 2
    assert result.err == f"framesage: error: {tmp_path / 'nowhere'}: no such file or folder\n"


def test_a_folder_without_dependency_files_exits_with_0(framesage, tmp_path):
    result = framesage("check", tmp_path)
    assert result.code == 0
    assert "no dependency files found" in result.err
    assert "try `framesage ask`" in result.err


def test_the_error_about_many_invalid_settings_is_short(framesage, project):
    project(FLASK_FORMS, framesage__toml="".join(f"unknown-{at} = 1\n" for at in range(200)))
    result = framesage("check")
    assert result.out.count(" settings unknown setting ") == 200
    assert result.err.endswith("framesage.toml:9:1, framesage.toml:10:1, and 190 more\n")


def test_an_invalid_setting_is_reported_with_its_location(framesage, project):
    project(FLASK_FORMS, framesage__toml='\nframwork = "flask"\n')
    result = framesage("check")
    assert result.code == 2
    assert "framesage.toml:2:1 settings unknown setting 'framwork'" in result.out
    assert result.err == "framesage: error: invalid settings: framesage.toml:2:1\n"


def test_invalid_custom_rules_are_reported_and_built_in_rules_still_apply(framesage, project):
    project(
        FLASK_FORMS, framesage__toml='rule-paths = ["own.toml"]\n', own__toml="[[rule]]\nx = 1\n"
    )
    result = framesage("check")
    assert result.code == 2
    assert "own.toml:2:1: unknown key 'x'" in result.err
    error = "framesage.toml:1:15 settings Correct line 1 of 'own.toml': 'id' is missing: a string"
    assert f"{error} (and 5 more)" in result.out
    assert "flask-forms-without-csrf" in result.out


@pytest.mark.parametrize(
    "arguments", [[], ["chek"], ["check", "--format", "xml"], ["check", "--fail-on", "fatal"]]
)
def test_bad_usage_exits_with_2(framesage, arguments):
    result = framesage(*arguments)
    assert result.code == 2
    assert result.err.startswith("usage: framesage")
    assert result.out == ""


def test_version_prints_the_package_version(framesage):
    from framesage import __version__

    assert framesage("--version").out == f"framesage {__version__}\n"


def test_invalid_toml_in_settings_is_a_finding_and_exits_with_2(framesage, tmp_path, make_project):
    make_project(tmp_path, {".git/HEAD": "", "framesage.toml": 'fail-on "hint"\n'})
    result = framesage("check", tmp_path)
    assert result.code == 2
    assert "framesage.toml:1:9" in result.out
    assert "invalid TOML: '=' is missing" in result.out
    assert "invalid settings: " in result.err


def test_each_missing_rule_path_is_reported_at_its_location(framesage, project):
    project(
        FLASK_FORMS,
        framesage__toml='rule-paths = ["own.toml", "nope"]\n',
        own__toml="",
    )
    result = framesage("check")
    assert result.code == 2
    assert "framesage.toml:1:27 settings rule-paths: 'nope' does not exist" in result.out
    assert "'own.toml' does not exist" not in result.out


def test_what_silences_a_project_is_said(framesage, make_project, tmp_path):
    text = '[project]\nname = "x"\ndescription = "A library for dates"\ndependencies = ["flask"]\n'
    make_project(tmp_path, {"pyproject.toml": text})
    place = f"{tmp_path / 'pyproject.toml'}:3:18"
    reason = "Treated as a reusable package because of 'library' in the description"
    assert f"{place} {reason}\n" in framesage("check", tmp_path).out
    assert f"{reason}.\n" in framesage("explain", tmp_path).out
