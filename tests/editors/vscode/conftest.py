"""A window of real VS Code with the built extension, and a project open in it."""

import json
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editors.conftest import FLASK_SHOP
from editors.vscode.code_server import INSTALLED, VSIX, Home
from editors.vscode.workbench import CHROMIUM, Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ViewportSize

FILE = "requirements.txt"
VIEWPORT: "ViewportSize" = {"width": 1280, "height": 800}

Show = Callable[[str, Path, Path], Workbench]


@pytest.fixture(scope="session")
def chromium(require_program: Callable[[str], str]) -> "Iterator[Browser]":
    """A real Chromium."""
    program = require_program("chromium")
    if not os.environ.get("CI"):
        pytest.importorskip("playwright", reason="tests/editors/install.sh installs playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser(
    chromium: "Browser",
    require_program: Callable[[str], str],
    require_path: Callable[[Path, str], None],
) -> "Browser":
    """The same; skips where anything else that a window of VS Code needs is absent."""
    require_path(INSTALLED, "tests/editors/install.sh")
    require_path(VSIX, "make vsix")
    require_program("node")
    return chromium


@pytest.fixture(scope="session")
def home(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A VS Code that has the extension and nothing else."""
    return Home(tmp_path_factory.mktemp("vscode"), {}, VSIX)


@pytest.fixture
def bare_home(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A VS Code without any extension."""
    return Home(tmp_path_factory.mktemp("bare"), {})


@pytest.fixture(scope="session")
def address(home: Home) -> Iterator[str]:
    """Where that VS Code is served; it takes as many windows as there are tests."""
    with home.serve("--disable-workspace-trust") as address:
        yield address


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Show a folder and a file of it in a window that remembers nothing of another one."""
    with ExitStack() as closing:

        def show(address: str, place: Path, file: Path) -> Workbench:
            context = closing.enter_context(browser.new_context(viewport=VIEWPORT))
            page = context.new_page()
            closing.callback(page.goto, "about:blank")  # VS Code says good-bye to its server
            closing.callback(page.screenshot, path=tmp_path / "window.png")
            return Workbench(page, address, place, file)

        yield show


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The folder that is open."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / FILE).write_text(FLASK_SHOP, encoding="utf-8")
    return folder


@pytest.fixture
def editor(show: Show, address: str, shop: Path) -> Workbench:
    """A window with the file open and its findings shown."""
    window = show(address, shop, shop / FILE)
    window.squiggles("info").first.wait_for()
    return window


def write_settings(folder: Path, settings: Mapping[str, object]) -> None:
    """Write the settings of a folder, in one step: a window must not read half of them."""
    file = folder / ".vscode" / "settings.json"
    file.parent.mkdir(exist_ok=True)
    written = file.with_name("settings.new")
    written.write_text(json.dumps(settings), encoding="utf-8")
    written.replace(file)
