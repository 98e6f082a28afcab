"""The docs' configurations in a real Emacs, by eglot and by lsp-mode."""

import json
import re
from pathlib import Path

import pytest

from editors.findings import command_line_finds, plain
from editors.snippets import snippet

DRIVERS = __file__.replace("test_emacs.py", "drivers/")


@pytest.mark.parametrize(
    ("heading", "driver"),
    [("Emacs with eglot", "eglot.el"), ("Emacs with lsp-mode", "lsp-mode.el")],
)
def test_emacs_shows_what_the_command_line_finds(
    heading, driver, requirements, run_editor, tmp_path
):
    init = tmp_path / "framesage.el"
    init.write_text(snippet(heading, "elisp"), encoding="utf-8")
    out = tmp_path / "seen.json"
    at_first = _told(requirements)

    run_editor(
        ["emacs", "-Q", "--batch", "-l", DRIVERS + driver],
        requirements.parent,
        {"SNIPPET": str(init), "FILE": str(requirements), "OUT": str(out),
         "ADDED": "djangorestframework"},
    )  # fmt: skip

    seen = json.loads(out.read_text(encoding="utf-8"))
    assert at_first and _seen(seen["opened"]) == at_first
    assert "Flask" in seen["hover"]
    if driver == "eglot.el":
        assert_it_helps(seen, requirements)
    assert "djangorestframework" in requirements.read_text(encoding="utf-8")
    assert _seen(seen["edited"]) == _told(requirements) != at_first


def assert_it_helps(seen: dict, requirements: Path) -> None:
    """Fixes that one undo takes back, the outline in Imenu, completion."""
    assert re.search(r"# framesage: ignore\[[\w-]+\]", seen["ignored"])
    assert seen["undone"]
    names = re.findall(r"^[\w-]+", requirements.read_text(encoding="utf-8"), re.M)
    assert set(names[:3]) <= set(seen["symbols"])
    assert any(one.startswith("flask-") for one in seen["completed"])


def _told(file) -> list[tuple[int, str, str]]:
    """What the command line finds, as Emacs tells it: hints and information are all notes."""
    return sorted(
        (
            one.line,
            one.severity if one.severity == "warning" else "note",
            plain(f"framesage [{one.rule}]: {one.message}"),
        )
        for one in command_line_finds(file)
    )


def _seen(diagnostics: list[dict]) -> list[tuple[int, str, str]]:
    return sorted(
        (one["line"], one["type"].removeprefix("eglot-"), plain(one["text"])) for one in diagnostics
    )
