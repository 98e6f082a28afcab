"""The dialogue that decides between Flask and Django, by keyboard only."""

import re

import pytest
import tomli

from editors.vscode.dialogue import ASK_ME, Dialogue

IDEA = "A shop with customer accounts"
PYPROJECT = f"""\
[project]
name = "idea"
version = "0.1.0"
description = "{IDEA}"
dependencies = []
"""
MOST_QUESTIONS = 12


@pytest.fixture
def idea(tmp_path):
    """A folder without files."""
    folder = tmp_path / "idea"
    folder.mkdir()
    return folder


@pytest.fixture
def pyproject(idea):
    """The dependency file of a project without dependencies."""
    file = idea / "pyproject.toml"
    file.write_text(PYPROJECT, encoding="utf-8")
    return file


def _answer_until_settled(dialogue, answer: str) -> int:
    """Give the same answer to all questions; return how many there were."""
    for number in range(1, MOST_QUESTIONS):
        dialogue.wait_for(f"Question {number}: ")
        dialogue.choose(answer)
        dialogue.wait_for_next(number)
        if dialogue.number is None:
            return number
    raise AssertionError("the dialogue does not end")


def test_idea_becomes_a_project_by_keyboard(open_window, address, idea):
    window = open_window(address, idea, None)
    window.command(ASK_ME)
    window.page.get_by_text("What do you want to build?").wait_for()
    assert list(idea.iterdir()) == []
    window.page.keyboard.type(IDEA)
    window.page.keyboard.press("Enter")

    dialogue = Dialogue(window)
    dialogue.wait_for("Question 1: ")
    assert (idea / "pyproject.toml").read_text("utf-8") == PYPROJECT
    first = dialogue.title
    assert dialogue.placeholder.startswith("So far: ")
    dialogue.choose("Why")
    window.wait("the reason is shown", lambda: "guidance G" in " ".join(dialogue.rows()))
    dialogue.choose("Yes")
    dialogue.wait_for("Question 2: ")
    dialogue.back()
    dialogue.wait_for(first)
    assert "guidance G" not in " ".join(dialogue.rows())
    assert _answer_until_settled(dialogue, "Yes") > 0

    assert "Django" in dialogue.title
    assert dialogue.placeholder == "No other answer can change this"
    rows = dialogue.rows()
    assert any(row.startswith("Django includes ") for row in rows)
    assert any(row.startswith("Flask ") and "package" in row for row in rows)
    dialogue.choose("Start with Flask and its kit")

    window.toast().filter(has_text="pyproject.toml").wait_for()
    window.save()
    written = tomli.loads((idea / "pyproject.toml").read_text("utf-8"))
    names = {re.split("[<>=~]", entry)[0] for entry in written["project"]["dependencies"]}
    assert {"flask"} < names
    assert names & {"flask-login", "flask-security", "flask-jwt-extended"}
    assert written["tool"]["framesage"]["framework"] == "flask"
    assert True in written["tool"]["framesage"]["traits"].values()
    window.focus_editor()
    window.page.keyboard.press("Control+Z")
    window.save()
    assert (idea / "pyproject.toml").read_text("utf-8") == PYPROJECT


def test_status_of_an_open_choice_offers_the_dialogue(open_window, address, idea, pyproject):
    window = open_window(address, idea, pyproject)
    window.first(".statusbar-item[aria-label*='Framesage: Django would suit']").click()
    window.first(".hover-language-status").get_by_text("Flask or Django? Ask Me").click()
    Dialogue(window).wait_for("Question 1: ")


def test_lens_starts_the_dialogue_which_goes_on_where_it_was_stopped(
    open_window, address, idea, pyproject
):
    window = open_window(address, idea, pyproject)
    lens = window.page.locator(".codelens-decoration a").filter(has_text="Flask or Django?")
    lens.click()
    dialogue = Dialogue(window)
    dialogue.wait_for("Question 1: ")
    dialogue.choose("Yes")
    dialogue.wait_for("Question 2: ")
    window.page.keyboard.press("Escape")
    window.toast().filter(has_text="remembers your 1 answer").wait_for()
    assert pyproject.read_text("utf-8") == PYPROJECT

    lens.click()
    dialogue.wait_for("Question 2: ")
    dialogue.choose("Stop asking")
    dialogue.wait_for_next(2)
    dialogue.choose("Write the answers into")
    window.toast().filter(has_text="Changed pyproject.toml").wait_for()
    window.save()
    settings = tomli.loads(pyproject.read_text("utf-8"))["tool"]["framesage"]
    assert list(settings["traits"].values()) == [True]
    assert "framework" not in settings


def test_one_of_several_projects_is_picked(open_window, address, idea, tmp_path):
    for folder in (idea, idea / "api", idea / "site"):
        folder.mkdir(exist_ok=True)
        (folder / "requirements.txt").write_text("", encoding="utf-8")
    window = open_window(address, idea, None)
    window.command("Framesage: Choose a Web Framework")
    dialogue = Dialogue(window)
    dialogue.wait_for_prompt("Which project is it about?")
    names = ("idea", "api", "site")  # outer folders first
    assert all(row.startswith(name) for row, name in zip(dialogue.rows(), names, strict=True))
    dialogue.choose("site")
    dialogue.wait_for("Question 1: ")
    dialogue.choose("No")
    dialogue.wait_for_next(1)
    if dialogue.number is not None:
        dialogue.choose("Stop asking")
        dialogue.wait_for_next(2)
    dialogue.choose("Start with Flask")
    window.first('.tab.active[data-resource-name="requirements.txt"]').wait_for()
    window.wait("the framework is in the file", lambda: "flask" in window.text().lower())
    assert (idea / "api" / "requirements.txt").read_text("utf-8") == ""


def test_walkthrough_shows_every_step_and_starts_the_dialogue(
    open_window, address, idea, pyproject
):
    window = open_window(address, idea, pyproject)
    window.command("Welcome: Open Walkthrough...")
    dialogue = Dialogue(window)
    dialogue.wait_for_prompt("Select a walkthrough to open")
    dialogue.choose("Flask or Django?")
    media = window.page.locator(".getting-started-media").first
    steps = window.page.locator(".getting-started-step")
    steps.first.wait_for()
    assert steps.count() == 6
    for index in range(steps.count()):
        steps.nth(index).click()
        window.wait("the media of the step are shown", lambda: _is_loaded(media))
    steps.nth(1).click()
    window.button("Flask or Django? Ask Me").first.click()
    dialogue.wait_for("Question 1: ")


def _is_loaded(media) -> bool:
    images = media.locator("img")
    if images.count():
        return images.first.evaluate("image => image.complete && image.naturalWidth > 0")
    return media.locator("iframe").count() > 0


def test_dialogue_needs_a_python_and_creates_nothing_without(open_window, address, idea):
    settings = idea / ".vscode" / "settings.json"
    settings.parent.mkdir()
    settings.write_text('{"framesage.interpreter": "bin/no-python"}', encoding="utf-8")
    window = open_window(address, idea, None)
    window.command(ASK_ME)
    message = window.toast().filter(has_text="Framesage needs Python 3.10 or newer")
    message.first.wait_for()
    window.page.wait_for_timeout(1000)  # VS Code limits how many it shows in this time
    window.command(ASK_ME)
    window.wait("it is shown again", lambda: message.count() == window.toast().count() == 1)
    assert sorted(path.name for path in idea.iterdir()) == [".vscode"]


def test_project_without_advice_leads_to_the_dialogue(open_window, address, idea):
    file = idea / "requirements.txt"
    file.write_text("requests\n", encoding="utf-8")
    window = open_window(address, idea, file)
    window.command("Framesage: Flask or Django? Explain This Project")
    message = window.toast().filter(has_text="does not look like a web application")
    message.wait_for()
    window.first(".statusbar-item[aria-label*='Framesage: no framework yet']").click()
    entry = window.first(".hover-language-status").filter(has_text="Framesage")
    assert "Ask Me" in entry.inner_text()
    message.locator(".monaco-button").filter(has_text="Ask Me").click()
    Dialogue(window).wait_for("Question 1: ")
