"""Ignores in settings of an outer folder: reported once, and unused only of a whole tree."""

import json

import pytest

OLD = "flask==2.3.3\nwtforms\n"
CSRF, RELEASE, ADMIN = "flask-forms-without-csrf", "flask-unsupported", "two-frameworks"


@pytest.fixture
def check(framesage, tmp_path, make_project, monkeypatch):
    """Return a function that checks paths of a tree, and returns its findings about ignores."""
    monkeypatch.chdir(tmp_path)

    def run(files, *arguments):
        services = {f"services/{name}/requirements.txt": OLD for name in "ab"}
        make_project(tmp_path, {".git/HEAD": "", **services, **files})
        result = framesage("check", "--format", "json", *arguments)
        return sorted(
            (finding["rule"], finding["file"], finding["range"]["start"]["line"] + 1)
            for project in json.loads(result.out)["projects"]
            for finding in project["findings"]
            if finding["rule"].endswith("-ignore")
        )

    return run


EXPIRED = f'{RELEASE} = {{ reason = "we migrate in May", until = "2020-01-31" }}\n'
NEEDED = f'{CSRF} = "the proxy checks the Origin header"\n'
UNUSED = f'{ADMIN} = "they share nothing"\n'
PLACES = {
    "pyproject.toml": "[tool.framesage.ignore]\n",
    "framesage.toml": "[ignore]\n",
}


@pytest.mark.parametrize("file", PLACES)
def test_shared_ignores_are_reported_once_in_their_file(check, file):
    found = check({file: PLACES[file] + EXPIRED + NEEDED + UNUSED})
    assert found == [("expired-ignore", file, 2), ("unused-ignore", file, 4)]


@pytest.mark.parametrize("root", ["flask\n", "requests\n"])
def test_the_folder_of_the_settings_can_be_a_project_of_any_kind(check, root):
    files = {"framesage.toml": PLACES["framesage.toml"] + EXPIRED + NEEDED + UNUSED}
    found = check({**files, "requirements.txt": root})
    assert found == [
        ("expired-ignore", "framesage.toml", 2),
        ("unused-ignore", "framesage.toml", 4),
    ]


@pytest.mark.parametrize(
    "paths", [["services"], ["services/a"], ["services/a", "services/b"], ["framesage.toml"]]
)
def test_nothing_is_unused_if_only_part_of_the_tree_is_checked(check, paths):
    found = check({"framesage.toml": PLACES["framesage.toml"] + UNUSED}, *paths)
    assert found == []


def test_an_expired_ignore_is_reported_if_only_its_file_is_checked(check):
    files = {"framesage.toml": PLACES["framesage.toml"] + EXPIRED}
    assert check(files, "framesage.toml") == [("expired-ignore", "framesage.toml", 2)]


def test_an_ignore_that_one_project_needs_is_not_unused(check):
    login = '[ignore]\nflask-login-without-throttling = "the proxy limits logins"\n'
    assert check({"framesage.toml": login}) == [("unused-ignore", "framesage.toml", 2)]
    assert (
        check({"framesage.toml": login, "services/b/requirements.txt": "flask\nflask-login\n"})
        == []
    )


def test_a_project_that_does_not_inherit_an_ignore_does_not_need_it(check):
    own = {f"services/{name}/framesage.toml": "root = true\n" for name in "ab"}
    files = {"framesage.toml": PLACES["framesage.toml"] + NEEDED, **own}
    assert check(files) == [("unused-ignore", "framesage.toml", 2)]


def test_nothing_is_unused_if_the_input_of_a_project_is_invalid(check):
    files = {"framesage.toml": PLACES["framesage.toml"] + UNUSED}
    assert check({**files, "services/a/framesage.toml": "colour = 1\n"}) == []


def test_settings_without_projects_may_be_for_others(check):
    base = {"team/framesage.toml": PLACES["framesage.toml"] + UNUSED + EXPIRED}
    assert check(base) == [("expired-ignore", "framesage.toml", 3)]


WAYS = {
    "a table": ("[ignore.two-frameworks]\nreason = 'a reason'\nuntil = 2999-01-31\n", ""),
    "a table before another": (
        "[ignore.two-frameworks]\nreason = 'a reason'\n\n[traits]\nmvp = false\n",
        "\n[traits]\nmvp = false\n",
    ),
    "dotted keys": (
        "ignore.two-frameworks.reason = 'a reason'\nlayout = true\n",
        "layout = true\n",
    ),
    "the only one inline": ("ignore = { two-frameworks = 'a reason' }\n", "ignore = {  }\n"),
    "the first one inline": (
        f"ignore = {{ two-frameworks = 'a reason', {CSRF} = 'the proxy' }}\n",
        f"ignore = {{ {CSRF} = 'the proxy' }}\n",
    ),
    "the last one inline": (
        f"ignore = {{ {CSRF} = 'the proxy', two-frameworks = {{ reason = 'a reason' }} }}\n",
        f"ignore = {{ {CSRF} = 'the proxy' }}\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), WAYS.values(), ids=WAYS)
def test_an_unused_ignore_is_removed_however_it_is_written(
    framesage, check, tmp_path, before, after
):
    assert [rule for rule, *_ in check({"framesage.toml": before})] == ["unused-ignore"]
    framesage("check", "--fix")
    assert (tmp_path / "framesage.toml").read_text() == after


def test_an_unused_shared_ignore_is_removed_by_fix(framesage, check, tmp_path):
    check({"framesage.toml": PLACES["framesage.toml"] + EXPIRED + NEEDED + UNUSED})
    result = framesage("check", "--fix", "--fail-on", "never")
    assert "fixed framesage.toml:2:1 expired-ignore" in result.err
    assert "fixed framesage.toml:4:1 unused-ignore" in result.err
    assert (tmp_path / "framesage.toml").read_text() == PLACES["framesage.toml"] + NEEDED


POLICY = {"team/policy.toml": PLACES["framesage.toml"] + EXPIRED + NEEDED + UNUSED}
EXTENDS = {"services/a/framesage.toml": 'extend = "../../team/policy.toml"\n'}


@pytest.mark.parametrize("path", [".", "services/a"])
def test_an_expired_ignore_of_an_extended_file_is_reported_at_extend(check, path):
    found = check({**POLICY, **EXTENDS}, path)
    assert found == [("expired-ignore", "framesage.toml", 1)]


def test_an_expired_ignore_behind_two_extended_files_is_reported_at_the_first(check, framesage):
    company = {"company/rules.toml": POLICY["team/policy.toml"]}
    team = {"team/policy.toml": 'fail-on = "warning"\nextend = "../company/rules.toml"\n'}
    found = check({**company, **team, **EXTENDS}, "services/a")
    assert found == [("expired-ignore", "framesage.toml", 1)]
    out = framesage("check", "services/a").out.replace("\n", " ")
    assert "Correct line 2 of '../../company/rules.toml': remove the ignore" in out


def test_the_message_names_the_line_in_the_extended_file(check, framesage):
    more = {"team/policy.toml": PLACES["framesage.toml"] + NEEDED + EXPIRED}
    check({**more, **EXTENDS}, "services/a")
    assert (
        "Correct line 3 of '../../team/policy.toml': remove the ignore of flask-unsupported or set "
        "a later date; it expired on 2020-01-31."
    ) in framesage("check", "services/a").out.replace("\n", " ")


def test_an_expired_ignore_that_is_overridden_inside_is_not_reported(check):
    own = {"services/a/framesage.toml": EXTENDS["services/a/framesage.toml"] + "[ignore]\n"}
    own["services/a/framesage.toml"] += f'{RELEASE} = "we migrate later"\n'
    assert check({**POLICY, **own}, "services/a") == []


def test_an_expired_ignore_of_a_folder_that_is_extended_is_reported_there_only(check):
    team = {"team/framesage.toml": POLICY["team/policy.toml"]}
    extends = {"services/a/framesage.toml": 'extend = "../../team"\n'}
    assert check({**team, **extends}) == [("expired-ignore", "framesage.toml", 2)]


def test_expired_ignores_of_extended_files_can_be_switched_off(check):
    off = EXTENDS["services/a/framesage.toml"] + '[rules]\nexpired-ignore = "off"\n'
    assert check({**POLICY, "services/a/framesage.toml": off}, "services/a") == []
