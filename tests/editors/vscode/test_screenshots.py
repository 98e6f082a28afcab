"""Retake the screenshots of the extension's README: ``FRAMESAGE_PICTURES=1 pytest``."""

import os
import subprocess

import pytest

from editors.vscode.code_server import ROOT
from editors.vscode.dialogue import ASK_ME, Dialogue
from editors.vscode.workbench import Workbench

IMAGES = ROOT / "vscode-extension" / "images"
pytestmark = pytest.mark.skipif(
    not os.environ.get("FRAMESAGE_PICTURES"), reason="FRAMESAGE_PICTURES is not set"
)
WINDOW = {"width": 860, "height": 540}


IDEA = """\
[project]
name = "shop"
version = "0.1.0"
description = "An online shop with customer accounts and payments"
dependencies = []
"""


@pytest.fixture
def take_screenshot(require_program):
    """Save a screenshot with few colors, because the .vsix includes it."""
    pngquant = require_program("pngquant")

    def save(window: Workbench, name: str) -> None:
        path = IMAGES / name
        window.page.wait_for_timeout(500)
        window.page.screenshot(path=path)
        command = [pngquant, "--force", "--strip", "--nofs", "--output", path, "16", path]
        subprocess.run(command, check=True)
        assert path.stat().st_size < 30_000

    return save


def _make_small(window: Workbench) -> None:
    window.page.set_viewport_size(WINDOW)
    window.command("View: Toggle Primary Side Bar Visibility")


def test_retake_screenshots(editor, take_screenshot):
    _make_small(editor)
    editor.go_to(1, 3)
    editor.hover("Open the explanation")
    take_screenshot(editor, "hover.png")
    editor.page.keyboard.press("Escape")
    editor.type_at_end("djangorestframework")
    editor.squiggles("warning").first.wait_for()
    editor.problems()
    editor.page.keyboard.press("Control+1")
    editor.page.keyboard.press("Control+Home")
    take_screenshot(editor, "problems.png")
    editor.page.keyboard.press("Control+J")
    editor.command("Framesage: Flask or Django? Explain This Project")
    editor.webview("shop: Flask or Django?")
    take_screenshot(editor, "page.png")


def test_retake_screenshot_of_the_dialogue(open_window, address, tmp_path, take_screenshot):
    file = tmp_path / "shop" / "pyproject.toml"
    file.parent.mkdir()
    file.write_text(IDEA, encoding="utf-8")
    window = open_window(address, file.parent, file)
    _make_small(window)
    window.command(ASK_ME)
    dialogue = Dialogue(window)
    dialogue.wait_for("Question 1: ")
    dialogue.choose("Yes")
    dialogue.wait_for("Question 2: ")
    take_screenshot(window, "ask.png")
    dialogue.choose("Stop asking")
    dialogue.wait_for_next(2)
    take_screenshot(window, "result.png")
