"""The hover in VS Code is one screen, and its link opens the page."""

import pytest

from editors.vscode.conftest import FILE

ONE_SCREEN = 250
"""The height in CSS pixels of a hover at the default font size: the rest has to be scrolled to."""

SHOP = """\
Flask==3.0.3
Flask-SQLAlchemy==3.1.1
Flask-Login==0.6.3
Flask-Admin==1.6.1
Flask-WTF==1.2.1
celery==5.4.0
psycopg2-binary==2.9.9
gunicorn==22.0.0
pytest==8.2.2
"""
API = "django==5.2\ndjangorestframework==3.15\npsycopg==3.2\ngunicorn\n"
DECIDED = 'framework = "flask"\ndecision = "2026-11-28: a small team that knows Flask"\n'
LINK = "Open the explanation"
COMMAND_LINKS = ".monaco-resizable-hover .hover-row a[data-href^='command:framesage']"


@pytest.fixture
def open_list(open_window, address, shop):
    """Open a window on a requirements file, with the cursor on its first line."""

    def opened(text: str, settings: str = ""):
        (shop / FILE).write_text(text, encoding="utf-8")
        if settings:
            (shop / "framesage.toml").write_text(settings, encoding="utf-8")
        window = open_window(address, shop, shop / FILE)
        window.first(".codelens-decoration").filter(has_text="Framesage: ").wait_for()
        window.go_to(1, 3)
        return window

    return opened


def our_part(window):
    (ours,) = [part for part in window.hover_parts() if LINK in part.text]
    return ours


def test_the_verdict_on_a_flask_shop_is_in_view_below_its_diagnostics(open_list):
    window = open_list(SHOP)
    window.squiggles("warning").first.wait_for()
    window.hover(LINK)
    diagnostics, ours = window.hover_parts()[:-2], our_part(window)
    assert len(diagnostics) == 2
    assert ours.headline_in_view
    assert "Flask-Admin" in ours.text
    assert ours.height <= ONE_SCREEN
    assert sum(part.height for part in (*diagnostics, ours)) <= ONE_SCREEN


@pytest.mark.parametrize(
    ("text", "settings", "headline"),
    [
        (API, "", "No reason to change from Django"),
        ("flask\ngunicorn\n", "", "No reason to change from Flask"),
        (SHOP, DECIDED, "Flask, as decided (2026-11-28: a small team that knows Flask)"),
    ],
    ids=["API", "undecided", "decided"],
)
def test_every_verdict_fits_on_one_screen(open_list, text, settings, headline):
    window = open_list(text, settings)
    window.hover(LINK)
    assert our_part(window).text.startswith(headline)
    assert our_part(window).in_view
    assert sum(part.height for part in window.hover_parts()) <= ONE_SCREEN


def test_the_link_of_the_hover_opens_the_page(open_list):
    window = open_list(SHOP)
    window.hover(LINK)
    window.page.locator(COMMAND_LINKS).filter(has_text=LINK).click()
    window.webview("shop: Flask or Django?")


def test_a_description_cannot_add_a_command_to_the_hover(open_window, address, shop):
    file = shop / "pyproject.toml"
    evil = "[evil](command:framesage.explain)"
    file.write_text(
        f'[project]\nname = "shop"\ndescription = "A shop where members log in {evil} `{evil}"\n'
        'dependencies = []\n\n[dependency-groups]\n'
        f'"{evil}" = ["flask-login"]\n',
        encoding="utf-8",
    )  # fmt: skip
    (shop / FILE).unlink()
    window = open_window(address, shop, file)
    window.first(".codelens-decoration").filter(has_text="Framesage: ").wait_for()
    window.go_to(7, len(f'"{evil}" = ["fl'))
    assert "evil" in window.hover("flask-login")
    assert window.page.locator(COMMAND_LINKS).count() == 0
