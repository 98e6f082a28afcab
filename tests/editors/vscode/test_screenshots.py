"""The pictures of the extension's README, taken anew by ``FRAMESAGE_PICTURES=1 pytest``."""

import os
import subprocess

import pytest

from editors.vscode.code_server import ROOT

IMAGES = ROOT / "vscode-extension" / "images"
WINDOW = {"width": 860, "height": 540}


@pytest.fixture
def take(editor, require_program):
    """Save a part of the window, in few colours: the pictures travel in the .vsix."""
    pngquant = require_program("pngquant")

    def save(name: str) -> None:
        path = IMAGES / name
        editor.page.wait_for_timeout(500)
        editor.page.screenshot(path=path)
        command = [pngquant, "--force", "--strip", "--nofs", "--output", path, "16", path]
        subprocess.run(command, check=True)
        assert path.stat().st_size < 30_000

    editor.page.set_viewport_size(WINDOW)
    editor.command("View: Toggle Primary Side Bar Visibility")
    return save


@pytest.mark.skipif(
    not os.environ.get("FRAMESAGE_PICTURES"), reason="FRAMESAGE_PICTURES is not set"
)
def test_pictures_of_the_hover_the_problems_view_and_the_page(editor, take):
    editor.go_to(1, 3)
    editor.hover("Verdict:")
    editor.scroll_hover_to("Verdict:")
    take("hover.png")
    editor.page.keyboard.press("Escape")
    editor.type_at_end("djangorestframework")
    editor.squiggles("warning").first.wait_for()
    editor.problems()
    editor.page.keyboard.press("Control+1")
    editor.page.keyboard.press("Control+Home")
    take("problems.png")
    editor.page.keyboard.press("Control+J")
    editor.command("Framesage: Explain This Project")
    editor.webview("Framesage on shop")
    take("page.png")
