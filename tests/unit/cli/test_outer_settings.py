"""The policy of a repository's root holds in its services, whatever settings these have."""

import json

import pytest

RULES = """
[[rule]]
id = "acme-no-psycopg2-binary"
title = "psycopg2-binary is not for production"
severity = "warning"
message = "Require psycopg2 instead of {packages}."
why = "Its authors say so."
references = ["https://www.psycopg.org/docs/install.html"]
when = { package = "psycopg2-binary" }
at = "matches"
"""
SERVICE = {
    "services/a/requirements.txt": "flask\npsycopg2-binary\n",
    "services/a/framesage.toml": "[traits]\nenterprise = true\n",
    ".git/HEAD": "",
}
POLICY = {"rules.toml": RULES, "framesage.toml": "rule-paths = ['rules.toml']\n", **SERVICE}


@pytest.fixture
def check(framesage, make_project, tmp_path, monkeypatch):
    def run(files, *paths):
        monkeypatch.chdir(make_project(tmp_path, files))
        result = framesage("check", "--format", "json", *paths)
        projects = json.loads(result.out)["projects"] if result.out else []
        rules = {finding["rule"] for project in projects for finding in project["findings"]}
        return result.code, rules, result.err

    return run


@pytest.mark.parametrize("path", [".", "services/a", "services/a/requirements.txt"])
def test_a_rule_of_the_root_holds_in_a_service_with_settings_of_its_own(check, path):
    code, rules, err = check(POLICY, path)
    assert (code, err) == (1, "")
    assert "acme-no-psycopg2-binary" in rules


@pytest.mark.parametrize("path", [".", "services/a"])
def test_fail_on_of_the_root_holds_in_a_service_with_settings_of_its_own(check, path):
    strict = {**POLICY, "framesage.toml": "rule-paths = ['rules.toml']\nfail-on = 'error'\n"}
    assert check(strict, path)[0] == 0
    inner = {**strict, "services/a/framesage.toml": "fail-on = 'warning'\n"}
    assert check(inner, path)[0] == 1


def test_a_service_can_opt_out(check):
    own = {**POLICY, "services/a/framesage.toml": "root = true\n"}
    code, rules, _ = check(own, "services/a")
    assert code == 0
    assert "acme-no-psycopg2-binary" not in rules


MISSING = "rule-paths: 'acme' does not exist: correct the path, or check out the rules there"
NOT_INSTALLED = (
    "rule-packs: the pack 'acme' is not installed; run `pip install acme` in the project's virtual "
    "environment or in Framesage's own"
)


@pytest.mark.parametrize("path", [".", "services/a", "services/a/requirements.txt"])
@pytest.mark.parametrize(
    ("setting", "message"), [("rule-paths", MISSING), ("rule-packs", NOT_INSTALLED)]
)
def test_missing_rules_of_the_root_are_one_error_where_it_names_them(check, path, setting, message):
    missing = {**SERVICE, "framesage.toml": f"layout = true\n{setting} = ['acme']\n"}
    code, _, err = check(missing, path)
    assert code == 2
    assert err == f"framesage: error: framesage.toml:2:15: {message}\n"


def test_errors_of_the_root_are_reported_once_and_services_work_with_the_rest(check):
    wrong = {**POLICY, "framesage.toml": "rule-paths = ['rules.toml']\nfail-on = 'loud'\n"}
    wrong["services/b/requirements.txt"] = "flask\n"
    code, rules, err = check(wrong, ".")
    assert code == 2
    assert {"settings", "acme-no-psycopg2-binary"} <= rules
    assert err == "framesage: error: invalid settings: framesage.toml:2:11\n"
    code, rules, err = check(wrong, "services/a", "services/b")
    assert code == 2
    assert "acme-no-psycopg2-binary" in rules
    assert err.count("framesage.toml:2:11: 'fail-on' must be") == 1


def test_patterns_of_the_root_exclude_folders_of_a_service(check):
    files = {
        ".git/HEAD": "",
        "framesage.toml": "exclude = ['services/a/old', 'legacy']\n",
        "services/a/requirements.txt": "flask\n",
        "services/a/old/requirements.txt": "flask\ndjango\n",
        "services/a/legacy/requirements.txt": "flask\ndjango\n",
        "services/a/framesage.toml": "layout = false\n",
    }
    for path in (".", "services", "services/a"):
        assert "two-frameworks" not in check(files, path)[1], path
    assert "two-frameworks" in check(files, "services/a/old")[1]
    assert "two-frameworks" in check(files, "services/a/legacy")[1]


def test_a_folder_with_root_is_not_excluded_by_the_patterns_of_the_root(check):
    files = {
        ".git/HEAD": "",
        "framesage.toml": "exclude = ['legacy']\n",
        "services/a/framesage.toml": "root = true\n",
        "services/a/requirements.txt": "flask\n",
        "services/a/legacy/requirements.txt": "flask\ndjango\n",
    }
    for path in (".", "services/a"):
        assert "two-frameworks" in check(files, path)[1], path


def test_unknown_names_in_an_extended_file_are_told_at_extend(
    framesage, make_project, tmp_path, monkeypatch
):
    files = {
        "framesage.toml": "readme = true\nextend = ['team.toml', './more']\n",
        "requirements.txt": "flask\n",
        "team.toml": "[rules]\ntwo-frameworks = 'off'\ntwo-framewroks = 'off'\nx-y = 'off'\n",
        "more/framesage.toml": "traits.neds-auth = true\n",
    }
    monkeypatch.chdir(make_project(tmp_path, files))
    out = framesage("check").out
    first = "framesage.toml:2:11 settings Correct line 3 of 'team.toml': unknown rule"
    assert f"{first} 'two-framewroks'; did you mean 'two-frameworks'? (and 1 more)" in out
    second = "framesage.toml:2:24 settings Correct line 1 of 'more/framesage.toml': unknown trait"
    assert f"{second} 'neds-auth'; did you mean 'needs-auth'?" in out
    assert framesage("check").code == 2


def test_a_folder_that_is_extended_like_a_pack_is_no_package_to_install(
    framesage, make_project, tmp_path, monkeypatch
):
    files = {
        ".git/HEAD": "",
        "policy/framesage.toml": 'fail-on = "hint"\n',
        "framesage.toml": 'extend = "policy"\n',
        "requirements.txt": "flask\n",
    }
    make_project(tmp_path, files)
    monkeypatch.chdir(tmp_path)
    result = framesage("check")
    assert result.code == 2
    message = "'policy' is the name of a rule pack; write './policy' for the folder"
    assert f"framesage.toml:1:10 settings {message}" in result.out
    assert "pip install" not in result.out + result.err
    (tmp_path / "framesage.toml").write_text('extend = "./policy"\n')
    assert framesage("check").code != 2


UNKNOWN = {**SERVICE, "framesage.toml": '[rules]\nno-such-rule = "error"\n'}


@pytest.mark.parametrize("path", [".", "services/a", "services/a/requirements.txt"])
def test_an_unknown_name_in_the_root_is_an_error_in_each_service(check, path):
    code, rules, err = check(UNKNOWN, path)
    assert code == 2
    assert err.count("framesage.toml:2:1") == 1
    assert ("settings" in rules) == (path == ".")


def test_an_unknown_name_around_both_services_is_printed_once(check):
    other = {"services/b/requirements.txt": "flask\n"}
    code, _, err = check({**UNKNOWN, **other}, "services/a", "services/b")
    assert (code, err) == (2, "framesage: error: framesage.toml:2:1: unknown rule 'no-such-rule'\n")


def test_an_unknown_name_does_not_concern_a_root_of_its_own(check):
    assert check({**UNKNOWN, "services/a/framesage.toml": "root = true\n"}, "services/a")[0] == 0


def test_a_name_in_an_extended_file_is_reported_at_extend_only(check):
    extended = {"team/policy.toml": '[rules]\nno-such-rule = "error"\n'}
    service = {"services/a/framesage.toml": 'extend = "../../team/policy.toml"\n'}
    code, rules, err = check({**SERVICE, **service, **extended}, "services/a")
    assert (code, "settings" in rules) == (2, True)
    assert "policy.toml" not in err
