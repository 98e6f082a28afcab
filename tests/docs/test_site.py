"""The documentation site builds strictly, is complete, and loads nothing from the network."""

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from framesage.advice.builtin_rules import BUILTIN_RULES
from framesage.project import SETTINGS
from framesage.rulebase import load_rule_base

ROOT = Path(__file__).resolve().parents[2]
PUBLISHED = ("https://", "http://", "//")
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "object": "data"}


class Markup(HTMLParser):
    """Collects the links of a page, and what it loads."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loads = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "a" and found.get("href"):
            self.links.append(found["href"])
        if tag == "link" and found.get("rel") not in ("canonical", "prev", "next"):
            self.loads.append(found["href"])
        if LOADED.get(tag) in found:
            self.loads.append(found[LOADED[tag]])


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(target)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    return target


@pytest.fixture(scope="module")
def pages(site):
    """The built pages by their URL, as parsed markup."""
    return {
        f"/{page.relative_to(site).as_posix()}".removesuffix("index.html"): Markup(
            page.read_text("utf-8")
        )
        for page in site.rglob("*.html")
    }


def test_there_is_a_page_for_each_rule_trait_battery_and_setting(pages):
    base = load_rule_base()
    expected = {
        "rules": [*base.guidance, *base.advice, *BUILTIN_RULES],
        "traits": [*base.traits],
        "batteries": [*base.needs],
        "settings": [*SETTINGS],
    }
    for folder, names in expected.items():
        assert len(names) > 5
        for name in names:
            assert f"/reference/{folder}/{name}/" in pages


def test_every_page_can_be_reached_from_the_start(pages):
    reached, ahead = {"/"}, ["/"]
    while ahead:
        here = ahead.pop()
        for link in pages[here].links:
            target = unquote(urlsplit(urljoin(here, link)).path)
            if target in pages and target not in reached:
                reached.add(target)
                ahead.append(target)
    assert len(reached) > 150
    assert pages.keys() - reached == {"/404.html"}


def test_no_page_loads_anything_from_the_network(site, pages):
    loaded = {load for page in pages.values() for load in page.loads}
    assert len(loaded) > 3
    assert not [load for load in loaded if load.startswith(PUBLISHED)]
    for sheet in site.rglob("*.css"):
        addresses = re.findall(r"(?:url\(|@import)\s*[\"']?([^)\"']+)", sheet.read_text("utf-8"))
        assert not [name for name in addresses if name.startswith(PUBLISHED)], sheet


def test_no_page_has_a_part_for_which_the_theme_asks_the_network(site):
    """The theme's script counts the stars of a repository, and loads Mermaid for diagrams."""
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert 'data-md-component="source"' not in text
        assert 'class="mermaid"' not in text


def test_the_page_of_a_rule_shows_what_framesage_reports_and_writes(site):
    page = site / "reference/rules/flask-login-without-throttling/index.html"
    text = re.sub(r"<[^>]+>", "", page.read_text("utf-8"))
    message = "Add Flask-Limiter: no package here limits login attempts (flask-login)."
    assert message in text
    assert text.index("Example") < text.index(message) < text.rindex("Use instead")
    assert "Flask-Limiter" in text[text.rindex("Use instead") :]
    assert "ignore[flask-login-without-throttling]" in text


def test_links_out_of_the_documentation_lead_to_the_repository(pages):
    links = pages["/explanation/how-it-decides/"].links
    assert any(link.endswith("/blob/HEAD/rules/certainty.toml") for link in links)


def test_no_part_of_the_generator_is_published(site):
    assert not list(site.rglob("*.py"))


def test_the_reference_of_the_command_line_has_every_command_and_option(site):
    text = re.sub(r"<[^>]+>", "", (site / "reference/cli/index.html").read_text("utf-8"))
    commands = ("check", "ask", "explain", "report", "rules new", "rules test", "schema", "mcp")
    assert not [name for name in commands if f"framesage {name}" not in text]
    assert "--min-severity" in text and "--write-baseline" in text


def test_every_written_page_is_in_the_navigation():
    named = set(re.findall(r"\S+\.md$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M))
    docs = ROOT / "docs"
    written = {page.relative_to(docs).as_posix() for page in docs.rglob("*.md")}
    assert {page for page in written - named if not page.startswith("adr/0")} == set()
    assert named <= written
