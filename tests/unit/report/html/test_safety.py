"""Text of a project is never markup, style or script in the page."""

import base64
import hashlib
import re

from unit.report.html.conftest import SHOP
from unit.report.html.reading import read

EVIL = "</script><img src=x onerror=alert(1)>"
FILES = {
    f"{EVIL.replace('/', '-')}/requirements.txt": SHOP,
    "app/requirements.txt": f"{SHOP}flask-login @ https://x.example/{EVIL}\n",
    "app/pyproject.toml": f"""\
[project]
name = "<script>alert(1)</script>"
description = "A web shop {EVIL} & 'more' for people"
keywords = ["<b>shop</b>"]
dependencies = ["flask"]
[tool.framesage.ignore]
flask-rebuilds-django = "<i>reason</i>"
""",
}


def test_project_text_is_not_markup(render):
    html = render(FILES)
    page = read(html)
    assert not page.all("img")
    assert len(page.all("script")) == 1
    assert len(page.all("style")) == 1
    assert EVIL.replace("/", "-") in page.text
    assert not [element for element in page.all("b") if element.text == "shop"]


def test_the_policy_allows_only_the_own_style_and_script(render):
    page = read(render(FILES))
    policy = page.one("meta", http_equiv="Content-Security-Policy").attributes["content"]
    for name, directive in (("script", "script-src"), ("style", "style-src")):
        digest = hashlib.sha256("".join(page.one(name).words).encode()).digest()
        assert f"{directive} 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for element in page.all():
        assert not [key for key in element.attributes if key.startswith("on") or key == "style"]


def test_nothing_is_fetched_and_links_have_safe_targets(render):
    page = read(render(FILES))
    assert not [
        element for element in page.all() if "src" in element.attributes or element.name == "link"
    ]
    for link in page.all("a"):
        assert re.match(r"#|\./|https://", link.attributes["href"]), link.attributes
    for asset in (*page.one("style").words, *page.one("script").words):
        assert not re.search(r"url\(|@import|eval|Function\(|innerHTML|https?:", asset)
