"""Baselines: only what is new counts, wherever lines move and wherever the command is run."""

import json

import pytest

OLD = "flask==0.12\nwtforms\n"
BASE = "known.json"


@pytest.fixture
def project(tmp_path, make_project, monkeypatch):
    """A project with a warning and an information that its baseline knows."""
    monkeypatch.chdir(tmp_path)

    def make(framesage, **files):
        names = {name.replace("__", "."): text for name, text in files.items()}
        make_project(tmp_path, {".git/HEAD": "", "requirements.txt": OLD, **names})
        assert framesage("check", "--write-baseline", BASE).code == 0
        return tmp_path

    return make


def rules(ran):
    projects = json.loads(ran.out)["projects"]
    return [one["rule"] for project in projects for one in project["findings"]]


def check(framesage, *more):
    return framesage("check", "--baseline", BASE, "--format", "json", "--fail-on", "hint", *more)


def test_what_is_known_is_left_out_and_said_to_be(framesage, project):
    project(framesage)
    ran = check(framesage)
    assert (ran.code, rules(ran)) == (0, [])
    assert ran.err == f"framesage: 2 findings hidden by baseline {BASE}\n"


def test_other_lines_versions_and_counts_make_no_finding_new(framesage, project):
    text = "# a list\n\nrequests\nwtforms\nflask-mail\nflask==0.11\n"
    folder = project(framesage)
    (folder / "requirements.txt").write_text(text)
    assert rules(check(framesage)) == []


def test_what_is_new_counts(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text(OLD + "flask-login\n")
    ran = check(framesage)
    assert ran.code == 1
    assert "flask-login-without-throttling" in rules(ran)
    assert "flask-unsupported" not in rules(ran)


def test_the_same_once_more_is_new(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text(OLD + "flask==0.11\n")
    assert rules(check(framesage)) == ["flask-unsupported"]
    (folder / "api").mkdir()
    (folder / "api" / "requirements.txt").write_text("flask==0.12\n")
    assert rules(check(framesage)).count("flask-unsupported") == 2
    assert framesage("check", "--write-baseline", BASE).code == 0
    assert rules(check(framesage)) == []


def test_it_holds_from_any_folder_and_moves_with_the_project(framesage, project, monkeypatch):
    folder = project(framesage)
    moved = folder.rename(folder.with_name("moved"))
    elsewhere = moved / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    ran = framesage("check", "..", "--baseline", f"../{BASE}")
    assert ran.code == 0
    assert ran.out == "No findings, 1 project checked.\n"


def test_what_is_gone_makes_it_stale_which_is_told_and_fails_nothing(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text("wtforms\nflask\n")
    ran = check(framesage)
    assert ran.code == 0
    assert "1 finding hidden" in ran.err
    assert f"baseline {BASE} is stale: 1 finding no longer occurs; update it" in ran.err


def test_what_was_not_looked_at_is_not_stale(framesage, project):
    folder = project(framesage, sub__x="", dev__x="")
    (folder / "api").mkdir()
    (folder / "api" / "requirements.txt").write_text("flask==0.12\n")
    framesage("check", "--write-baseline", BASE)
    assert "stale" not in check(framesage, "api").err
    (folder / "api" / "requirements.txt").unlink()
    assert "stale" in check(framesage).err


def test_it_is_a_line_for_each_finding_sorted(framesage, project):
    text = (project(framesage) / BASE).read_text("utf-8")
    assert json.loads(text) == {
        "version": 1,
        "findings": [
            {"rule": "flask-forms-without-csrf", "file": "requirements.txt", "about": "wtforms"},
            {"rule": "flask-unsupported", "file": "requirements.txt", "about": "flask"},
        ],
    }
    assert len([line for line in text.splitlines() if '"rule"' in line]) == 2


def test_advice_on_the_whole_project_does_not_hang_on_its_first_line(framesage, project):
    folder = project(framesage)
    text = "psycopg\ngunicorn\nstripe\nauthlib\npyjwt\npasslib\njinja2\n"
    (folder / "requirements.txt").write_text(text)
    framesage("check", "--write-baseline", BASE)
    known = json.loads((folder / BASE).read_text())["findings"]
    assert known == [{"rule": "choose-django", "file": "requirements.txt", "about": ""}]
    (folder / "requirements.txt").write_text("# x\nboto3\n" + text)
    assert rules(check(framesage)) == []


def test_settings_are_never_left_out(framesage, project):
    folder = project(framesage)
    (folder / "framesage.toml").write_text("framwork = 'flask'\n")
    assert framesage("check", "--write-baseline", "new.json").code == 2
    assert not (folder / "new.json").exists()
    ran = check(framesage)
    assert (ran.code, rules(ran)) == (2, ["settings"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (None, "does not exist; create it with --write-baseline known.json"),
        ("", "not JSON: "),
        ("[]", "it has no list of findings"),
        ('{"version": 2, "findings": []}', "its version is 2, not 1"),
        ('{"version": 1, "findings": [{"rule": "x"}]}', 'this is no finding: {"rule": "x"}'),
        ('{"version": 1, "findings": [[]]}', "this is no finding: []"),
        (b"\xff\x00", "not UTF-8"),
    ],
)
def test_a_baseline_that_cannot_be_read_is_told_and_exits_with_2(
    framesage, tmp_path, make_project, monkeypatch, text, why
):
    monkeypatch.chdir(make_project(tmp_path, {"requirements.txt": OLD}))
    if text is not None:
        make_project(tmp_path, {BASE: text})
    ran = check(framesage)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("framesage: error: ")
    assert BASE in ran.err
    assert why in ran.err
    assert len(ran.err.splitlines()) == 1


def test_one_that_cannot_be_written_is_told_and_exits_with_2(framesage, project):
    project(framesage)
    ran = framesage("check", "--write-baseline", "no/where.json")
    assert ran.code == 2
    assert "error: cannot write baseline no/where.json: " in ran.err


def test_fixes_are_made_of_known_findings_too(framesage, project):
    folder = project(framesage)
    (folder / "requirements.txt").write_text("django\nflask-cors\n")
    framesage("check", "--write-baseline", BASE)
    ran = check(framesage, "--fix")
    assert ran.code == 0
    assert (folder / "requirements.txt").read_text() == "django\n"


def test_keeping_all_does_not_go_with_leaving_out(framesage, project):
    project(framesage)
    ran = check(framesage, "--write-baseline", "new.json")
    assert (ran.code, ran.out) == (2, "")
    assert "--write-baseline" in ran.err
