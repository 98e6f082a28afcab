"""The HTML report in Chromium: layout, accessibility, highlighting and links."""

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from editors.findings import FRAMESAGE
from editors.vscode.accessibility import violations
from editors.vscode.code_server import ROOT
from editors.vscode.conftest import DESKTOP, PHONE

if TYPE_CHECKING:
    from playwright.sync_api import Page

WIDTHS = (320, 541, 700, 819, 820, 1000, 1200)
OPEN_ALL = "document.querySelectorAll('details').forEach((details) => (details.open = true))"


def _background_brightness(page: "Page") -> int:
    """Return the brightness of the background, from 0 to 255."""
    color = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return max(int(channel) for channel in color.removeprefix("rgb(").removesuffix(")").split(","))


def _highlighted(page: "Page") -> list[str]:
    titles_of = "boxes => boxes.map(box => box.querySelector('title').textContent)"
    return page.locator("figure.lit svg .box.on").evaluate_all(titles_of)


def test_hovering_over_a_trait_highlights_its_evidence(open_page):
    page = open_page()
    assert _highlighted(page) == []
    page.locator("svg a.box.trait", has_text="User accounts and login").hover()
    assert "flask-login, line 2" in _highlighted(page)
    assert "flask-wtf, line 5" not in _highlighted(page)
    other = page.locator("svg a.box", has_text="flask-wtf")
    assert float(other.evaluate("box => getComputedStyle(box).opacity")) < 1
    page.mouse.move(1, 1)
    assert _highlighted(page) == []


def test_focusing_a_trait_highlights_its_evidence_and_enter_follows_its_link(open_page):
    page = open_page()
    trait = page.locator("svg a.box.trait", has_text="User accounts and login")
    trait.focus()
    assert "flask-login, line 2" in _highlighted(page)
    page.keyboard.press("Enter")
    page.wait_for_url("**#p1-needs-auth")


def test_a_line_links_to_the_file(open_page, report):
    page = open_page()
    page.locator("svg a.box.line", has_text="flask-login").click()
    page.wait_for_url("**/shop/requirements.txt#L2")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colors_follow_the_color_scheme_and_the_vs_code_theme(open_page, scheme):
    page = open_page(color_scheme=scheme)
    assert (_background_brightness(page) > 128) == (scheme == "light")
    light_themes = ("light", "high-contrast vscode-high-contrast-light")
    for theme in (*light_themes, "dark", "high-contrast"):
        light = theme in light_themes
        page.evaluate(f"document.body.className = 'vscode-{theme}'")
        assert (_background_brightness(page) > 128) == light, theme


def _text_sizes(page: "Page", selector: str) -> list[float]:
    """Return the sizes in which texts of the picture appear, in CSS pixels."""
    return page.locator(selector).evaluate_all(
        """texts => texts.map((text) => {
          const svg = text.ownerSVGElement;
          const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
          return parseFloat(getComputedStyle(text).fontSize) * scale;
        })"""
    )


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_cut_off_and_the_picture_is_legible_with_its_conclusion(open_page, width):
    page = open_page(viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width
    boxes = page.locator("figure .box.goal:visible")
    assert boxes.count() == 2
    for box in boxes.all():
        left, wide = (box.bounding_box()[key] for key in ("x", "width"))
        assert left >= 0
        assert left + wide <= width
    kind = "svg text" if page.locator("figure svg").is_visible() else ".tree span"
    assert kind == ("svg text" if width > 868 else ".tree span")  # 820 without the margins
    assert page.locator("figure .tree:visible, figure svg:visible").count() == 1
    sizes = _text_sizes(page, f"figure {kind}:visible")
    assert len(sizes) > 20
    assert min(sizes) >= 11
    page.evaluate(OPEN_ALL)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize(("width", "most"), [(541, 4000), (1200, 3000)])
def test_the_page_is_short_until_its_sections_are_opened(open_page, width, most):
    page = open_page(viewport={"width": width, "height": 800})
    height = page.evaluate("document.documentElement.scrollHeight")
    page.evaluate(OPEN_ALL)
    assert height < most < page.evaluate("document.documentElement.scrollHeight")


def test_a_link_opens_the_section_that_its_target_is_in(open_page):
    page = open_page()
    evidence = page.locator("article.trait", has_text="User accounts and login").first
    assert not evidence.is_visible()
    page.locator("svg a.box.trait", has_text="User accounts and login").click()
    assert evidence.is_visible()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_page_has_no_accessibility_violations(open_page, require_path, scheme, viewport):
    page = open_page(color_scheme=scheme, viewport=viewport)
    assert violations(page, require_path) == {}
    page.evaluate(OPEN_ALL)
    assert violations(page, require_path) == {}


def test_the_first_key_skips_to_the_verdict(open_page):
    page = open_page()
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["width"] > 50
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('main') !== null")
    assert focused


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
    box = page.locator("figure .box.favored:visible").bounding_box()
    assert box["x"] + box["width"] <= 700
    assert page.locator("article.trait").first.is_visible()


@pytest.mark.skipif(
    not os.environ.get("FRAMESAGE_PICTURES"), reason="FRAMESAGE_PICTURES is not set"
)
def test_retake_screenshot(chromium, require_program, tmp_path):
    """Retake the screenshot of docs/how-to/report.md."""
    page_file, screenshot = tmp_path / "report.html", ROOT / "docs" / "report.png"
    shop = ROOT / "examples" / "shop"
    subprocess.run([FRAMESAGE, "report", shop, "--html", page_file], check=True)
    page = chromium.new_page(viewport=DESKTOP, color_scheme="light")
    page.goto(page_file.as_uri())
    page.locator("svg a.box.trait", has_text="User accounts and login").hover()
    page.wait_for_timeout(500)
    page.locator("figure svg").screenshot(path=screenshot)
    page.close()
    quantize = [require_program("pngquant"), "--force", "--strip", "--output", screenshot, "64"]
    subprocess.run([*quantize, screenshot], check=True)
    assert screenshot.stat().st_size < 60_000
