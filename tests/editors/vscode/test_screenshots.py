"""Retake the screenshots of the extension's README: ``FRAMESAGE_PICTURES=1 pytest``."""

import os
import subprocess

import pytest

from editors.vscode.code_server import ROOT

IMAGES = ROOT / "vscode-extension" / "images"
WINDOW = {"width": 860, "height": 540}


@pytest.fixture
def take_screenshot(editor, require_program):
    """Save a screenshot with few colors, because the .vsix includes it."""
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
def test_retake_screenshots(editor, take_screenshot):
    editor.go_to(1, 3)
    editor.hover("Verdict:")
    editor.scroll_hover_to("Verdict:")
    take_screenshot("hover.png")
    editor.page.keyboard.press("Escape")
    editor.type_at_end("djangorestframework")
    editor.squiggles("warning").first.wait_for()
    editor.problems()
    editor.page.keyboard.press("Control+1")
    editor.page.keyboard.press("Control+VSCode")
    take_screenshot("problems.png")
    editor.page.keyboard.press("Control+J")
    editor.command("Framesage: Explain This Project")
    editor.webview("Framesage on shop")
    take_screenshot("page.png")
