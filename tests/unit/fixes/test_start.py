"""Starting with a framework edits the project's own list, and records the decision and answers."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_root
from framesage.fixes import answer_edits, apply_edits, start_edits, why_not_start
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
        ("gunicorn==23.0\npsycopg==3.2\n", "gunicorn==23.0\npsycopg==3.2\ndjango~=5.2\n"),
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
         "dependencies:\n  - pip:\n    - gunicorn==23\n    - django~=5.2\n"),
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
        "framesage.toml": 'framework = "flask"\n'
        'decision = "2026-11-28: it is a prototype, demo or tutorial"\n'
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
    assert lines[:3] == ["gunicorn==23.0", "flask-admin==2.0", "flask~=3.1"]
    assert [line for line in lines if line.startswith("flask-admin")] == ["flask-admin==2.0"]
    assert all("~=" in line for line in lines[2:])


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
        '# in `dependencies` of [project]\n"flask>=3.1",\n'
        '\n[tool.framesage]\nframework = "flask"\n',
    ),
    "hashes": (
        "requirements.txt",
        "gunicorn==23.0 --hash=sha256:00\n",
        "its requirements have hashes",
        "# with its exact version and its hashes\nflask~=3.1\n",
    ),
    "a compiled file without its source": (
        "requirements.txt",
        "# This file is autogenerated by pip-compile with Python 3.12\ngunicorn==23.0\n",
        "it is not in the project, and requirements.txt is generated from it",
        "flask>=3.1\n",
    ),
    "computed requirements": (
        "setup.py",
        "from setuptools import setup\nsetup(install_requires=read())\n",
        "its dependency list is computed, or in a form that is not edited",
        '# in `install_requires`\n"flask>=3.1",\n',
    ),
    "dynamic requirements": (
        "pyproject.toml",
        f'{PROJECT}dynamic = ["dependencies"]\n',
        "its dependency list is computed, or in a form that is not edited",
        '# where the dynamic `dependencies` of [project] come from\n"flask>=3.1",\n',
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
    (change,) = (change for change in changes.files if change.problem)
    assert change.path.name == name.replace(".txt", ".in" if "generated" in problem else ".txt")
    assert change.problem == problem
    assert change.text.startswith(pasted)
    assert changes.edits == ()
    assert changes.to_paste == changes.files
    everything = "".join(change.text for change in changes.files)
    assert all(f"{line}\n" in everything for line in ('framework = "flask"', "mvp = true"))


def test_a_script_gets_comments_to_paste(tmp_path, make_project):
    script = '# /// script\n# dependencies = ["gunicorn"]\n# ///\n'
    make_project(tmp_path, {"app.py": script})
    changes = start_edits(assess_root(tmp_path / "app.py", Disk(), TODAY), "flask")
    assert changes.edits == ()
    (change,) = changes.to_paste
    place = "# in `dependencies` of the metadata"
    settings = '# [tool.framesage]\n# framework = "flask"\n'
    assert change.text.startswith(f'{place}\n#   "flask>=3.1",\n\n{settings}')


def test_settings_below_a_value_that_is_no_table_are_to_paste(assess):
    assessment = assess(framesage__toml="traits = 1\n", requirements__txt="flask\n")
    changes = answer_edits(assessment, {"mvp": True})
    (change,) = changes.to_paste
    assert (change.problem, change.text) == (
        "`traits` is not a table there", "[traits]\nmvp = true\n",
    )  # fmt: skip


def test_a_compiled_file_names_its_source(assess):
    header = "# This file is autogenerated by pip-compile with Python 3.12\n#\n"
    text = f"{header}#    pip-compile --output-file=requirements.txt base.in\n#\ngunicorn==23.0\n"
    (_, change) = start_edits(assess(requirements__txt=text), "flask").to_paste
    assert (change.path.name, change.text) == ("base.in", "flask>=3.1\n")


def test_earlier_settings_that_are_replaced_are_named(assess):
    settings = 'framework = "flask"\ndecision = "2020-01-01: we know it"\n\n[traits]\nmvp = false\n'
    changes = start_edits(assess(framesage__toml=settings), "django", answers={"mvp": True})
    (replaced,) = (change.replaced for change in changes.files if change.path.suffix == ".toml")
    assert replaced == (
        'framework = "flask"', 'decision = "2020-01-01: we know it"', "mvp = false",
    )  # fmt: skip


@pytest.mark.parametrize("requirements", ["flask\n", "flask-login\n", "fastapi\n"])
def test_another_framework_in_use_is_in_the_way(assess, requirements):
    assessment = assess(requirements__txt=f"gunicorn\n{requirements}")
    problem = why_not_start(assessment, "django")
    assert "is in use here (requirements.txt:2)" in problem
    assert "start with Django in a folder of its own" in problem


@pytest.mark.parametrize("requirements", ["", "gunicorn\n", "django\n", "flask\ndjango\n"])
def test_nothing_is_in_the_way_of_the_framework_in_use(assess, requirements):
    settings = 'framework = "flask"\n'  # an earlier decision is replaced
    assessment = assess(requirements__txt=requirements, framesage__toml=settings)
    assert why_not_start(assessment, "django") == ""


REASONS = [
    ({"api-only": True, "microservice": True}, "flask", "although", False),
    (
        {"needs-admin": True, "content-heavy": True},
        "flask",
        "the evidence favors Django (",
        True,
    ),
    ({}, "flask", "chosen without evidence for either framework", True),
]


@pytest.mark.parametrize(("answers", "framework", "words", "found"), REASONS)
def test_the_decision_tells_what_the_evidence_favored(assess, answers, framework, words, found):
    changes = start_edits(assess(framesage__toml=""), framework, answers=answers)
    (text,) = (change.text for change in changes.files if change.path.name == "framesage.toml")
    assert (words in text) is found
