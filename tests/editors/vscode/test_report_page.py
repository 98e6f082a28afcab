"""The report in a real browser: quiet, readable everywhere, and lit up where one points."""

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
DESK = {"width": 1280, "height": 900}
WEBVIEW = """
window.posted = [];
window.acquireVsCodeApi = () => ({ postMessage: (message) => window.posted.push(message) });
"""

OpenPage = Callable[..., "Page"]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that the command writes of two projects: a shop, and what is none."""
    folder = tmp_path_factory.mktemp("report")
    for name, requirements in (("shop", FLASK_SHOP), ("tool", "numpy\n")):
        (folder / name).mkdir()
        (folder / name / "requirements.txt").write_text(requirements, encoding="utf-8")
    file = folder / "report.html"
    subprocess.run([FRAMESAGE, "report", folder, "--html", file], check=True)
    return file


@pytest.fixture
def open_page(chromium: "Browser", report: Path) -> Iterator[OpenPage]:
    """Open the page as somebody would; nothing may be complained about or asked for."""
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_it(script: str = "", **circumstances: object) -> "Page":
        context = chromium.new_context(**{"viewport": DESK, **circumstances})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        if script:
            page.add_init_script(script)
        page.goto(report.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith("file:")] == []


def _background(page: "Page") -> int:
    """Return how bright the page is, from 0 to 255."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return max(int(one) for one in colour.removeprefix("rgb(").removesuffix(")").split(","))


def _lit(page: "Page") -> list[str]:
    names = "boxes => boxes.map(box => box.querySelector('title').textContent)"
    return page.locator("svg.lit .box.on").evaluate_all(names)


def test_pointing_at_a_trait_lights_up_its_evidence(open_page):
    page = open_page()
    assert _lit(page) == []
    page.locator("a.box.trait", has_text="People log in").hover()
    assert "flask-login, line 2" in _lit(page)
    assert "flask-wtf, line 5" not in _lit(page)
    other = page.locator("a.box", has_text="flask-wtf")
    assert float(other.evaluate("box => getComputedStyle(box).opacity")) < 1
    page.mouse.move(1, 1)
    assert _lit(page) == []


def test_the_keyboard_lights_it_up_too_and_leads_to_the_evidence(open_page):
    page = open_page()
    trait = page.locator("a.box.trait", has_text="People log in")
    trait.focus()
    assert "flask-login, line 2" in _lit(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**#p1-needs-auth")


def test_a_line_leads_to_the_file(open_page, report):
    page = open_page()
    page.locator("a.box.line", has_text="flask-login").click()
    page.wait_for_url("**/shop/requirements.txt#L2")


def test_in_a_webview_a_line_is_handed_to_the_editor(open_page, report):
    page = open_page(script=WEBVIEW)
    page.locator("a.box.line", has_text="flask-login").click()
    page.locator(".trait a.place").first.click()
    posted = page.evaluate("window.posted")
    assert posted[0] == {
        "command": "open", "uri": "./shop/requirements.txt", "line": 1, "character": 0,
    }  # fmt: skip
    assert len(posted) == 2
    assert page.url == report.as_uri()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_as_dark_as_the_reader_wants_and_as_vs_code_is(open_page, scheme):
    page = open_page(color_scheme=scheme)
    assert (_background(page) > 128) == (scheme == "light")
    bright_themes = ("light", "high-contrast vscode-high-contrast-light")
    for theme in (*bright_themes, "dark", "high-contrast"):
        bright = theme in bright_themes
        page.evaluate(f"document.body.className = 'vscode-{theme}'")
        assert (_background(page) > 128) == bright, theme


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(open_page, scheme):
    page = open_page(viewport=PHONE, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way_of_anybody(open_page, require_path, scheme, viewport):
    require_path(AXE, "tests/editors/install.sh")
    page = open_page(color_scheme=scheme, viewport=viewport)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    assert len(found["passes"]) > 10
    wrong = [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]]
    assert wrong == []


def test_it_moves_nothing_for_those_who_want_that(open_page):
    page = open_page(reduced_motion="reduce")
    transitions = page.locator(".box, .wire").evaluate_all(
        "parts => parts.map(part => getComputedStyle(part).transitionDuration)"
    )
    assert set(transitions) == {"0s"}


def test_it_prints_with_the_whole_picture_on_white(open_page):
    page = open_page(viewport={"width": 700, "height": 900}, color_scheme="dark")
    page.emulate_media(media="print")
    assert _background(page) > 128
    box = page.locator("svg").bounding_box()
    assert box["x"] + box["width"] <= 700


@pytest.mark.skipif(
    not os.environ.get("FRAMESAGE_PICTURES"), reason="FRAMESAGE_PICTURES is not set"
)
def test_picture_of_the_report(chromium, require_program, tmp_path):
    """Take the picture of docs/report.md anew."""
    page_file, picture = tmp_path / "report.html", ROOT / "docs" / "report.png"
    shop = ROOT / "examples" / "shop"
    subprocess.run([FRAMESAGE, "report", shop, "--html", page_file], check=True)
    page = chromium.new_page(viewport=DESK, color_scheme="light")
    page.goto(page_file.as_uri())
    page.locator("a.box.trait", has_text="People log in").hover()
    page.wait_for_timeout(500)
    page.locator("figure svg").screenshot(path=picture)
    page.close()
    quantize = [require_program("pngquant"), "--force", "--strip", "--output", picture, "64"]
    subprocess.run([*quantize, picture], check=True)
    assert picture.stat().st_size < 60_000
