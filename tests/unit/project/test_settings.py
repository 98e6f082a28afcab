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
from framesage.project.glob import Glob
from framesage.project.settings.cascade import FoundSettings
from framesage.project.settings.model import Given, Ignored
from framesage.project.settings.schema import IGNORED
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
def load(tmp_path, make_project):
    def build(files, root=".", overrides=NO_SETTINGS):
        make_project(tmp_path, files)
        return load_project(tmp_path / root, Disk(), tmp_path, overrides)

    return build


def text_at(error):
    """Return the text at the location of an error."""
    line = Source(error.path, error.path.read_text()).line(error.range.start.line)
    return line[error.range.start.character : error.range.end.character]


def errors_in(project):
    return [(error.message, text_at(error)) for error in project.settings_errors]


def test_all_settings(load, tmp_path):
    project = load({"pyproject.toml": ALL})
    assert project.settings_errors == ()
    assert project.settings == Settings(
        framework="flask",
        traits={"needs-auth": True, "is-api": False},
        severities={"battery-count": Severity.OFF},
        ignore={"two-frameworks": Ignored("the old one goes in May")},
        rule_paths=(str(tmp_path / "our-rules"), str(tmp_path / "more.toml")),
        exclude=(Glob(tmp_path, "old"),),
        fail_on="hint",
        layout=False,
    )


def test_default_settings(load):
    project = load({"requirements.txt": "flask"})
    assert project.settings == Settings()
    assert project.settings_errors == ()


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
            "unknown setting 'colour'",
            "colour",
        ),
        ("framework = 3", "'framework' must be a string", "3"),
        ("layout = 'no'", "'layout' must be true or false", "'no'"),
        ("exclude = 'old'", "'exclude' must be a list of strings", "'old'"),
        ("exclude = ['old', 3]", "'exclude' must be a list of strings", "['old', 3]"),
        (
            "fail-on = 'fatal'",
            "'fail-on' must be 'hint', 'information', 'warning' or 'error'",
            "'fatal'",
        ),
        (
            "rules.battery-count = 'loud'",
            "'rules.battery-count' must be 'off', 'hint', 'information', 'warning' or 'error'",
            "'loud'",
        ),
        ("traits.needs-auth = 'yes'", "'traits.needs-auth' must be true or false", "'yes'"),
        ("traits = true", "'traits' must be a table; each value must be true or false", "true"),
        ("ignore.x = ''", "'ignore.x' must be " + IGNORED.name, "''"),
        ("framework.name = 'flask'", "'framework.name' must be a string", "'flask'"),
    ],
)
def test_invalid_settings_are_reported_at_their_location(load, line, message, location):
    project = load({"pyproject.toml": f"[tool.framesage]\n{line}\n"})
    assert errors_in(project) == [(message, location)]
    assert project.settings == Settings()


def test_valid_settings_apply_beside_invalid_ones(load):
    project = load({"pyproject.toml": "[tool.framesage]\nlayout = 3\nframework = 'django'\n"})
    assert project.settings == Settings(framework="django")
    assert len(project.settings_errors) == 1


def test_framesage_toml_has_the_same_keys_at_top_level(load):
    text = 'framework = "flask"\nlayuot = true\n[traits]\nneeds-auth = true\n'
    project = load({"framesage.toml": text, "requirements.txt": "flask"})
    assert project.settings == Settings(framework="flask", traits={"needs-auth": True})
    assert errors_in(project) == [("unknown setting 'layuot'; did you mean 'layout'?", "layuot")]


def test_two_settings_files_of_a_folder_are_merged(load, tmp_path):
    text = "fail-on = 'hint'\nreadme = false\nexclude = ['old']\n[rules]\na = 'off'\nb = 'hint'\n"
    table = "fail-on = 'information'\nreadme = false\nexclude = ['new']\nrules = { b = 'off' }\n"
    project = load(
        {
            "framesage.toml": text,
            "pyproject.toml": f"[tool.framesage]\n{table}",
        }
    )
    assert project.settings == Settings(
        fail_on="information",
        readme=False,
        exclude=(Glob(tmp_path, "old"), Glob(tmp_path, "new")),
        severities={"a": Severity.OFF, "b": Severity.OFF},
    )
    assert errors_in(project) == [
        (f"Remove '{name}': pyproject.toml sets it too, and takes precedence", location)
        for name, location in (("fail-on", "fail-on"), ("rules.b", "b"))
    ]


def test_framesage_toml_applies_beside_a_pyproject_without_settings(load):
    project = load(
        {"framesage.toml": 'framework = "flask"\n', "pyproject.toml": '[project]\nname = "shop"\n'}
    )
    assert project.settings.framework == "flask"
    assert project.settings_errors == ()


def test_settings_of_outer_folders_hold_inside_and_their_errors_are_reported_once(load):
    files = {
        "pyproject.toml": "[tool.framesage]\nframework = 'flask'\nlayuot = 1\n",
        "services/a/requirements.txt": "django",
        "services/b/pyproject.toml": "[project]\nname = 'b'\n[tool.framesage]\nlayout = false\n",
    }
    outer, a, b = load(files), load(files, "services/a"), load(files, "services/b")
    assert len(outer.settings_errors) == 1
    assert (a.settings, a.settings_errors) == (Settings(framework="flask"), ())
    assert (b.settings, b.settings_errors) == (Settings(framework="flask", layout=False), ())
    assert a.outer_errors == b.outer_errors == outer.settings_errors


def test_settings_outside_the_boundary_do_not_apply(tmp_path, make_project):
    make_project(tmp_path, {"pyproject.toml": ALL, "a/requirements.txt": "flask"})
    assert find_settings(tmp_path / "a", Disk(), tmp_path / "a") == FoundSettings()


def test_editor_settings_override_project_settings_key_by_key(load):
    editor, errors = settings_from_json(
        {"layout": True, "traits": {"is-api": True}, "exclude": []}, HERE
    )
    assert errors == ()
    project = load({"pyproject.toml": ALL}, overrides=editor)
    assert project.settings.layout is True
    assert project.settings.traits == {"needs-auth": True, "is-api": True}
    assert [glob.pattern for glob in project.settings.exclude] == ["old"]
    assert project.settings.framework == "flask"


def test_editor_settings_are_validated():
    layer, errors = settings_from_json(
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
    assert errors == (
        "'rules.battery-count' must be 'off', 'hint', 'information', 'warning' or 'error'",
        "unknown setting 'layuot'; did you mean 'layout'?",
    )
    assert resolve_settings(layer) == Settings(
        severities={"two-frameworks": Severity.OFF}, rule_paths=(str(HERE / "rules"),)
    )


def test_absolute_rule_paths_are_kept():
    elsewhere = str(HERE.parent / "elsewhere")
    layer, _ = settings_from_json({"rule-paths": [elsewhere]}, HERE)
    assert resolve_settings(layer).rule_paths == (elsewhere,)


def test_merging_prefers_the_second_layer_and_keeps_the_first():
    base = {("layout",): (Given(False, HERE),), ("traits", "is-api"): (Given(True, HERE),)}
    merged = merge_settings(base, {("layout",): (Given(True, HERE),)})
    assert resolve_settings(merged) == Settings(layout=True, traits={"is-api": True})
    assert [given.value for given in merged["layout",]] == [False, True]


KNOWN = {
    "framework": ["flask", "django"],
    "traits": ["needs-auth", "api-only"],
    "rules": ["battery-count", "two-frameworks"],
    "ignore": ["battery-count", "two-frameworks"],
}


def names_unknown_in(project):
    return check_names(project.manifests, project.root, KNOWN)


@pytest.mark.parametrize(
    ("text", "words", "location"),
    [
        ('layout = false\nfail-on "hint"\n', "'=' is missing after the key", '"hint"'),
        ('{"a": 1}', "expected a key", '{"a": 1}'),
        ("exclude = [\n  'old'\n", "the list is not closed", "'old'"),
        ("fail-on = 'hint'\nfail-on = 'warning'\n", "this key or table exists already", "fail-on"),
        ("exclude = " + "[" * 3000, "", "["),
    ],
)
def test_invalid_toml_is_reported_at_its_location(load, text, words, location):
    project = load({"framesage.toml": text, "requirements.txt": "flask"})
    message, under = next(error for error in errors_in(project) if "TOML" in error[0])
    assert message.startswith(f"invalid TOML: {words}")
    assert location in under


def test_readable_settings_in_invalid_toml_apply(load):
    project = load({"framesage.toml": 'layout = false\nfail-on "hint"\n'})
    assert project.settings == Settings(layout=False)


def test_invalid_toml_in_the_framesage_table_is_reported(load):
    table = "[tool.framesage]\nfail-on 'hint'\n[tool.framesage.rules]\n"
    project = load({"pyproject.toml": f"[project]\nname = 'a'\n{table}[tool.x]\n"})
    assert [(words[:13], location) for words, location in errors_in(project)] == [
        ("invalid TOML:", "'hint'")
    ]
    assert project.settings_errors[0].range.start.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "[project]\ndependencies = [\n  'flask\n]\n[tool.framesage]\nlayout = false\n",
        "[tool.framesage]\nexclude = [\n  'a',\n]\n[[tool.x]]\nfail-on 'hint'\n",
        "[project]\ndescription = '''\n[tool.framesage]\nfail-on so\n'''\n",
        "[project]\nname = 'framesage'\nversion\n",
    ],
)
def test_invalid_toml_in_other_tables_is_not_reported(load, text):
    assert errors_in(load({"pyproject.toml": text})) == []


def test_known_names_are_accepted(load):
    text = ALL.replace("is-api", "api-only")
    assert names_unknown_in(load({"pyproject.toml": text})) == ()


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
def test_unknown_names_are_reported_at_their_location(load, line, message, location):
    project = load({"pyproject.toml": f"[tool.framesage]\n{line}\n"})
    assert project.settings_errors == ()
    errors = names_unknown_in(project)
    assert len(errors) == 1
    assert errors[0].message.startswith(message)
    assert text_at(errors[0]).endswith(location)


def test_invalid_settings_are_not_reported_twice(load):
    project = load({"pyproject.toml": "[tool.framesage]\ntraits.zzz = 'yes'\nlayuot = 1\n"})
    assert len(project.settings_errors) == 2
    assert names_unknown_in(project) == ()


def test_names_in_editor_settings_are_checked():
    layer, _ = settings_from_json({"traits": {"api-onyl": True}, "framework": "flask"}, HERE)
    assert check_layer_names(layer, KNOWN) == (
        "unknown trait 'api-onyl'; did you mean 'api-only'?",
    )


def test_the_schema_covers_all_settings():
    assert sorted(setting.field for setting in SETTINGS.values() if setting.field) == sorted(
        Settings.__dataclass_fields__
    )
    assert all(setting.description.endswith(".") for setting in SETTINGS.values())


def test_invalid_patterns_are_reported_where_they_are_and_the_others_apply(load):
    project = load({"framesage.toml": "exclude = ['./old', 'legacy', '[ab']\n"})
    assert errors_in(project) == [
        (
            "invalid pattern './old': it must not contain '.' or '..';"
            " settings apply to the files in their folder",
            "'./old'",
        ),
        ("invalid pattern '[ab': ']' is missing", "'[ab'"),
    ]
    assert [glob.pattern for glob in project.settings.exclude] == ["./old", "legacy", "[ab"]


def test_invalid_patterns_of_an_editor_are_reported():
    _, errors = settings_from_json({"exclude": ["!docs", "docs"]}, HERE)
    assert errors == ("invalid pattern '!docs': it must not begin with '!'",)


def test_only_the_first_of_many_unknown_names_get_a_suggestion(load):
    traits = "".join(f"traits.needs-auht{number} = true\n" for number in range(120))
    messages = [error.message for error in names_unknown_in(load({"framesage.toml": traits}))]
    assert messages[99].endswith("; expected 'api-only' or 'needs-auth'")
    assert messages[100] == "unknown trait 'needs-auht100'"
    assert len(messages) == 120
