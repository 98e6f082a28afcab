"""The documented configuration in a real Vim with ALE: what it shows, and an edit."""

import json
import re
from pathlib import Path

from editors.findings import command_line_finds, explained, plain
from editors.snippets import snippet

DRIVER = __file__.replace("test_vim.py", "drivers/ale.vim")
ALE = Path("/usr/share/vim/vimfiles/pack/dist-bundle/opt/ale")


def test_vim_with_ale_shows_the_findings_of_the_command_line(
    requirements, settings, run_editor, require_path, tmp_path
):
    require_path(ALE, "Debian's vim-ale")
    vimrc = tmp_path / "framesage.vim"
    vimrc.write_text(snippet("Vim with ALE", "vim"), encoding="utf-8")
    out = tmp_path / "seen.json"
    at_first = _expected(requirements)

    run_editor(
        ["vim", "-Nu", "NONE", "-es", "-S", DRIVER],
        requirements.parent,
        {"SNIPPET": str(vimrc), "FILE": str(requirements), "OUT": str(out),
         "SETTINGS": str(settings), "ADDED": "djangorestframework"},
    )  # fmt: skip

    seen = json.loads(out.read_text(encoding="utf-8"))
    assert at_first and _seen(seen["opened"]) == at_first
    assert "Flask" in seen["hover"]
    assert re.search(r"# framesage: ignore\[[\w-]+\]", seen["ignored"])
    assert seen["undone"]
    assert any(title.startswith("Explain ") for title in seen["offered"])
    assert explained(requirements, seen["offered"]) in plain(seen["explained"])
    assert "framework = " in seen["settings"]
    (told,) = seen["asked"]
    assert told.endswith(f"run in a terminal: framesage ask {requirements.parent}")
    assert any(candidate.startswith("flask-") for candidate in seen["completed"])
    assert "djangorestframework" in requirements.read_text(encoding="utf-8")
    assert _seen(seen["edited"]) == _expected(requirements) != at_first


def _expected(file: Path) -> list[tuple[int, str, str, str]]:
    """Return the command line's findings as in ALE: all are warnings."""
    return sorted(
        (finding.line, "W", finding.rule, plain(finding.message))
        for finding in command_line_finds(file)
    )


def _seen(diagnostics: list[dict]) -> list[tuple[int, str, str, str]]:
    return sorted(
        (diagnostic["line"], diagnostic["type"], diagnostic["rule"], plain(diagnostic["text"]))
        for diagnostic in diagnostics
    )
