"""``framesage config`` shows the settings that hold, and the file and line they come from."""

import json

import pytest
import tomli

FILES = {
    ".git/HEAD": "",
    "framesage.toml": '# of the company\nfail-on = "information"\nexclude = ["old"]\n'
    'extend = "team/base.toml"\n[rules]\nbattery-count = "hint"\n',
    "team/base.toml": 'rules.battery-count = "off"\nreadme = false\nrule-paths = ["own"]\n',
    "services/a/requirements.txt": "flask\n",
    "services/a/pyproject.toml": '[tool.framesage]\nexclude = ["x/*"]\nframework = "flask"\n'
    '[tool.framesage.rules]\nbattery-count = "warning"\n[tool.framesage.traits]\nis-api = true\n'
    "[tool.framesage.ignore]\ntwo-frameworks = 'moves in \"May\"'\n",
    "services/a/tool.py": "# /// script\n# dependencies = ['flask']\n# [tool.framesage]\n"
    "# layout = false\n# ///\n",
}
SERVICE = """\
# Settings of services/a
framework = "flask"  # services/a/pyproject.toml:3
rule-paths = [
    "own",  # team/base.toml:3
]
exclude = [
    "old",  # framesage.toml:3
    "x/*",  # services/a/pyproject.toml:2
]
fail-on = "information"  # framesage.toml:2
readme = false  # team/base.toml:2

[traits]
is-api = true  # services/a/pyproject.toml:7

[rules]
battery-count = "warning"  # services/a/pyproject.toml:5, \
instead of "hint" (framesage.toml:6), "off" (team/base.toml:1)

[ignore]
two-frameworks = "moves in \\"May\\""  # services/a/pyproject.toml:9
"""


@pytest.fixture
def config(framesage, make_project, tmp_path, monkeypatch):
    monkeypatch.chdir(make_project(tmp_path, FILES))
    return lambda *arguments: framesage("config", *arguments)


@pytest.mark.parametrize("path", ["services/a", "services/a/requirements.txt", "services/a/src"])
def test_each_value_is_shown_with_its_file_and_line(config, tmp_path, path):
    (tmp_path / "services" / "a" / "src").mkdir(exist_ok=True)
    result = config(path)
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines(keepends=True)
    assert "".join(line for line in lines if not line.endswith("# default\n")) == SERVICE
    assert {"layout = true  # default\n", "rule-packs = []  # default\n"} <= set(lines)
    shown = tomli.loads(result.out)
    assert shown["rules"] == {"battery-count": "warning"}
    assert shown["exclude"] == ["old", "x/*"]


def test_the_current_folder_is_the_default(config, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "services" / "a")
    out = config().out
    assert 'fail-on = "information"  # ../../framesage.toml:2\n' in out
    assert 'framework = "flask"  # pyproject.toml:3\n' in out


def test_a_script_has_settings_of_its_own_and_those_of_its_folders(config):
    out = config("services/a/tool.py").out
    assert "layout = false  # services/a/tool.py:4\n" in out
    assert "is-api = true  # services/a/pyproject.toml:7\n" in out


def test_json_has_the_same(config):
    result = config("services/a", "--format", "json")
    shown = json.loads(result.out)
    assert (shown["version"], shown["project"]) == (1, "services/a")
    settings = {".".join(setting["key"]): setting for setting in shown["settings"]}
    assert settings["layout"] == {"key": ["layout"], "value": True, "from": None}
    assert settings["exclude"]["items"] == [
        {"value": "old", "from": {"file": "framesage.toml", "line": 2}},
        {"value": "x/*", "from": {"file": "services/a/pyproject.toml", "line": 1}},
    ]
    rule = settings["rules.battery-count"]
    assert rule["value"] == "warning"
    assert [other["value"] for other in rule["overrides"]] == ["hint", "off"]


def test_patterns_of_several_folders_hold_beside_each_other(config, tmp_path):
    pattern = '[per-file]\n"old/*" = { two-frameworks = "off" }\n'
    (tmp_path / "framesage.toml").write_text(pattern)
    ignore = '[ignore]\ntwo-frameworks = { reason = "moves", until = "2027-01-31" }\n'
    (tmp_path / "services" / "a" / "framesage.toml").write_text(pattern + ignore)
    (tmp_path / "services" / "a" / "pyproject.toml").unlink()
    out = config("services/a").out
    place = '# services/a/framesage.toml:2, beside "off" (framesage.toml:2)'
    assert f'[per-file."old/*"]\ntwo-frameworks = "off"  {place}\n' in out
    ignored = tomli.loads(out)["ignore"]
    assert ignored == {"two-frameworks": {"reason": "moves", "until": "2027-01-31"}}


def test_errors_are_told_and_the_rest_is_shown(config, tmp_path):
    (tmp_path / "framesage.toml").write_text("fail-on = 'loud'\nreadme = false\n")
    (tmp_path / "services" / "a" / "pyproject.toml").write_text(
        "[tool.framesage]\nextend = 'x.toml'\n"
    )
    result = config("services/a")
    assert result.code == 2
    assert "readme = false  # framesage.toml:2\n" in result.out
    first, second = result.err.splitlines()
    assert first.startswith("framesage: error: framesage.toml:1:11: 'fail-on' must be")
    assert second == "framesage: error: services/a/pyproject.toml:2:10: 'x.toml' does not exist"


def test_a_missing_path_is_bad_usage(config):
    result = config("nowhere")
    assert (result.code, result.out) == (2, "")
    assert result.err == "framesage: error: nowhere: no such file or folder\n"
