"""The docs' configuration in a real Vim with ALE: diagnostics, hover, an edit."""

import json
from pathlib import Path

from editors.findings import command_line_finds, plain
from editors.snippets import snippet

DRIVER = __file__.replace("test_vim.py", "drivers/ale.vim")
ALE = Path("/usr/share/vim/vimfiles/pack/dist-bundle/opt/ale")


def test_vim_with_ale_shows_what_the_command_line_finds(
    requirements, run_editor, require_path, tmp_path
):
    require_path(ALE, "Debian's vim-ale")
    vimrc = tmp_path / "framesage.vim"
    vimrc.write_text(snippet("Vim with ALE", "vim"), encoding="utf-8")
    out = tmp_path / "seen.json"
    at_first = _told(requirements)

    run_editor(
        ["vim", "-Nu", "NONE", "-es", "-S", DRIVER],
        requirements.parent,
        {"SNIPPET": str(vimrc), "FILE": str(requirements), "OUT": str(out),
         "ADDED": "djangorestframework"},
    )  # fmt: skip

    seen = json.loads(out.read_text(encoding="utf-8"))
    assert at_first and _seen(seen["opened"]) == at_first
    assert "Flask" in seen["hover"]
    assert "djangorestframework" in requirements.read_text(encoding="utf-8")
    assert _seen(seen["edited"]) == _told(requirements) != at_first


def _told(file: Path) -> list[tuple[int, str, str, str]]:
    """What the command line finds, as ALE tells it: whatever is no error is a warning."""
    return sorted((one.line, "W", one.rule, plain(one.message)) for one in command_line_finds(file))


def _seen(diagnostics: list[dict]) -> list[tuple[int, str, str, str]]:
    return sorted(
        (one["line"], one["type"], one["rule"], plain(one["text"])) for one in diagnostics
    )
