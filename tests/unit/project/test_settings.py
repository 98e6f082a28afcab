from pathlib import Path

import pytest

from framesage.project import (
    NO_SETTINGS,
    SETTINGS,
    Disk,
    Settings,
    check_layer_names,
    check_names,
    find_settings,
    load_project,
    merge_settings,
    resolve_settings,
    settings_from_json,
)
from framesage.severity import Severity
from framesage.text import Source

HERE = Path("workspace").absolute()
ALL = """
[project]
name = "shop"
[tool.framesage]
framework = "flask"
rule-paths = ["our-rules", "more.toml"]
exclude = ["old"]
fail-on = "hint"
layout = false
[tool.framesage.traits]
needs-auth = true
is-api = false
[tool.framesage.rules]
"battery-count" = "off"
[tool.framesage.ignore]
two-frameworks = "the old one goes in May"
"""


@pytest.fixture
def project(tmp_path, make_project):
    def build(files, root=".", overrides=NO_SETTINGS):
        make_project(tmp_path, files)
        return load_project(tmp_path / root, Disk(), tmp_path, overrides)

    return build


def underlined(problem):
    """Return the text that a problem is shown on."""
    line = Source(problem.path, problem.path.read_text()).line(problem.range.start.line)
    return line[problem.range.start.character : problem.range.end.character]


def told(project):
    return [(problem.message, underlined(problem)) for problem in project.settings_errors]


def test_everything_that_can_be_set(project, tmp_path):
    built = project({"pyproject.toml": ALL})
    assert built.settings_errors == ()
    assert built.settings == Settings(
        framework="flask",
        traits={"needs-auth": True, "is-api": False},
        severities={"battery-count": Severity.OFF},
        ignore={"two-frameworks": "the old one goes in May"},
        rule_paths=(str(tmp_path / "our-rules"), str(tmp_path / "more.toml")),
        exclude=("old",),
        fail_on="hint",
        layout=False,
    )


def test_nothing_set_means_the_defaults(project):
    built = project({"requirements.txt": "flask"})
    assert built.settings == Settings()
    assert built.settings_errors == ()


@pytest.mark.parametrize(
    ("line", "message", "location"),
    [
        (
            "framewrok = 'flask'",
            "unknown setting 'framewrok'; did you mean 'framework'?",
            "framewrok",
        ),
        (
            "colour = 1",
            "unknown setting 'colour'; expected 'exclude', 'fail-on', 'framework', 'ignore',"
            " 'inlay-hints', 'layout', 'rule-paths', 'rules' or 'traits'",
            "colour",
        ),
        ("framework = 3", "'framework' must be a string", "3"),
        ("layout = 'no'", "'layout' must be true or false", "'no'"),
        ("exclude = 'old'", "'exclude' must be a list of strings", "'old'"),
        ("exclude = ['old', 3]", "'exclude' must be a list of strings", "['old', 3]"),
        (
            "fail-on = 'error'",
            "'fail-on' must be 'hint', 'information' or 'warning'",
            "'error'",
        ),
        (
            "rules.battery-count = 'loud'",
            "'rules.battery-count' must be 'off', 'hint', 'information' or 'warning'",
            "'loud'",
        ),
        ("traits.needs-auth = 'yes'", "'traits.needs-auth' must be true or false", "'yes'"),
        ("traits = true", "'traits' must be a table; each value must be true or false", "true"),
        ("ignore.one = ''", "'ignore.one' must be a string with a reason", "''"),
        ("framework.name = 'flask'", "'framework.name' must be a string", "'flask'"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(project, line, message, location):
    built = project({"pyproject.toml": f"[tool.framesage]\n{line}\n"})
    assert told(built) == [(message, location)]
    assert built.settings == Settings()


def test_one_wrong_setting_leaves_the_others(project):
    built = project({"pyproject.toml": "[tool.framesage]\nlayout = 3\nframework = 'django'\n"})
    assert built.settings == Settings(framework="django")
    assert len(built.settings_errors) == 1


def test_framesage_toml_has_the_same_keys_at_top_level(project):
    text = 'framework = "flask"\nlayuot = true\n[traits]\nneeds-auth = true\n'
    built = project({"framesage.toml": text, "requirements.txt": "flask"})
    assert built.settings == Settings(framework="flask", traits={"needs-auth": True})
    assert told(built) == [("unknown setting 'layuot'; did you mean 'layout'?", "layuot")]


def test_framesage_toml_yields_to_the_table_and_says_so(project):
    built = project(
        {
            "framesage.toml": 'framework = "flask"\n',
            "pyproject.toml": "[tool.framesage]\nlayout=false",
        }
    )
    assert built.settings == Settings(layout=False)
    message = "settings in framesage.toml are ignored, because pyproject.toml has settings"
    assert told(built) == [(message, "framework")]


def test_framesage_toml_is_used_beside_a_pyproject_without_the_table(project):
    built = project(
        {"framesage.toml": 'framework = "flask"\n', "pyproject.toml": '[project]\nname = "shop"\n'}
    )
    assert built.settings.framework == "flask"
    assert built.settings_errors == ()


def test_the_nearest_settings_hold_and_their_problems_are_told_once(project):
    files = {
        "pyproject.toml": "[tool.framesage]\nframework = 'flask'\nlayuot = 1\n",
        "services/a/requirements.txt": "django",
        "services/b/pyproject.toml": "[project]\nname = 'b'\n[tool.framesage]\nlayout = false\n",
    }
    outer, a, b = project(files), project(files, "services/a"), project(files, "services/b")
    assert len(outer.settings_errors) == 1
    assert (a.settings.framework, a.settings_errors) == ("flask", ())
    assert b.settings == Settings(layout=False)


def test_settings_beyond_the_boundary_do_not_hold(tmp_path, make_project):
    make_project(tmp_path, {"pyproject.toml": ALL, "a/requirements.txt": "flask"})
    stated, problems = find_settings(tmp_path / "a", Disk(), tmp_path / "a")
    assert (dict(stated), problems) == ({}, ())


def test_the_editor_beats_the_project_key_by_key_and_name_by_name(project):
    editor, complaints = settings_from_json(
        {"layout": True, "traits": {"is-api": True}, "exclude": []}, HERE
    )
    assert complaints == ()
    built = project({"pyproject.toml": ALL}, overrides=editor)
    assert built.settings.layout is True
    assert built.settings.traits == {"needs-auth": True, "is-api": True}
    assert built.settings.exclude == ()
    assert built.settings.framework == "flask"


def test_the_editor_settings_are_checked_alike():
    stated, complaints = settings_from_json(
        {
            "framework": None,
            "rules": {"battery-count": "loud", "two-frameworks": "off"},
            "traits": {},
            "layuot": True,
            "rule-paths": ["rules"],
            "trace": {"server": "verbose"},
        },
        HERE,
        others=["trace"],
    )
    assert complaints == (
        "'rules.battery-count' must be 'off', 'hint', 'information' or 'warning'",
        "unknown setting 'layuot'; did you mean 'layout'?",
    )
    assert resolve_settings(stated) == Settings(
        severities={"two-frameworks": Severity.OFF}, rule_paths=(str(HERE / "rules"),)
    )


def test_absolute_rule_paths_stay():
    elsewhere = str(HERE.parent / "elsewhere")
    stated, _ = settings_from_json({"rule-paths": [elsewhere]}, HERE)
    assert resolve_settings(stated).rule_paths == (elsewhere,)


def test_merge_prefers_the_second():
    base = {("layout",): False, ("traits", "a"): True}
    assert merge_settings(base, {("layout",): True}) == {("layout",): True, ("traits", "a"): True}


KNOWN = {
    "framework": ["flask", "django"],
    "traits": ["needs-auth", "api-only"],
    "rules": ["battery-count", "two-frameworks"],
    "ignore": ["battery-count", "two-frameworks"],
}


@pytest.mark.parametrize(
    ("text", "words", "location"),
    [
        ('layout = false\nfail-on "hint"\n', "Expected '=' after a key", '"hint"'),
        ('{"a": 1}', "Invalid statement", '{"a": 1}'),
        ("exclude = [\n  'old'\n", "Unclosed array", "'old'"),
        ("fail-on = 'hint'\nfail-on = 'warning'\n", "Cannot overwrite a value", "fail-on"),
        ("exclude = " + "[" * 3000, "", "["),
    ],
)
def test_settings_that_are_no_toml_are_told_where_they_break(project, text, words, location):
    built = project({"framesage.toml": text, "requirements.txt": "flask"})
    message, under = next(one for one in told(built) if "TOML" in one[0])
    assert message.startswith(f"invalid TOML: {words}")
    assert location in under


def test_what_can_be_read_of_broken_settings_holds(project):
    built = project({"framesage.toml": 'layout = false\nfail-on "hint"\n'})
    assert built.settings == Settings(layout=False)


def test_a_table_of_ours_is_told_where_it_breaks(project):
    table = "[tool.framesage]\nfail-on 'hint'\n[tool.framesage.rules]\n"
    built = project({"pyproject.toml": f"[project]\nname = 'a'\n{table}[tool.x]\n"})
    assert [(words[:13], location) for words, location in told(built)] == [
        ("invalid TOML:", "'hint'")
    ]
    assert built.settings_errors[0].range.start.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "[project]\ndependencies = [\n  'flask\n]\n[tool.framesage]\nlayout = false\n",
        "[tool.framesage]\nexclude = [\n  'a',\n]\n[[tool.x]]\nfail-on 'hint'\n",
        "[project]\ndescription = '''\n[tool.framesage]\nfail-on so\n'''\n",
        "[project]\nname = 'framesage'\nversion\n",
    ],
)
def test_a_pyproject_that_breaks_elsewhere_is_left_to_others(project, text):
    assert told(project({"pyproject.toml": text})) == []


def test_names_that_the_rule_base_has_are_fine(project):
    text = ALL.replace("is-api", "api-only")
    assert check_names(project({"pyproject.toml": text}), KNOWN) == ()


@pytest.mark.parametrize(
    ("line", "message", "location"),
    [
        ("framework = 'djnago'", "unknown framework 'djnago'; did you mean 'django'?", "'djnago'"),
        ("framework = 'x'", "unknown framework 'x'; expected 'django' or 'flask'", "'x'"),
        (
            "traits.neds-auth = true",
            "unknown trait 'neds-auth'; did you mean 'needs-auth'?",
            "auth",
        ),
        (
            "rules.battery = 'off'",
            "unknown rule 'battery'; did you mean 'battery-count'?",
            "battery",
        ),
        ("ignore.zzz = 'why'", "unknown rule 'zzz'; expected 'battery-count' or", "zzz"),
    ],
)
def test_names_that_it_has_not_are_told_where_they_stand(project, line, message, location):
    built = project({"pyproject.toml": f"[tool.framesage]\n{line}\n"})
    assert built.settings_errors == ()
    problems = check_names(built, KNOWN)
    assert len(problems) == 1
    assert problems[0].message.startswith(message)
    assert underlined(problems[0]).endswith(location)


def test_what_is_wrong_already_is_not_told_twice(project):
    built = project({"pyproject.toml": "[tool.framesage]\ntraits.zzz = 'yes'\nlayuot = 1\n"})
    assert len(built.settings_errors) == 2
    assert check_names(built, KNOWN) == ()


def test_names_of_the_editor_are_checked_alike():
    stated, _ = settings_from_json({"traits": {"api-onyl": True}, "framework": "flask"}, HERE)
    assert check_layer_names(stated, KNOWN) == (
        "unknown trait 'api-onyl'; did you mean 'api-only'?",
    )


def test_the_table_fills_every_setting_there_is():
    assert sorted(key.field for key in SETTINGS.values()) == sorted(Settings.__dataclass_fields__)
    assert all(key.description.endswith(".") for key in SETTINGS.values())
