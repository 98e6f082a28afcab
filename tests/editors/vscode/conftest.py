"""Fixtures that open a project in VS Code with the built extension installed."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from editors.conftest import FLASK_SHOP
from editors.findings import FRAMESAGE
from editors.vscode.code_server import CODE_SERVER, VSIX, VSCode
from editors.vscode.workbench import CHROMIUM_OPTIONS, Workbench

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, ViewportSize

FILE = "requirements.txt"
VIEWPORT: "ViewportSize" = {"width": 1280, "height": 800}

PHONE: "ViewportSize" = {"width": 360, "height": 740}
DESKTOP: "ViewportSize" = {"width": 1280, "height": 900}

OpenPage = Callable[..., "Page"]
OpenWindow = Callable[[str, Path, Path | None], Workbench]


@pytest.fixture(scope="session")
def chromium(require_program: Callable[[str], str]) -> "Iterator[Browser]":
    """A Chromium process."""
    program = require_program("chromium")
    if not os.environ.get("CI"):
        pytest.importorskip("playwright", reason="tests/editors/install.sh installs playwright")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def browser(
    chromium: "Browser",
    require_program: Callable[[str], str],
    require_path: Callable[[Path, str], None],
) -> "Browser":
    """The same Chromium; skips the test if VS Code cannot be run in it."""
    require_path(CODE_SERVER, "tests/editors/install.sh")
    require_path(VSIX, "make vsix")
    require_program("node")
    return chromium


@pytest.fixture(scope="session")
def vscode(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> VSCode:
    """A VS Code instance with only the Framesage extension installed."""
    return VSCode(tmp_path_factory.mktemp("vscode"), {}, VSIX)


@pytest.fixture
def bare_vscode(browser: "Browser", tmp_path_factory: pytest.TempPathFactory) -> VSCode:
    """A VS Code instance without extensions."""
    return VSCode(tmp_path_factory.mktemp("bare"), {})


@pytest.fixture(scope="session")
def address(vscode: VSCode) -> Iterator[str]:
    """The address of that VS Code instance, which all tests share."""
    with vscode.serve("--disable-workspace-trust") as address:
        yield address


@pytest.fixture
def open_window(browser: "Browser", tmp_path: Path) -> Iterator[OpenWindow]:
    """Open a folder and one of its files in a window with fresh browser state."""
    with ExitStack() as closing:

        def open_window(address: str, workspace: Path, file: Path | None) -> Workbench:
            context = closing.enter_context(browser.new_context(viewport=VIEWPORT))
            page = context.new_page()
            closing.callback(page.goto, "about:blank")  # lets VS Code close the connection
            closing.callback(page.screenshot, path=tmp_path / "window.png")
            return Workbench(page, address, workspace, file)

        yield open_window


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """The project folder to open."""
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / FILE).write_text(FLASK_SHOP, encoding="utf-8")
    return folder


@pytest.fixture
def editor(open_window: OpenWindow, address: str, shop: Path) -> Workbench:
    """A window that shows the requirements file and its findings."""
    window = open_window(address, shop, shop / FILE)
    window.squiggles("info").first.wait_for()
    return window


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report on two projects, one of which is not a web application."""
    folder = tmp_path_factory.mktemp("report")
    for name, requirements in (("shop", FLASK_SHOP), ("tool", "numpy\n")):
        (folder / name).mkdir()
        (folder / name / FILE).write_text(requirements, encoding="utf-8")
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


def write_settings(folder: Path, settings: Mapping[str, object]) -> None:
    """Write the settings of a folder atomically, so that no window reads a partial file."""
    file = folder / ".vscode" / "settings.json"
    file.parent.mkdir(exist_ok=True)
    temporary = file.with_name("settings.new")
    temporary.write_text(json.dumps(settings), encoding="utf-8")
    temporary.replace(file)
