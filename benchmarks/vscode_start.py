"""Measure how long the first findings take in VS Code, from the activation of the extension.

Prints a Markdown table: *first start* is without bytecode and without a remembered interpreter,
*later starts* are new windows of the same user. Needs `tests/editors/install.sh` and `make vsix`:

    python benchmarks/vscode_start.py [--vsix FILE] [--runs N]
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from editors.conftest import FLASK_SHOP  # noqa: E402
from editors.vscode.code_server import VSIX, VSCode  # noqa: E402
from editors.vscode.workbench import CHROMIUM_OPTIONS, Workbench  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext

FILE = "requirements.txt"
STORAGE = "User/globalStorage/framesage.framesage"
MEASURES = {
    "activation": r"activated in (\d+) ms",
    "first findings": r"first findings after (\d+) ms",
}


@contextmanager
def contexts(count: int) -> Iterator[list[BrowserContext]]:
    """Yield browser contexts: each has its own VS Code state."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=CHROMIUM_OPTIONS)
        yield [browser.new_context() for _ in range(count)]
        browser.close()


def open_window(context: BrowserContext, vscode: VSCode, address: str, project: Path) -> list[int]:
    """Open a window until the findings are there; return the times in milliseconds."""
    page = context.new_page()
    window = Workbench(page, address, project, project / FILE)
    window.squiggles("info").first.wait_for()
    log = ""

    def is_complete() -> bool:
        nonlocal log
        log = vscode.log()
        return all(re.search(pattern, log) for pattern in MEASURES.values())

    window.wait("the times are logged", is_complete)
    page.wait_for_timeout(2000)  # what the extension does afterwards must not slow the next start
    page.goto("about:blank")
    page.close()
    return [int(re.findall(pattern, log)[-1]) for pattern in MEASURES.values()]


def measure(vsix: Path, runs: int, folder: Path) -> dict[str, list[list[int]]]:
    """Return the times of first and later starts."""
    project = folder / "shop"
    project.mkdir()
    (project / FILE).write_text(FLASK_SHOP, encoding="utf-8")
    vscode = VSCode(folder / "vscode", {}, vsix)
    times: dict[str, list[list[int]]] = {"first start": [], "later start": []}
    with vscode.serve("--disable-workspace-trust") as address, contexts(runs + 1) as fresh:
        open_window(fresh[0], vscode, address, project)  # warm up code-server and the disk cache
        for context in fresh[1:]:
            shutil.rmtree(vscode.folder / STORAGE, ignore_errors=True)
            times["first start"].append(open_window(context, vscode, address, project))
            times["later start"].append(open_window(context, vscode, address, project))
    return times


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--vsix", type=Path, default=VSIX)
    parser.add_argument("--runs", type=int, default=7)
    args = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        times = measure(args.vsix.resolve(), args.runs, Path(folder))
    print(f"Load before {load:.1f}, after {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors\n")
    print("| Milliseconds | median | min | max |\n|---|---|---|---|")
    for kind, rows in times.items():
        for name, values in zip(MEASURES, zip(*rows, strict=True), strict=True):
            median = statistics.median(values)
            print(f"| {kind}, {name} | {median:.0f} | {min(values)} | {max(values)} |")


if __name__ == "__main__":
    main()
