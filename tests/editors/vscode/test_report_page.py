"""The HTML report in Chromium: layout, accessibility, highlighting and links."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editors.conftest import FLASK_SHOP
from editors.findings import FRAMESAGE
from editors.vscode.code_server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = ROOT / ".cache/editors/axe-core.4.14.1/node_modules/axe-core/axe.min.js"
PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 900}
FAKE_WEBVIEW_API = """
window.posted = [];
window.acquireVsCodeApi = () => ({ postMessage: (message) => window.posted.push(message) });
"""

OpenPage = Callable[..., "Page"]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on two projects, one of which is not a web application."""
    folder = tmp_path_factory.mktemp("report")
    for name, requirements in (("shop", FLASK_SHOP), ("tool", "numpy\n")):
        (folder / name).mkdir()
        (folder / name / "requirements.txt").write_text(requirements, encoding="utf-8")
    file = folder / "report.html"
    subprocess.run([FRAMESAGE, "report", folder, "--html", file], check=True)
    return file


@pytest.fixture
def open_page(chromium: "Browser", report: Path) -> Iterator[OpenPage]:
    """Open the report; fail if it logs to the console or loads anything but local files."""
    console: list[str] = []
    requests: list[str] = []
    contexts = []

    def open_it(script: str = "", **context_options: object) -> "Page":
        context = chromium.new_context(**{"viewport": DESKTOP, **context_options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: console.append(message.text))
        page.on("pageerror", lambda error: console.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        if script:
            page.add_init_script(script)
        page.goto(report.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert console == []
    assert [url for url in requests if not url.startswith("file:")] == []


def _background_brightness(page: "Page") -> int:
    """Return the brightness of the background, from 0 to 255."""
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return max(int(channel) for channel in color.removeprefix("rgb(").removesuffix(")").split(","))


def _highlighted(page: "Page") -> list[str]:
    titles_of = "boxes => boxes.map(box => box.querySelector('title').textContent)"
    return page.locator("svg.lit .box.on").evaluate_all(titles_of)


def test_hovering_over_a_trait_highlights_its_evidence(open_page):
    page = open_page()
    assert _highlighted(page) == []
    page.locator("a.box.trait", has_text="User accounts and login").hover()
    assert "flask-login, line 2" in _highlighted(page)
    assert "flask-wtf, line 5" not in _highlighted(page)
    other = page.locator("a.box", has_text="flask-wtf")
    assert float(other.evaluate("box => getComputedStyle(box).opacity")) < 1
    page.mouse.move(1, 1)
    assert _highlighted(page) == []


def test_focusing_a_trait_highlights_its_evidence_and_enter_follows_its_link(open_page):
    page = open_page()
    trait = page.locator("a.box.trait", has_text="User accounts and login")
    trait.focus()
    assert "flask-login, line 2" in _highlighted(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**#p1-needs-auth")


def test_a_line_links_to_the_file(open_page, report):
    page = open_page()
    page.locator("a.box.line", has_text="flask-login").click()
    page.wait_for_url("**/shop/requirements.txt#L2")


def test_in_a_webview_a_click_on_a_line_posts_its_location(open_page, report):
    page = open_page(script=FAKE_WEBVIEW_API)
    page.locator("a.box.line", has_text="flask-login").click()
    page.locator(".trait a.location").first.click()
    posted = page.evaluate("window.posted")
    assert posted[0] == {
        "command": "open", "uri": "./shop/requirements.txt", "line": 1, "character": 0,
    }  # fmt: skip
    assert len(posted) == 2
    assert page.url == report.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colors_follow_the_color_scheme_and_the_vs_code_theme(open_page, scheme):
    page = open_page(color_scheme=scheme)
    assert (_background_brightness(page) > 128) == (scheme == "light")
    light_themes = ("light", "high-contrast vscode-high-contrast-light")
    for theme in (*light_themes, "dark", "high-contrast"):
        light = theme in light_themes
        page.evaluate(f"document.body.className = 'vscode-{theme}'")
        assert (_background_brightness(page) > 128) == light, theme


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_fits_a_phone(open_page, scheme):
    page = open_page(viewport=PHONE, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.evaluate(
        "document.querySelectorAll('details').forEach((details) => (details.open = true))"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_has_no_accessibility_violations(open_page, require_path, scheme, viewport):
    require_path(AXE, "tests/editors/install.sh")
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    results = page.evaluate("axe.run()")
    assert len(results["passes"]) > 10
    violations = {
        violation["id"]: [node["html"] for node in violation["nodes"]]
        for violation in results["violations"]
    }
    assert violations == {}


def test_transitions_are_disabled_with_reduced_motion(open_page):
    page = open_page(reduced_motion="reduce")
    transitions = page.locator(".box, .wire").evaluate_all(
        "parts => parts.map(part => getComputedStyle(part).transitionDuration)"
    )
    assert set(transitions) == {"0s"}


def test_printed_page_has_the_whole_diagram_on_white(open_page):
    page = open_page(viewport={"width": 700, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print")
    assert _background_brightness(page) > 128
    box = page.locator("svg").bounding_box()
    assert box["x"] + box["width"] <= 700


@pytest.mark.skipif(
    not os.environ.get("FRAMESAGE_PICTURES"), reason="FRAMESAGE_PICTURES is not set"
)
def test_retake_screenshot(chromium, require_program, tmp_path):
    """Retake the screenshot of docs/report.md."""
    page_file, screenshot = tmp_path / "report.html", ROOT / "docs" / "report.png"
    shop = ROOT / "examples" / "shop"
    subprocess.run([FRAMESAGE, "report", shop, "--html", page_file], check=True)
    page = chromium.new_page(viewport=DESKTOP, color_scheme="light")
    page.goto(page_file.as_uri())
    page.locator("a.box.trait", has_text="User accounts and login").hover()
    page.wait_for_timeout(500)
    page.locator("figure svg").screenshot(path=screenshot)
    page.close()
    quantize = [require_program("pngquant"), "--force", "--strip", "--output", screenshot, "64"]
    subprocess.run([*quantize, screenshot], check=True)
    assert screenshot.stat().st_size < 60_000
