"""A window of real VS Code with the built extension, and a project open in it."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editors.conftest import FLASK_SHOP
from editors.vscode.code_server import INSTALLED, VSIX, Home
from editors.vscode.workbench import CHROMIUM, Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FILE = "requirements.txt"


@pytest.fixture(scope="session")
def browser(
    require_program: Callable[[str], str], require_path: Callable[[Path, str], None]
) -> "Iterator[Browser]":
    """A real Chromium; skips where anything that a window of VS Code needs is absent."""
    require_path(INSTALLED, "tests/editors/install.sh")
    require_path(VSIX, "make vsix")
    require_program("node")
    chromium = require_program("chromium")
    if not os.environ.get("CI"):
        pytest.importorskip("playwright", reason="tests/editors/install.sh installs playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def home(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A VS Code that has the extension and nothing else."""
    return Home(tmp_path_factory.mktemp("vscode"), {}, VSIX)


@pytest.fixture
def bare_home(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A VS Code without any extension."""
    return Home(tmp_path_factory.mktemp("bare"), {})


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that is open."""
    folder = tmp_path_factory.mktemp("shop")
    (folder / FILE).write_text(FLASK_SHOP, encoding="utf-8")
    write_settings(folder, {})  # where there are none yet, VS Code writes a template while we type
    return folder


def write_settings(folder: Path, settings: Mapping[str, object]) -> None:
    """Give a folder settings before it is opened."""
    file = settings_file(folder)
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(settings), encoding="utf-8")


def settings_file(folder: Path) -> Path:
    return folder / ".vscode" / "settings.json"


@pytest.fixture(scope="session")
def window(home: Home, browser: "Browser", shop: Path) -> Iterator[Workbench]:
    """One window for all tests: starting one takes longer than a test."""
    with home.serve("--disable-workspace-trust") as address:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        yield Workbench(page, address, shop)
        page.close()


@pytest.fixture
def editor(window: Workbench, shop: Path, request: pytest.FixtureRequest) -> Iterator[Workbench]:
    """The window as each test wants it: the file open as it was, no settings, no messages."""
    window.open(FILE)
    window.squiggles("info").first.wait_for()
    yield window
    window.page.screenshot(path=shop.parent / f"{request.node.name}.png")
    if window.toast().count():
        window.clear_toasts()
    if settings_file(shop).read_text(encoding="utf-8") != "{}":
        window.workspace_settings({})
    window.open(FILE)
    if window.is_dirty() or (shop / FILE).read_text(encoding="utf-8") != FLASK_SHOP:
        window.replace_all(FLASK_SHOP)
