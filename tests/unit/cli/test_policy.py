"""The policy of a team: ignores with an end and a reason, severities by file, in `check`."""

import json
from pathlib import Path

import pytest

from framesage.project.settings.schema import IGNORED

OLD = "flask==2.3.3\nwtforms\n"
CSRF, RELEASE = "flask-forms-without-csrf", "flask-unsupported"


@pytest.fixture
def check(framesage, tmp_path, make_project, monkeypatch):
    """Return a function that checks a project with some settings, and further files."""
    monkeypatch.chdir(tmp_path)

    def run(settings, files=None, *options):
        made = {".git/HEAD": "", "requirements.txt": OLD, "framesage.toml": settings}
        make_project(tmp_path, {**made, **(files or {})})
        result = framesage("check", "--format", "json", *options)
        found = [
            (finding["rule"], finding["severity"], finding["message"], place(finding))
            for project in json.loads(result.out)["projects"]
            for finding in project["findings"]
        ]
        return result.code, found

    return run


def place(finding):
    start = finding["range"]["start"]
    return f"{finding['file']}:{start['line'] + 1}:{start['character'] + 1}"


def rules(found):
    return [rule for rule, *_ in found]


IGNORES = {
    "inline": f'[ignore]\n{CSRF} = {{ reason = "the proxy checks", until = "%s" }}\n',
    "a TOML date": f'[ignore]\n{CSRF} = {{ reason = "the proxy checks", until = %s }}\n',
    "a table": f'[ignore.{CSRF}]\nreason = "the proxy checks"\nuntil = "%s"\n',
    "dotted": f'ignore.{CSRF}.until = "%s"\nignore.{CSRF}.reason = "the proxy checks"\n',
    "a string": f'[ignore]\n{CSRF} = "the proxy checks, until=%s"\n',
}


@pytest.mark.parametrize("settings", IGNORES.values(), ids=IGNORES)
def test_an_ignore_holds_until_its_last_day(check, settings):
    _, found = check(settings % "2999-01-31")
    assert rules(found) == [RELEASE]
    _, found = check(settings % "2020-01-31")
    assert sorted(rules(found)) == ["expired-ignore", CSRF, RELEASE]
    (message,) = (text for rule, _, text, _ in found if rule == "expired-ignore")
    assert message == "Remove this ignore or set a later date; it expired on 2020-01-31."


@pytest.mark.parametrize(
    ("settings", "message", "where"),
    [
        (
            f'[ignore]\n{CSRF} = {{ reason = "a proxy", until = "31.1.2027" }}\n',
            f"'ignore.{CSRF}.until' must be a date like 2027-01-31",
            "framesage.toml:2:58",
        ),
        (
            f"[ignore]\n{CSRF} = {{ reason = 'a proxy', untill = '2027-01' }}\n",
            f"unknown key 'untill' in 'ignore.{CSRF}'; did you mean 'until'?",
            "framesage.toml:2:50",
        ),
        (
            f"[ignore]\n{CSRF} = {{ until = '2027-01-31' }}\n",
            f"'ignore.{CSRF}' needs a 'reason'",
            "framesage.toml:2:30",
        ),
        (
            f"[ignore]\n{CSRF} = {{}}\n",
            f"'ignore.{CSRF}' must be {IGNORED.name}",
            "framesage.toml:2:28",
        ),
        (
            "[ignore.flask-forms-without-csfr]\nreason = 'a proxy'\nuntil = '2999-01-31'\n",
            f"unknown rule 'flask-forms-without-csfr'; did you mean '{CSRF}'?",
            "framesage.toml:1:9",
        ),
        (
            f"[per-file.'a/[b']\n{CSRF} = 'off'\n",
            "invalid pattern 'a/[b': ']' is missing",
            "framesage.toml:1:12",
        ),
        (
            f"[per-file]\n'../a/**' = {{ {CSRF} = 'off' }}\n",
            "invalid pattern '../a/**': it must not contain '.' or '..'; settings apply to the"
            " files in their folder",
            "framesage.toml:2:2",
        ),
        (
            "[per-file]\n'a/**' = { flask-forms-without-csfr = 'off' }\n",
            f"unknown rule 'flask-forms-without-csfr'; did you mean '{CSRF}'?",
            "framesage.toml:2:12",
        ),
        (
            f"[per-file]\n'a/**' = {{ {CSRF} = 'fatal' }}\n",
            f"'per-file.a/**.{CSRF}' must be 'off', 'hint', 'information', 'warning' or 'error'",
            "framesage.toml:2:39",
        ),
        (
            f"[per-file]\n{CSRF} = 'off'\n",
            f"'per-file.{CSRF}' must be a table; each value must be 'off', 'hint', 'information',"
            " 'warning' or 'error'",
            "framesage.toml:2:28",
        ),
        (
            "baseline = 'none.json'\n",
            "baseline 'none.json' does not exist; create it with"
            " `framesage check --write-baseline`",
            "framesage.toml:1:12",
        ),
    ],
)
def test_mistakes_are_located(check, settings, message, where):
    code, found = check(settings)
    assert code == 2
    assert [(text, place) for rule, _, text, place in found if rule == "settings"] == [
        (message, where)
    ]


def test_severities_by_file(check):
    settings = f"""
rules = {{ {RELEASE} = "error" }}
[per-file]
"services/**" = {{ {RELEASE} = "hint", {CSRF} = "off" }}
"services/shop" = {{ {RELEASE} = "warning" }}
"""
    files = {"services/shop/requirements.txt": OLD, "services/api/requirements.txt": OLD}
    code, found = check(settings, files)
    assert [(rule, severity) for rule, severity, *_ in found] == [
        (RELEASE, "error"),
        (CSRF, "information"),
        (RELEASE, "hint"),
        (RELEASE, "warning"),
    ]
    assert code == 1


def test_a_rule_that_is_off_can_be_on_in_some_files(check):
    settings = f'rules = {{ {CSRF} = "off" }}\n[per-file]\n"api" = {{ {CSRF} = "warning" }}\n'
    _, found = check(settings, {"api/requirements.txt": OLD})
    assert rules(found).count(CSRF) == 1
    assert (CSRF, "warning") in [(rule, severity) for rule, severity, *_ in found]


def test_patterns_are_relative_to_their_settings_and_the_inner_ones_win(check):
    settings = f'[per-file]\n"**" = {{ {CSRF} = "off", {RELEASE} = "hint" }}\n'
    inner = f'[per-file]\n"**" = {{ {CSRF} = "error" }}\n"api/**" = {{ {RELEASE} = "off" }}\n'
    files = {"api/requirements.txt": OLD, "api/framesage.toml": inner}
    _, found = check(settings, files)
    assert [(rule, severity) for rule, severity, *_ in found] == [
        (RELEASE, "hint"),
        (RELEASE, "hint"),
        (CSRF, "error"),
    ]


NO_REASON = "Write the reason of this ignore; the settings require one."
NO_RULE = "Name the rules that this comment ignores; the settings require it."
COMMENTS = {
    "no reason": (f"flask==2.3.3  # framesage: ignore[{RELEASE}]", NO_REASON),
    "no rule": ("flask==2.3.3  # framesage: ignore we migrate in May", NO_RULE),
    "neither": ("flask==2.3.3  # framesage: ignore", NO_RULE),
    "a placeholder": (
        f"flask==2.3.3  # framesage: ignore[{RELEASE}] TODO",
        "Write the reason of this ignore; 'TODO' explains nothing.",
    ),
}


@pytest.mark.parametrize(("line", "message"), COMMENTS.values(), ids=COMMENTS)
def test_a_reason_can_be_required(check, line, message):
    code, found = check("require-reason = true\n", {"requirements.txt": f"{line}\n"})
    assert [(rule, severity, text) for rule, severity, text, _ in found] == [
        ("unexplained-ignore", "warning", message)
    ]
    assert code == 1


def test_the_severity_of_a_missing_reason_can_be_set(check):
    files = {"requirements.txt": f"flask==2.3.3  # framesage: ignore[{RELEASE}]\n"}
    settings = 'require-reason = true\nrules = { unexplained-ignore = "error" }\n'
    assert [severity for _, severity, *_ in check(settings, files)[1]] == ["error"]
    assert check("", files)[1] == []


def test_a_comment_with_rule_and_reason_is_enough(check):
    line = f"flask==2.3.3  # framesage: ignore[{RELEASE}] we migrate in May\n"
    assert check("require-reason = true\n", {"requirements.txt": line}) == (0, [])


def test_a_baseline_in_the_settings_hides_known_findings(framesage, check, tmp_path):
    files = {"known.json": None, "api/requirements.txt": OLD}
    settings = 'baseline = "known.json"\n'
    (tmp_path / "api").mkdir()
    code, found = check(settings, {"api/requirements.txt": OLD})
    assert code == 2
    assert framesage("check", "--write-baseline").err == (
        "framesage: 4 findings written to baseline known.json\n"
    )
    assert check(settings, {"api/requirements.txt": OLD}) == (0, [])
    result = framesage("check", "api")
    assert (result.code, result.err) == (0, "framesage: 2 findings hidden by baseline known.json\n")
    code, found = check(settings, {"api/requirements.txt": OLD + "flask-login\n"})
    assert "flask-login-without-throttling" in rules(found)
    assert RELEASE not in rules(found)
    assert files


def test_write_baseline_needs_a_file_or_a_setting(framesage, check):
    check("")
    result = framesage("check", "--write-baseline")
    assert result.code == 2
    assert result.err == (
        "framesage: error: --write-baseline requires FILE: the settings name no baseline\n"
    )


def test_pruning_removes_only_what_no_longer_occurs(framesage, check, tmp_path):
    settings = 'baseline = "known.json"\n'
    check(settings, {"old/requirements.txt": OLD})
    framesage("check", "--write-baseline")
    before = (tmp_path / "known.json").read_text()
    (tmp_path / "old" / "requirements.txt").unlink()
    (tmp_path / "requirements.txt").write_text("flask==2.3.3\nflask-login\n")
    result = framesage("check", "--prune-baseline")
    assert result.err == (
        "framesage: 3 findings no longer occur; removed from baseline known.json\n"
    )
    assert "flask-login-without-throttling" in result.out
    (entry,) = json.loads((tmp_path / "known.json").read_text())["findings"]
    assert (entry["rule"], entry["file"]) == (RELEASE, "requirements.txt")
    assert before.count('"rule"') == 4
    again = framesage("check", "--prune-baseline")
    assert again.err == "framesage: nothing to remove from baseline known.json\n"


def test_pruning_part_of_a_tree_keeps_the_rest(framesage, check, tmp_path):
    check('baseline = "known.json"\n', {"a/requirements.txt": OLD, "b/requirements.txt": OLD})
    framesage("check", "--write-baseline")
    (tmp_path / "a" / "requirements.txt").write_text("flask\n")
    (tmp_path / "b" / "requirements.txt").write_text("flask\n")
    framesage("check", "a", "--prune-baseline")
    entries = json.loads((tmp_path / "known.json").read_text())["findings"]
    assert {entry["file"] for entry in entries} == {"requirements.txt", "b/requirements.txt"}


def test_a_baseline_that_cannot_be_written_keeps_its_text(framesage, check, tmp_path, monkeypatch):
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    check('baseline = "known.json"\n', {"old/requirements.txt": OLD})
    framesage("check", "--write-baseline")
    before = (tmp_path / "known.json").read_text()
    (tmp_path / "old" / "requirements.txt").unlink()
    monkeypatch.setattr(Path, "replace", fail)
    result = framesage("check", "--prune-baseline")
    assert result.code == 2
    assert "cannot write baseline" in result.err
    assert result.err.endswith(": No space left on device\n")
    assert (tmp_path / "known.json").read_text() == before


def test_pruning_without_a_baseline_is_bad_usage(framesage, check):
    check("")
    result = framesage("check", "--prune-baseline")
    assert (result.code, result.out) == (2, "")
    assert "--prune-baseline requires a baseline in the settings, or --baseline FILE" in result.err


def test_an_option_overrides_the_baseline_of_the_settings(framesage, check):
    check('baseline = "known.json"\n')
    framesage("check", "--write-baseline")
    framesage("check", "--write-baseline", "other.json")
    check('baseline = "known.json"\n', {"other.json": '{"version": 1, "findings": []}'})
    result = framesage("check", "--baseline", "other.json")
    assert result.code == 1
    assert result.err == ""


def test_explain_says_what_hides_a_finding(framesage, check):
    check(f'baseline = "known.json"\n[per-file]\n"requirements.txt" = {{ {CSRF} = "off" }}\n')
    framesage("check", "--write-baseline")
    assert "off in files that match `requirements.txt`" in framesage("explain", "--rule", CSRF).out
    assert "known: the baseline has it" in framesage("explain", "--rule", RELEASE).out
