"""Files that are named on the command line are read, whatever their names, or it is an error."""

import pytest

LIST = "Flask==1.0\nflask-login\n"
SCRIPT = '#!/usr/bin/env -S uv run --script\n# /// script\n# dependencies = ["flask==1.0"]\n# ///\n'
FOUND_ANYWAY = (
    *("requirements3.txt", "devrequirements.txt", "requirementsdev.txt", "requirements.pip"),
    *("requirements.TXT", "Requirements-2.In", "deps/base.pip", "constraints.d/requirements2.txt"),
)
FOUND_IF_NAMED = {
    "reqs.txt": LIST,
    "dependencies.txt": LIST,
    "packages.lst": LIST + "-r more.txt\n# a comment\n",
    "REQS": LIST,
    "conda.yml": "name: x\ndependencies:\n  - flask=1.0\n",
    "pyproject-old.toml": '[project]\nname = "x"\ndependencies = ["flask==1.0"]\n',
    "tool": SCRIPT,
    "tool.pyw": SCRIPT,
    ".devcontainer/requirements.txt": LIST,
    "node_modules/x/reqs.txt": LIST,
}
NOT_READ = {
    "app.py": "import flask\n",
    "notes.txt": "What we did\nThen we went home.\n",
    "notes.md": "# Notes\n\n- We did this.\n- Then that.\n\nAnd more of it here.\n",
    "data.json": '{\n  "flask": "1.0"\n}\n',
    "compose.yml": "services:\n  web:\n    image: flask\n",
    "ruff.toml": "line-length = 100\n",
    "tox.cfg": "[tox]\nenvlist = py\n",
    "tox.ini": "[tox]\nenvlist=py\n[testenv]\ndeps=flask==1.0\nskip_install = true\n",
    "Makefile": "all:\n\tpip install flask\n",
    "run.sh": "#!/bin/sh\nexec flask run --port 80\n",
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", FOUND_ANYWAY)
def test_names_of_dependency_files(framesage, folder, make_project, name):
    make_project(folder, {name: LIST})
    for path in (".", name):
        result = framesage("check", path)
        assert result.code == 1
        assert "flask-unsupported" in result.out


@pytest.mark.parametrize("name", FOUND_IF_NAMED)
def test_named_files_are_read(framesage, folder, make_project, name):
    make_project(folder, {name: FOUND_IF_NAMED[name]})
    result = framesage("check", name)
    assert (result.code, result.err) == (1, "")
    assert f"{name}:" in result.out
    assert "flask-unsupported" in result.out
    assert framesage("check", ".").code == 0  # the name alone does not tell


@pytest.mark.parametrize("name", NOT_READ)
@pytest.mark.parametrize("command", ["check", "explain", "ask"])
def test_naming_a_file_that_is_not_read_is_an_error(framesage, folder, make_project, name, command):
    make_project(folder, {name: NOT_READ[name], "requirements.txt": "requests\n"})
    result = framesage(command, name)
    assert result.code == 2
    assert f"{name}: not read: " in result.err
    assert "pass its folder" in result.err


def test_message_tells_what_a_script_lacks(framesage, folder, make_project):
    make_project(folder, {"app.py": "import flask\n"})
    assert framesage("check", "app.py").err == (
        "framesage: error: app.py: not read: a Python file without inline metadata (# /// script);"
        " pass its folder\n"
    )


def test_unreadable_file_is_reported(framesage, folder):
    (folder / "reqs.txt").write_bytes(b"flask==1.0\n\x00\xff\xfe\x81")
    assert framesage("check", "reqs.txt").code == 2


def test_other_paths_are_still_checked(framesage, folder, make_project):
    make_project(folder, {"app.py": "import flask\n", "a/requirements.txt": LIST})
    result = framesage("check", "app.py", "a")
    assert result.code == 2
    assert "flask-unsupported" in result.out


@pytest.mark.parametrize("name", ["README.md", "uv.lock", "framesage.toml", "pyproject.toml"])
def test_files_that_a_project_reads_select_it(framesage, folder, make_project, name):
    files = {
        "README.md": "# Shop\n",
        "uv.lock": "",
        "framesage.toml": "",
        "pyproject.toml": "[tool.ruff]\n",
    }
    make_project(folder, {"requirements.txt": LIST, **files})
    assert framesage("check", name).code == 1


def test_named_file_joins_the_project_of_its_folder(framesage, folder, make_project):
    make_project(folder, {"requirements.txt": "flask>=3\n", "reqs.txt": "wtforms\n"})
    assert "wtforms" not in framesage("check", ".").out
    result = framesage("check", "reqs.txt", "--fail-on", "information")
    assert result.code == 1
    assert "flask-forms-without-csrf" in result.out
    assert "1 project checked" in result.out


def test_named_script_is_a_project_of_its_own(framesage, folder, make_project):
    make_project(folder, {"requirements.txt": "requests\n", "tool": SCRIPT})
    result = framesage("check", "tool", "requirements.txt")
    assert "2 projects checked" in result.out
    assert result.out.count("flask-unsupported") == 1


def test_named_file_is_fixed(framesage, folder, make_project):
    make_project(folder, {"reqs.txt": "django\nflask-cors\n"})
    assert "@@ -1,2 +1 @@" in framesage("check", "--diff", "reqs.txt").out
    result = framesage("check", "--fix", "reqs.txt")
    assert (folder / "reqs.txt").read_text() == "django\n"
    assert "1 project checked" in result.out


def test_development_list_is_the_main_one_only_if_it_is_the_only_one(
    framesage, folder, make_project
):
    make_project(folder, {"devrequirements.txt": LIST, "requirements.txt": "requests\n"})
    assert "flask-unsupported" not in framesage("check").out
