"""Which projects are web applications to advise, although or because they use a framework."""

import pytest

from framesage.wording.silence import find_silence

PROJECT = '[project]\nname = "x"\ndescription = "{}"\ndependencies = {}\n'


def assess(assess_project, packages, description="", **files):
    text = PROJECT.format(description, packages.split())
    return assess_project(pyproject__toml=text, **files)


@pytest.mark.parametrize(
    ("packages", "description", "cause"),
    [
        ("discord.py flask", "", "discord.py"),
        ("py-cord flask aiosqlite requests", "Moderation bot for our Discord server", "bot"),
        ("pytelegrambotapi flask", "A Telegram bot that reminds me of birthdays", "bot"),
        ("locust flask", "Load tests of the shop", "locust"),
        ("click flask spotipy rich", "Command line tool that exports playlists", "Command line"),
        ("pygame flask", "", "pygame"),
        ("pyside6 flask requests-oauthlib", "Desktop app for photos", "Desktop app"),
        ("flask rpi.gpio gpiozero", "Firmware of a plant waterer", "Firmware"),
    ],
)
def test_flask_as_a_small_part_of_something_else(assess_project, packages, description, cause):
    files = {"locustfile__py": ""} if "locust" in packages else {}
    assessment = assess(assess_project, packages, description, **files)
    assert not assessment.web
    assert assessment.findings == ()
    assert cause in find_silence(assessment).words


def test_a_page_that_keeps_a_bot_awake(assess_project):
    assert assess(assess_project, "flask requests").web
    files = {"main.py": "", "keep_alive.py": ""}
    assessment = assess(assess_project, "flask python-telegram-bot", **files)
    assert "keep_alive.py" in find_silence(assessment).words


def test_a_notebook_that_lists_flask(assess_project):
    science = "jupyter pandas numpy matplotlib seaborn scipy scikit-learn tensorflow keras flask"
    assert not assess(assess_project, science).web
    assert assess(assess_project, f"{science} flask-cors").web
    assert assess(assess_project, science, **{"wsgi.py": ""}).web


@pytest.mark.parametrize(
    ("packages", "files"),
    [
        ("discord.py flask flask-login flask-sqlalchemy", {}),  # a dashboard of the bot
        ("flask scikit-learn pandas", {}),  # serves a model
        ("flask torch transformers", {"templates/index.html": ""}),
        ("flask typer", {}),
        ("django pandas matplotlib scikit-learn jupyter torch discord.py", {}),
    ],
)
def test_applications_with_other_parts(assess_project, packages, files):
    assert assess(assess_project, packages, **files).web


def test_flask_in_a_list_of_tests(assess_project):
    tests = {"tests/requirements.txt": "flask\n"}
    assessment = assess(assess_project, "requests", **tests)
    assert (assessment.framework.state, assessment.web) == ("none", False)
