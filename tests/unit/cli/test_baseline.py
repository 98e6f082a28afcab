"""``framesage check --baseline`` and ``--write-baseline``."""

import json

import pytest

OLD = "flask==2.3.3\nwtforms\n"
BASE = "known.json"


@pytest.fixture
def project(tmp_path, make_project, monkeypatch):
    """Return a function that makes a project and a baseline with its two findings."""
    monkeypatch.chdir(tmp_path)

    def make(framesage, **files):
        names = {name.replace("__", "."): text for name, text in files.items()}
        make_project(tmp_path, {".git/HEAD": "", "requirements.txt": OLD, **names})
        assert framesage("check", "--write-baseline", BASE).code == 0
        return tmp_path

    return make


def rules(result):
    projects = json.loads(result.out)["projects"]
    return [finding["rule"] for project in projects for finding in project["findings"]]


def check(framesage, *more):
    return framesage("check", "--baseline", BASE, "--format", "json", "--fail-on", "hint", *more)


def test_known_findings_are_hidden_and_counted(framesage, project):
    project(framesage)
    result = check(framesage)
    assert (result.code, rules(result)) == (0, [])
    assert result.err == f"framesage: 2 findings hidden by baseline {BASE}\n"


def test_moved_lines_and_changed_versions_are_not_new_findings(framesage, project):
    text = "# a list\n\nrequests\nwtforms\nflask-mail\nflask==2.2.5\n"
    folder = project(framesage)
    (folder / "requirements.txt").write_text(text)
    assert rules(check(framesage)) == []


def test_new_findings_are_reported(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text(OLD + "flask-login\n")
    result = check(framesage)
    assert result.code == 1
    assert "flask-login-without-throttling" in rules(result)
    assert "flask-unsupported" not in rules(result)


def test_one_more_occurrence_of_a_known_finding_is_new(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text(OLD + "flask==2.2.5\n")
    assert rules(check(framesage)) == ["flask-unsupported"]
    (folder / "api").mkdir()
    (folder / "api" / "requirements.txt").write_text("flask==2.3.3\n")
    assert rules(check(framesage)).count("flask-unsupported") == 2
    assert framesage("check", "--write-baseline", BASE).code == 0
    assert rules(check(framesage)) == []


def test_a_baseline_works_from_any_folder_and_moves_with_the_project(
    framesage, project, monkeypatch
):
    folder = project(framesage)
    moved = folder.rename(folder.with_name("moved"))
    elsewhere = moved / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    result = framesage("check", "..", "--baseline", f"../{BASE}")
    assert result.code == 0
    assert result.out == "No findings, 1 project checked.\n"


def test_a_stale_baseline_is_reported_without_changing_the_exit_code(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text("wtforms\nflask\n")
    result = check(framesage)
    assert result.code == 0
    assert "1 finding hidden" in result.err
    assert (
        f"baseline {BASE} is stale: 1 finding no longer occurs; remove it with --prune-baseline"
        in result.err
    )


def test_unchecked_files_do_not_make_a_baseline_stale(framesage, project):
    folder = project(framesage, sub__x="", dev__x="")
    (folder / "api").mkdir()
    (folder / "api" / "requirements.txt").write_text("flask==2.3.3\n")
    framesage("check", "--write-baseline", BASE)
    assert "stale" not in check(framesage, "api").err
    (folder / "api" / "requirements.txt").unlink()
    assert "stale" in check(framesage).err


def test_a_baseline_written_for_one_service_keeps_what_it_knows_of_the_others(framesage, project):
    folder = project(framesage, **{f"{name}/requirements__txt": OLD for name in ("api", "web")})
    (folder / "api" / "requirements.txt").write_text("flask==2.3.3\nflask-script\n")
    result = framesage("check", "api", "--write-baseline", BASE)
    assert result.err == (
        f"framesage: 2 findings written to baseline {BASE}; 4 findings of other files kept\n"
    )
    assert framesage("check", "--baseline", BASE, "--fail-on", "hint").code == 0


def test_a_baseline_written_for_a_folder_drops_what_is_excluded_or_gone_there(framesage, project):
    folder = project(framesage, **{f"{name}/requirements__txt": OLD for name in ("api", "web")})
    (folder / "framesage.toml").write_text('exclude = ["api"]\n')
    (folder / "web" / "requirements.txt").unlink()
    framesage("check", "--write-baseline", BASE)
    known = json.loads((folder / BASE).read_text())["findings"]
    assert {entry["file"] for entry in known} == {"requirements.txt"}


def test_a_baseline_has_one_sorted_line_per_finding(framesage, project):
    text = (project(framesage) / BASE).read_text("utf-8")
    assert json.loads(text) == {
        "version": 1,
        "findings": [
            {"rule": "flask-forms-without-csrf", "file": "requirements.txt", "about": "wtforms"},
            {"rule": "flask-unsupported", "file": "requirements.txt", "about": "flask"},
        ],
    }
    assert len([line for line in text.splitlines() if '"rule"' in line]) == 2


def test_project_wide_findings_do_not_depend_on_the_first_requirement(framesage, project):
    folder = project(framesage)
    text = "psycopg\ngunicorn\nstripe\nauthlib\npyjwt\npasslib\njinja2\n"
    (folder / "requirements.txt").write_text(text)
    framesage("check", "--write-baseline", BASE)
    known = json.loads((folder / BASE).read_text())["findings"]
    assert known == [{"rule": "choose-django", "file": "requirements.txt", "about": ""}]
    (folder / "requirements.txt").write_text("# x\nboto3\n" + text)
    assert rules(check(framesage)) == []


def test_settings_errors_are_never_hidden(framesage, project):
    folder = project(framesage)
    (folder / "framesage.toml").write_text("framwork = 'flask'\n")
    assert framesage("check", "--write-baseline", "new.json").code == 2
    assert not (folder / "new.json").exists()
    result = check(framesage)
    assert (result.code, rules(result)) == (2, ["settings"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "does not exist; create it with --write-baseline known.json"),
        ("", "not JSON: "),
        ("[]", "it has no list of findings"),
        ('{"version": 2, "findings": []}', "its version is 2, not 1"),
        ('{"version": 1, "findings": [{"rule": "x"}]}', 'not a finding: {"rule": "x"}'),
        ('{"version": 1, "findings": [[]]}', "not a finding: []"),
        (b"\xff\x00", "convert it to UTF-8; it is neither UTF-8 nor UTF-16"),
    ],
)
def test_an_unreadable_baseline_exits_with_2(
    framesage, tmp_path, make_project, monkeypatch, text, why
):
    monkeypatch.chdir(make_project(tmp_path, {"requirements.txt": OLD}))
    if text is not None:
        make_project(tmp_path, {BASE: text})
    result = check(framesage)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("framesage: error: ")
    assert BASE in result.err
    assert why in result.err
    assert len(result.err.splitlines()) == 1


def test_an_unwritable_baseline_exits_with_2(framesage, project):
    project(framesage)
    result = framesage("check", "--write-baseline", "no/where.json")
    assert result.code == 2
    assert "error: cannot write baseline no/where.json: " in result.err


def test_known_findings_are_fixed_too(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text("django\nflask-cors\n")
    framesage("check", "--write-baseline", BASE)
    result = check(framesage, "--fix")
    assert result.code == 0
    assert (folder / "requirements.txt").read_text() == "django\n"


def test_baseline_cannot_be_combined_with_write_baseline(framesage, project):
    project(framesage)
    result = check(framesage, "--write-baseline", "new.json")
    assert (result.code, result.out) == (2, "")
    assert "--write-baseline" in result.err


def test_a_missing_baseline_is_named_once_from_the_current_folder(
    framesage, make_project, tmp_path, monkeypatch
):
    settings = 'baseline = "ci/known.json"\n'
    services = {"a/requirements.txt": "flask\n", "b/c/requirements.txt": "flask\n"}
    make_project(tmp_path, {".git/HEAD": "", "framesage.toml": settings, **services})
    monkeypatch.chdir(tmp_path)
    message = (
        "framesage: error: baseline 'ci/known.json' does not exist; "
        "create it with `framesage check --write-baseline`"
    )
    found = framesage("check").err.splitlines()
    assert [line for line in found if "does not exist" in line] == [message]
    assert message in framesage("check", "b/c").err
