"""Writing the answers and a start, the diff of it, and the text to paste where that fails."""

import errno
import json
import subprocess

import pytest
import tomli

COMBINATIONS = {
    "only no": ["needs-auth=no"],
    "yes and no": ["needs-auth=yes", "needs-admin=yes", "mvp=no"],
    "don't know": ["needs-auth=yes", "mvp=unknown"],
    "against the evidence": ["needs-admin=no", "content-heavy=no", "small-project=yes"],
}
PROJECTS = {
    "empty folder": {},
    "requirements": {"requirements.txt": "gunicorn\nflask-admin\n"},
    "pyproject": {
        "pyproject.toml": '[project]\nname = "x"\ndescription = "A library"\ndependencies = []\n'
    },
    "package": {
        "pyproject.toml": '[project]\nname = "django-x"\ndependencies = []\n'
        'classifiers = ["Topic :: Software Development :: Libraries :: Python Modules"]\n'
    },
    "settings": {"framesage.toml": "[traits]\nsends-email = true\n"},
}


def answers(pairs):
    return [option for pair in pairs for option in ("--answer", pair)]


@pytest.fixture
def verdict(framesage, tmp_path):
    """Return a function with the verdict of ``check`` on the folder."""

    def run():
        result = framesage("check", tmp_path, "--format", "json")
        (project,) = json.loads(result.out)["projects"]
        return project["web"], project["verdict"]["favors"], project["verdict"]["certainty"]

    return run


@pytest.mark.parametrize("pairs", COMBINATIONS.values(), ids=COMBINATIONS)
@pytest.mark.parametrize("files", PROJECTS.values(), ids=PROJECTS)
def test_check_gives_the_verdict_of_the_answers(
    framesage, make_project, tmp_path, verdict, files, pairs
):
    make_project(tmp_path, files)
    result = framesage("ask", tmp_path, *answers(pairs), "--write", "--format", "json")
    assert result.code == 0
    step = json.loads(result.out)["verdict"]
    assert verdict() == (True, step["favors"], step["certainty"])


def test_a_description_is_written_with_the_answers(framesage, tmp_path, verdict):
    text = 'A "newsroom" with user accounts\nand an admin panel'
    options = ["--describe", text, "--answer", "mvp=no", "--write", "--format", "json"]
    step = json.loads(framesage("ask", tmp_path, *options).out)["verdict"]
    settings = tomli.loads((tmp_path / "framesage.toml").read_text("utf-8"))
    assert settings["description"] == " ".join(text.split())
    assert settings["traits"]["mvp"] is False
    assert verdict() == (True, step["favors"], step["certainty"])


def test_a_start_is_printed_as_a_diff_that_applies(framesage, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "gunicorn\n"})
    options = ["--answer", "needs-auth=yes", "--start", "flask", "--kit"]
    result = framesage("ask", tmp_path, *options)
    assert (result.code, result.err) == (0, "")
    assert not (tmp_path / "framesage.toml").exists()
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply"], cwd=tmp_path, input=result.out.encode(), check=True)
    patched = {path.name: path.read_text() for path in tmp_path.iterdir() if path.is_file()}
    assert patched["requirements.txt"].startswith("gunicorn\n")
    assert 'framework = "flask"' in patched["framesage.toml"]
    framesage("ask", tmp_path, *options, "--write")
    assert {name: (tmp_path / name).read_text() for name in patched} == patched


def test_a_written_start_is_a_decision(framesage, tmp_path):
    result = framesage("ask", tmp_path, "--start", "django", "--write")
    assert (result.code, result.out) == (0, "")
    assert "wrote" in result.err
    step = json.loads(framesage("ask", tmp_path, "--format", "json").out)
    assert step["verdict"]["headline"] == "Django, as decided"
    again = framesage("ask", tmp_path, "--start", "django", "--write")
    assert (again.code, "nothing to write" in again.err) == (0, True)


def test_broken_toml_is_left_alone_and_the_text_is_printed(framesage, make_project, tmp_path):
    broken = '[project\nname = "x"\n[tool.framesage]\nlayout = false\n'
    make_project(tmp_path, {"pyproject.toml": broken})
    result = framesage("ask", tmp_path, "--answer", "mvp=yes", "--write")
    assert result.code == 2
    assert "it is not valid TOML (line 1)" in result.err
    assert "[tool.framesage.traits]\nmvp = true\n" in result.err
    assert (tmp_path / "pyproject.toml").read_text() == broken


def test_a_read_only_folder_gets_the_text_to_paste(framesage, tmp_path, monkeypatch):
    from framesage.cli.ask import writing

    def refuse(*_):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(writing, "create_text", refuse)  # as root, every folder can be written to
    result = framesage("ask", tmp_path, "--answer", "mvp=yes", "--write")
    assert result.code == 2
    assert "Permission denied" in result.err
    assert "[traits]\nmvp = true\n" in result.err
    assert list(tmp_path.iterdir()) == []


def test_what_is_in_the_way_of_a_new_file_is_kept(framesage, tmp_path):
    (tmp_path / "framesage.toml").mkdir()
    result = framesage("ask", tmp_path, "--answer", "mvp=yes", "--write")
    assert result.code == 2
    assert "cannot write" in result.err
    assert "[traits]\nmvp = true\n" in result.err


def test_a_file_that_changed_meanwhile_is_kept(framesage, make_project, tmp_path, monkeypatch):
    make_project(tmp_path, {"framesage.toml": "layout = true\n"})
    from framesage.cli.ask import writing

    write = writing.write_text

    def meddle(path, before, after, boundary):
        path.write_text("layout = false\n")
        write(path, before, after, boundary)

    monkeypatch.setattr(writing, "write_text", meddle)
    result = framesage("ask", tmp_path, "--answer", "mvp=yes", "--write")
    assert result.code == 2
    assert "changed in the meantime" in result.err
    assert (tmp_path / "framesage.toml").read_text() == "layout = false\n"


def test_a_declaration_holds_where_the_answer_is_unknown(
    framesage, make_project, tmp_path, verdict
):
    make_project(tmp_path, {"framesage.toml": "[traits]\nmvp = true\n"})
    options = ["--answer", "mvp=unknown", "--write", "--format", "json"]
    result = framesage("ask", tmp_path, *options)
    assert result.code == 0
    assert "the settings still declare mvp" in result.err
    assert (tmp_path / "framesage.toml").read_text() == "[traits]\nmvp = true\n"
    step = json.loads(result.out)["verdict"]
    assert verdict() == (True, step["favors"], step["certainty"])


def test_who_knows_nothing_writes_nothing(framesage, tmp_path):
    result = framesage("ask", tmp_path, "--answer", "needs-auth=unknown", "--write")
    assert (result.code, "nothing to write" in result.err) == (0, True)
    assert list(tmp_path.iterdir()) == []


def test_a_second_framework_is_refused(framesage, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "gunicorn\nflask\n"})
    result = framesage("ask", tmp_path, "--start", "django", "--write")
    assert result.code == 2
    assert "--start django: Flask is in use here (requirements.txt:2)" in result.err
    assert (tmp_path / "requirements.txt").read_text() == "gunicorn\nflask\n"
    assert not (tmp_path / "framesage.toml").exists()


def test_the_framework_in_use_can_be_decided_on_whatever_the_case(
    framesage, make_project, tmp_path
):
    make_project(tmp_path, {"requirements.txt": "flask\n"})
    assert framesage("ask", tmp_path, "--start", "Flask", "--write").code == 0
    assert (tmp_path / "requirements.txt").read_text() == "flask\n"
    assert 'framework = "flask"' in (tmp_path / "framesage.toml").read_text()


def test_a_replaced_decision_is_told(framesage, make_project, tmp_path):
    old = 'framework = "flask"\ndecision = "2020-01-01: we know it"\n'
    make_project(tmp_path, {"framesage.toml": old})
    for write in ([], ["--write"]):
        result = framesage("ask", tmp_path, "--start", "django", *write)
        replaced = 'this replaces `framework = "flask"` and `decision = "2020-01-01: we know it"`'
        assert replaced in result.err


def test_a_start_is_all_or_nothing_with_broken_settings(framesage, make_project, tmp_path):
    make_project(tmp_path, {"framesage.toml": "layout = = 1\n", "requirements.txt": "gunicorn\n"})
    result = framesage("ask", tmp_path, "--start", "django", "--write")
    assert result.code == 2
    assert "it is not valid TOML (line 1); nothing was written" in result.err
    assert "django>=5.2\n" in result.err
    assert 'framework = "django"\n' in result.err
    assert (tmp_path / "requirements.txt").read_text() == "gunicorn\n"


def test_a_start_is_taken_back_if_a_file_cannot_be_written(framesage, make_project, tmp_path):
    make_project(tmp_path, {"requirements.txt": "gunicorn\n"})
    (tmp_path / "framesage.toml").mkdir()
    result = framesage("ask", tmp_path, "--start", "django", "--write")
    assert result.code == 2
    assert "django>=5.2\n" in result.err
    assert 'framework = "django"\n' in result.err
    assert (tmp_path / "requirements.txt").read_text() == "gunicorn\n"


def test_escape_sequences_in_a_description_are_removed_as_a_whole(framesage, tmp_path):
    text = "A \x1b[31mred\x1b[0m blog\x1b]0;title\x07 for\x01tea"
    framesage("ask", tmp_path, "--describe", text, "--answer", "mvp=no", "--write")
    settings = tomli.loads((tmp_path / "framesage.toml").read_text("utf-8"))
    assert settings["description"] == "A red blog for tea"


def test_a_start_ends_with_the_next_steps(framesage, tmp_path):
    result = framesage("ask", tmp_path, "--start", "django", "--write")
    assert "next steps:\n  1. Install it: `python -m pip install -r requirements.txt`" in result.err
    assert "  2. Create the project: `django-admin startproject mysite .`\n" in result.err
    record = framesage("report", tmp_path).out
    assert "- Next, create the project: `django-admin startproject mysite .`." in record


def test_text_to_paste_tells_what_it_replaces(framesage, make_project, tmp_path):
    hashed = "gunicorn==23.0 --hash=sha256:00\n"
    make_project(tmp_path, {"requirements.txt": hashed, "framesage.toml": 'framework = "flask"\n'})
    result = framesage("ask", tmp_path, "--start", "django", "--write")
    assert 'this replaces `framework = "flask"`' in result.err
    assert (tmp_path / "framesage.toml").read_text() == 'framework = "flask"\n'
