"""Check a page with axe, the accessibility engine."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from editors.vscode.code_server import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Frame, Page

AXE = ROOT / ".cache/editors/axe-core.4.14.1/node_modules/axe-core/axe.min.js"


def violations(
    page: "Page | Frame", require_path: Callable[[Path, str], None]
) -> dict[str, list[str]]:
    """Return the elements that violate each rule."""
    require_path(AXE, "tests/editors/install.sh")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    results = page.evaluate("axe.run()")
    assert len(results["passes"]) > 10
    return {
        violation["id"]: [node["html"] for node in violation["nodes"]]
        for violation in results["violations"]
    }
