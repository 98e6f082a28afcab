"""What a project is for shows in its name and those of its folders."""

from datetime import date

import pytest

from framesage.advice.workspace import assess_paths
from framesage.project import Disk, load_project
from framesage.wording.reasons import reason_words


def is_first_version(assessment):
    return "mvp" in [found.trait.id for found in assessment.traits if found.certainty != "low"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("flask-tutorial", True),
        ("DjangoStarter", True),
        ("cookiecutter-flask-api", True),
        ("votes_realworld", True),
        ("example-voting-app", True),
        ("rest-api-course", True),
        ("sample-django-app", True),
        ("web_template", True),
        ("course-registration", False),
        ("sample-tracker", False),
        ("template-manager", False),
        ("demographics", False),
        ("example", False),  # a placeholder
        ("demo", False),
    ],
)
def test_the_name_of_a_project(assess_project, name, wanted):
    project = f'[project]\nname = "{name}"\ndependencies = ["flask"]\n'
    assert is_first_version(assess_project(pyproject__toml=project)) is wanted


@pytest.mark.parametrize(
    ("folder", "wanted"),
    [
        ("poll-prototype", True),
        ("poll-prototype/backend", True),
        ("examples/polls", True),
        ("polls/backend", False),
        ("polls", False),
    ],
)
def test_the_names_of_folders(tmp_path, make_project, folder, wanted):
    make_project(tmp_path, {".git/HEAD": "", f"{folder}/requirements.txt": "flask\n"})
    (assessment,) = assess_paths([tmp_path / folder], date(2026, 11, 24))
    assert is_first_version(assessment) is wanted
    make_project(tmp_path, {f"{folder}/framesage.toml": "layout = false\n"})
    (assessment,) = assess_paths([tmp_path / folder], date(2026, 11, 24))
    assert not is_first_version(assessment)


def test_a_short_title_of_a_readme_is_a_name(assess_project):
    named = assess_project("flask\n", README__md="# Polls: hackathon project\n")
    assert is_first_version(named)
    prose = "# Polls that look like those of cookiecutter templates\n"
    assert not is_first_version(assess_project("flask\n", README__md=prose))


@pytest.mark.parametrize(
    "opening",
    ["A sample application for polls.", "The companion repository of a book about APIs."],
)
def test_the_opening_of_a_readme(assess_project, opening):
    assert is_first_version(assess_project("flask\n", README__md=f"# Polls\n\n{opening}\n"))


def test_the_reason_quotes_the_word(assess_project):
    project = '[project]\nname = "poll-course"\ndependencies = ["flask"]\n'
    assessment = assess_project(pyproject__toml=project)
    (mvp,) = (found for found in assessment.traits if found.trait.id == "mvp")
    words = reason_words(mvp.conclusion.supporting[0], assessment)
    assert words == "'course' in its name names a prototype, demo or starter"


@pytest.mark.parametrize(
    ("folder", "found"), [("backend", True), ("src/app", True), ("mail", False), ("deploy", False)]
)
def test_the_readme_above_the_folder_of_an_application(tmp_path, make_project, folder, found):
    files = {f"{folder}/requirements.txt": "flask\n", "README.md": "# Polls\n"}
    make_project(tmp_path, files)
    assert bool(load_project(tmp_path / folder, Disk(), tmp_path).readme) is found


def test_a_folder_is_not_the_projects_name(tmp_path, make_project):
    make_project(tmp_path, {"examples/requirements.txt": "flask\n"})
    (assessment,) = assess_paths([tmp_path], date(2026, 11, 1))
    (mvp,) = (found for found in assessment.traits if found.trait.id == "mvp")
    words = reason_words(mvp.conclusion.supporting[0], assessment)
    assert words == "'examples' in its path names a prototype, demo or starter"
