"""Starting with a framework edits the project's own list, and records the decision and answers."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_root
from framesage.fixes import answer_edits, apply_edits, start_edits
from framesage.project import Disk
from framesage.text import Source

TODAY = date(2026, 11, 28)
PROJECT = '[project]\nname = "shop"\n'
SETUP = "from setuptools import setup\n\nsetup(\n    name='shop',\n    install_requires={},\n)\n"
LISTS = {
    "requirements.txt": [
        ("gunicorn\n", "gunicorn\ndjango>=5.2\n"),
        ("gunicorn>=23\npsycopg>=3", "gunicorn>=23\npsycopg>=3\ndjango>=5.2"),
        ("boto3\ngunicorn\npsycopg\n", "boto3\ndjango>=5.2\ngunicorn\npsycopg\n"),
        ("boto3\ndjango-environ\ngunicorn\n", "boto3\ndjango>=5.2\ndjango-environ\ngunicorn\n"),
        ("gunicorn==23.0\npsycopg==3.2\n", "gunicorn==23.0\npsycopg==3.2\ndjango==5.2.*\n"),
        ("gunicorn==23.0\npsycopg\n", "gunicorn==23.0\npsycopg\ndjango>=5.2\n"),
        ("gunicorn~=23.0\n", "gunicorn~=23.0\ndjango~=5.2\n"),
        ("gunicorn >= 23\npsycopg\n", "gunicorn >= 23\npsycopg\ndjango >= 5.2\n"),
        ("gunicorn >= 23, < 24\n", "gunicorn >= 23, < 24\ndjango >= 5.2, < 6\n"),
        ("gunicorn>=23,<24\n", "gunicorn>=23,<24\ndjango>=5.2,<6\n"),
        ("gunicorn\r\n", "gunicorn\r\ndjango>=5.2\r\n"),
        ("", "django>=5.2\n"),
        ("\n\n", "django>=5.2\n"),
        ("# the web server\n\n", "# the web server\ndjango>=5.2\n\n"),
        ("--index-url https://x.test\r\n", "--index-url https://x.test\r\ndjango>=5.2\r\n"),
    ],
    "requirements.in": [("gunicorn\n", "gunicorn\ndjango>=5.2\n")],
    "pyproject.toml": [
        (f'{PROJECT}dependencies = ["a", "b"]\n',
         f'{PROJECT}dependencies = ["a", "b", "django>=5.2"]\n'),
        (f"{PROJECT}dependencies = [\n  'a~=1.0'  # why\n]\n",
         f"{PROJECT}dependencies = [\n  'a~=1.0',  # why\n  'django~=5.2'\n]\n"),
        (f"{PROJECT}dependencies = []\n",
         f'{PROJECT}dependencies = [\n    "django>=5.2",\n]\n'),
        ("[project]\r\ndependencies = [ # none yet\r\n]\r\n",
         '[project]\r\ndependencies = [ # none yet\r\n    "django>=5.2",\r\n]\r\n'),
        (f'{PROJECT}dependencies = [\n\t# none yet\n]\n',
         f'{PROJECT}dependencies = [\n\t# none yet\n\t"django>=5.2",\n]\n'),
        (f'{PROJECT}\n[build-system]\nrequires = [\n  "hatchling",\n]\n',
         f'{PROJECT}dependencies = [\n  "django>=5.2",\n]\n'
         '\n[build-system]\nrequires = [\n  "hatchling",\n]\n'),
        ("[project]\nname = 'shop'\ndynamic = ['version']\n",
         "[project]\nname = 'shop'\ndynamic = ['version']\ndependencies = [\n"
         "    'django>=5.2',\n]\n"),
        ('[tool.poetry.dependencies]\npython = "^3.12"\n',
         '[tool.poetry.dependencies]\npython = "^3.12"\ndjango = "^5.2"\n'),
        ('[tool.poetry]\nname = "shop"\n',
         '[tool.poetry]\nname = "shop"\n\n[tool.poetry.dependencies]\ndjango = "^5.2"\n'),
        ('[tool.poetry.dependencies]\ngunicorn = "~23.0"\n',
         '[tool.poetry.dependencies]\ngunicorn = "~23.0"\ndjango = "~5.2"\n'),
        ('[tool.poetry.dependencies]\ngunicorn = "23.0.0"\n',
         '[tool.poetry.dependencies]\ngunicorn = "23.0.0"\ndjango = "5.2.*"\n'),
    ],
    "Pipfile": [
        ("[packages]\n\n[dev-packages]\n",
         '[packages]\ndjango = ">=5.2"\n\n[dev-packages]\n'),
        ("[packages]\ngunicorn = '*'\n", "[packages]\ngunicorn = '*'\ndjango = '>=5.2'\n"),
    ],
    "pixi.toml": [
        ('[dependencies]\npython = ">=3.12"\n',
         '[dependencies]\npython = ">=3.12"\ndjango = ">=5.2"\n'),
        ('[dependencies]\npython = ">=3.12"\n\n[pypi-dependencies]\n',
         '[dependencies]\npython = ">=3.12"\n\n[pypi-dependencies]\ndjango = ">=5.2"\n'),
    ],
    "environment.yml": [
        ("dependencies:\n- python=3.12\n- pip\n",
         "dependencies:\n- python=3.12\n- pip\n- django>=5.2\n"),
        ("dependencies:\n  - gunicorn=23\n", "dependencies:\n  - gunicorn=23\n  - django=5.2\n"),
        ("dependencies:\n  - pip:\n    - gunicorn==23\n",
         "dependencies:\n  - pip:\n    - gunicorn==23\n    - django==5.2.*\n"),
        ('dependencies:\n  - "gunicorn>=23"\n',
         'dependencies:\n  - "gunicorn>=23"\n  - "django>=5.2"\n'),
        ("name: shop\ndependencies: # none\n",
         "name: shop\ndependencies: # none\n  - django>=5.2\n"),
    ],
    "setup.cfg": [
        ("[options]\ninstall_requires =\n    gunicorn\n",
         "[options]\ninstall_requires =\n    gunicorn\n    django>=5.2\n"),
        ("[options]\ninstall_requires =\n", "[options]\ninstall_requires =\n    django>=5.2\n"),
        ("[metadata]\nname = shop\n\n[options]\npackages =\n    shop\n\n[tool:x]\n",
         "[metadata]\nname = shop\n\n[options]\npackages =\n    shop\n"
         "install_requires =\n    django>=5.2\n\n[tool:x]\n"),
        ("[metadata]\nname = shop\n",
         "[metadata]\nname = shop\n\n[options]\ninstall_requires =\n    django>=5.2\n"),
    ],
    "setup.py": [
        (SETUP.format("[]"), SETUP.format("[\n        'django>=5.2',\n    ]")),
        (SETUP.format("['gunicorn']"), SETUP.format("['gunicorn', 'django>=5.2']")),
        (SETUP.format("['gunicorn'] + more"), SETUP.format("['gunicorn', 'django>=5.2'] + more")),
    ],
}  # fmt: skip
PAIRS = [(name, *pair) for name, pairs in LISTS.items() for pair in pairs]


@pytest.fixture
def assess(tmp_path, make_project):
    def run(**files: str):
        make_project(tmp_path, {name.replace("__", "."): text for name, text in files.items()})
        return assess_root(tmp_path, Disk(), TODAY)

    return run


def texts_after(assessment, changes):
    """Return the texts of the files with edits, by name."""
    return {
        change.path.name: apply_edits(
            assessment.project.source(change.path) or Source(change.path, ""), change.edits
        )
        for change in changes.files
        if change.edits
    }


@pytest.mark.parametrize(("name", "before", "after"), PAIRS)
def test_the_framework_is_added_in_the_style_of_the_list(assess, name, before, after):
    assessment = assess(**{name: before})
    text = texts_after(assessment, start_edits(assessment, "django"))[name]
    assert text.startswith(after) if name == "pyproject.toml" else text == after


def test_the_decision_and_the_answers_are_written_below_the_requirements(assess):
    assessment = assess(pyproject__toml=f"{PROJECT}dependencies = []\n")
    changes = start_edits(assessment, "django", answers={"needs-admin": True, "api-only": False})
    assert texts_after(assessment, changes)["pyproject.toml"] == (
        f'{PROJECT}dependencies = [\n    "django>=5.2",\n]\n'
        '\n[tool.framesage]\nframework = "django"\n'
        'decision = "2026-11-28: it needs an admin back office; it needs user accounts"\n'
        "\n[tool.framesage.traits]\nneeds-admin = true\napi-only = false\n"
    )


def test_an_empty_folder_gets_a_list_and_a_settings_file(assess):
    assessment = assess()
    changes = start_edits(assessment, "flask", answers={"api-only": True})
    assert texts_after(assessment, changes) == {
        "requirements.txt": "flask>=3.1\n",
        "framesage.toml": 'framework = "flask"\n'
        'decision = "2026-11-28: it is an API without HTML pages"\n'
        "\n[traits]\napi-only = true\n",
    }
    assert all(edit.create for edit in changes.edits)


def test_a_pyproject_that_only_configures_tools_gets_the_settings(assess):
    tools = "[tool.ruff]\nline-length = 100\n"
    assessment = assess(requirements__txt="gunicorn\n", pyproject__toml=tools)
    changes = start_edits(assessment, "flask", answers={"mvp": True})
    texts = texts_after(assessment, changes)
    assert texts["requirements.txt"] == "gunicorn\nflask>=3.1\n"
    assert texts["pyproject.toml"].startswith(f'{tools}\n[tool.framesage]\nframework = "flask"\n')
    assert not any(edit.create for edit in changes.edits)


def test_later_answers_and_decisions_replace_earlier_ones(assess):
    settings = 'framework = "django"\ndecision = "earlier"\n\n[traits]\nmvp = false  # so far\n'
    assessment = assess(framesage__toml=settings, requirements__txt="flask\n")
    changes = start_edits(assessment, "flask", answers={"mvp": True})
    assert texts_after(assessment, changes) == {
        "framesage.toml": 'framework = "flask"\ndecision = "2026-11-28: it is a prototype or MVP"\n'
        "\n[traits]\nmvp = true  # so far\n"
    }


def test_a_decision_with_a_reason_is_kept(assess):
    settings = 'framework = "flask"\ndecision = "because"\n'
    assessment = assess(framesage__toml=settings, requirements__txt="flask\n")
    assert start_edits(assessment, "flask").files == ()


def test_answers_alone_are_written_into_the_settings(assess):
    assessment = assess(pyproject__toml=f"{PROJECT}dependencies = []\n")
    changes = answer_edits(assessment, {"mvp": True, "api-only": False})
    assert texts_after(assessment, changes) == {
        "pyproject.toml": f"{PROJECT}dependencies = []\n\n"
        "[tool.framesage.traits]\nmvp = true\napi-only = false\n"
    }


def test_the_kit_is_added_without_what_is_there(assess):
    assessment = assess(requirements__txt="gunicorn==23.0\nflask-admin==2.0\n")
    changes = start_edits(assessment, "flask", answers={"needs-admin": True}, kit=True)
    lines = texts_after(assessment, changes)["requirements.txt"].splitlines()
    assert lines[:3] == ["gunicorn==23.0", "flask-admin==2.0", "flask==3.1.*"]
    assert [line for line in lines if line.startswith("flask-admin")] == ["flask-admin==2.0"]
    assert all("==" in line and line.endswith(".*") for line in lines[2:])


def test_a_new_list_has_only_requirements_for_run_time(assess):
    """A list for development is not the main one."""
    assessment = assess(**{"requirements-dev.txt": "pytest\n"})
    changes = start_edits(assessment, "flask")
    assert texts_after(assessment, changes)["requirements.txt"] == "flask>=3.1\n"


def test_the_source_of_a_compiled_file_is_edited(assess):
    compiled = "# This file is autogenerated by pip-compile with Python 3.12\ngunicorn==23.0\n"
    assessment = assess(requirements__in="gunicorn\n", requirements__txt=compiled)
    texts = texts_after(assessment, start_edits(assessment, "flask"))
    assert texts["requirements.in"] == "gunicorn\nflask>=3.1\n"
    assert "requirements.txt" not in texts


UNWRITABLE = {
    "invalid TOML": (
        "pyproject.toml",
        f'{PROJECT}dependencies = ["gunicorn"\n[tool.a]\n',
        "it is not valid TOML (line 4)",
        '"flask>=3.1",\n\n[tool.framesage]\nframework = "flask"\n',
    ),
    "hashes": (
        "requirements.txt",
        "gunicorn==23.0 --hash=sha256:00\n",
        "its requirements have hashes",
        "flask==3.1.*\n",
    ),
    "a compiled file without its source": (
        "requirements.txt",
        "# This file is autogenerated by pip-compile with Python 3.12\ngunicorn==23.0\n",
        "it is generated from another file",
        "flask",
    ),
    "computed requirements": (
        "setup.py",
        "from setuptools import setup\nsetup(install_requires=read())\n",
        "its dependency list is computed, or in a form that is not edited",
        '"flask>=3.1",\n',
    ),
    "dynamic requirements": (
        "pyproject.toml",
        f'{PROJECT}dynamic = ["dependencies"]\n',
        "its dependency list is computed, or in a form that is not edited",
        '"flask>=3.1",\n',
    ),
    "a file in another encoding": (
        "requirements.txt",
        b"gunicorn \xff\n",
        "it cannot be read",
        "flask>=3.1\n",
    ),
}


@pytest.mark.parametrize(("name", "text", "problem", "pasted"), UNWRITABLE.values(), ids=UNWRITABLE)
def test_what_cannot_be_written_is_returned_to_paste(assess, name, text, problem, pasted):
    changes = start_edits(assess(**{name: text}), "flask", answers={"mvp": True})
    (change,) = changes.to_paste
    assert (change.path.name, change.problem, change.edits) == (name, problem, ())
    assert change.text.startswith(pasted)
    everything = "".join(change.text for change in changes.files)
    assert all(f"{line}\n" in everything for line in ('framework = "flask"', "mvp = true"))


def test_a_script_gets_comments_to_paste(tmp_path, make_project):
    script = '# /// script\n# dependencies = ["gunicorn"]\n# ///\n'
    make_project(tmp_path, {"app.py": script})
    changes = start_edits(assess_root(tmp_path / "app.py", Disk(), TODAY), "flask")
    assert changes.edits == ()
    (change,) = changes.to_paste
    assert change.text.startswith('#   "flask>=3.1",\n\n# [tool.framesage]\n# framework = "flask"')


def test_settings_below_a_value_that_is_no_table_are_to_paste(assess):
    assessment = assess(framesage__toml="traits = 1\n", requirements__txt="flask\n")
    changes = answer_edits(assessment, {"mvp": True})
    (change,) = changes.to_paste
    assert (change.problem, change.text) == (
        "`traits` is not a table there", "[traits]\nmvp = true\n",
    )  # fmt: skip
