"""The documented configurations in a real Emacs, with eglot and with lsp-mode."""

import json
import re
from pathlib import Path

import pytest

from editors.findings import command_line_finds, explained, plain
from editors.snippets import snippet

DRIVERS = __file__.replace("test_emacs.py", "drivers/")


@pytest.mark.parametrize(
    ("heading", "driver"),
    [("Emacs with eglot", "eglot.el"), ("Emacs with lsp-mode", "lsp-mode.el")],
)
def test_emacs_shows_the_findings_of_the_command_line(
    heading, driver, requirements, settings, run_editor, tmp_path
):
    init = tmp_path / "framesage.el"
    init.write_text(snippet(heading, "elisp"), encoding="utf-8")
    out = tmp_path / "seen.json"
    at_first = _expected(requirements)

    run_editor(
        ["emacs", "-Q", "--batch", "-l", DRIVERS + driver],
        requirements.parent,
        {"SNIPPET": str(init), "FILE": str(requirements), "OUT": str(out),
         "SETTINGS": str(settings), "ADDED": "djangorestframework"},
    )  # fmt: skip

    seen = json.loads(out.read_text(encoding="utf-8"))
    assert at_first and _seen(seen["opened"]) == at_first
    assert "Flask" in seen["hover"]
    assert explained(requirements, seen["offered"]) in plain(seen["explained"])
    assert_other_features(seen, requirements)
    if "lens" in seen:
        assert seen["lens"].startswith("Framesage: ")
        assert seen["lens"] in seen["lens_overlay"]
        assert f"ignore[{seen['link']}]" in seen["ignored"]
    assert "djangorestframework" in requirements.read_text(encoding="utf-8")
    assert _seen(seen["edited"]) == _expected(requirements) != at_first


def assert_other_features(seen: dict, requirements: Path) -> None:
    """Check fixes and undo, an explanation, the symbols in Imenu, and completion."""
    assert re.search(r"# framesage: ignore\[[\w-]+\]", seen["ignored"])
    assert seen["undone"]
    names = re.findall(r"^[\w-]+", requirements.read_text(encoding="utf-8"), re.M)
    assert set(names[:3]) <= set(seen["symbols"])
    assert "framework" in [candidate.strip() for candidate in seen["settings"]]
    assert any(candidate.startswith("flask-") for candidate in seen["completed"])


def _expected(file) -> list[tuple[int, str, str]]:
    """Return the command line's findings as in Emacs: hints and information are notes."""
    return sorted(
        (
            finding.line,
            finding.severity if finding.severity == "warning" else "note",
            plain(f"framesage [{finding.rule}]: {finding.message}"),
        )
        for finding in command_line_finds(file)
    )


def _seen(diagnostics: list[dict]) -> list[tuple[int, str, str]]:
    return sorted(
        (diagnostic["line"], diagnostic["type"].removeprefix("eglot-"), plain(diagnostic["text"]))
        for diagnostic in diagnostics
    )
