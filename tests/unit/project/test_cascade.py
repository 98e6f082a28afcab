"""Settings of outer folders and of extended files hold, together with those of the project."""

from pathlib import Path

import pytest

from framesage.project import Disk, Settings, load_project
from framesage.project.glob import Glob
from framesage.severity import Severity
from framesage.text import Source

SERVICE = "services/a"
SHOP = {f"{SERVICE}/requirements.txt": "flask\n"}


@pytest.fixture
def load(tmp_path, make_project):
    def build(files, root=SERVICE):
        make_project(tmp_path, {**SHOP, **files})
        return load_project(tmp_path / root, Disk(), tmp_path)

    return build


def text_at(error):
    line = Source(error.path, error.path.read_text()).line(error.range.start.line)
    return line[error.range.start.character : error.range.end.character]


def errors_in(project):
    return [(error.message, text_at(error)) for error in project.settings_errors]


def test_inner_settings_override_outer_ones_key_by_key(load):
    project = load(
        {
            "framesage.toml": "fail-on = 'hint'\nlayout = false\n"
            "[rules]\na = 'off'\nb = 'off'\n[traits]\nis-api = true\nneeds-auth = true\n",
            "services/pyproject.toml": "[tool.framesage.rules]\nb = 'hint'\nc = 'hint'\n",
            f"{SERVICE}/framesage.toml": "layout = true\nrules.c = 'warning'\ntraits.is-api=false",
        }
    )
    assert project.settings == Settings(
        fail_on="hint",
        layout=True,
        severities={"a": Severity.OFF, "b": Severity.HINT, "c": Severity.WARNING},
        traits={"is-api": False, "needs-auth": True},
    )


def test_lists_of_outer_folders_are_completed_and_relative_to_their_folder(load, tmp_path):
    lists = "rule-paths = ['rules', '{0}']\nexclude = ['old', 'x/*']\n"
    files = {
        "framesage.toml": lists.format("../both"),
        f"{SERVICE}/framesage.toml": lists.format("../../../both"),
    }
    project, service = load(files), tmp_path / SERVICE
    paths = [Path(path).resolve() for path in project.settings.rule_paths]
    both = tmp_path.parent / "both"
    assert paths == [tmp_path / "rules", both, service / "rules"]
    assert project.settings.exclude == tuple(
        Glob(folder, pattern) for folder in (tmp_path, service) for pattern in ("old", "x/*")
    )


def test_root_stops_the_search(load):
    files = {
        "framesage.toml": "fail-on = 'hint'\n",
        "services/framesage.toml": "root = true\nlayout = false\n",
        f"{SERVICE}/framesage.toml": "readme = false\n",
    }
    assert load(files).settings == Settings(layout=False, readme=False)
    files["services/framesage.toml"] = "root = false\nlayout = false\n"
    assert load(files).settings == Settings(layout=False, readme=False, fail_on="hint")


@pytest.mark.parametrize(
    ("files", "holds"),
    [
        ({"framesage.toml": "framework = 'django'\ndecision = 'all'\n"}, True),
        ({"pyproject.toml": "[tool.framesage]\nframework='django'\ndecision='all'\n"}, True),
        (
            {
                "framesage.toml": "framework = 'django'\ndecision = 'all'\n",
                "requirements.txt": "django\n",
            },
            False,
        ),
        (
            {
                "pyproject.toml": "[project]\nname = 'site'\n"
                "[tool.framesage]\nframework = 'django'\ndecision = 'all'\n"
            },
            False,
        ),
    ],
)
def test_a_decision_holds_inside_only_where_no_project_has_made_it_for_itself(load, files, holds):
    text = "description = 'a shop'\n[traits]\nis-api = true\n"
    project = load({"services/framesage.toml": text, **files})
    expected = {"framework": "django", "decision": "all"} if holds else {}
    assert project.settings == Settings(**expected, traits={"is-api": True})
    assert load(files, ".").settings.framework == "django"


def test_the_reason_of_a_decision_belongs_to_its_framework(load):
    files = {
        "framesage.toml": "framework = 'django'\ndecision = 'all'\n",
        f"{SERVICE}/framesage.toml": "framework = 'flask'\n",
    }
    assert load(files).settings == Settings(framework="flask")


def test_a_file_extends_another_one_and_overrides_it(load, tmp_path):
    project = load(
        {
            "framesage.toml": "fail-on = 'never'\n",
            f"{SERVICE}/framesage.toml": "extend = '../../shared/team.toml'\nlayout = true\n",
            "shared/team.toml": "extend = ['base.toml', '../more']\nlayout = false\n",
            "shared/base.toml": "fail-on = 'hint'\nrules.a = 'hint'\nrule-paths = ['ours']\n"
            "description = 'of the team'\nroot = true\n",
            "more/pyproject.toml": "[tool.framesage.rules]\na = 'off'\n[tool.other]\nx = 1\n",
        }
    )
    assert project.settings_errors == ()
    assert project.settings == Settings(
        fail_on="hint",
        layout=True,
        severities={"a": Severity.OFF},
        rule_paths=(str(tmp_path / "shared" / "ours"),),
    )
    names = {path.relative_to(tmp_path).as_posix() for path in project.extended}
    assert names >= {"shared/team.toml", "shared/base.toml", "more/pyproject.toml"}


def test_paths_have_variables_and_the_home_folder(load, tmp_path, monkeypatch):
    monkeypatch.setenv("TEAM", str(tmp_path / "team"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    project = load(
        {
            f"{SERVICE}/framesage.toml": "extend = ['$TEAM/a.toml', '${TEAM}/b.toml', '~/c.toml']",
            "team/a.toml": "layout = false\n",
            "team/b.toml": "readme = false\n",
            "home/c.toml": "fail-on = 'hint'\n",
        }
    )
    assert project.settings == Settings(layout=False, readme=False, fail_on="hint")


@pytest.mark.parametrize(
    ("extend", "message"),
    [
        ("../x.toml", "'../x.toml' does not exist"),
        ("../none", "'../none' has neither a settings file nor a pack.toml"),
        ("", "'extend' must not be empty"),
        ("$NOT_SET/x.toml", "'$NOT_SET/x.toml': the environment variable 'NOT_SET' is not set"),
        (
            "../../circle.toml",
            "Correct line 1 of '../../circle.toml': 'services/a/framesage.toml' extends this file"
            " in turn; remove one of the two",
        ),
        ("framesage.toml", "'framesage.toml' extends this file in turn; remove one of the two"),
        (
            "../../wrong.toml",
            "Correct line 2 of '../../wrong.toml': 'fail-on' must be 'hint', 'information',"
            " 'warning' or 'error' (and 1 more)",
        ),
        ("../../broken.toml", "Correct line 1 of '../../broken.toml': invalid TOML: "),
    ],
)
def test_what_cannot_be_extended_is_told_at_its_location(load, extend, message):
    project = load(
        {
            f"{SERVICE}/framesage.toml": f"layout = false\nextend = ['{extend}']\n",
            "circle.toml": f"extend = '{SERVICE}/framesage.toml'\n",
            "wrong.toml": "readme = false\nfail-on = 'loud'\nlayuot = 1\n",
            "broken.toml": "fail-on 'hint'\n",
        }
    )
    ((found, location),) = errors_in(project)
    assert found.startswith(message)
    assert location == f"'{extend}'"
    assert not project.settings.layout


def test_packs_are_extended_by_name_and_by_folder(load, tmp_path):
    project = load(
        {
            f"{SERVICE}/framesage.toml": "extend = ['acme-rules', '../../pack']\n",
            "pack/pack.toml": "[pack]\nname = 'acme'\n",
        }
    )
    assert project.settings_errors == ()
    assert project.settings.rule_packs == ("acme-rules",)
    assert project.settings.rule_paths == (str(tmp_path / "pack"),)


@pytest.mark.parametrize("own", ["", "[tool.framesage]\nreadme = false\n"])
def test_the_folder_of_a_distribution_is_a_pack_too(load, tmp_path, own):
    project = load(
        {
            f"{SERVICE}/framesage.toml": "extend = '../../pack'\n",
            "pack/pack.toml": "[pack]\nname = 'acme'\n",
            "pack/pyproject.toml": f"[project]\nname = 'acme'\n{own}",
        }
    )
    assert project.settings_errors == ()
    assert project.settings.rule_paths == (str(tmp_path / "pack"),)
    assert project.settings.readme is not bool(own)


def test_the_valid_settings_of_a_file_with_errors_are_extended(load):
    project = load(
        {
            f"{SERVICE}/framesage.toml": "extend = '../../wrong.toml'\n",
            "wrong.toml": "readme = false\nfail-on = 'loud'\n",
        }
    )
    assert project.settings == Settings(readme=False)


def test_files_that_extend_each_other_have_a_limit(load):
    chain = {f"{number}.toml": f"extend = '{number + 1}.toml'\n" for number in range(30)}
    project = load({f"{SERVICE}/framesage.toml": "extend = '../../0.toml'\n", **chain})
    ((message, _),) = errors_in(project)
    assert "is one of more than 10 files that extend each other" in message


def test_each_value_knows_where_it_is_written(load, tmp_path):
    project = load(
        {
            "framesage.toml": "\n[rules]\na = 'hint'\n",
            f"{SERVICE}/framesage.toml": "rules.a = 'off'\n",
        }
    )
    outer, inner = project.written["rules", "a"]
    assert (outer.value, outer.origin.path) == ("hint", tmp_path / "framesage.toml")
    assert outer.origin.key_range.start.line == 2
    assert (inner.value, inner.origin.path) == ("off", tmp_path / SERVICE / "framesage.toml")


def test_the_number_of_extended_files_has_a_limit(load):
    layers = {}
    for depth in range(9):
        inner = [f"./{depth + 1}-{number}.toml" for number in range(10)]
        layers |= {f"{depth}-{number}.toml": f"extend = {inner}\n" for number in range(10)}
    project = load({f"{SERVICE}/framesage.toml": "extend = '../../0-0.toml'\n", **layers})
    ((message, _),) = errors_in(project)
    assert message.startswith("Correct line 1 of '../../")
    assert len(project.written.get(("rule-packs",), ())) == 0


@pytest.mark.parametrize("value", ["3", "[3]", "true", "{ a = 1 }"])
def test_an_extend_of_another_type_is_told_and_extends_nothing(load, value):
    project = load({f"{SERVICE}/framesage.toml": f"extend = {value}\nlayout = false\n"})
    ((message, _),) = errors_in(project)
    assert message.endswith("must be a string or a list of strings")
    assert project.settings == Settings(layout=False)
